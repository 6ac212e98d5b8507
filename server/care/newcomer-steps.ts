/**
 * What newcomers do in their first five days, and what others do for them: who comes is written down once, and each step is noted from
 * the event that tells of it. Of a group in which nobody is new no message is read.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { listMessages, messagesReceived, type MessageFacts } from '../messages/index.ts';
import {
  identityChanged,
  listCards,
  listIdentities,
  listMemberships,
  memberJoined,
  memberLeft,
  officialIdentity,
  type Card,
  type Identity,
  type Membership,
} from '../people/index.ts';
import { subscribe, type EventKind, type Happened, type Subscription } from '../platform/bus/event.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { memberCheckedIn, newcomersWelcomed } from '../programs/index.ts';
import { followTalk, pathMs, type Said } from './path.ts';
import {
  deleteOldNewcomers,
  insertNewcomers,
  selectPlacesWithNewcomers,
  selectUncarded,
  selectUnderWay,
  setCarded,
  setLeft,
  setWelcomed,
  updateUnderWay,
  type Place,
} from './store/newcomers.ts';

const chunk = 1000;
const dayMs = 86_400_000;
/** What is brought along later was said earlier than it is told of. */
const lateMs = 7 * dayMs;
/** The path is looked at in the four weeks after it. */
const keptDays = 60;

/**
 * Who has come in, and what is said: one reaction to both, so that whoever comes and speaks at once is known when the words are read.
 * Messages are read only of groups in which somebody is new.
 */
export const noteFirstDays: Subscription = {
  name: 'care.note_first_days',
  events: [memberJoined, messagesReceived] as Subscription['events'],
  handle: async (ctx, events) => {
    await noteNewcomers(ctx, pick(events, memberJoined));
    await noteTalk(ctx, pick(events, messagesReceived));
  },
};

function pick<Payload>(events: readonly Happened<unknown>[], kind: EventKind<Payload>): Happened<Payload>[] {
  return events.filter(({ name }) => name === kind.name) as Happened<Payload>[];
}

type Joined = Happened<z.output<typeof memberJoined.payload>>;
type Received = Happened<z.output<typeof messagesReceived.payload>>;

/** The team, robots, and those whom a roster brings from the past are not new. */
async function noteNewcomers(ctx: Ctx, events: readonly Joined[]): Promise<void> {
  for (const { communityId, at, payload } of events) {
    const place = { communityId: communityId!, groupId: payload.groupId };
    const identityIds = payload.members.map((member) => member.identityId);
    const people = (await listIdentities(ctx, place.communityId, identityIds)).filter(({ kind }) => kind === 'member');
    const members = new Set(people.map(({ id }) => id));
    const isNew = ({ identityId, role, joinedAt }: Membership) =>
      members.has(identityId) && role === 'member' && at.getTime() - joinedAt.getTime() < pathMs;
    const stays = (await listMemberships(ctx, { ...place, identityIds })).filter(isNew);
    if (stays.length === 0) continue;
    const carded = await findCarded(ctx, place.communityId, people);
    const rows = stays.map(({ id: membershipId, identityId, joinedAt }) => ({
      membershipId,
      identityId,
      joinedAt,
      cardedAt: carded.has(identityId) ? joinedAt : null,
    }));
    await insertNewcomers(ctx, place, rows);
  }
}

/** First words, first answers, another day. */
async function noteTalk(ctx: Ctx, events: readonly Received[]): Promise<void> {
  if (events.length === 0) return;
  const late = events.some(({ payload }) => payload.origin !== 'live') ? lateMs : 0;
  const since = pathStart(firstOf(events) - late);
  const groups = [...Map.groupBy(events, ({ payload }) => payload.groupId)].map(([groupId, here]) => ({
    place: { communityId: here[0]!.communityId!, groupId },
    ids: here.flatMap(({ payload }) => payload.messageIds),
  }));
  const fresh = await selectPlacesWithNewcomers(
    ctx,
    groups.map(({ place }) => place),
    since,
  );
  for (const { place, ids } of groups) if (fresh.has(place.groupId)) await follow(ctx, place, { ids, since });
}

/** Newcomers are read of whom the talk is: in a group that hundreds have just joined, a few of them speak at a time. */
async function follow(ctx: Ctx, place: Place, { ids, since }: { ids: readonly string[]; since: Date }): Promise<void> {
  const zone = await getZone(ctx, place.communityId);
  for (let from = 0; from < ids.length; from += chunk) {
    const said = await readSaid(ctx, place, await listMessages(ctx, place, ids.slice(from, from + chunk)));
    const concerned = new Set(
      said.flatMap(({ authorId, repliesTo, names }) => [authorId, repliesTo ?? authorId, ...names]),
    );
    const newcomers = await selectUnderWay(ctx, [place], { since, identityIds: [...concerned] });
    await updateUnderWay(
      ctx,
      place,
      followTalk(newcomers, said, (at) => localDay(at, zone)),
    );
  }
}

/** Another day may also begin with the button of a check-in. */
export const noteCheckIns = subscribe('care.note_check_ins', memberCheckedIn, async (ctx, events) => {
  const places = events.map(({ communityId, payload }) => ({ communityId: communityId!, groupId: payload.groupId }));
  const identityIds = events.map(({ payload }) => payload.identityId);
  const underWay = await selectUnderWay(ctx, oncePerGroup(places), { since: pathStart(firstOf(events)), identityIds });
  for (const { communityId, at, payload } of events) {
    const one = underWay.find(
      ({ groupId, identityId }) => groupId === payload.groupId && identityId === payload.identityId,
    );
    if (!one || one.backOn !== null || at.getTime() >= one.joinedAt.getTime() + pathMs) continue;
    if (payload.day <= localDay(one.joinedAt, await getZone(ctx, communityId!))) continue;
    await updateUnderWay(ctx, one, [{ ...one, backOn: payload.day }]);
  }
});

/** Who was greeted by the welcome of the group. */
export const noteWelcomes = subscribe('care.note_welcomes', newcomersWelcomed, async (ctx, events) => {
  for (const { communityId, at, payload } of events)
    await setWelcomed(ctx, { communityId: communityId!, membershipIds: payload.membershipIds, at });
});

/** Who has filled a line of their card. */
export const noteNewCards = subscribe('care.note_new_cards', identityChanged, async (ctx, events) => {
  for (const communityId of new Set(events.flatMap((event) => event.communityId ?? []))) {
    const identityIds = events
      .filter((event) => event.communityId === communityId)
      .flatMap(({ payload }) => payload.identityIds);
    const since = new Date(ctx.now().getTime() - pathMs);
    const open = await selectUncarded(ctx, { communityId, identityIds: [...new Set(identityIds)], since });
    if (open.length === 0) continue;
    const carded = await findCarded(ctx, communityId, await listIdentities(ctx, communityId, open));
    await setCarded(ctx, { communityId, identityIds: [...carded], since });
  }
});

/** Who has left again. */
export const noteGone = subscribe('care.note_gone', memberLeft, async (ctx, events) => {
  for (const { communityId, at, payload } of events) {
    const membershipIds = payload.members.map(({ membershipId }) => membershipId);
    await setLeft(ctx, { communityId: communityId!, membershipIds, at });
  }
});

/** Every night: forgets those whose path is looked at no more. */
export const forgetNewcomers = defineJob({
  name: 'care.forget_newcomers',
  payload: z.object({}),
  cron: '35 19 * * *',
  run: (ctx) => deleteOldNewcomers(ctx, new Date(ctx.now().getTime() - keptDays * dayMs)),
});

const firstOf = (events: readonly Happened<unknown>[]) => Math.min(...events.map(({ at }) => at.getTime()));

/** Who came before is through with their path at a moment. */
const pathStart = (at: number) => new Date(at - pathMs);

function oncePerGroup(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.groupId, place])).values()];
}

/** Messages with who is answered and named in them. */
async function readSaid(ctx: Ctx, place: Place, messages: readonly MessageFacts[]): Promise<Said[]> {
  const known = new Map(messages.map((one) => [one.id, one.authorId]));
  const earlier = messages.flatMap(({ replyTo }) => (replyTo === null || known.has(replyTo) ? [] : replyTo));
  if (earlier.length > 0)
    for (const { id, authorId } of await listMessages(ctx, place, [...new Set(earlier)])) known.set(id, authorId);
  const official = (await officialIdentity(ctx, place.communityId)).id;
  return messages.map(({ at, authorId, operatorId, replyTo, mentions }) => ({
    at,
    authorId,
    repliesTo: replyTo === null ? null : (known.get(replyTo) ?? null),
    names: (mentions ?? []).flatMap(({ identityId }) => (identityId === 'all' ? [] : identityId)),
    isAutomatic: authorId === official && operatorId === null,
  }));
}

/** Those of some accounts whose person has something on the card. */
async function findCarded(ctx: Ctx, communityId: string, identities: readonly Identity[]): Promise<Set<string>> {
  const personIds = identities.flatMap(({ personId }) => personId ?? []);
  const cards = await listCards(ctx, communityId, [...new Set(personIds)]);
  const isFilled = (card: Card | undefined) => card !== undefined && Object.values(card).some((line) => line !== null);
  return new Set(identities.filter(({ personId }) => isFilled(cards.get(personId ?? ''))).map(({ id }) => id));
}
