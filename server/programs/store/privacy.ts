import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { WrittenTable } from '../../platform/db/table-page.ts';

interface Who {
  communityId: string;
  identityIds: readonly string[];
}

/** Deletes some rows of identities from one of the large tables; says how many. */
export async function deleteSome(
  ctx: Ctx,
  { communityId, identityIds, table }: Who & { table: 'claims' | 'days' },
  budget: number,
): Promise<number> {
  const name = sql.table(`programs_${table}`);
  const { numAffectedRows } = await sql`
    delete from ${name} where ctid = any(array(
      select ctid from ${name}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) limit ${budget}))`.execute(
    ctx.db,
  );
  return Number(numAffectedRows ?? 0);
}

/** Deletes what is left of identities: a few rows in each table. */
export async function deleteRest(ctx: Ctx, { communityId, identityIds }: Who): Promise<number> {
  let rows = 0;
  for (const table of ['standings', 'places', 'hidden', 'arrivals']) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(`programs_${table}`)}
      where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])`.execute(ctx.db);
    rows += Number(numAffectedRows ?? 0);
  }
  return rows;
}

/** Everything that is kept of identities. */
export async function selectPersonRows(ctx: Ctx, { communityId, identityIds }: Who): Promise<Record<string, unknown>> {
  const mine = sql`t.community_id = ${communityId} and t.identity_id = any(${identityIds}::uuid[])`;
  const name = sql`(select p.name from programs_programs p where p.community_id = t.community_id and p.id = t.program_id)`;
  const days = await sql`
    select t.program_id as "programId", ${name} as program, t.day, t.how, t.group_id as "groupId", t.at,
      t.used_on as "usedOn", t.granted, t.points
    from programs_days t where ${mine} order by t.day, t.program_id`.execute(ctx.db);
  const claims = await sql`
    select t.program_id as "programId", t.id, t.kind, t.group_id as "groupId", t.day, t.at, t.used_on as "usedOn",
      t.granted, t.withdrawn_at as "withdrawnAt"
    from programs_claims t where ${mine} order by t.id`.execute(ctx.db);
  const standings = await sql`
    select t.program_id as "programId", ${name} as program, t.days, t.longest, t.last_day as "lastDay"
    from programs_standings t where ${mine}`.execute(ctx.db);
  const hidden = await sql`select t.since from programs_hidden t where ${mine}`.execute(ctx.db);
  const welcomes = await sql`
    select t.group_id as "groupId", t.at, t.state, t.settled_at as "settledAt"
    from programs_arrivals t where ${mine} order by t.at`.execute(ctx.db);
  return {
    checkIns: days.rows,
    claims: claims.rows,
    standings: standings.rows,
    hiddenFromBoards: hidden.rows,
    welcomes: welcomes.rows,
  };
}

/** Tables of the full export with the columns that sort them and what is shown of a row. */
export const exportTables = {
  program: {
    table: 'programs_programs',
    keys: ['id'],
    row: sql`t.id, t.kind, t.name, t.everywhere, t.starts_on as "startsOn", t.ends_on as "endsOn", t.definition, t.pauses,
      t.created_at as "createdAt", t.changed_at as "changedAt",
      array(select g.group_id from programs_groups g
            where g.community_id = t.community_id and g.program_id = t.id order by 1)::text[] as "groupIds"`,
  },
  claim: {
    table: 'programs_claims',
    keys: ['program_id', 'id'],
    row: sql`t.program_id as "programId", t.id, t.kind, t.identity_id as "identityId", t.group_id as "groupId", t.day,
      t.at, t.used_on as "usedOn", t.granted, t.withdrawn_at as "withdrawnAt"`,
  },
  day: {
    table: 'programs_days',
    keys: ['program_id', 'identity_id', 'day'],
    row: sql`t.program_id as "programId", t.identity_id as "identityId", t.day, t.how, t.group_id as "groupId", t.at,
      t.used_on as "usedOn", t.granted, t.points, t.entry_id as "entryId"`,
  },
  hidden: { table: 'programs_hidden', keys: ['identity_id'], row: sql`t.identity_id as "identityId", t.since` },
  welcome: {
    table: 'programs_welcomes',
    keys: ['group_id'],
    row: sql`t.group_id as "groupId", t.welcome, t.changed_at as "changedAt"`,
  },
  arrival: {
    table: 'programs_arrivals',
    keys: ['membership_id'],
    row: sql`t.membership_id as "membershipId", t.group_id as "groupId", t.identity_id as "identityId", t.at, t.state,
      t.settled_at as "settledAt", t.message_id as "messageId"`,
  },
} as const satisfies Record<string, WrittenTable>;
