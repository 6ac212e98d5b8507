/** Asking for people: questions about a row become one statement over the rows of a community. */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** One question about a person. */
export type Question =
  | { is: 'nobody' }
  | { is: 'not'; of: Question }
  /** Known, and within these bounds (both included; null = no bound). */
  | { is: 'number'; place: number; from: number | null; to: number | null }
  | { is: 'numbers'; place: number; numbers: readonly number[] }
  | { is: 'tags'; numbers: readonly number[]; every: boolean }
  | { is: 'tagged' }
  /** Among the persons of a subquery. */
  | { is: 'in'; persons: RawBuilder<unknown> }
  /** One of their accounts is among the identities of a subquery. */
  | { is: 'of'; identities: RawBuilder<unknown> };

/** Questions that must all be answered with yes, or one of them. */
export interface QuestionTree {
  join: 'all' | 'any';
  items: readonly (QuestionTree | Question)[];
}

/** How many people fit. */
export async function countMembers(ctx: Ctx, communityId: string, tree: QuestionTree): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from profiles_facts f
    where f.community_id = ${communityId} and ${writeTree(communityId, tree)}`.execute(ctx.db);
  return rows[0]!.count;
}

/** How many people have facts at all. */
export async function countEverybody(ctx: Ctx, communityId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from profiles_facts where community_id = ${communityId}`.execute(ctx.db);
  return rows[0]!.count;
}

/** A person who fits. */
export interface MemberRow {
  personId: string;
  /** The first of the person's accounts. */
  identityId: string;
}

/** People who fit, newest first; `among` = only of these persons. */
export async function selectMembers(
  ctx: Ctx,
  which: { communityId: string; tree: QuestionTree; among?: readonly string[] | undefined },
  page: { after: string | null; limit: number | null },
): Promise<MemberRow[]> {
  const { communityId, tree, among } = which;
  const { rows } = await sql<MemberRow>`
    select f.person_id as "personId", f.identity_id as "identityId" from profiles_facts f
    where f.community_id = ${communityId} and ${writeTree(communityId, tree)}
      ${among ? sql`and f.person_id = any(${among}::uuid[])` : sql``}
      ${page.after === null ? sql`` : sql`and f.person_id < ${page.after}::uuid`}
    order by f.person_id desc ${page.limit === null ? sql`` : sql`limit ${page.limit}`}`.execute(ctx.db);
  return rows;
}

/** The first people who fit and how many fit, in one pass: for questions that ask of sets, where asking twice costs twice. */
export async function selectFirstMembers(
  ctx: Ctx,
  { communityId, tree }: { communityId: string; tree: QuestionTree },
  limit: number,
): Promise<{ rows: MemberRow[]; count: number }> {
  const { rows } = await sql<MemberRow & { count: number }>`
    select f.person_id as "personId", f.identity_id as "identityId", (count(*) over ())::int as count
    from profiles_facts f where f.community_id = ${communityId} and ${writeTree(communityId, tree)}
    order by f.person_id desc limit ${limit}`.execute(ctx.db);
  return { rows: rows.map(({ count: _count, ...row }) => row), count: rows[0]?.count ?? 0 };
}

/** Which questions a person answers with yes: bit n stands for the tree at n. */
export interface Classified extends MemberRow {
  fits: number;
}

/** Asks many trees of people in one pass, in the order of their ids. */
export async function classifyMembers(
  ctx: Ctx,
  { communityId, trees }: { communityId: string; trees: readonly QuestionTree[] },
  among: { personIds: readonly string[] } | { after: string | null; limit: number },
): Promise<Classified[]> {
  const bits = trees.map(
    (tree, at) => sql`(case when ${writeTree(communityId, tree)} then ${sql.lit(2 ** at)} else 0 end)`,
  );
  const fits = bits.length === 0 ? sql`0` : sql.join(bits, sql` + `);
  const which =
    'personIds' in among
      ? sql`and f.person_id = any(${among.personIds}::uuid[])`
      : among.after === null
        ? sql``
        : sql`and f.person_id > ${among.after}::uuid`;
  const { rows } = await sql<Classified>`
    select f.person_id as "personId", f.identity_id as "identityId", ${fits} as fits
    from profiles_facts f where f.community_id = ${communityId} ${which}
    order by f.person_id ${'limit' in among ? sql`limit ${among.limit}` : sql``}`.execute(ctx.db);
  return rows;
}

/** The conditions of a tree in a statement in which `f` is the row of facts. */
export function writeTree(communityId: string, { join, items }: QuestionTree): RawBuilder<unknown> {
  const parts = items.map((item) => ('join' in item ? writeTree(communityId, item) : write(communityId, item)));
  return sql`(${sql.join(parts, join === 'all' ? sql` and ` : sql` or `)})`;
}

/** Every piece is true or false, never null: what is not known is no. */
function write(communityId: string, question: Question): RawBuilder<unknown> {
  switch (question.is) {
    case 'nobody':
      return sql`false`;
    case 'not':
      return sql`not ${write(communityId, question.of)}`;
    case 'number': {
      const value = sql`f.nums[${sql.lit(question.place)}]`;
      const from = question.from === null ? sql`${value} > '-infinity'` : sql`${value} >= ${question.from}::float8`;
      const to = question.to === null ? sql`` : sql`and ${value} <= ${question.to}::float8`;
      return sql`coalesce(${from} ${to}, false)`;
    }
    case 'numbers':
      return sql`coalesce(f.nums[${sql.lit(question.place)}] = any(${question.numbers}::float8[]), false)`;
    case 'tags':
      return question.every ? sql`f.tags @> ${question.numbers}::int[]` : sql`f.tags && ${question.numbers}::int[]`;
    case 'tagged':
      return sql`cardinality(f.tags) > 0`;
    case 'in':
      // Joined to "all" this becomes one join, joined to "any" a table in memory.
      return sql`exists (select from (${question.persons}) as s(person_id) where s.person_id = f.person_id)`;
    case 'of':
      // The row stands on the first account; the few others lead to it.
      return sql`exists (
        select from (
          select distinct coalesce(x.first_id, s.identity_id) as first_id from (${question.identities}) as s(identity_id)
          left join profiles_seconds x on x.community_id = ${communityId} and x.identity_id = s.identity_id) t
        where t.first_id = f.identity_id)`;
  }
}

/** Lets this transaction keep the sets that questions ask of in memory; without it large ones would be gone through for each person. */
export async function allowLargeSets(ctx: Ctx): Promise<void> {
  await sql`select set_config('work_mem', '64MB', true)`.execute(ctx.db);
}

/** Whether a question asks of a set. */
export function asksSets({ items }: QuestionTree): boolean {
  return items.some((item) => ('join' in item ? asksSets(item) : isSet(item)));
}

function isSet(question: Question): boolean {
  return question.is === 'in' || question.is === 'of' || (question.is === 'not' && isSet(question.of));
}
