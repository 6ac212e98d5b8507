/**
 * Brings a history into the installation by the same doors as real life: people become identities and come into groups, messages pass
 * `messages.receive`, reactions are given, all at the time at which they happened. Day after day, so that memory stays flat.
 */
import type { Author, IncomingItem } from '../carriers/index.ts';
import { getGroup, moveLifecycle, type Group } from '../groups/index.ts';
import { reactToMessage, receive } from '../messages/index.ts';
import { identifySenders, kickMember, leaveGroup, openMembership, webCarrier } from '../people/index.ts';
import { createContext, inTransaction, type Ctx } from '../platform/context.ts';
import { groupKeys, type GroupKey, type Stay } from './cast.ts';
import { readContent } from './content.ts';
import { foundSample, type SamplePlace } from './founding.ts';
import { inviteGuests } from './guests.ts';
import { keepRoster } from './roster.ts';
import { findSeeds } from './seeds.ts';
import { historyDays, simulate, type SampleEvent, type SampleHistory } from './simulate.ts';
import { setSamplePoints, thankEachOther } from './thanks.ts';

/** What loading takes. */
export interface LoadWish {
  founderId: string;
  name: string;
  seed: string;
  days?: number;
  /** Called in the transaction that founds the community. */
  founded?: (ctx: Ctx, communityId: string) => Promise<void>;
  /** Called after each day. */
  progress?: (done: number, days: number) => Promise<void>;
}

/** What has been loaded. */
export interface Loaded {
  communityId: string;
  people: number;
  messages: number;
}

const dayMs = 86_400_000;
/** China has no summer time: its days begin at this offset. */
const zoneOffsetMs = 8 * 3_600_000;
/** Messages given to `receive` at once. */
const batchSize = 200;
/** So many days are brought in together. */
const daysAtOnce = 6;

/** Founds the sample community and loads its history up to the present moment. */
export async function loadHistory(ctx: Ctx, wish: LoadWish): Promise<Loaded> {
  const { days = historyDays, seed, progress } = wish;
  const now = ctx.now().getTime();
  const today = Math.floor((now + zoneOffsetMs) / dayMs);
  const lastWeekday = (today + 4) % 7;
  const beginning = (today - days + 1) * dayMs - zoneOffsetMs;
  const founding = at(ctx, beginning);
  const place = await inTransaction(founding.ctx, async (inner) => {
    const made = await foundSample(inner, wish);
    await setSamplePoints(inner, made.communityId);
    await wish.founded?.(inner, made.communityId);
    return made;
  });
  const history = simulate(readContent(), { seed, days, lastWeekday });
  const town: Town = { ctx, place, history, identities: new Map(), roles: new Map(), messageIds: new Map(), count: 0 };
  let waiting: Timed[] = [];
  for (const day of history.days) {
    const begins = beginning + day.number * dayMs;
    for (const event of day.events) waiting.push({ event, moment: begins + event.second * 1000 });
    const done = day.number + 1;
    if (done % daysAtOnce > 0 && done < days) continue;
    const stretch = waiting.filter(({ moment }) => moment <= now);
    waiting = [];
    await identifyPeople(town, stretch);
    const ends = Math.min(now, begins + dayMs - 1);
    await Promise.all(groupKeys.map((group) => loadGroup(town, { group, ends, stretch })));
    await progress?.(done, days);
  }
  await ageGroups(ctx, { place, beginning, days });
  const atTime = (time: number) => at(ctx, time).ctx;
  await inviteGuests(atTime, place, now);
  await findSeeds(atTime, place, now);
  await thankEachOther(atTime, place, now);
  await keepRoster(at(ctx, now).ctx, place, wish.founderId);
  return { communityId: place.communityId, people: town.identities.size, messages: town.count };
}

interface Town {
  ctx: Ctx;
  place: SamplePlace;
  history: SampleHistory;
  identities: Map<number, Author>;
  roles: Map<string, Stay['role']>;
  messageIds: Map<number, string>;
  count: number;
}

/** The same services, at another time. */
function at(ctx: Ctx, start: number): { ctx: Ctx; set: (time: number) => void } {
  let present = start;
  const services = { ...ctx.services, clock: { now: () => new Date(present) } };
  const { requestId, locale, publicUrl } = ctx;
  const inner = createContext(services, { actor: { kind: 'system', name: 'sample' }, requestId, locale, publicUrl });
  return { ctx: inner, set: (time) => void (present = time) };
}

/** Those who come for the first time get an account of the built-in group. */
async function identifyPeople(town: Town, stretch: readonly Timed[]): Promise<void> {
  const { place, identities, history } = town;
  const fresh = [...new Set(stretch.map(({ event }) => event.person))].filter((person) => !identities.has(person));
  if (fresh.length === 0) return;
  const senders = fresh.map((person) => ({ externalId: `sample-${person}`, name: history.names.get(person)! }));
  const ids = await inTransaction(at(town.ctx, stretch[0]!.moment).ctx, (inner) =>
    identifySenders(inner, place.communityId, webCarrier, senders),
  );
  fresh.forEach((person, position) => {
    const { externalId, name } = senders[position]!;
    identities.set(person, { identityId: ids.get(externalId)!, name, pictureId: null, kind: 'member', role: 'member' });
  });
}

/**
 * Some days of one group: first who comes and goes, then what is said, then what others think of it. A message that quotes another
 * can only be recorded after it; so first go those that quote nothing new, then what quotes these, and so on.
 */
async function loadGroup(
  town: Town,
  { group: key, ends, stretch }: { group: GroupKey; ends: number; stretch: readonly Timed[] },
): Promise<void> {
  const { place, messageIds } = town;
  const group = place.groups[key];
  const here = stretch.filter(({ event }) => event.group === key);
  const clock = at(town.ctx, ends);
  const moveAll = (kinds: readonly SampleEvent['kind'][]) =>
    inTransaction(clock.ctx, async (inner) => {
      for (const { event, moment } of here) {
        if (event.kind === 'say' || !kinds.includes(event.kind)) continue;
        clock.set(moment);
        await move(town, { group, event, ctx: inner });
      }
    });
  await moveAll(['join', 'leave']);
  clock.set(ends);
  let left = here.flatMap(({ event, moment }) => (event.kind === 'say' ? [{ event, moment }] : []));
  while (left.length > 0) {
    const known = (quotes: number | null) => quotes === null || messageIds.has(quotes);
    const ready = left.filter(({ event }) => known(event.quotes));
    left = left.filter(({ event }) => !known(event.quotes));
    for (let from = 0; from < ready.length; from += batchSize)
      await say(town, { group, said: ready.slice(from, from + batchSize), ctx: clock.ctx });
  }
  await moveAll(['react']);
}

/** An event with its moment. */
interface Timed {
  event: SampleEvent;
  moment: number;
}

type Say = Extract<SampleEvent, { kind: 'say' }>;

interface Said {
  event: Say;
  moment: number;
}

async function say(town: Town, { group, said, ctx }: { group: Group; said: readonly Said[]; ctx: Ctx }): Promise<void> {
  const { place, messageIds } = town;
  const items = said.map(({ event, moment }): IncomingItem => ({
    sender: { author: authorOf(town, event), mutedUntil: null },
    clientId: null,
    externalId: `sample-${event.message}`,
    at: new Date(moment),
    kind: event.notice ? 'announcement' : 'text',
    text: event.text,
    picture: null,
    replyTo: event.quotes === null ? null : (messageIds.get(event.quotes) ?? null),
    mentions: event.mentions.flatMap((person) => town.identities.get(person)?.identityId ?? []),
  }));
  const { communityId } = place;
  const results = await receive(ctx, { communityId, groupId: group.id, carrier: webCarrier, origin: 'sample', items });
  results.forEach((result, position) => {
    if (!result.ok) throw result.error;
    messageIds.set(said[position]!.event.message, result.message.id);
  });
  town.count += said.length;
}

function authorOf({ identities, roles }: Town, { person, group }: SampleEvent): Author {
  return { ...identities.get(person)!, role: roles.get(`${group} ${person}`) ?? 'member' };
}

async function move(
  town: Town,
  { group, event, ctx }: { group: Group; event: Exclude<SampleEvent, Say>; ctx: Ctx },
): Promise<void> {
  const { identityId } = town.identities.get(event.person)!;
  const seat = { communityId: town.place.communityId, groupId: group.id, identityId };
  if (event.kind === 'join') {
    town.roles.set(`${event.group} ${event.person}`, event.role);
    const arrival = { ...seat, role: event.role, source: '样板', linkId: null, inviterId: null, code: null };
    const opened = await openMembership(ctx, arrival);
    if (!opened.ok) throw new Error(`group ${group.id} of the sample is ${opened.reason}`);
  } else if (event.kind === 'leave') {
    const left = await (event.how === 'kicked' ? kickMember(ctx, seat) : leaveGroup(ctx, seat));
    if (!left.ok) throw new Error(`a leave of the sample was refused: ${left.reason}`);
  } else {
    const messageId = town.messageIds.get(event.message);
    if (messageId === undefined) return;
    const by = { member: authorOf(town, event) };
    await reactToMessage(ctx, { group, messageId, by }, { key: event.key, on: true });
  }
}

/** The groups grow up; the walks are on their way down, which the product has to notice by itself. */
async function ageGroups(
  ctx: Ctx,
  { place, beginning, days }: { place: SamplePlace; beginning: number; days: number },
) {
  const clock = at(ctx, beginning);
  for (const [part, lifecycle] of [
    [0.12, 'growing'],
    [0.45, 'mature'],
  ] as const) {
    clock.set(beginning + part * days * dayMs);
    for (const key of groupKeys) {
      const { communityId, id } = await getGroup(ctx, place.communityId, place.groups[key].id);
      await moveLifecycle(clock.ctx, { communityId, groupId: id }, lifecycle);
    }
  }
}
