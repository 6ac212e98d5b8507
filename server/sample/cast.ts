/**
 * The people of the sample: their names, what they tend to do, and when they come and go. The tendencies are causes that nobody else
 * sees: what follows from them in the talk is all that the product gets.
 */
import type { Random } from './random.ts';

/** The three groups. */
export const groupKeys = ['早读', '邻里', '散步'] as const;

/** One of the three groups. */
export type GroupKey = (typeof groupKeys)[number];

/** One stay in a group; `leaves` null = still there. Days count from the first day of the history. */
export interface Stay {
  group: GroupKey;
  role: 'member' | 'steward' | 'admin' | 'owner';
  joins: number;
  leaves: number | null;
}

/** Somebody who lives here. */
export interface Person {
  number: number;
  name: string;
  stays: Stay[];
  /** How gladly they speak, ask and answer. */
  talks: number;
  asks: number;
  answers: number;
  interests: ReadonlySet<string>;
  /** Chance of a check-in on a good day, and the minute after midnight around which it comes. */
  checksIn: number;
  wakes: number;
}

/** How many people live in the sample, advertisers not counted. */
export const population = 182;
/** The day on which the walks lose the one who carried them. */
export const pillarLeaves = 47;

const sizes: Record<GroupKey, number> = { 早读: 78, 邻里: 92, 散步: 40 };
const interests = [
  '文学',
  '写作',
  '考证',
  '早起',
  '英语',
  '通勤',
  '健身',
  '吃',
  '娃',
  '老人',
  '宠物',
  '车',
  '家',
  '团购',
  '户外',
  '摄影',
];

/** Draws the people with their stays over `days` days. The first four are the owner, the two hosts and the steward. */
export function drawCast(random: Random, names: readonly string[], days: number): Person[] {
  const people = names.slice(0, population).map((name, number) => drawPerson(random, { name, number }));
  const [owner, fair, walks, steward] = people as [Person, Person, Person, Person];
  for (const one of [owner, fair, walks, steward]) Object.assign(one, { talks: 3, answers: 3, asks: 0.3 });
  owner.stays.push(host('早读', 'owner'), host('邻里', 'owner'), host('散步', 'owner'));
  fair.stays.push(host('邻里', 'admin'));
  walks.stays.push({ ...host('散步', 'admin'), leaves: Math.round((pillarLeaves / 90) * days) });
  steward.stays.push(host('早读', 'steward'), host('邻里', 'steward'));
  const rest = people.slice(4);
  for (const group of groupKeys) {
    const inside = people.filter((one) => one.stays.some((stay) => stay.group === group)).length;
    const fresh = rest.filter((one) => one.stays.length === 0);
    const chosen = chooseMembers(random, group, { rest, fresh, count: sizes[group] - inside });
    for (const person of chosen) person.stays.push(drawStay(random, group, days));
  }
  return people;
}

function host(group: GroupKey, role: Stay['role']): Stay {
  return { group, role, joins: 0, leaves: null };
}

function drawPerson(random: Random, { name, number }: { name: string; number: number }): Person {
  const parent = /[妈爸]$/u.test(name);
  const own = new Set(parent ? ['娃'] : []);
  while (own.size < 3) own.add(random.pick(interests));
  // Nearly half never say much; a handful carries the talk.
  const talks = random.chance(0.42) ? 0.03 : 0.25 + random.wait(0.8);
  return {
    number,
    name,
    stays: [],
    talks,
    asks: 0.4 + random.wait(0.7),
    answers: 0.2 + random.wait(0.9),
    interests: own,
    checksIn: Math.min(0.97, random.chance(0.38) ? 0.75 + random.next() * 0.22 : random.next() * 0.85),
    wakes: 340 + random.whole(0, 150),
  };
}

/** Mostly people who are in no group yet, and some who already are: they tie the groups together. */
function chooseMembers(
  random: Random,
  group: GroupKey,
  { rest, fresh, count }: { rest: readonly Person[]; fresh: readonly Person[]; count: number },
): Person[] {
  const others = rest.filter((one) => one.stays.length > 0 && !one.stays.some((stay) => stay.group === group));
  const guests = shuffle(random, others).slice(0, group === '散步' ? 10 : Math.round(count * 0.15));
  return [...fresh.slice(0, count - guests.length), ...guests];
}

function drawStay(random: Random, group: GroupKey, days: number): Stay {
  const founding = random.chance(group === '散步' ? 0.7 : 0.4);
  const joins = founding ? random.whole(0, 2) : random.whole(3, Math.round(days * (group === '散步' ? 0.4 : 0.98)));
  const stay: Stay = { group, role: 'member', joins, leaves: null };
  const end = (pillarLeaves / 90) * days;
  if (group === '散步' && random.chance(0.45)) stay.leaves = Math.round(end + 1 + random.next() * (days - end - 2));
  else if (random.chance(0.16)) stay.leaves = joins + 4 + Math.round(random.wait(22));
  if (stay.leaves !== null && stay.leaves >= days) stay.leaves = null;
  return stay;
}

function shuffle<Item>(random: Random, items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** The stay of somebody in a group on a day; undefined when they are not in it. */
export function stayOn(person: Person, group: GroupKey, day: number): Stay | undefined {
  return person.stays.find(
    (stay) => stay.group === group && stay.joins <= day && (stay.leaves === null || day < stay.leaves),
  );
}

/** Whether somebody is in a group for the whole of a day; whoever comes in the course of it speaks from the next one on. */
export function isAround(person: Person, group: GroupKey, day: number): boolean {
  const stay = stayOn(person, group, day);
  return stay !== undefined && (stay.joins < day || day === 0);
}
