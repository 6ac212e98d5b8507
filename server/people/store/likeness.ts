/**
 * Who may be the same human: each kind of evidence is one statement over a batch of persons, answered by an index; nobody is compared
 * with everybody.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** What speaks for two persons being one. */
export type EvidenceKind =
  /** The same account on the same platform, brought in twice. */
  | 'same_account'
  /** The same account name on two platforms. */
  | 'account_name'
  | 'email'
  /** A rare name, in the same group. */
  | 'name_in_group'
  /** A rare name, and one of the two is only known from a list. */
  | 'name_in_list'
  | 'card';

/** One piece of evidence; `value` says what was found twice. */
export interface Evidence {
  kind: EvidenceKind;
  value: string;
}

/** How much the evidence is worth. */
export type Confidence = 'sure' | 'likely' | 'maybe';

/** Two persons with what speaks for it, the smaller id first. */
export interface Likeness {
  oneId: string;
  otherId: string;
  evidence: Evidence[];
  confidence: Confidence;
}

/** A found pair with one piece of evidence. */
export interface Finding extends Evidence {
  personId: string;
  otherId: string;
}

/** More people of one name than this, and the name says nothing. */
const rare = 4;

interface Batch {
  communityId: string;
  personIds: readonly string[];
}

/** The same account, or the same account name. */
export async function findByAccount(ctx: Ctx, { communityId, personIds }: Batch): Promise<Finding[]> {
  const platform = (table: string) =>
    sql.raw(
      `case when ${table}.carrier = 'manual' then split_part(${table}.external_id, ':', 1) else ${table}.carrier end`,
    );
  const { rows } = await sql<Finding>`
    select distinct i.person_id as "personId", o.person_id as "otherId",
      people_account_of(i.carrier, i.external_id) as value,
      case when ${platform('i')} = ${platform('o')} then 'same_account' else 'account_name' end as kind
    from people_identities i
    join people_identities o on o.community_id = i.community_id
      and people_account_of(o.carrier, o.external_id) = people_account_of(i.carrier, i.external_id)
      and people_account_of(o.carrier, o.external_id) is not null
    where i.community_id = ${communityId} and i.person_id = any(${personIds}::uuid[])
      and o.person_id is not null and o.person_id <> i.person_id`.execute(ctx.db);
  return rows;
}

/** The same proven address. */
export async function findByEmail(ctx: Ctx, { communityId, personIds }: Batch): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select distinct i.person_id as "personId", p.person_id as "otherId", 'email' as kind, '' as value
    from people_identities i
    join people_emails e on e.community_id = i.community_id and e.identity_id = i.id
    join people_emails o on o.community_id = e.community_id and o.email_hash = e.email_hash and o.identity_id <> e.identity_id
    join people_identities p on p.community_id = o.community_id and p.id = o.identity_id
    where i.community_id = ${communityId} and i.person_id = any(${personIds}::uuid[])
      and p.person_id is not null and p.person_id <> i.person_id`.execute(ctx.db);
  return rows;
}

/** The same rare name: with a common group, with a word-for-word the same card line, or known from a list only. */
export async function findByName(ctx: Ctx, { communityId, personIds }: Batch): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    with pair as (
      select i.person_id as one, o.person_id as other, min(i.name) as name
      from people_identities i
      cross join lateral (
        select s.person_id, count(*) over () as namesakes from (
          select distinct n.person_id from (
            select person_id from people_identities n
            where n.community_id = i.community_id and n.name_key = i.name_key and n.person_id is not null
            limit ${rare * 3}) n limit ${rare + 1}) s) o
      where i.community_id = ${communityId} and i.person_id = any(${personIds}::uuid[]) and char_length(i.name_key) >= 2
        and o.namesakes <= ${rare} and o.person_id <> i.person_id
      group by 1, 2)
    select one as "personId", other as "otherId", 'name_in_group' as kind, name as value from pair
    where exists (
      select from people_identities a
      join people_memberships m on m.community_id = a.community_id and m.identity_id = a.id
      join people_memberships n on n.community_id = m.community_id and n.group_id = m.group_id
      join people_identities b on b.community_id = n.community_id and b.id = n.identity_id
      where a.community_id = ${communityId} and a.person_id = one and b.person_id = other
        and n.identity_id in (select id from people_identities x where x.community_id = ${communityId} and x.person_id = other))
    union all
    select one, other, 'name_in_list', name from pair
    where (select bool_and(carrier = 'manual') from people_identities where community_id = ${communityId} and person_id = one)
      <> (select bool_and(carrier = 'manual') from people_identities where community_id = ${communityId} and person_id = other)
    union all
    select one, other, 'card', line.key from pair
    join people_persons a on a.community_id = ${communityId} and a.id = one
    join people_persons b on b.community_id = ${communityId} and b.id = other
    cross join lateral (
      select key from jsonb_each(a.card) as l(key, value)
      where key in ('profession', 'city', 'industry', 'offers', 'needs')
        and l.value ->> 'text' = b.card -> key ->> 'text' limit 1) line`.execute(ctx.db);
  return rows;
}

/** Marks identities as not compared yet; whoever was forgotten meanwhile is left out. */
export async function insertUncompared(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<void> {
  await sql`
    insert into people_uncompared (community_id, identity_id)
    select community_id, id from people_identities
    where community_id = ${communityId} and id = any(${[...identityIds]}::uuid[]) and person_id is not null order by id
    on conflict do nothing`.execute(ctx.db);
}

/** Takes some marks off; gives whose they were. */
export async function takeUncompared(ctx: Ctx, limit: number): Promise<{ communityId: string; identityId: string }[]> {
  const { rows } = await sql<{ communityId: string; identityId: string }>`
    delete from people_uncompared u using (
      select community_id, identity_id from people_uncompared order by community_id, identity_id
      limit ${limit} for update skip locked) pick
    where u.community_id = pick.community_id and u.identity_id = pick.identity_id
    returning u.community_id as "communityId", u.identity_id as "identityId"`.execute(ctx.db);
  return rows;
}

/** Replaces what is suggested of some persons; what was refused stays refused. */
export async function replaceLikenesses(
  ctx: Ctx,
  { communityId, personIds }: Batch,
  found: readonly Likeness[],
): Promise<void> {
  await sql`
    delete from people_likenesses where community_id = ${communityId} and state = 'open'
      and (one_id = any(${personIds}::uuid[]) or other_id = any(${personIds}::uuid[]))`.execute(ctx.db);
  await sql`
    insert into people_likenesses (community_id, one_id, other_id, evidence, confidence, found_at)
    select ${communityId}, "oneId", "otherId", evidence, confidence, ${ctx.now()}
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as row("oneId" uuid, "otherId" uuid, evidence jsonb, confidence text)
    order by 2, 3
    on conflict (community_id, one_id, other_id) do nothing`.execute(ctx.db);
}

/** Open suggestions, the surest first. */
export async function selectLikenesses(
  ctx: Ctx,
  communityId: string,
  page: { personId?: string | undefined; limit: number },
): Promise<(Likeness & { total: number })[]> {
  const { rows } = await sql<Likeness & { total: number }>`
    select one_id as "oneId", other_id as "otherId", evidence, confidence, count(*) over ()::int as total
    from people_likenesses
    where community_id = ${communityId} and state = 'open'
      ${page.personId ? sql`and (one_id = ${page.personId} or other_id = ${page.personId})` : sql``}
    order by array_position(array['sure', 'likely', 'maybe'], confidence), one_id, other_id limit ${page.limit}`.execute(
    ctx.db,
  );
  return rows;
}

/** Notes that two persons are not one human, or forgets that again. */
export async function upsertRefusal(
  ctx: Ctx,
  pair: { communityId: string; oneId: string; otherId: string },
  decided: { by: string; refused: boolean },
): Promise<void> {
  await sql`
    insert into people_likenesses (community_id, one_id, other_id, evidence, confidence, state, found_at, decided_at, decided_by)
    values (${pair.communityId}, ${pair.oneId}, ${pair.otherId}, '[]', 'maybe', ${decided.refused ? 'refused' : 'open'},
      ${ctx.now()}, ${ctx.now()}, ${decided.by})
    on conflict (community_id, one_id, other_id) do update
      set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by`.execute(ctx.db);
}

/** Forgets suggestions that name a person who is no more. */
export async function deleteLikenessesOf(ctx: Ctx, communityId: string, personId: string): Promise<void> {
  await sql`
    delete from people_likenesses where community_id = ${communityId} and state = 'open'
      and (one_id = ${personId} or other_id = ${personId})`.execute(ctx.db);
}
