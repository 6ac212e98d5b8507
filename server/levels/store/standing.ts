/** Who stands where on which ladder; marks of those to be looked at again; the history. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** A row of one account on one ladder; levels are by number. */
export interface StandingRow {
  identityId: string;
  level: number;
  since: string;
  ruleLevel: number;
  ruleSince: string;
  belowSince: string | null;
  lockLevel: number | null;
  lockUntil: string | null;
  lockReason: string | null;
  lockBy: string | null;
  paidLevel: number | null;
  paidUntil: string | null;
  dueOn: string | null;
}

const columns = sql`identity_id as "identityId", level, since::text, rule_level as "ruleLevel", rule_since::text as "ruleSince",
  below_since::text as "belowSince", lock_level as "lockLevel", lock_until::text as "lockUntil", lock_reason as "lockReason",
  lock_by as "lockBy", paid_level as "paidLevel", paid_until::text as "paidUntil", due_on::text as "dueOn"`;

/** Rows of accounts on one ladder. */
export async function selectStandings(
  ctx: Ctx,
  { communityId, ladderId }: { communityId: string; ladderId: string },
  identityIds: readonly string[],
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select ${columns} from levels_standings
    where community_id = ${communityId} and ladder_id = ${ladderId} and identity_id = any(${identityIds}::uuid[])`.execute(
    ctx.db,
  );
  return rows;
}

/** Writes rows. */
export async function upsertStandings(
  ctx: Ctx,
  { communityId, ladderId }: { communityId: string; ladderId: string },
  given: readonly StandingRow[],
): Promise<void> {
  if (given.length === 0) return;
  const rows = given.toSorted((one, other) => (one.identityId < other.identityId ? -1 : 1));
  const texts = (key: keyof StandingRow) => rows.map((row) => row[key] as string | null);
  const numbers = (key: keyof StandingRow) => rows.map((row) => row[key] as number | null);
  await sql`
    insert into levels_standings as s (community_id, ladder_id, identity_id, level, since, rule_level, rule_since, below_since,
      lock_level, lock_until, lock_reason, lock_by, paid_level, paid_until, due_on)
    select ${communityId}, ${ladderId}, * from unnest(${texts('identityId')}::uuid[], ${numbers('level')}::int[],
      ${texts('since')}::date[], ${numbers('ruleLevel')}::int[], ${texts('ruleSince')}::date[], ${texts('belowSince')}::date[],
      ${numbers('lockLevel')}::int[], ${texts('lockUntil')}::date[], ${texts('lockReason')}::text[], ${texts('lockBy')}::text[],
      ${numbers('paidLevel')}::int[], ${texts('paidUntil')}::date[], ${texts('dueOn')}::date[])
    on conflict (community_id, ladder_id, identity_id) do update set level = excluded.level, since = excluded.since,
      rule_level = excluded.rule_level, rule_since = excluded.rule_since, below_since = excluded.below_since,
      lock_level = excluded.lock_level, lock_until = excluded.lock_until, lock_reason = excluded.lock_reason,
      lock_by = excluded.lock_by, paid_level = excluded.paid_level, paid_until = excluded.paid_until, due_on = excluded.due_on`.execute(
    ctx.db,
  );
}

/** How many accounts stand on each level of a ladder; who has no row stands on the first. */
export async function countStandings(
  ctx: Ctx,
  { communityId, ladderId }: { communityId: string; ladderId: string },
): Promise<Map<number, number>> {
  const { rows } = await sql<{ level: number; people: number }>`
    select level, count(*)::int as people from levels_standings
    where community_id = ${communityId} and ladder_id = ${ladderId} group by 1`.execute(ctx.db);
  return new Map(rows.map(({ level, people }) => [level, people]));
}

/** Why somebody's level changed. */
export type ChangeCause = 'placed' | 'ladder' | 'rules' | 'locked' | 'unlocked' | 'paid' | 'expired';

/** One change of somebody's level. */
export interface Change {
  id: string;
  ladderId: string;
  identityId: string;
  fromLevel: number;
  toLevel: number;
  up: boolean;
  cause: ChangeCause;
  why: string;
  at: Date;
  by: string;
  tell: 'due' | 'told' | 'silent';
}

/** Keeps changes. */
export async function insertChanges(ctx: Ctx, communityId: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const of = <Key extends keyof Change>(key: Key) => changes.map((change) => change[key]);
  await sql`
    insert into levels_changes (community_id, id, ladder_id, identity_id, from_level, to_level, up, cause, why, at, by, tell)
    select ${communityId}, * from unnest(${of('id')}::uuid[], ${of('ladderId')}::uuid[], ${of('identityId')}::uuid[],
      ${of('fromLevel')}::int[], ${of('toLevel')}::int[], ${of('up')}::bool[], ${of('cause')}::text[], ${of('why')}::text[],
      ${of('at')}::timestamptz[], ${of('by')}::text[], ${of('tell')}::text[])`.execute(ctx.db);
}

const changeColumns = sql`id, ladder_id as "ladderId", identity_id as "identityId", from_level as "fromLevel", to_level as "toLevel",
  up, cause, why, at, by, tell`;

/** The latest changes of a ladder or of some accounts. */
export async function selectChanges(
  ctx: Ctx,
  which: { communityId: string; ladderId?: string; identityIds?: readonly string[]; until?: Date | null },
  page: { before: string | null; limit: number },
): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select ${changeColumns} from levels_changes
    where community_id = ${which.communityId}
      ${which.ladderId === undefined ? sql`` : sql`and ladder_id = ${which.ladderId}`}
      ${which.identityIds === undefined ? sql`` : sql`and identity_id = any(${which.identityIds}::uuid[])`}
      ${which.until ? sql`and at <= ${which.until}` : sql``}
      ${page.before === null ? sql`` : sql`and id < ${page.before}::uuid`}
    order by id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Changes that people have not been told of, oldest first; held until the transaction ends. */
export async function takeUntold(ctx: Ctx, communityId: string, limit: number): Promise<Change[]> {
  const { rows } = await sql<Change>`
    select ${changeColumns} from levels_changes where community_id = ${communityId} and tell = 'due'
    order by id limit ${limit} for update skip locked`.execute(ctx.db);
  return rows;
}

/** Communities with changes that people have not been told of. */
export async function selectUntoldCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select distinct community_id as "communityId" from levels_changes where tell = 'due'`.execute(ctx.db);
  return rows.map(({ communityId }) => communityId);
}

/** Notes what became of the telling. */
export async function updateTold(
  ctx: Ctx,
  communityId: string,
  { ids, tell }: { ids: readonly string[]; tell: Change['tell'] },
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update levels_changes set tell = ${tell} where community_id = ${communityId} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
}

/** Notes whose facts were made anew, in communities that have a ladder. */
export async function insertMarks(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await sql`
    insert into levels_marks (community_id, identity_id)
    select ${communityId}, id from unnest(${identityIds.toSorted()}::uuid[]) as id
    where exists (select from levels_ladders where community_id = ${communityId} and deleted_at is null)
    on conflict do nothing`.execute(ctx.db);
}

/** Communities in which somebody is to be looked at. */
export async function selectMarkedCommunities(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ communityId: string }>`
    select l.community_id as "communityId" from levels_ladders l where l.deleted_at is null
      and (exists (select from levels_marks m where m.community_id = l.community_id)
        or exists (select from levels_standings s where s.community_id = l.community_id and s.due_on <= ${ctx.now()}::timestamptz + interval '1 day'))
    group by 1 order by 1`.execute(ctx.db);
  return rows.map(({ communityId }) => communityId);
}

/** Takes marks off, those that another transaction holds left out. */
export async function takeMarks(ctx: Ctx, communityId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    delete from levels_marks where ctid = any(array(
      select ctid from levels_marks where community_id = ${communityId} limit ${limit} for update skip locked))
    returning identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Accounts whose standing changes by the passing of time. */
export async function selectDue(
  ctx: Ctx,
  communityId: string,
  { today, limit }: { today: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select distinct identity_id as "identityId" from levels_standings
    where community_id = ${communityId} and due_on <= ${today}::date limit ${limit}`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Forgets days that have come and changed nothing. */
export async function clearDue(
  ctx: Ctx,
  communityId: string,
  { identityIds, today }: { identityIds: readonly string[]; today: string },
): Promise<void> {
  if (identityIds.length === 0) return;
  await sql`
    update levels_standings set due_on = null
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and due_on <= ${today}::date`.execute(
    ctx.db,
  );
}
