import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Forgets standings, history and marks, and hands payments with their notes emptied to the tombstone: what was paid stays in the books. */
export async function deleteOwn(
  ctx: Ctx,
  { communityId, identityIds, tombstoneId }: Who & { tombstoneId: string },
): Promise<number> {
  let rows = 0;
  for (const table of ['standings', 'changes', 'marks']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(`levels_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0n);
  }
  const { numAffectedRows } = await sql`
    update levels_payments set identity_id = ${tombstoneId}, note = ''
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
  return rows + Number(numAffectedRows ?? 0n);
}

/** Ladders whose rules name one of these accounts ("brought along by"). */
export async function selectLaddersNaming(
  ctx: Ctx,
  { communityId, identityIds }: Who,
): Promise<{ id: string; levels: unknown }[]> {
  const { rows } = await sql<{ id: string; levels: unknown }>`
    select id, levels from levels_ladders
    where community_id = ${communityId} and exists (
      select from unnest(${identityIds}::text[]) as one(id) where strpos(levels::text, one.id) > 0)`.execute(ctx.db);
  return rows;
}

/** Replaces what stands in a ladder, without telling. */
export async function replaceLevels(
  ctx: Ctx,
  communityId: string,
  ladder: { id: string; levels: unknown },
): Promise<void> {
  await sql`
    update levels_ladders set levels = ${JSON.stringify(ladder.levels)}::jsonb
    where community_id = ${communityId} and id = ${ladder.id}`.execute(ctx.db);
}

/** Levels, history and payments of accounts, with the names of ladders. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>> {
  const mine = sql`x.community_id = ${communityId} and x.identity_id = any(${identityIds}::uuid[])`;
  const ladder = sql`join levels_ladders l on l.community_id = x.community_id and l.id = x.ladder_id`;
  const standings = await sql`
    select l.name as ladder, x.level, x.since::text, x.lock_until::text as "lockUntil", x.paid_until::text as "paidUntil"
    from levels_standings x ${ladder} where ${mine} order by l.id`.execute(ctx.db);
  const changes = await sql`
    select l.name as ladder, x.from_level as "from", x.to_level as "to", x.cause, x.at
    from levels_changes x ${ladder} where ${mine} order by x.id`.execute(ctx.db);
  const payments = await sql`
    select l.name as ladder, x.level, x.from_on::text as "from", x.until_on::text as "until", x.amount::float8 as amount, x.currency,
      x.confirmed_at as "confirmedAt", x.revoked_at as "revokedAt"
    from levels_payments x ${ladder} where ${mine} order by x.id`.execute(ctx.db);
  return { standings: standings.rows, changes: changes.rows, payments: payments.rows };
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  ladder: {
    table: 'levels_ladders',
    keys: ['id'],
    row: sql`t.id, t.name, t.main, t.policy, t.levels, t.created_at as "createdAt", t.deleted_at as "deletedAt"`,
  },
  standing: {
    table: 'levels_standings',
    keys: ['ladder_id', 'identity_id'],
    row: sql`t.ladder_id as "ladderId", t.identity_id as "identityId", t.level, t.since::text, t.rule_level as "ruleLevel",
      t.below_since::text as "belowSince", t.lock_level as "lockLevel", t.lock_until::text as "lockUntil",
      t.lock_reason as "lockReason", t.paid_level as "paidLevel", t.paid_until::text as "paidUntil"`,
  },
  change: {
    table: 'levels_changes',
    keys: ['id'],
    row: sql`t.id, t.ladder_id as "ladderId", t.identity_id as "identityId", t.from_level as "from", t.to_level as "to", t.cause,
      t.why, t.at, t.by`,
  },
  payment: {
    table: 'levels_payments',
    keys: ['id'],
    row: sql`t.id, t.ladder_id as "ladderId", t.identity_id as "identityId", t.level, t.from_on::text as "from",
      t.until_on::text as "until", t.amount::float8 as amount, t.currency, t.entry_id as "entryId", t.note,
      t.confirmed_at as "confirmedAt", t.confirmed_by as "confirmedBy", t.revoked_at as "revokedAt"`,
  },
} as const satisfies Record<string, WrittenTable>;
