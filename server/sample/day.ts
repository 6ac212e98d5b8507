/**
 * One day of one group: arrivals and leaves, the morning's greetings and check-ins, the scenes of the day, what newcomers are told, and
 * what somebody posts who only came to advertise.
 */
import { isAround, stayOn, type GroupKey, type Person } from './cast.ts';
import type { Content } from './content.ts';
import type { Random } from './random.ts';
import { beginAt, countScenes } from './rhythm.ts';
import type { Scene, Speaker } from './script.ts';
import type { ReactionKey, SampleEvent } from './simulate.ts';
import { anotherDay, type PlayedScene, type Stage } from './stage.ts';

/** What all days share. */
export interface Town {
  content: Content;
  random: Random;
  stage: Stage;
  people: Person[];
  names: Map<number, string>;
  /** Numbers messages. */
  number: () => number;
  streaks: Map<number, { days: number; book: string; since: number }>;
}

/** Which day of which group. */
export interface When {
  group: GroupKey;
  day: number;
  days: number;
  /** 0 = Sunday. */
  weekday: number;
  /** From 0 to 1 over the history. */
  life: number;
  /** The day on which the walks lose their host. */
  gone: number;
}

const endOfDay = 24 * 3600 - 1;

/** Everything that happens in the group on that day, in no order. */
export function planDay(town: Town, when: When): SampleEvent[] {
  const moves = moveDay(town, when);
  const events = [...moves.events];
  if (when.group === '早读') events.push(...checkInDay(town, when));
  for (const played of scenesOfDay(town, when)) events.push(...stageLines(town, when, played));
  for (const newcomer of moves.newcomers) events.push(...welcome(town, when, newcomer));
  if (town.random.chance(adsADay[when.group] * (when.day > 4 ? 1 : 0))) events.push(...advertise(town, when));
  return events;
}

const adsADay: Record<GroupKey, number> = { 早读: 0.2, 邻里: 0.3, 散步: 0.24 };

interface Newcomer {
  person: Person;
  second: number;
}

function moveDay({ random, people }: Town, { group, day }: When): { events: SampleEvent[]; newcomers: Newcomer[] } {
  const events: SampleEvent[] = [];
  const newcomers: Newcomer[] = [];
  for (const person of people) {
    for (const stay of person.stays.filter((one) => one.group === group)) {
      if (stay.joins === day) {
        const second = stay.role === 'member' ? random.whole(8 * 3600, 21 * 3600) : 5 * 3600;
        // Who opens the group was there before anybody speaks.
        const at = day === 0 ? random.whole(1, 4 * 3600) : second;
        events.push({ kind: 'join', group, person: person.number, second: at, role: stay.role });
        if (day > 2) newcomers.push({ person, second: at });
      }
      if (stay.leaves === day) {
        events.push({ kind: 'leave', group, person: person.number, second: random.whole(60, 5 * 3600), how: 'left' });
      }
    }
  }
  return { events, newcomers };
}

/** Everybody who can be spoken to by their part in this group today. */
function fixedCast({ people }: Town, { group, day }: When): Map<Speaker, Person> {
  const fixed = new Map<Speaker, Person>();
  const [owner, fair, walks, steward] = people as [Person, Person, Person, Person];
  const lead = { 早读: owner, 邻里: fair, 散步: walks }[group];
  if (stayOn(lead, group, day)) fixed.set('H', lead);
  if (stayOn(steward, group, day)) fixed.set('S', steward);
  return fixed;
}

/** On the last day some questions are still waiting. */
function* scenesOfDay(town: Town, when: When): Generator<Begun> {
  const { random, stage, content } = town;
  const { group, day, days } = when;
  const occasion = { group, day, fixed: fixedCast(town, when), bound: new Map([['主题', themeOf(town, when)]]) };
  const fading = group === '散步' && day > when.gone + 3;
  const weekend = when.weekday === 0 || when.weekday === 6;
  const fits = (scene: Scene) => scene.marks.has('尾') === fading && (!scene.marks.has('周末') || weekend);
  const greetings = group === '散步' && fading ? 0 : random.chance(0.8) ? random.whole(1, 2) : 0;
  for (let at = 0; at < greetings; at++) {
    const played = stage.play({ ...occasion, mayRepeat: true }, [content.special.greetings], () => true);
    if (played) yield { played, begins: beginAt(random, group, played.scene), wholly: true };
  }
  if (when.weekday === 1) {
    const monday = (scene: Scene) => scene.marks.has('周一');
    const played = stage.play(occasion, content.topics, monday);
    if (played) yield { played, begins: beginAt(random, group, played.scene), wholly: false };
  }
  const count = countScenes(random, { ...when, pillarGone: group === '散步' ? day - when.gone : -1 });
  for (let at = 0; at < count; at++) {
    const played = stage.play(occasion, content.topics, fits);
    if (!played) continue;
    // Some questions are never answered, and of the last ones a few still wait.
    const open = random.chance(day >= days - 2 ? 0.3 : 0.06);
    if (open && /[？吗呢]/u.test(played.lines[0]?.text ?? '')) played.lines = played.lines.slice(0, 1);
    yield { played, begins: beginAt(random, group, played.scene), wholly: false };
  }
}

/** What the readers write about in this week. */
function themeOf({ content }: Town, { day, days, weekday }: When): string {
  const themes = content.topics.flatMap(({ slots }) => slots.get('主题') ?? []);
  // Monday begins a week; the last weeks of every history have the same themes.
  const monday = days - 1 - day + ((weekday + 6) % 7);
  return themes[Math.ceil(monday / 7) % themes.length]!;
}

interface Begun {
  played: PlayedScene;
  begins: number;
  wholly: boolean;
}

/** Sets the lines of a play on the clock, and lets others react to them. */
function stageLines(town: Town, when: When, { played, begins, wholly }: Begun): SampleEvent[] {
  const { random, number } = town;
  const { group } = when;
  const events: SampleEvent[] = [];
  const numbers: number[] = [];
  let second = begins;
  let midnight = 0;
  for (const [at, line] of played.lines.entries()) {
    if (at > 0 && line.pause === anotherDay) {
      midnight += random.whole(1, 2) * 24 * 3600;
      second = midnight + random.whole(10 * 3600, 21 * 3600);
    } else if (at > 0) second += line.pause;
    // What would come after midnight is never said.
    const isGone = midnight > 0 && !stayOn(line.person, group, when.day + midnight / 86_400);
    if (second >= midnight + endOfDay || isGone) break;
    const message = number();
    numbers.push(message);
    events.push({
      kind: 'say',
      group,
      second: Math.floor(second),
      person: line.person.number,
      message,
      text: line.text,
      quotes: line.quotes === null ? null : numbers[line.quotes]!,
      mentions: line.mentions.map((one) => one.number),
      notice: line.notice,
      topic: played.topic.name,
    });
    if (!wholly && random.chance(0.07)) events.push(...react(town, when, { message, second, line }));
  }
  return events;
}

function react(
  { random, people }: Town,
  { group, day }: When,
  { message, second, line }: { message: number; second: number; line: { text: string; person: Person } },
): SampleEvent[] {
  const readers = people.filter((one) => one !== line.person && isAround(one, group, day));
  const reacting = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(readers)));
  return [...reacting].flatMap((reader): SampleEvent[] => {
    const at = Math.floor(second + 20 + random.wait(600));
    return at % 86_400 >= second % 86_400
      ? [{ kind: 'react', group, second: at, person: reader.number, message, key: keyFor(random, line.text) }]
      : [];
  });
}

function keyFor(random: Random, text: string): ReactionKey {
  if (/哈哈|笑/u.test(text)) return 'laugh';
  if (/难过|没过|走了|抱抱|哭/u.test(text)) return 'hug';
  if (/谢|感谢/u.test(text)) return random.pick(['like', 'hug']);
  return random.pick(['like', 'like', 'agree', 'learned', 'thanks']);
}

function checkInDay(town: Town, when: When): SampleEvent[] {
  const { random, people, streaks, content, stage } = town;
  const { group, day, weekday } = when;
  const events: SampleEvent[] = [];
  const books = content.special.checkins.slots.get('书')!;
  for (const person of people) {
    if (!isAround(person, group, day)) continue;
    const chance = person.checksIn * (weekday === 0 || weekday === 6 ? 0.78 : 1);
    const before = streaks.get(person.number);
    if (!random.chance(chance)) {
      if (before) before.days = 0;
      continue;
    }
    const change = !before || day - before.since > 12;
    const streak = {
      days: (before?.days ?? 0) + 1,
      book: change ? random.pick(books) : before.book,
      since: change ? day : before.since,
    };
    streaks.set(person.number, streak);
    const bound = new Map([
      ['连', String(streak.days)],
      ['书', streak.book],
    ]);
    const fixed = new Map<Speaker, Person>([['A', person]]);
    const played = stage.play({ group, day, fixed, bound, mayRepeat: true }, [content.special.checkins], () => true)!;
    const begins = Math.min(535, Math.max(335, person.wakes + random.whole(-18, 25))) * 60 + random.whole(0, 59);
    events.push(...stageLines(town, when, { played, begins, wholly: true }));
  }
  return events;
}

/** Most newcomers are welcomed, the more of them come at once the fewer. */
function welcome(town: Town, when: When, { person, second }: Newcomer): SampleEvent[] {
  const { random, stage, content } = town;
  if (!random.chance(when.group === '散步' && when.day > when.gone ? 0 : 0.62)) return [];
  const fixed = fixedCast(town, when).set('N', person);
  const allows = (scene: Scene) => scene.lines.some((line) => line.speaker === 'N');
  const played = stage.play(
    { group: when.group, day: when.day, fixed, mayRepeat: false, rest: 0 },
    [content.special.welcome],
    allows,
  );
  if (!played) return [];
  return stageLines(town, when, { played, begins: second + 40 + random.wait(500), wholly: false });
}

/** Somebody comes, advertises, and is shown out where anybody still looks after the group. */
function advertise(town: Town, when: When): SampleEvent[] {
  const { random, stage, content, people, names } = town;
  const { group, day } = when;
  const person = stranger(town);
  const joins = random.whole(9 * 3600, 21 * 3600);
  const fixed = fixedCast(town, when).set('X', person);
  const played = stage.play({ group, day, fixed, rest: 0 }, [content.special.ads], () => true);
  if (!played) return [];
  people.push(person);
  names.set(person.number, person.name);
  const posts = joins + 120 + random.wait(1500);
  const events: SampleEvent[] = [
    { kind: 'join', group, person: person.number, second: joins, role: 'member' },
    ...stageLines(town, when, { played, begins: posts, wholly: true }),
  ];
  const watched = group !== '散步' || day <= when.gone;
  if (!watched) {
    // Nobody looks after the group any more: the stranger stays.
    person.stays.push({ group, role: 'member', joins: day, leaves: null });
    return events;
  }
  const begins = posts + 60 + random.wait(400);
  const answer = stage.play(
    { group, day, fixed: fixedCast(town, when), rest: 0 },
    [content.special.adreplies],
    () => true,
  );
  const said = answer ? stageLines(town, when, { played: answer, begins, wholly: false }) : [];
  const gone = Math.min(endOfDay, Math.floor((said.at(-1)?.second ?? begins) + 5));
  return [...events, ...said, { kind: 'leave', group, person: person.number, second: gone, how: 'kicked' }];
}

const strangers = [
  '小优',
  'A客服',
  '美美优选',
  '阿杰',
  '财富导师',
  '福利姐',
  '暖暖妈咪',
  'AA省钱',
  '大伟数码',
  '琳琳',
  '招聘小王',
  '养生堂',
];

function stranger({ random, people }: Town): Person {
  const name = `${random.pick(strangers)}${random.chance(0.5) ? random.whole(2, 99) : ''}`;
  const quiet = { talks: 0, asks: 0, answers: 0, checksIn: 0, wakes: 480 };
  return { number: people.length, name, stays: [], interests: new Set(), ...quiet };
}
