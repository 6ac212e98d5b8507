/**
 * The SQL of the sample: who may own it, and its removal. Removing goes over whatever tables have a `community_id`, so that no module
 * has to be told about it and none can be forgotten.
 */
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';

/** Lets one loading or removing at a time decide; held until the end of the transaction. */
export async function lockSample(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('miaohui sample'))`.execute(ctx.db);
}

/** The lock that a loading holds as long as it lives; any two numbers that nothing else of this database uses. */
const loadingLock = { space: 1_835_100_776, number: 1 };

/** Does `work` under the lock of loading, on a connection of its own; resolves with undefined when somebody else holds it. */
export async function tryWhileLoading<Result>(ctx: Ctx, work: () => Promise<Result>): Promise<Result | undefined> {
  const { space, number } = loadingLock;
  const client = await ctx.services.database.pool.connect();
  let isBroken = true;
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [
      space,
      number,
    ]);
    try {
      return rows[0]!.taken ? await work() : undefined;
    } finally {
      if (rows[0]!.taken) await client.query('select pg_advisory_unlock($1, $2)', [space, number]);
      isBroken = false;
    }
  } finally {
    // A connection that is closed lets the lock go, too.
    client.release(isBroken);
  }
}

/** Waits until nobody is loading; gives up as every wait for a lock does. */
export async function waitForLoading(ctx: Ctx): Promise<void> {
  const { space, number } = loadingLock;
  await ctx.db.transaction().execute((db) => sql`select pg_advisory_xact_lock(${space}, ${number})`.execute(db));
}

/** Whether somebody holds the lock of loading. */
export async function selectIsLoading(ctx: Ctx): Promise<boolean> {
  const { space, number } = loadingLock;
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
      where l.locktype = 'advisory' and l.granted and l.classid = ${space} and l.objid = ${number} and l.objsubid = 2
    ) as found`.execute(ctx.db);
  return rows[0]!.found;
}

/** The longest-serving owner of the installation, undefined before the first account. */
export async function selectInstaller(ctx: Ctx): Promise<string | undefined> {
  const { rows } = await sql<{ userId: string }>`
    select subject_id as "userId" from platform_grants
    where community_id is null and subject_kind = 'operator' and role = 'installer'
    order by created_at, id limit 1`.execute(ctx.db);
  return rows[0]?.userId;
}

/** Pictures that were uploaded in the community. */
export async function selectPictureIds(ctx: Ctx, communityId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from platform_files where community_id = ${communityId}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Tables that hold rows of communities, those that point to others first. */
export async function selectCommunityTables(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ name: string; needs: string[] }>`
    select c.relname as name,
           array(select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
                 where k.conrelid = c.oid and k.contype = 'f' and t.oid <> c.oid) as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped)
    order by 1`.execute(ctx.db);
  const left = new Map(rows.map(({ name, needs }) => [name, needs]));
  const ordered: string[] = [];
  while (left.size > 0) {
    const needed = new Set([...left.values()].flat());
    const free = [...left.keys()].filter((name) => !needed.has(name));
    if (free.length === 0) throw new Error(`tables point to each other in a circle: ${[...left.keys()].join(', ')}`);
    ordered.push(...free);
    for (const name of free) left.delete(name);
  }
  return ordered;
}

/** Rows of a community in every table that has any, the community's own included. */
export async function countCommunityRows(ctx: Ctx, communityId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await selectCommunityTables(ctx)) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)} where community_id = ${communityId}`.execute(ctx.db);
    if (rows[0]!.count > 0) counts[table] = rows[0]!.count;
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from communities_communities where id = ${communityId}`.execute(ctx.db);
  if (rows[0]!.count > 0) counts['communities_communities'] = rows[0]!.count;
  return counts;
}

/** Deletes every row of a community and the community; gives how many rows that were. */
export async function deleteCommunity(ctx: Ctx, communityId: string): Promise<number> {
  let deleted = 0n;
  for (const table of await selectCommunityTables(ctx)) {
    const result = await sql`delete from ${sql.table(table)} where community_id = ${communityId}`.execute(ctx.db);
    deleted += result.numAffectedRows ?? 0n;
  }
  const result = await sql`delete from communities_communities where id = ${communityId}`.execute(ctx.db);
  return Number(deleted + (result.numAffectedRows ?? 0n));
}
