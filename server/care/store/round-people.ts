/** All SQL on `care_round_people`: who was there when a round began, what they answered, what was decided and done. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { RoundId } from './rounds.ts';

/** Why nobody asks somebody. */
export const sparedReasons = ['team', 'kept', 'new', 'uncontacted'] as const;

/** How somebody has answered. */
export const answerWays = ['name', 'button', 'word'] as const;

/** What the team decides about somebody who has not answered. */
export const decisions = ['keep', 'talk', 'remove'] as const;

/** How far a removal is. */
export const removalStates = ['planned', 'handed', 'removed', 'stopped', 'spared', 'undone'] as const;

/** What is needed to let somebody in again as they were. */
export interface KeptStay {
  role: 'member' | 'steward' | 'admin' | 'owner';
  source: string;
  linkId: string | null;
  code: string | null;
  inviterId: string | null;
}

/** One person of a round. */
export interface RoundPerson {
  communityId: string;
  roundId: string;
  identityId: string;
  groupId: string;
  joinedAt: Date;
  /** As it was when the round began. */
  name: string;
  lastOn: string | null;
  readAt: Date | null;
  spared: (typeof sparedReasons)[number] | null;
  answeredAt: Date | null;
  answeredHow: (typeof answerWays)[number] | null;
  leftAt: Date | null;
  decision: (typeof decisions)[number] | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  taskId: string | null;
  removal: (typeof removalStates)[number] | null;
  removeAt: Date | null;
  removedAt: Date | null;
  undoneAt: Date | null;
  stay: KeptStay | null;
}

const columns = sql`p.community_id as "communityId", p.round_id as "roundId", p.identity_id as "identityId", p.group_id as "groupId",
  p.joined_at as "joinedAt", p.name, p.last_on as "lastOn", p.read_at as "readAt", p.spared, p.answered_at as "answeredAt",
  p.answered_how as "answeredHow", p.left_at as "leftAt", p.decision, p.decided_at as "decidedAt", p.decided_by as "decidedBy",
  p.task_id as "taskId", p.removal, p.remove_at as "removeAt", p.removed_at as "removedAt", p.undone_at as "undoneAt", p.stay`;

/** Who has not answered, is asked at all, still there, and not kept by a sign of life or by being invited back. */
const isWaiting = sql`p.spared is null and p.answered_at is null and p.left_at is null
  and coalesce(p.removal, '') not in ('undone', 'spared')`;

/** Notes who was there when the round began. */
export async function insertPeople(
  ctx: Ctx,
  round: RoundId & { groupId: string },
  people: readonly Pick<RoundPerson, 'identityId' | 'joinedAt' | 'name' | 'lastOn' | 'readAt' | 'spared'>[],
): Promise<void> {
  await sql`
    insert into care_round_people (community_id, round_id, identity_id, group_id, joined_at, name, last_on, read_at, spared)
    select ${round.communityId}::uuid, ${round.roundId}::uuid, given."identityId", ${round.groupId}::uuid, given."joinedAt",
      given.name, given."lastOn", given."readAt", given.spared
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as given("identityId" uuid, "joinedAt" timestamptz, name text, "lastOn" date,
      "readAt" timestamptz, spared text)`.execute(ctx.db);
}

/** The first sign of life counts; gives those for whom it was the first. */
export async function noteAnswers(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  answer: { identityIds: readonly string[]; how: (typeof answerWays)[number]; at: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update care_round_people p set answered_at = ${answer.at}, answered_how = ${answer.how},
      removal = case when p.removal = 'planned' then 'spared' else p.removal end
    where p.community_id = ${communityId} and p.round_id = ${roundId} and p.identity_id = any(${answer.identityIds}::uuid[])
      and p.answered_at is null and p.left_at is null`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Notes who is no longer in the group; who is being removed by a human is removed now. */
export async function noteLeft(
  ctx: Ctx,
  place: { communityId: string; roundIds: readonly string[] },
  identityIds: readonly string[],
): Promise<void> {
  await sql`
    update care_round_people p set left_at = ${ctx.now()},
      removal = case when p.removal = 'handed' then 'removed' when p.removal = 'planned' then 'stopped' else p.removal end
    where p.community_id = ${place.communityId} and p.round_id = any(${place.roundIds}::uuid[])
      and p.identity_id = any(${identityIds}::uuid[]) and p.left_at is null`.execute(ctx.db);
}

/** Brings the last moments of reading up to date. */
export async function noteReads(ctx: Ctx, { communityId, roundId }: RoundId, reads: ReadonlyMap<string, Date>) {
  const given = [...reads].map(([identityId, at]) => ({ identityId, at }));
  await sql`
    update care_round_people p set read_at = given.at
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given("identityId" uuid, at timestamptz)
    where p.community_id = ${communityId} and p.round_id = ${roundId} and p.identity_id = given."identityId"`.execute(
    ctx.db,
  );
}

/** Some people of a round by identity, locked in one order. */
export async function lockPeople(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  identityIds: readonly string[],
): Promise<RoundPerson[]> {
  const { rows } = await sql<RoundPerson>`
    select ${columns} from care_round_people p
    where p.community_id = ${communityId} and p.round_id = ${roundId} and p.identity_id = any(${identityIds}::uuid[])
    order by p.identity_id for update`.execute(ctx.db);
  return rows;
}

/** One person of a round, as they stand in it. */
export async function selectPersonOfRound(
  ctx: Ctx,
  which: RoundId & { identityId: string },
): Promise<RoundPerson | undefined> {
  const { rows } = await sql<RoundPerson>`
    select ${columns} from care_round_people p
    where p.community_id = ${which.communityId} and p.round_id = ${which.roundId}
      and p.identity_id = ${which.identityId}`.execute(ctx.db);
  return rows[0];
}

/** Everybody who waits, by id. */
export async function selectWaitingIds(ctx: Ctx, { communityId, roundId }: RoundId): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select p.identity_id as "identityId" from care_round_people p
    where p.community_id = ${communityId} and p.round_id = ${roundId} and ${isWaiting}
    order by p.identity_id`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Which part of a round is looked at. */
export const views = ['silent', 'reading', 'answered', 'spared', 'removals', 'left'] as const;

/** One of them. */
export type View = (typeof views)[number];

/** `silent` has whoever gave no sign since the round began, or whose platform tells nothing; `reading` has read since. */
function within(view: View, startedAt: Date): RawBuilder<unknown> {
  const hasRead = sql`p.read_at is not null and p.read_at >= ${startedAt}`;
  const conditions: Record<View, RawBuilder<unknown>> = {
    silent: sql`${isWaiting} and not (${hasRead})`,
    reading: sql`${isWaiting} and ${hasRead}`,
    answered: sql`p.spared is null and p.answered_at is not null`,
    spared: sql`p.spared is not null`,
    removals: sql`p.removal is not null and p.removal <> 'stopped'`,
    left: sql`p.left_at is not null and (p.removal is null or p.removal = 'stopped')`,
  };
  return conditions[view];
}

/** A page of the people of a round: removals by their time, others by how long they have been there. */
export async function selectPeople(
  ctx: Ctx,
  round: RoundId & { startedAt: Date },
  page: { view: View; after: { at: string; identityId: string } | null; limit: number },
): Promise<(RoundPerson & { sortAt: Date })[]> {
  const sortAt = page.view === 'removals' ? sql`coalesce(p.removed_at, p.remove_at, p.decided_at)` : sql`p.joined_at`;
  const { rows } = await sql<RoundPerson & { sortAt: Date }>`
    select ${columns}, ${sortAt} as "sortAt" from care_round_people p
    where p.community_id = ${round.communityId} and p.round_id = ${round.roundId} and ${within(page.view, round.startedAt)}
      and (${page.after === null} or (${sortAt}, p.identity_id)
           > (${page.after?.at ?? null}::timestamptz, ${page.after?.identityId ?? null}::uuid))
    order by "sortAt", p.identity_id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many people of a round are where. */
export type RoundCounts = Record<
  | 'people'
  | 'asked'
  | 'answered'
  | 'byName'
  | 'byButton'
  | 'byWord'
  | 'spared'
  | 'silent'
  | 'reading'
  | 'left'
  | 'undecided'
  | 'keep'
  | 'talk'
  | 'remove'
  | 'planned'
  | 'handed'
  | 'removed'
  | 'saved'
  | 'undone',
  number
>;

/** The figures of some rounds. */
export async function countPeopleOf(
  ctx: Ctx,
  communityId: string,
  roundIds: readonly string[],
): Promise<Map<string, RoundCounts>> {
  const of = (condition: RawBuilder<unknown>) => sql`(count(*) filter (where ${condition}))::int`;
  const hasRead = sql`p.read_at is not null and p.read_at >= r.started_at`;
  const { rows } = await sql<RoundCounts & { roundId: string }>`
    select p.round_id as "roundId", count(*)::int as people, ${of(sql`p.spared is null`)} as asked,
      ${of(sql`p.spared is null and p.answered_at is not null`)} as answered,
      ${of(sql`p.spared is null and p.answered_how = 'name'`)} as "byName",
      ${of(sql`p.spared is null and p.answered_how = 'button'`)} as "byButton",
      ${of(sql`p.spared is null and p.answered_how = 'word'`)} as "byWord",
      ${of(sql`p.spared is not null`)} as spared, ${of(sql`${isWaiting} and not (${hasRead})`)} as silent,
      ${of(sql`${isWaiting} and ${hasRead}`)} as reading,
      ${of(sql`p.left_at is not null and (p.removal is null or p.removal = 'stopped')`)} as left,
      ${of(sql`${isWaiting} and p.decision is null`)} as undecided,
      ${of(sql`${isWaiting} and p.decision = 'keep'`)} as keep, ${of(sql`${isWaiting} and p.decision = 'talk'`)} as talk,
      ${of(sql`${isWaiting} and p.decision = 'remove' and (p.removal is null or p.removal = 'stopped')`)} as remove,
      ${of(sql`p.removal = 'planned'`)} as planned, ${of(sql`p.removal = 'handed'`)} as handed,
      ${of(sql`p.removal = 'removed'`)} as removed, ${of(sql`p.removal = 'spared'`)} as saved,
      ${of(sql`p.removal = 'undone'`)} as undone
    from care_round_people p join care_rounds r on r.community_id = p.community_id and r.id = p.round_id
    where p.community_id = ${communityId} and p.round_id = any(${roundIds}::uuid[])
    group by 1`.execute(ctx.db);
  return new Map(rows.map(({ roundId, ...counts }) => [roundId, counts]));
}

/** Keeps a decision about some locked people; null takes it back. */
export async function keepDecision(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  what: { identityIds: readonly string[]; decision: RoundPerson['decision']; by: string },
): Promise<void> {
  await sql`
    update care_round_people set decision = ${what.decision}, decided_by = ${what.by}, decided_at = ${ctx.now()}, task_id = null,
      removal = null, remove_at = null
    where community_id = ${communityId} and round_id = ${roundId} and identity_id = any(${what.identityIds}::uuid[])`.execute(
    ctx.db,
  );
}

/** Keeps the task that belongs to somebody of a round. */
export async function keepTask(ctx: Ctx, which: RoundId & { identityId: string }, taskId: string): Promise<void> {
  await sql`
    update care_round_people set task_id = ${taskId}
    where community_id = ${which.communityId} and round_id = ${which.roundId} and identity_id = ${which.identityId}`.execute(
    ctx.db,
  );
}

/** Those about whom it is decided that they go and for whom no moment is planned, locked; who has been there longest comes last. */
export async function lockToRemove(ctx: Ctx, { communityId, roundId }: RoundId): Promise<RoundPerson[]> {
  const { rows } = await sql<RoundPerson>`
    select ${columns} from care_round_people p
    where p.community_id = ${communityId} and p.round_id = ${roundId} and ${isWaiting} and p.decision = 'remove'
      and (p.removal is null or p.removal = 'stopped')
    order by p.joined_at desc, p.identity_id for update`.execute(ctx.db);
  return rows;
}

/** Plans moments. */
export async function planRemovals(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  plan: readonly { identityId: string; removeAt: Date }[],
): Promise<void> {
  await sql`
    update care_round_people p set removal = 'planned', remove_at = given."removeAt"
    from jsonb_to_recordset(${JSON.stringify(plan)}::jsonb) as given("identityId" uuid, "removeAt" timestamptz)
    where p.community_id = ${communityId} and p.round_id = ${roundId} and p.identity_id = given."identityId"`.execute(
    ctx.db,
  );
}

/** Takes all planned moments of a round back; gives how many. */
export async function stopPlanned(ctx: Ctx, { communityId, roundId }: RoundId): Promise<number> {
  const { numAffectedRows } = await sql`
    update care_round_people set removal = 'stopped', remove_at = null
    where community_id = ${communityId} and round_id = ${roundId} and removal = 'planned'`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Removals that are due anywhere, the oldest first. */
export async function selectDueRemovals(ctx: Ctx, limit: number): Promise<(RoundId & { identityId: string })[]> {
  const { rows } = await sql<RoundId & { identityId: string }>`
    select community_id as "communityId", round_id as "roundId", identity_id as "identityId" from care_round_people
    where removal = 'planned' and remove_at <= ${ctx.now()} order by remove_at, identity_id limit ${limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** How many of a group were removed between two moments, those taken back included. */
export async function countRemoved(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  span: { from: Date; to: Date },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from care_round_people
    where community_id = ${place.communityId} and group_id = ${place.groupId} and removed_at >= ${span.from}
      and removed_at < ${span.to}`.execute(ctx.db);
  return rows[0]!.count;
}

/** Changes a removal that the caller has locked. */
export async function setRemoval(
  ctx: Ctx,
  which: RoundId & { identityId: string },
  to: {
    removal: NonNullable<RoundPerson['removal']>;
    stay?: KeptStay;
    taskId?: string | null;
    removeAt?: Date;
    undoneBy?: string;
  },
): Promise<void> {
  const isOut = to.removal === 'removed' || to.removal === 'handed';
  await sql`
    update care_round_people set removal = ${to.removal}, stay = coalesce(${to.stay ? JSON.stringify(to.stay) : null}::jsonb, stay),
      task_id = coalesce(${to.taskId ?? null}::uuid, task_id), remove_at = coalesce(${to.removeAt ?? null}::timestamptz, remove_at),
      removed_at = case when ${isOut} then ${ctx.now()}::timestamptz else removed_at end,
      undone_at = case when ${to.undoneBy !== undefined} then ${ctx.now()}::timestamptz else undone_at end,
      left_at = case when ${to.undoneBy !== undefined} then null else left_at end,
      undone_by = coalesce(${to.undoneBy ?? null}, undone_by)
    where community_id = ${which.communityId} and round_id = ${which.roundId} and identity_id = ${which.identityId}`.execute(
    ctx.db,
  );
}

/** The latest removal of an identity from a group that stands. */
export async function selectLastRemoval(
  ctx: Ctx,
  who: { communityId: string; groupId: string; identityId: string },
): Promise<RoundPerson | undefined> {
  const { rows } = await sql<RoundPerson>`
    select ${columns} from care_round_people p
    where p.community_id = ${who.communityId} and p.identity_id = ${who.identityId} and p.group_id = ${who.groupId}
      and p.removal = 'removed' order by p.removed_at desc limit 1`.execute(ctx.db);
  return rows[0];
}

/** Whose removal a human has in hand under a task. */
export async function selectHandedTask(
  ctx: Ctx,
  communityId: string,
  taskId: string,
): Promise<RoundPerson | undefined> {
  const { rows } = await sql<RoundPerson>`
    select ${columns} from care_round_people p
    where p.community_id = ${communityId} and p.task_id = ${taskId} and p.removal = 'handed'`.execute(ctx.db);
  return rows[0];
}

/** Those of some people of a round whose name was another when it began. */
export async function selectRenamed(
  ctx: Ctx,
  { communityId, roundId }: RoundId,
  names: ReadonlyMap<string, string>,
): Promise<string[]> {
  const given = [...names].map(([identityId, name]) => ({ identityId, name }));
  const { rows } = await sql<{ identityId: string }>`
    select p.identity_id as "identityId" from care_round_people p
    join jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given("identityId" uuid, name text)
      on given."identityId" = p.identity_id and given.name <> p.name
    where p.community_id = ${communityId} and p.round_id = ${roundId} and p.answered_at is null`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}
