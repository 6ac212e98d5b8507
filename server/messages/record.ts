/**
 * The middle of the road of a message: what has passed the gates is written in one transaction with its number, its tokens, the
 * counters and the event. When it is committed, and only then, it is shown live.
 */
import type { Author, Message } from '../carriers/index.ts';
import { getZone } from '../communities/index.ts';
import { countGroupActivity, type Group, type GroupActivity } from '../groups/index.ts';
import { countPeopleActivity, haveSpoken, type PeopleActivity } from '../people/index.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, isInTransaction, type Ctx } from '../platform/context.ts';
import { listAuthors } from './authors.ts';
import { speaksForTeam, type Draft } from './draft.ts';
import { messagesReceived } from './events.ts';
import { orderedIds } from './order.ts';
import { listParents, presentOwn, showMessage, type Surroundings } from './present.ts';
import { insertMessages, isAlreadyThere, lockSequence, selectEarlier, type FreshRow } from './store/record.ts';
import type { MessageRow, Place } from './store/row.ts';
import { tokensOfMessage, weekOf } from './tokens.ts';

/** What was written for a draft: a new row, or the one that was already there. */
export interface Recorded {
  row: MessageRow;
  duplicate: boolean;
}

/**
 * Records drafts of one group in order; all or, when it throws, none. A draft that is already there under its client id or
 * external id (also twice in one batch) gives the message that is there.
 */
export async function recordDrafts(
  ctx: Ctx,
  group: Group,
  { drafts }: { drafts: readonly Draft[] },
): Promise<{ message: Message; duplicate: boolean }[]> {
  // Read before the transaction it is kept for the next posts.
  await getZone(ctx, group.communityId);
  // What members post is nearly always new: it is written without asking, and only when that fails, asked and written again.
  if (!isInTransaction(ctx) && drafts.every((draft) => draft.clientId !== null && draft.externalId === null)) {
    try {
      const sorted = sortOut(placeOf(group), { drafts, earlier: new Map() });
      const number = await inTransaction(ctx, (inner) =>
        write(inner, group, { rows: sorted.fresh, drafts, mayWait: true }),
      );
      number();
      return await tell(ctx, group, { ...sorted, drafts });
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
  }
  return inTransaction(ctx, async (inner) => {
    const place = placeOf(group);
    await lockSequence(inner, place);
    const earlier = keyed(await selectEarlier(inner, place, earlierKeys(drafts)));
    const sorted = sortOut(place, { drafts, earlier });
    if (sorted.fresh.length > 0) (await write(inner, group, { rows: sorted.fresh, drafts, mayWait: false }))();
    return tell(inner, group, { ...sorted, drafts });
  });
}

/** Shows what was recorded to everybody who listens, once it is committed, and gives what its authors get back. */
async function tell(
  ctx: Ctx,
  group: Group,
  { recorded, fresh, drafts }: { recorded: Recorded[]; fresh: FreshRow[]; drafts: readonly Draft[] },
): Promise<{ message: Message; duplicate: boolean }[]> {
  const shown = await show(ctx, placeOf(group), { recorded, drafts });
  const freshIds = new Set(fresh.map((row) => row.id));
  const origin = drafts[0]?.origin ?? 'live';
  publish(ctx, group.id, { messages: shown.filter((message) => freshIds.has(message.id)), origin });
  return shown.map((message, at) => ({ message, duplicate: recorded[at]!.duplicate }));
}

/** The keys under which drafts may already be there. */
export function earlierKeys(drafts: readonly Draft[]) {
  return {
    clients: drafts.flatMap(({ author, clientId }) =>
      clientId === null ? [] : [{ authorId: author.identityId, clientId }],
    ),
    externalIds: drafts.flatMap((draft) => draft.externalId ?? []),
  };
}

/** Messages by the keys under which they may be asked for again. */
export function keyed(rows: readonly MessageRow[]): Map<string, MessageRow> {
  const map = new Map<string, MessageRow>();
  for (const row of rows) for (const key of keysOf(row.authorId, row)) map.set(key, row);
  return map;
}

/** The keys of one message. */
export function keysOf(authorId: string, row: { clientId: string | null; externalId: string | null }): string[] {
  return [
    ...(row.clientId === null ? [] : [`c ${authorId} ${row.clientId}`]),
    ...(row.externalId === null ? [] : [`x ${row.externalId}`]),
  ];
}

/** The group's place in the keys of this module. */
export function placeOf(group: Pick<Group, 'id' | 'communityId'>): Place {
  return { communityId: group.communityId, groupId: group.id };
}

/** What is new and what was there, in the order of the drafts; new rows get their numbers when they are written. */
function sortOut(
  place: Place,
  given: { drafts: readonly Draft[]; earlier: ReadonlyMap<string, MessageRow> },
): { recorded: Recorded[]; fresh: FreshRow[] } {
  const known = new Map(given.earlier);
  const ids = orderedIds(given.drafts.map((draft) => draft.at));
  const fresh: FreshRow[] = [];
  const recorded = given.drafts.map((draft, at): Recorded => {
    const keys = keysOf(draft.author.identityId, draft);
    const there = keys.map((key) => known.get(key)).find((row) => row !== undefined);
    if (there) return { row: there, duplicate: true };
    const row = freshRow(place, draft, ids[at]!);
    fresh.push(row);
    for (const key of keys) known.set(key, row);
    return { row, duplicate: false };
  });
  return { recorded, fresh };
}

function freshRow(place: Place, draft: Draft, id: string): FreshRow {
  const { author, operatorId, clientId, externalId, origin, at, kind, text, picture, replyTo } = draft;
  const authorId = author.identityId;
  return {
    ...place,
    id,
    seq: 0,
    changedSeq: 0,
    authorId,
    operatorId,
    clientId,
    externalId,
    origin,
    at,
    kind,
    text,
    picture,
    replyTo,
    mentions: draft.mentions.length > 0 ? draft.mentions : null,
    pinnedAt: null,
    editedAt: null,
    recalledAt: null,
    week: weekOf(at),
    tokens: tokensOfMessage(place.communityId, { groupId: place.groupId, authorId, kind, text, at }),
  };
}

/** Authors who speak for the team in this group. */
function hostsOf(drafts: readonly Draft[]): Set<string> {
  return new Set(drafts.filter(({ author }) => speaksForTeam(author)).map(({ author }) => author.identityId));
}

/**
 * Writes new rows with everything that is counted with them. Gives what numbers the rows: with `mayWait` only after the commit, so that
 * the whole transaction travels in one packet unless somebody speaks for the first time on a day.
 */
async function write(
  ctx: Ctx,
  group: Group,
  { rows, drafts, mayWait }: { rows: readonly FreshRow[]; drafts: readonly Draft[]; mayWait: boolean },
): Promise<() => void> {
  const { origin } = rows[0]!;
  const { people, groupDays } = await countRows(ctx, group, { rows, hosts: hostsOf(drafts) });
  const when = mayWait && haveSpoken(ctx, people) ? 'last' : 'now';
  // Sent together: who spoke is counted without knowing the numbers of what was said.
  const [readBefore, speakers] = await Promise.all([
    insertMessages(ctx, placeOf(group), { rows, when }),
    countPeopleActivity(ctx, people),
  ]);
  for (const { day } of speakers) groupDays.get(day)!.speakers += 1;
  await countGroupActivity(ctx, [...groupDays.values()]);
  ctx.emit(messagesReceived, group.communityId, { groupId: group.id, origin, messageIds: rows.map((row) => row.id) });
  return () => {
    const before = readBefore();
    rows.forEach((row, at) => {
      row.seq = before + at + 1;
      row.changedSeq = row.seq;
    });
  };
}

/** What rows count for the group and for people, on the messages' own days in the community's zone. */
async function countRows(ctx: Ctx, group: Group, what: { rows: readonly FreshRow[]; hosts: ReadonlySet<string> }) {
  const { rows, hosts } = what;
  const zone = await getZone(ctx, group.communityId);
  const place = placeOf(group);
  const at = latestNews(ctx, group, rows);
  const groupDays = new Map<string, GroupActivity & { messages: number; hostMessages: number; speakers: number }>();
  const people = new Map<string, Required<Omit<PeopleActivity, 'reactions'>>>();
  for (const row of rows) {
    const { authorId: identityId } = row;
    const day = localDay(row.at, zone);
    const whole = groupDays.get(day) ?? {
      ...place,
      day,
      messages: 0,
      hostMessages: 0,
      speakers: 0,
      ...(at ? { at } : {}),
    };
    whole.messages += 1;
    if (hosts.has(identityId)) whole.hostMessages += 1;
    groupDays.set(day, whole);
    const key = `${identityId} ${day}`;
    const counted = people.get(key) ?? { ...place, identityId, day, messages: 0, pictures: 0, replies: 0 };
    counted.messages += 1;
    if (row.picture) counted.pictures += 1;
    if (row.replyTo !== null) counted.replies += 1;
    people.set(key, counted);
  }
  return { groupDays, people: [...people.values()] };
}

/**
 * When the group was last heard of, if that is news by a minute: the group's own row is not written with every batch.
 */
function latestNews(ctx: Ctx, group: Group, rows: readonly MessageRow[]): Date | undefined {
  const latest = Math.max(...rows.map((row) => row.at.getTime()));
  if (latest - (group.lastActivityAt?.getTime() ?? 0) < 60_000) return undefined;
  return new Date(Math.min(latest, ctx.now().getTime()));
}

/** Counts a reaction that was given or taken back, on the day of doing so. */
export async function countReaction(
  ctx: Ctx,
  group: Group,
  reaction: { identityId: string; reactions: 1 | -1 },
): Promise<void> {
  const day = localDay(ctx.now(), await getZone(ctx, group.communityId));
  await countGroupActivity(ctx, [{ ...placeOf(group), day, reactions: reaction.reactions }]);
  await countPeopleActivity(ctx, [{ ...placeOf(group), day, ...reaction }]);
}

/** What the authors of the batch get back; their own standing is known, so only quotes and repeats cost a look. */
async function show(
  ctx: Ctx,
  place: Place,
  { recorded, drafts }: { recorded: readonly Recorded[]; drafts: readonly Draft[] },
): Promise<Message[]> {
  const rows = recorded.flatMap(({ row, duplicate }) => (duplicate ? [] : [row]));
  const authors = new Map<string, Author>(drafts.map((draft) => [draft.author.identityId, draft.author]));
  const parents = await listParents(ctx, place, rows);
  const missing = [...parents.values()].map((row) => row.authorId).filter((authorId) => !authors.has(authorId));
  if (missing.length > 0) for (const [id, author] of await listAuthors(ctx, place, missing)) authors.set(id, author);
  const around: Surroundings = { authors, parents, reactions: new Map(), readers: new Map(), deliveries: new Map() };
  const repeats = recorded.flatMap(({ row, duplicate }) => (duplicate ? [row] : []));
  const shown = repeats.length > 0 ? await presentOwn(ctx, repeats) : undefined;
  return recorded.map(({ row }) => shown?.get(row.id) ?? showMessage(row, around, 'everybody'));
}

function publish(ctx: Ctx, groupId: string, what: { messages: readonly Message[]; origin: Draft['origin'] }): void {
  const { messages, origin } = what;
  if (messages.length === 0) return;
  ctx.afterCommit(() => {
    const { live } = ctx.services;
    // A history that is being read in is not shouted line by line: listeners read again.
    if (origin !== 'live') return live.publish('group', groupId, { type: 'resync' });
    for (const message of messages) live.publish('group', groupId, { type: 'message', message });
  });
}
