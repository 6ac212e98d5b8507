/**
 * Finding people: an index has all that may be typed for them, and the place where something was found gives the rank. A line is looked
 * at only where the asker may see it: people of the asker's groups and those who may be found.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { places, type Asked, type Place } from '../tokens.ts';

/** Whose eyes look. */
export interface Eyes {
  communityId: string;
  personId: string;
  groupIds: readonly string[];
  /** Accounts that must not be found: one has blocked the other. */
  hiddenIds: readonly string[];
}

/** What is looked for: all terms, each in any place. */
export interface DirectoryWish {
  terms: readonly Asked[];
  city: string | null;
  industry: string | null;
}

/** So many are ranked at most: who types a single letter does not see the best of half the town. */
const mostMates = 4000;
const mostStrangers = 1500;

/** Where a page ended. */
export interface DirectoryMark {
  score: number;
  personId: string;
}

/** People whom somebody may see and who fit, the best first; everybody around the asker, and of others those who may be found. */
export async function selectFound(
  ctx: Ctx,
  eyes: Eyes,
  wish: DirectoryWish,
  page: { after: DirectoryMark | null; limit: number },
): Promise<DirectoryMark[]> {
  const shared = sql`f.groups && ${eyes.groupIds}::uuid[]`;
  const fits = sql.join([others(eyes), ...conditionsOf(wish)], sql` and `);
  const part = (visible: RawBuilder<unknown>, bonus: number, end: RawBuilder<unknown>) => sql`
    (select f.person_id as "personId", ${rankOf(wish.terms)} * 1000 + ${sql.lit(bonus)} + f.lines as score
     from introductions_faces f where ${fits} and ${visible} ${end})`;
  const after = page.after
    ? sql`where (score, "personId") < (${page.after.score}::int, ${page.after.personId}::uuid)`
    : sql``;
  // Without words an index has people in their order.
  const upTo = (most: number, bonus: number) =>
    wish.terms.length > 0
      ? sql`limit ${sql.lit(most)}`
      : sql`${page.after ? sql`and (f.lines + ${sql.lit(bonus)}, f.person_id) < (${page.after.score}::int, ${page.after.personId}::uuid)` : sql``}
          order by f.lines desc, f.person_id desc limit ${page.limit}`;
  const mates = part(shared, 100, upTo(mostMates, 100));
  const strangers = part(sql`f.findable and not ${shared}`, 0, upTo(mostStrangers, 0));
  const { rows } = await sql<DirectoryMark>`
    select "personId", score from (
      ${mates} union all ${strangers}
    ) as found ${after}
    order by score desc, "personId" desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Which of some persons may be seen; `anywhere` = also of other groups without having said that they may be found. */
export async function selectVisible(
  ctx: Ctx,
  eyes: Eyes,
  { personIds, anywhere }: { personIds: readonly string[]; anywhere: boolean },
): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string }>`
    select f.person_id as "personId" from introductions_faces f
    where ${others(eyes)} and f.person_id = any(${personIds}::uuid[])
      and (${anywhere} or f.groups && ${eyes.groupIds}::uuid[] or f.findable)`.execute(ctx.db);
  return new Set(rows.map(({ personId }) => personId));
}

/** A city or an industry, folded, with some of the people who have it on their card. */
export interface Facet {
  place: string;
  personIds: string[];
}

/** The cities or industries that come up most among some of those who may be seen. */
export async function selectFacets(ctx: Ctx, eyes: Eyes, of: 'city' | 'industry'): Promise<Facet[]> {
  const column = sql.ref(`f.${of}`);
  const some = (visible: RawBuilder<unknown>) => sql`
    (select ${column} as place, f.person_id as id from introductions_faces f where ${others(eyes)} and ${visible} and ${column} is not null limit 1000)`;
  const { rows } = await sql<Facet>`
    select place, (array_agg(id order by id desc))[1:9] as "personIds" from (${some(sql`f.groups && ${eyes.groupIds}::uuid[]`)} union all ${some(sql`f.findable`)}) as seen
    group by place order by count(*) desc, place limit 12`.execute(ctx.db);
  return rows;
}

function others({ communityId, personId, hiddenIds }: Eyes): RawBuilder<unknown> {
  const hidden = hiddenIds.length > 0 ? sql`and not f.identity_ids && ${hiddenIds}::uuid[]` : sql``;
  return sql`f.community_id = ${communityId} and f.person_id <> ${personId} ${hidden}`;
}

function* conditionsOf({ terms, city, industry }: DirectoryWish): Generator<RawBuilder<unknown>> {
  for (const asked of terms)
    yield sql`(${sql.join(
      places.filter((place) => place !== 'start').map((place) => has(asked[place])),
      sql` or `,
    )})`;
  if (city !== null) yield sql`f.city = ${city}`;
  if (industry !== null) yield sql`f.industry = ${industry}`;
}

const weights: Readonly<Record<Place, number>> = { start: 9, name: 6, words: 4, offers: 2, needs: 1 };

/** A name that begins so counts most, then a name, then a short line, then what somebody offers or needs. */
function rankOf(terms: readonly Asked[]): RawBuilder<unknown> {
  if (terms.length === 0) return sql`0`;
  return sql`(${sql.join(
    terms.map(
      (asked) =>
        sql`case ${sql.join(
          places.map((place) => sql`when ${has(asked[place])} then ${sql.lit(weights[place])}`),
          sql` `,
        )} else 0 end`,
    ),
    sql` + `,
  )})`;
}

function has(tokens: readonly number[]): RawBuilder<unknown> {
  return sql`f.tokens @> ${tokens}::int[]`;
}

/** People whom somebody may see and whose offers or short lines hold any of some terms, by how many and where. */
export async function selectFitting(
  ctx: Ctx,
  eyes: Eyes,
  wish: { terms: readonly Asked[]; limit: number },
): Promise<string[]> {
  const any = sql.join(
    wish.terms.flatMap(({ words, offers }) => [has(words), has(offers)]),
    sql` or `,
  );
  const score = sql.join(
    wish.terms.map(
      ({ words, offers }) =>
        sql`case when ${has(words)} then 3 else 0 end + case when ${has(offers)} then 4 else 0 end`,
    ),
    sql` + `,
  );
  const { rows } = await sql<{ personId: string }>`
    select f.person_id as "personId" from introductions_faces f
    where ${others(eyes)} and (f.groups && ${eyes.groupIds}::uuid[] or f.findable) and (${any})
    order by ${score} desc, f.groups && ${eyes.groupIds}::uuid[] desc, f.lines desc, f.person_id limit ${wish.limit}`.execute(
    ctx.db,
  );
  return rows.map(({ personId }) => personId);
}

/** Lets one thing after another happen to a person who asks. */
export async function lockFace(ctx: Ctx, communityId: string, personId: string): Promise<void> {
  await sql`
    select from introductions_faces where community_id = ${communityId} and person_id = ${personId} for update`.execute(
    ctx.db,
  );
}
