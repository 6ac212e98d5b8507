import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** One award as it is written. */
export interface AwardRow {
  key: string;
  identityId: string;
  kind: string;
  amount: number;
  day: string;
  at: Date;
}

/** Writes awards whose keys nobody has used; gives the keys that are new. Whoever writes the same key at the same time waits. */
export async function insertAwards(ctx: Ctx, communityId: string, awards: readonly AwardRow[]): Promise<Set<string>> {
  const rows = awards.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const { rows: made } = await sql<{ key: string }>`
    insert into points_awards (community_id, key, identity_id, kind, amount, day, at)
    select ${communityId}, * from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ identityId }) => identityId)}::uuid[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ amount }) => amount)}::int[], ${rows.map(({ day }) => day)}::date[],
      ${rows.map(({ at }) => at)}::timestamptz[])
    on conflict do nothing returning key`.execute(ctx.db);
  return new Set(made.map(({ key }) => key));
}

/** The entries of earlier awards, by key. */
export async function selectAwards(
  ctx: Ctx,
  communityId: string,
  keys: readonly string[],
): Promise<Map<string, { entryId: string | null; amount: number }>> {
  const { rows } = await sql<{ key: string; entryId: string | null; amount: number }>`
    select key, entry_id as "entryId", amount from points_awards
    where community_id = ${communityId} and key = any(${keys}::text[])`.execute(ctx.db);
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

/** Notes the entries of awards. */
export async function updateEntries(
  ctx: Ctx,
  communityId: string,
  entries: readonly { key: string; entryId: string }[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    update points_awards a set entry_id = given.entry_id
    from unnest(${entries.map(({ key }) => key)}::text[], ${entries.map(({ entryId }) => entryId)}::uuid[]) as given(key, entry_id)
    where a.community_id = ${communityId} and a.key = given.key`.execute(ctx.db);
}

/** Takes awards away that were not paid. */
export async function deleteAwards(ctx: Ctx, communityId: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`delete from points_awards where community_id = ${communityId} and key = any(${keys}::text[])`.execute(
    ctx.db,
  );
}

/** A counter of a day. */
export interface DayCount {
  identityId: string;
  day: string;
  kind: string;
  points: number;
}

/** Adds to counters, which are held until the transaction ends; gives what stands there now. */
export async function addToDays(ctx: Ctx, communityId: string, counts: readonly DayCount[]): Promise<DayCount[]> {
  if (counts.length === 0) return [];
  const place = ({ identityId, day, kind }: DayCount) => `${identityId} ${day} ${kind}`;
  const rows = counts.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  const { rows: now } = await sql<DayCount>`
    insert into points_days as d (community_id, identity_id, day, kind, points)
    select ${communityId}, * from unnest(${rows.map(({ identityId }) => identityId)}::uuid[], ${rows.map(({ day }) => day)}::date[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ points }) => points)}::int[])
    on conflict (community_id, identity_id, day, kind) do update set points = d.points + excluded.points
    returning identity_id as "identityId", day::text as day, kind, points`.execute(ctx.db);
  return now;
}

/** What people earned in a span of days, the most first; those who hide are left out. */
export async function selectTop(
  ctx: Ctx,
  communityId: string,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<{ identityId: string; points: number }[]> {
  const { rows } = await sql<{ identityId: string; points: number }>`
    select a.identity_id as "identityId", sum(a.amount)::int as points from points_awards a
    where a.community_id = ${communityId} and a.day between ${from}::date and ${until}::date and a.entry_id is not null
      and not exists (select from points_hidden h where h.community_id = a.community_id and h.identity_id = a.identity_id)
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(ctx.db);
  return rows;
}

/** What some people earned in a span of days, and their place among all (equal points share one). */
export async function selectPlace(
  ctx: Ctx,
  communityId: string,
  { from, until, identityId }: { from: string; until: string; identityId: string },
): Promise<{ points: number; place: number } | undefined> {
  const { rows } = await sql<{ points: number; place: number }>`
    select points, place from (
      select identity_id, sum(amount)::int as points, (rank() over (order by sum(amount) desc))::int as place
      from points_awards where community_id = ${communityId} and day between ${from}::date and ${until}::date and entry_id is not null
      group by 1) ranked where identity_id = ${identityId}`.execute(ctx.db);
  return rows[0];
}

/** Points earned by accounts in windows of days that end today. */
export async function selectEarned(
  ctx: Ctx,
  communityId: string,
  { identityIds, from }: { identityIds: readonly string[]; from: string },
): Promise<{ identityId: string; day: string; points: number }[]> {
  const { rows } = await sql<{ identityId: string; day: string; points: number }>`
    select identity_id as "identityId", day::text as day, sum(amount)::int as points from points_awards
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) and day >= ${from}::date
      and entry_id is not null group by 1, 2`.execute(ctx.db);
  return rows;
}

/** Forgets counters that no cap asks for any more. */
export async function deleteOldDays(ctx: Ctx, before: string): Promise<void> {
  await sql`delete from points_days where day < ${before}::date`.execute(ctx.db);
}

/** Hides somebody from the board, or shows them again. */
export async function setHidden(
  ctx: Ctx,
  { communityId, identityId }: { communityId: string; identityId: string },
  hidden: boolean,
): Promise<void> {
  if (hidden)
    await sql`insert into points_hidden values (${communityId}, ${identityId}) on conflict do nothing`.execute(ctx.db);
  else
    await sql`delete from points_hidden where community_id = ${communityId} and identity_id = ${identityId}`.execute(
      ctx.db,
    );
}

/** Whether somebody hides from the board. */
export async function isHidden(ctx: Ctx, communityId: string, identityId: string): Promise<boolean> {
  const { rows } = await sql`
    select from points_hidden where community_id = ${communityId} and identity_id = ${identityId}`.execute(ctx.db);
  return rows.length > 0;
}

/** Notes that an award is earned no more. */
export async function clearAward(ctx: Ctx, communityId: string, entryId: string): Promise<void> {
  await sql`
    update points_awards set amount = 0 where community_id = ${communityId} and entry_id = ${entryId}`.execute(ctx.db);
}
