import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Forgets what somebody earned and hid; gifts stay with the other one, without name and words. */
export async function deleteOwn(
  ctx: Ctx,
  { communityId, identityIds, tombstoneId }: Who & { tombstoneId: string },
): Promise<number> {
  let rows = 0;
  for (const table of ['awards', 'days', 'hidden']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(`points_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0n);
  }
  await sql`
    delete from points_days where community_id = ${communityId}
      and exists (select from unnest(${identityIds}::text[]) as one(id) where strpos(kind, one.id) > 0)`.execute(
    ctx.db,
  );
  for (const [mine, other] of [
    ['from_id', 'to_id'],
    ['to_id', 'from_id'],
  ] as const) {
    // Between two who are both forgotten nothing is left to know.
    await sql`
      delete from points_gifts where community_id = ${communityId}
        and ${sql.ref(mine)} = any(${identityIds}::uuid[]) and ${sql.ref(other)} = ${tombstoneId}`.execute(ctx.db);
    const { numAffectedRows } = await sql`
      update points_gifts set ${sql.ref(mine)} = ${tombstoneId}, note = ''
      where community_id = ${communityId} and ${sql.ref(mine)} = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0n);
  }
  return rows;
}

/** Awards and gifts of accounts. */
export async function selectOwnRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>> {
  const awards = await sql`
    select kind, amount, day::text as day, at from points_awards
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) order by at, key`.execute(ctx.db);
  const gifts = await sql`
    select case when from_id = any(${identityIds}::uuid[]) then 'given' else 'received' end as how, amount, note, at,
      reversed_at as "reversedAt"
    from points_gifts where community_id = ${communityId}
      and (from_id = any(${identityIds}::uuid[]) or to_id = any(${identityIds}::uuid[])) order by id`.execute(ctx.db);
  return { awards: awards.rows, gifts: gifts.rows };
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  award: {
    table: 'points_awards',
    keys: ['key'],
    row: sql`t.key, t.identity_id as "identityId", t.kind, t.amount, t.entry_id as "entryId", t.day::text as day, t.at`,
  },
  gift: {
    table: 'points_gifts',
    keys: ['id'],
    row: sql`t.id, t.from_id as "fromId", t.to_id as "toId", t.amount, t.note, t.message_id as "messageId", t.entry_id as "entryId",
      t.at, t.reversed_at as "reversedAt"`,
  },
  season: {
    table: 'points_seasons',
    keys: ['id'],
    row: sql`t.id, t.name, t.ends_on::text as "endsOn", t.words, t.state, t.planned_at as "plannedAt", t.told_at as "toldAt", t.people,
      t.points::bigint as points, t.ended_at as "endedAt"`,
  },
} as const satisfies Record<string, WrittenTable>;
