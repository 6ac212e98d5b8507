import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Evidence } from '../checks/check.ts';
import type { Trust } from '../trust.ts';

/** How far a dry run is. */
export type DryRunState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

/** A dry run without the messages that it has found. */
export interface DryRun {
  id: string;
  about: unknown;
  state: DryRunState;
  /** From when on it looks. */
  since: Date;
  /** Messages of the last thirty days, how many of them are looked at, and how many have been. */
  said: number;
  total: number;
  looked: number;
  /** Stopped by it, probably wrong among these, and no longer stopped. */
  hits: number;
  doubtful: number;
  freed: number;
  askedAt: Date;
  endedAt: Date | null;
}

/** Why a message would probably be stopped wrongly. */
export type Doubt = 'known' | 'welcomed' | 'released';

/** A message that would have been stopped. */
export interface DryHit {
  groupId: string;
  messageId: string;
  identityId: string;
  at: Date;
  action: 'hold' | 'stop';
  trust: Trust;
  score: number;
  evidence: Evidence[];
  doubts: Doubt[];
}

/** One dry run of a community. */
export interface DryRunId {
  communityId: string;
  runId: string;
}

const columns = sql`id, about, state, since, said, total, looked, hits, doubtful, freed, asked_at as "askedAt", ended_at as "endedAt"`;

/** Adds a dry run that waits. */
export async function insertDryRun(
  ctx: Ctx,
  { communityId, runId }: DryRunId,
  { about, since, askedBy }: { about: unknown; since: Date; askedBy: string },
): Promise<void> {
  await sql`
    insert into rules_dry_runs (community_id, id, about, state, since, asked_by, asked_at)
    values (${communityId}, ${runId}, ${JSON.stringify(about)}::jsonb, 'waiting', ${since}, ${askedBy}, ${ctx.now()})`.execute(
    ctx.db,
  );
}

/** Dry runs since a moment, newest first. */
export async function selectDryRuns(ctx: Ctx, communityId: string, since: Date): Promise<DryRun[]> {
  const { rows } = await sql<DryRun>`
    select ${columns} from rules_dry_runs where community_id = ${communityId} and asked_at >= ${since}
    order by asked_at desc, id desc limit 50`.execute(ctx.db);
  return rows;
}

/** A dry run. */
export async function selectDryRun(ctx: Ctx, { communityId, runId }: DryRunId): Promise<DryRun | undefined> {
  const { rows } = await sql<DryRun>`
    select ${columns} from rules_dry_runs where community_id = ${communityId} and id = ${runId}`.execute(ctx.db);
  return rows[0];
}

/** Stops what waits or runs, all or one of a community; gives how many these were. */
export async function cancelDryRuns(ctx: Ctx, communityId: string, runId: string | null): Promise<number> {
  const { rows } = await sql`
    update rules_dry_runs set state = 'cancelled', ended_at = ${ctx.now()}
    where community_id = ${communityId} and state in ('waiting', 'running') and (${runId}::uuid is null or id = ${runId}::uuid)
    returning 1`.execute(ctx.db);
  return rows.length;
}

/** Fields of a dry run that change while it runs. */
export type DryRunChange = Partial<
  Pick<DryRun, 'state' | 'since' | 'said' | 'total' | 'looked' | 'hits' | 'doubtful' | 'freed' | 'endedAt'>
>;

/** Writes how far a dry run is; false when it was cancelled or forgotten meanwhile. */
export async function updateDryRun(ctx: Ctx, before: DryRun & DryRunId, change: DryRunChange): Promise<boolean> {
  const after = { ...before, ...change };
  const { rows } = await sql`
    update rules_dry_runs set state = ${after.state}, since = ${after.since}, said = ${after.said}, total = ${after.total},
      looked = ${after.looked}, hits = ${after.hits}, doubtful = ${after.doubtful}, freed = ${after.freed},
      ended_at = ${after.endedAt}
    where community_id = ${before.communityId} and id = ${before.runId} and state in ('waiting', 'running')
    returning 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Writes down what was found, in its order. */
export async function insertDryHits(
  ctx: Ctx,
  { communityId, runId }: DryRunId,
  hits: readonly DryHit[],
): Promise<void> {
  await sql`
    insert into rules_dry_hits (community_id, run_id, number, group_id, message_id, identity_id, at, action, trust, score,
      evidence, doubts)
    select ${communityId}::uuid, ${runId}::uuid, number, "groupId", "messageId", "identityId", at, action, trust, score,
      evidence, doubts
    from jsonb_to_recordset(${JSON.stringify(hits.map((hit, at) => ({ ...hit, number: at + 1 })))}::jsonb)
      as given(number int, "groupId" uuid, "messageId" uuid, "identityId" uuid, at timestamptz, action text, trust text,
        score double precision, evidence jsonb, doubts text[])`.execute(ctx.db);
}

/** A page of what was found, the newest message first; `doubtful` = only what is probably wrong. */
export async function selectDryHits(
  ctx: Ctx,
  { communityId, runId }: DryRunId,
  page: { doubtful: boolean; before: number | null; limit: number },
): Promise<(DryHit & { number: number })[]> {
  const { rows } = await sql<DryHit & { number: number }>`
    select number, group_id as "groupId", message_id as "messageId", identity_id as "identityId", at, action, trust, score,
      evidence, doubts
    from rules_dry_hits
    where community_id = ${communityId} and run_id = ${runId} and (${page.before}::int is null or number < ${page.before}::int)
      and (not ${page.doubtful}::boolean or doubts <> '{}')
    order by number desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Forgets dry runs from before a moment. */
export async function deleteDryRuns(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from rules_dry_runs where asked_at < ${before}`.execute(ctx.db);
}

/** Forgets that something was found in the words of some people. */
export async function deleteDryHitsOf(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await sql`
    delete from rules_dry_hits where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
}

/** What the team has let through that was stopped before, the newest ones: texts only. */
export async function selectReleasedTexts(ctx: Ctx, communityId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select draft ->> 'text' as text from rules_cases
    where community_id = ${communityId} and state in ('released', 'overturned') and draft is not null
    order by id desc limit ${limit}`.execute(ctx.db);
  return rows.map(({ text }) => text);
}
