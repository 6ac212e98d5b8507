/** SQL on `guests_guests`: who is in the book, found by words, ordered by what is due, what is new or who came last. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What a guest is to the community. */
export const guestKinds = ['kol', 'speaker', 'merchant', 'partner', 'media'] as const;

/** How far a relation has come; `resting` = left alone for now. */
export const stages = ['known', 'talked', 'agreed', 'came', 'friend', 'resting'] as const;

/** One of them. */
export type Stage = (typeof stages)[number];

/** How the community came to know what it knows; `introduced` = nobody has asked them yet. */
export const sources = ['self', 'agreed', 'public', 'introduced'] as const;

/** In which order guests are listed. */
export const orders = ['next', 'new', 'last'] as const;

/** A public account with its public figure. */
export interface Platform {
  place: string;
  name: string;
  followers: number | null;
  /** The day on which somebody looked. */
  asOf: string | null;
}

/** What the team writes about a guest; `contact` and `fee` are private. */
export interface GuestWords {
  name: string;
  kind: (typeof guestKinds)[number];
  field: string;
  intro: string;
  platforms: Platform[];
  contact: string;
  fee: string;
  source: (typeof sources)[number];
  sourceNote: string;
  promises: string;
  identityId: string | null;
}

/** Somebody in the guest book. */
export interface Guest extends GuestWords {
  id: string;
  communityId: string;
  stage: Stage;
  stageSince: Date;
  nextAt: Date | null;
  nextWhat: string;
  nextTaskId: string | null;
  held: number;
  lastOn: string | null;
  version: number;
  createdAt: Date;
  changedAt: Date;
}

/** A guest of a community. */
export interface GuestId {
  communityId: string;
  guestId: string;
}

/** Which guests. */
export interface GuestFilter {
  asked: readonly { name: number[]; words: number[] }[];
  kind?: Guest['kind'] | undefined;
  stage?: Stage | undefined;
  source?: Guest['source'] | undefined;
  /** Whose next step is due before. */
  dueBefore?: Date | undefined;
}

const columns = sql`id, community_id as "communityId", name, kind, field, intro, platforms, contact, fee, source,
  source_note as "sourceNote", promises, stage, stage_since as "stageSince", identity_id as "identityId", next_at as "nextAt",
  next_what as "nextWhat", next_task_id as "nextTaskId", held, last_on as "lastOn", version, created_at as "createdAt",
  changed_at as "changedAt"`;

/** Writes a guest down. */
export async function insertGuest(
  ctx: Ctx,
  guest: GuestWords & { communityId: string; id: string; stage: Stage; tokens: readonly number[] },
): Promise<Guest> {
  const now = ctx.now();
  const { rows } = await sql<Guest>`
    insert into guests_guests (community_id, id, name, kind, field, intro, platforms, contact, fee, source, source_note, promises,
      stage, stage_since, identity_id, tokens, created_at, changed_at)
    values (${guest.communityId}, ${guest.id}, ${guest.name}, ${guest.kind}, ${guest.field}, ${guest.intro},
      ${JSON.stringify(guest.platforms)}::jsonb, ${guest.contact}, ${guest.fee}, ${guest.source}, ${guest.sourceNote},
      ${guest.promises}, ${guest.stage}, ${now}, ${guest.identityId}, ${guest.tokens}::int[], ${now}, ${now})
    returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Writes what is known of a guest anew. */
export async function updateGuest(
  ctx: Ctx,
  { communityId, guestId }: GuestId,
  words: GuestWords & { tokens: readonly number[] },
): Promise<Guest> {
  const { rows } = await sql<Guest>`
    update guests_guests set name = ${words.name}, kind = ${words.kind}, field = ${words.field}, intro = ${words.intro},
      platforms = ${JSON.stringify(words.platforms)}::jsonb, contact = ${words.contact}, fee = ${words.fee},
      source = ${words.source}, source_note = ${words.sourceNote}, promises = ${words.promises},
      identity_id = ${words.identityId}, tokens = ${words.tokens}::int[], version = version + 1, changed_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${guestId} returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Moves a guest to a stage. */
export async function updateStage(ctx: Ctx, { communityId, guestId }: GuestId, stage: Stage): Promise<Guest> {
  const { rows } = await sql<Guest>`
    update guests_guests set stage = ${stage}, stage_since = ${ctx.now()}, changed_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${guestId} returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Notes the next step with a guest, or that there is none. */
export async function updateNext(
  ctx: Ctx,
  { communityId, guestId }: GuestId,
  next: { at: Date | null; what: string; taskId: string | null },
): Promise<Guest> {
  const { rows } = await sql<Guest>`
    update guests_guests set next_at = ${next.at}, next_what = ${next.what}, next_task_id = ${next.taskId}
    where community_id = ${communityId} and id = ${guestId} returning ${columns}`.execute(ctx.db);
  return rows[0]!;
}

/** Counts the appearances of a guest anew. */
export async function recountAppearances(ctx: Ctx, { communityId, guestId }: GuestId): Promise<void> {
  await sql`
    update guests_guests g set held = counted.held, last_on = counted.last_on
    from (select count(*)::int as held, max(day) as last_on from guests_appearances
      where community_id = ${communityId} and guest_id = ${guestId} and state = 'held') counted
    where g.community_id = ${communityId} and g.id = ${guestId}`.execute(ctx.db);
}

/** A guest who still stands for themselves. */
export async function selectGuest(ctx: Ctx, { communityId, guestId }: GuestId): Promise<Guest | undefined> {
  return selectOne(ctx, { communityId, guestId }, sql``);
}

/** The same, and nobody else changes them until the transaction ends. */
export async function lockGuest(ctx: Ctx, { communityId, guestId }: GuestId): Promise<Guest | undefined> {
  return selectOne(ctx, { communityId, guestId }, sql`for update`);
}

async function selectOne(ctx: Ctx, { communityId, guestId }: GuestId, lock: RawBuilder<unknown>) {
  const { rows } = await sql<Guest>`
    select ${columns} from guests_guests
    where community_id = ${communityId} and id = ${guestId} and merged_into is null ${lock}`.execute(ctx.db);
  return rows[0];
}

/** Where a page of guests ended: the sort key as text, and the guest. */
export interface GuestMark {
  key: string;
  id: string;
}

const keys = {
  next: { key: sql`coalesce(next_at, 'infinity')`, type: sql`timestamptz`, up: true },
  new: { key: sql`created_at`, type: sql`timestamptz`, up: false },
  last: { key: sql`coalesce(last_on, '-infinity')`, type: sql`date`, up: false },
} as const;

/** Guests in an order. */
export async function selectGuests(
  ctx: Ctx,
  communityId: string,
  page: { filter: GuestFilter; order: (typeof orders)[number]; after: GuestMark | null; limit: number },
): Promise<Guest[]> {
  const { key, type, up } = keys[page.order];
  const { after } = page;
  const beyond = up ? sql`>` : sql`<`;
  const start = after ? sql`and (${key}, id) ${beyond} (${after.key}::${type}, ${after.id}::uuid)` : sql``;
  const turn = up ? sql`asc` : sql`desc`;
  const { rows } = await sql<Guest>`
    select ${columns} from guests_guests
    where community_id = ${communityId} and merged_into is null ${conditions(page.filter)} ${start}
    order by ${key} ${turn}, id ${turn} limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many guests stand at each stage, and how many next steps are due. */
export async function countGuests(
  ctx: Ctx,
  communityId: string,
): Promise<{ stages: Partial<Record<Stage, number>>; due: number; unasked: number }> {
  const { rows } = await sql<{ stage: Stage; count: number; due: number; unasked: number }>`
    select stage, count(*)::int as count, (count(*) filter (where next_at < ${ctx.now()}))::int as due,
      (count(*) filter (where source = 'introduced'))::int as unasked
    from guests_guests where community_id = ${communityId} and merged_into is null group by stage`.execute(ctx.db);
  const sum = (of: 'due' | 'unasked') => rows.reduce((all, row) => all + row[of], 0);
  return {
    stages: Object.fromEntries(rows.map(({ stage, count }) => [stage, count])),
    due: sum('due'),
    unasked: sum('unasked'),
  };
}

/** Guests of one of these names, spaces and letters' size aside. */
export async function selectNamed(ctx: Ctx, communityId: string, names: readonly string[]): Promise<Guest[]> {
  const { rows } = await sql<Guest>`
    select ${columns} from guests_guests
    where community_id = ${communityId} and merged_into is null
      and lower(replace(name, ' ', '')) = any(${names}::text[]) order by id`.execute(ctx.db);
  return rows;
}

/** Makes one guest a part of another. */
export async function setMerged(ctx: Ctx, { communityId, guestId }: GuestId, into: string): Promise<void> {
  for (const table of ['appearances', 'history'])
    await sql`
      update ${sql.table(`guests_${table}`)} set guest_id = ${into}
      where community_id = ${communityId} and guest_id = ${guestId}`.execute(ctx.db);
  // Only that there was one is kept of the other row: its words now stand in the one it belongs to.
  await sql`
    update guests_guests set merged_into = ${into}, contact = '', fee = '', tokens = '{}', identity_id = null, held = 0, last_on = null
    where community_id = ${communityId} and id = ${guestId}`.execute(ctx.db);
  await sql`
    update guests_guests set merged_into = ${into} where community_id = ${communityId} and merged_into = ${guestId}`.execute(
    ctx.db,
  );
}

function conditions({ asked, kind, stage, source, dueBefore }: GuestFilter): RawBuilder<unknown> {
  const all = [
    ...asked.map(({ name, words }) => sql`(tokens @> ${name}::int[] or tokens @> ${words}::int[])`),
    ...(kind ? [sql`kind = ${kind}`] : []),
    ...(stage ? [sql`stage = ${stage}`] : []),
    ...(source ? [sql`source = ${source}`] : []),
    ...(dueBefore ? [sql`next_at < ${dueBefore}`] : []),
  ];
  return all.length === 0 ? sql`` : sql`and ${sql.join(all, sql` and `)}`;
}
