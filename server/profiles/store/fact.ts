/** Facts of persons: the wide rows, which of them are no longer right, the places of facts in them, words as numbers. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** The places that facts have in the row. */
export async function selectColumns(ctx: Ctx, communityId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ fact: string; place: number }>`
    select fact, place from profiles_columns where community_id = ${communityId}`.execute(ctx.db);
  return new Map(rows.map(({ fact, place }) => [fact, place]));
}

/** Gives places to facts that have none; one transaction after another in each community. */
export async function insertColumns(ctx: Ctx, communityId: string, facts: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profiles.columns:${communityId}`}, 0))`.execute(ctx.db);
  await sql`
    insert into profiles_columns (community_id, fact, place)
    select ${communityId}, given.fact,
      (select coalesce(max(place), 0) from profiles_columns where community_id = ${communityId})
        + row_number() over (order by given.position)
    from unnest(${facts}::text[]) with ordinality as given(fact, position)
    where not exists (select from profiles_columns c where c.community_id = ${communityId} and c.fact = given.fact)`.execute(
    ctx.db,
  );
}

/** The words of facts, with their numbers. */
export async function selectWords(
  ctx: Ctx,
  communityId: string,
  facts: readonly string[],
): Promise<{ fact: string; word: string; number: number }[]> {
  const { rows } = await sql<{ fact: string; word: string; number: number }>`
    select fact, word, number from profiles_words
    where community_id = ${communityId} and fact = any(${facts}::text[]) order by fact, number`.execute(ctx.db);
  return rows;
}

/** Gives numbers to words that have none. */
export async function insertWords(
  ctx: Ctx,
  communityId: string,
  words: readonly { fact: string; word: string }[],
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`profiles.words:${communityId}`}, 0))`.execute(ctx.db);
  await sql`
    insert into profiles_words (community_id, fact, word, number)
    select ${communityId}, given.fact, given.word,
      coalesce((select max(number) from profiles_words w where w.community_id = ${communityId} and w.fact = given.fact), 0)
        + row_number() over (partition by given.fact order by given.word)
    from unnest(${words.map(({ fact }) => fact)}::text[], ${words.map(({ word }) => word)}::text[]) as given(fact, word)
    where not exists (
      select from profiles_words w where w.community_id = ${communityId} and w.fact = given.fact and w.word = given.word)`.execute(
    ctx.db,
  );
}

/** Notes that something about identities has changed. */
export async function insertStale(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await sql`
    insert into profiles_stale (community_id, identity_id)
    select ${communityId}, id from unnest(${identityIds.toSorted()}::uuid[]) as id on conflict do nothing`.execute(
    ctx.db,
  );
}

/** The same for everybody who has facts. */
export async function insertAllStale(ctx: Ctx, communityId: string): Promise<void> {
  await sql`
    insert into profiles_stale (community_id, identity_id)
    select community_id, identity_id from profiles_facts where community_id = ${communityId}
    order by identity_id on conflict do nothing`.execute(ctx.db);
}

/** Whether any facts have to be made anew. */
export async function hasStale(ctx: Ctx, communityId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ stale: boolean }>`
    select exists (select from profiles_stale where community_id = ${communityId})
      or exists (select from profiles_facts where community_id = ${communityId} and due_on <= ${today}::date) as stale`.execute(
    ctx.db,
  );
  return rows[0]!.stale;
}

/** Communities that have facts or marks; reads one entry of an index for each. */
export async function selectCommunities(ctx: Ctx): Promise<string[]> {
  const each = (table: string) => sql`
    with recursive found as (
      (select community_id from ${sql.table(table)} order by community_id limit 1)
      union all
      select (select t.community_id from ${sql.table(table)} t where t.community_id > found.community_id order by 1 limit 1)
      from found where found.community_id is not null)
    select community_id from found where community_id is not null`;
  const { rows } = await sql<{ communityId: string }>`
    select community_id as "communityId" from (${each('profiles_facts')}) as facts
    union select community_id from (${each('profiles_stale')}) as stale order by 1`.execute(ctx.db);
  return rows.map(({ communityId }) => communityId);
}

/** Takes the marks off some identities, those that another transaction holds left out; `only` = of these. */
export async function takeStale(
  ctx: Ctx,
  communityId: string,
  which: { limit: number; only?: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    delete from profiles_stale where ctid = any(array(
      select ctid from profiles_stale
      where community_id = ${communityId} ${which.only ? sql`and identity_id = any(${which.only}::uuid[])` : sql``}
      limit ${which.limit} for update skip locked))
    returning identity_id as "identityId"`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Persons whose facts are no longer right by the passing of time, by their first identity; held until the transaction ends. */
export async function takeDue(
  ctx: Ctx,
  communityId: string,
  which: { today: string; limit: number; only?: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select identity_id as "identityId" from profiles_facts
    where community_id = ${communityId} and due_on <= ${which.today}::date
      ${which.only ? sql`and identity_id = any(${which.only}::uuid[])` : sql``}
    limit ${which.limit} for update skip locked`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** One wide row. */
export interface FactRow {
  personId: string;
  identityId: string;
  dueOn: string | null;
  nums: readonly number[];
  tags: readonly number[];
}

/** Writes rows, in the order of persons so that two batches can't lock each other. */
export async function upsertFacts(ctx: Ctx, communityId: string, rows: readonly FactRow[]): Promise<void> {
  const sorted = rows.toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
  await sql`
    insert into profiles_facts as f (community_id, person_id, identity_id, due_on, nums, tags)
    select ${communityId}, person_id, identity_id, due_on, nums::float8[], tags::int[]
    from unnest(${sorted.map((row) => row.personId)}::uuid[], ${sorted.map((row) => row.identityId)}::uuid[],
      ${sorted.map((row) => row.dueOn)}::date[], ${sorted.map((row) => `{${row.nums.join(',')}}`)}::text[],
      ${sorted.map((row) => `{${row.tags.join(',')}}`)}::text[]) as given(person_id, identity_id, due_on, nums, tags)
    on conflict (community_id, person_id) do update
      set identity_id = excluded.identity_id, due_on = excluded.due_on, nums = excluded.nums, tags = excluded.tags`.execute(
    ctx.db,
  );
}

/** Removes rows that stand on these identities but are of none of these persons: they were merged into others, or forgotten. */
export async function deleteVanished(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; personIds: readonly string[] },
): Promise<void> {
  await sql`
    delete from profiles_facts
    where community_id = ${communityId} and identity_id = any(${which.identityIds}::uuid[])
      and person_id <> all(${which.personIds}::uuid[])`.execute(ctx.db);
}

/** Notes which accounts of persons are not their first. */
export async function replaceSeconds(
  ctx: Ctx,
  communityId: string,
  people: readonly { identityIds: readonly string[] }[],
): Promise<void> {
  const all = people.flatMap(({ identityIds }) => identityIds);
  const seconds = people.flatMap(({ identityIds: [first, ...rest] }) => rest.map((id) => ({ id, first: first! })));
  await sql`delete from profiles_seconds where community_id = ${communityId} and identity_id = any(${all}::uuid[])`.execute(
    ctx.db,
  );
  if (seconds.length === 0) return;
  await sql`
    insert into profiles_seconds (community_id, identity_id, first_id)
    select ${communityId}, * from unnest(${seconds.map(({ id }) => id)}::uuid[], ${seconds.map(({ first }) => first)}::uuid[])
    on conflict (community_id, identity_id) do update set first_id = excluded.first_id`.execute(ctx.db);
}

/** The numbers of one person's row; none when there is no row. */
export async function selectNums(ctx: Ctx, communityId: string, personId: string): Promise<(number | null)[]> {
  const { rows } = await sql<{ nums: (number | null)[] }>`
    select nums from profiles_facts where community_id = ${communityId} and person_id = ${personId}`.execute(ctx.db);
  return rows[0]?.nums ?? [];
}

/** Sets one number in rows that are there. */
export async function updateNum(
  ctx: Ctx,
  communityId: string,
  { place, values }: { place: number; values: readonly { personId: string; value: number }[] },
): Promise<void> {
  await sql`
    update profiles_facts f set nums[${sql.lit(place)}] = given.value
    from unnest(${values.map(({ personId }) => personId)}::uuid[], ${values.map(({ value }) => value)}::float8[])
      as given(person_id, value)
    where f.community_id = ${communityId} and f.person_id = given.person_id
      and f.nums[${sql.lit(place)}] is distinct from given.value`.execute(ctx.db);
}
