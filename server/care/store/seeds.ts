/** All SQL on `care_seeds` and `care_topics`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** How a seed stands. */
export const seedStates = ['asked', 'active', 'declined', 'expired', 'left', 'ended'] as const;

/** One of them. */
export type SeedState = (typeof seedStates)[number];

/** Somebody who was asked to be a seed of a group. */
export interface Seed {
  communityId: string;
  id: string;
  groupId: string;
  identityId: string;
  state: SeedState;
  note: string;
  askedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
}

/** A seed with what came of it. */
export interface SeedLine extends Seed {
  open: number;
  late: number;
  done: number;
  skipped: number;
  replies: number;
}

/** How a topic stands. */
export const topicStates = ['open', 'done', 'skipped', 'taken_back'] as const;

/** Something that a seed was asked to start a talk about. */
export interface Topic {
  communityId: string;
  id: string;
  seedId: string;
  groupId: string;
  text: string;
  hint: string;
  dueAt: Date;
  state: (typeof topicStates)[number];
  givenAt: Date;
  settledAt: Date | null;
  messageId: string | null;
  note: string;
  replies: number | null;
  repliers: number | null;
  reactions: number | null;
}

/** The row of something in a community. */
export interface RowId {
  communityId: string;
  id: string;
}

/** A place in the talk of somebody. */
export interface SeedPlace {
  communityId: string;
  groupId: string;
  identityId: string;
}

const seedColumns = sql`s.community_id as "communityId", s.id, s.group_id as "groupId", s.identity_id as "identityId", s.state, s.note,
  s.asked_at as "askedAt", s.answered_at as "answeredAt", s.ended_at as "endedAt"`;
const topicColumns = sql`t.community_id as "communityId", t.id, t.seed_id as "seedId", t.group_id as "groupId", t.text, t.hint,
  t.due_at as "dueAt", t.state, t.given_at as "givenAt", t.settled_at as "settledAt", t.message_id as "messageId", t.note, t.replies,
  t.repliers, t.reactions`;

/** Asks somebody; undefined when they are asked or a seed already. */
export async function insertSeed(
  ctx: Ctx,
  place: SeedPlace & { id: string; note: string; by: string | null },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into care_seeds (community_id, id, group_id, identity_id, state, note, asked_at, asked_by)
    values (${place.communityId}, ${place.id}, ${place.groupId}, ${place.identityId}, 'asked', ${place.note}, ${ctx.now()}, ${place.by})
    on conflict do nothing`.execute(ctx.db);
  return Number(numAffectedRows ?? 0n) > 0;
}

/** When somebody was last asked in a group or has ended there; null = never. */
export async function selectLastAsked(ctx: Ctx, place: SeedPlace): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(asked_at) as at from care_seeds
    where community_id = ${place.communityId} and group_id = ${place.groupId} and identity_id = ${place.identityId}
      and state in ('declined', 'expired')`.execute(ctx.db);
  return rows[0]?.at ?? null;
}

/** A seed, kept as it is until the transaction ends. */
export async function lockSeed(ctx: Ctx, { communityId, id }: RowId): Promise<Seed | undefined> {
  const { rows } = await sql<Seed>`
    select ${seedColumns} from care_seeds s where s.community_id = ${communityId} and s.id = ${id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** What somebody is asked or does in a group now. */
export async function selectOwnSeed(ctx: Ctx, place: SeedPlace): Promise<Seed | undefined> {
  const { rows } = await sql<Seed>`
    select ${seedColumns} from care_seeds s
    where s.community_id = ${place.communityId} and s.group_id = ${place.groupId} and s.identity_id = ${place.identityId}
      and s.state in ('asked', 'active')`.execute(ctx.db);
  return rows[0];
}

/** Moves a seed on; open topics of one that ends are taken back. */
export async function moveSeed(ctx: Ctx, { communityId, id }: RowId, to: Exclude<SeedState, 'asked'>): Promise<void> {
  const ends = to === 'left' || to === 'ended';
  await sql`
    update care_seeds set state = ${to}, answered_at = coalesce(answered_at, ${ends ? null : ctx.now()}),
      ended_at = ${ends ? ctx.now() : null}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
  if (ends)
    await sql`
      update care_topics set state = 'taken_back', settled_at = ${ctx.now()}
      where community_id = ${communityId} and seed_id = ${id} and state = 'open'`.execute(ctx.db);
}

/** Seeds of these places that are asked or active. */
export async function selectSeedsAt(ctx: Ctx, places: readonly SeedPlace[]): Promise<Seed[]> {
  const { rows } = await sql<Seed>`
    select ${seedColumns} from care_seeds s
    join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as gone("communityId" uuid, "groupId" uuid, "identityId" uuid)
      on s.community_id = gone."communityId" and s.group_id = gone."groupId" and s.identity_id = gone."identityId"
    where s.state in ('asked', 'active') order by s.community_id, s.id`.execute(ctx.db);
  return rows;
}

/** Questions that nobody has answered since a moment are closed. */
export async function expireAsked(ctx: Ctx, before: Date): Promise<void> {
  await sql`
    update care_seeds set state = 'expired', answered_at = ${ctx.now()} where state = 'asked' and asked_at < ${before}`.execute(
    ctx.db,
  );
}

/** The accounts that are marked in a group. */
export async function selectMarked(ctx: Ctx, place: Omit<SeedPlace, 'identityId'>): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select identity_id as "identityId" from care_seeds
    where community_id = ${place.communityId} and group_id = ${place.groupId} and state = 'active' order by id`.execute(
    ctx.db,
  );
  return rows.map(({ identityId }) => identityId);
}

/** Seeds with what came of them, the latest first; `current` = those who are asked or active. */
export async function selectSeeds(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; current: boolean },
  page: { before: string | null; limit: number },
): Promise<SeedLine[]> {
  const { rows } = await sql<SeedLine>`
    select ${seedColumns}, c.* from care_seeds s, lateral (
      select (count(*) filter (where t.state = 'open'))::int as open,
        (count(*) filter (where t.state = 'open' and t.due_at < ${ctx.now()}))::int as late,
        (count(*) filter (where t.state = 'done'))::int as done, (count(*) filter (where t.state = 'skipped'))::int as skipped,
        coalesce(sum(t.replies), 0)::int as replies
      from care_topics t where t.community_id = s.community_id and t.seed_id = s.id) c
    where s.community_id = ${which.communityId} and (${which.groupId}::uuid is null or s.group_id = ${which.groupId}::uuid)
      and (s.state in ('asked', 'active')) = ${which.current} and (${page.before}::uuid is null or s.id < ${page.before}::uuid)
    order by s.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Gives a topic. */
export async function insertTopic(
  ctx: Ctx,
  seed: Seed,
  topic: Pick<Topic, 'id' | 'text' | 'hint' | 'dueAt'> & { by: string | null },
): Promise<void> {
  await sql`
    insert into care_topics (community_id, id, seed_id, group_id, text, hint, due_at, state, given_at, given_by)
    values (${seed.communityId}, ${topic.id}, ${seed.id}, ${seed.groupId}, ${topic.text}, ${topic.hint}, ${topic.dueAt}, 'open',
            ${ctx.now()}, ${topic.by})`.execute(ctx.db);
}

/** A topic, kept as it is until the transaction ends. */
export async function lockTopic(ctx: Ctx, { communityId, id }: RowId): Promise<Topic | undefined> {
  const { rows } = await sql<Topic>`
    select ${topicColumns} from care_topics t where t.community_id = ${communityId} and t.id = ${id} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Settles a topic. */
export async function settleTopic(
  ctx: Ctx,
  { communityId, id }: RowId,
  how: { state: Exclude<Topic['state'], 'open'>; messageId: string | null; note: string },
): Promise<void> {
  await sql`
    update care_topics set state = ${how.state}, settled_at = ${ctx.now()}, message_id = ${how.messageId}, note = ${how.note}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}

/** Topics of one seed, or of a community or group, open ones by due time, settled ones latest first. */
export async function selectTopics(
  ctx: Ctx,
  which: { communityId: string; groupId: string | null; seedId: string | null; open: boolean },
  page: { after: { at: string; id: string } | null; limit: number },
): Promise<(Topic & { identityId: string })[]> {
  const key = which.open ? sql`t.due_at` : sql`t.settled_at`;
  const turn = which.open ? sql`asc` : sql`desc`;
  const { after } = page;
  const start = after
    ? sql`and (${key}, t.id) ${which.open ? sql`>` : sql`<`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<Topic & { identityId: string }>`
    select ${topicColumns}, s.identity_id as "identityId" from care_topics t
    join care_seeds s on s.community_id = t.community_id and s.id = t.seed_id
    where t.community_id = ${which.communityId} and (${which.groupId}::uuid is null or t.group_id = ${which.groupId}::uuid)
      and (${which.seedId}::uuid is null or t.seed_id = ${which.seedId}::uuid) and (t.state = 'open') = ${which.open}
      and t.state <> 'taken_back' ${start}
    order by ${key} ${turn}, t.id ${turn} limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Topics with a message that were settled after a moment, for counting. */
export async function selectToCount(
  ctx: Ctx,
  since: Date,
  limit: number,
): Promise<(Pick<Topic, 'communityId' | 'id' | 'groupId'> & { messageId: string })[]> {
  const { rows } = await sql<Pick<Topic, 'communityId' | 'id' | 'groupId'> & { messageId: string }>`
    select t.community_id as "communityId", t.id, t.group_id as "groupId", t.message_id as "messageId" from care_topics t
    where t.message_id is not null and t.settled_at > ${since} order by t.settled_at limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Keeps what came of a topic. */
export async function setHarvest(
  ctx: Ctx,
  { communityId, id }: RowId,
  harvest: { replies: number; repliers: number; reactions: number },
): Promise<void> {
  await sql`
    update care_topics set replies = ${harvest.replies}, repliers = ${harvest.repliers}, reactions = ${harvest.reactions},
      counted_at = ${ctx.now()}
    where community_id = ${communityId} and id = ${id}`.execute(ctx.db);
}
