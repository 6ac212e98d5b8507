/** All SQL on `care_newcomers`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';
import type { Standing, UnderWay } from '../path.ts';

/** A group of a community. */
export interface Place {
  communityId: string;
  groupId: string;
}

/** Somebody in their first days in a group. */
export interface Newcomer extends UnderWay, Place {
  membershipId: string;
  cardedAt: Date | null;
  leftAt: Date | null;
  greetTaskId: string | null;
  stands: Standing;
}

const stands = sql`case
  when n.left_at is not null then 'left'
  when n.spoke_at is not null and n.answered_at is null then 'unanswered'
  when n.spoke_at is null and n.welcomed_at is null then 'unwelcomed'
  when n.spoke_at is null then 'silent'
  when n.carded_at is null then 'uncarded'
  when n.back_on is null then 'not_back'
  else 'through' end`;

const columns = sql`n.community_id as "communityId", n.group_id as "groupId", n.identity_id as "identityId",
  n.membership_id as "membershipId", n.joined_at as "joinedAt", n.welcomed_at as "welcomedAt", n.carded_at as "cardedAt",
  n.spoke_at as "spokeAt", n.answered_at as "answeredAt", n.back_on as "backOn", n.left_at as "leftAt",
  n.greet_task_id as "greetTaskId", ${stands} as stands`;

/** Writes down who has come; whoever was new here lately and comes back goes on where they were. */
export async function insertNewcomers(
  ctx: Ctx,
  place: Place,
  newcomers: readonly Pick<Newcomer, 'identityId' | 'membershipId' | 'joinedAt' | 'cardedAt'>[],
): Promise<void> {
  if (newcomers.length === 0) return;
  await sql`
    insert into care_newcomers (community_id, group_id, identity_id, membership_id, joined_at, carded_at)
    select ${place.communityId}::uuid, ${place.groupId}::uuid, "identityId", "membershipId", "joinedAt", "cardedAt"
    from jsonb_to_recordset(${JSON.stringify(newcomers)}::jsonb) as given("identityId" uuid, "membershipId" uuid,
      "joinedAt" timestamptz, "cardedAt" timestamptz)
    on conflict (community_id, group_id, identity_id) do update
      set membership_id = excluded.membership_id, left_at = null`.execute(ctx.db);
}

const underWay = sql`(n.spoke_at is null or n.answered_at is null or n.back_on is null)`;

function given(places: readonly Place[]) {
  return sql`unnest(${places.map(({ communityId }) => communityId)}::uuid[], ${places.map(({ groupId }) => groupId)}::uuid[])
    as given(community_id, group_id)`;
}

/** Ids of those groups to which somebody came after a moment whose way the talk can still change. */
export async function selectPlacesWithNewcomers(ctx: Ctx, places: readonly Place[], since: Date): Promise<Set<string>> {
  const { rows } = await sql<{ groupId: string }>`${prepared}
    select given.group_id as "groupId" from ${given(places)}
    where exists (select from care_newcomers n where n.community_id = given.community_id and n.group_id = given.group_id
      and n.joined_at > ${since} and ${underWay})`.execute(ctx.db);
  return new Set(rows.map(({ groupId }) => groupId));
}

/** Those of some accounts whose way in some groups the talk can still change, who came after a moment. */
export async function selectUnderWay(
  ctx: Ctx,
  places: readonly Place[],
  { since, identityIds }: { since: Date; identityIds: readonly string[] },
): Promise<(UnderWay & Place)[]> {
  const { rows } = await sql<UnderWay & Place>`${prepared}
    select n.community_id as "communityId", n.group_id as "groupId", n.identity_id as "identityId", n.joined_at as "joinedAt",
      n.welcomed_at as "welcomedAt", n.spoke_at as "spokeAt", n.answered_at as "answeredAt", n.back_on as "backOn"
    from ${given(places)}
    join care_newcomers n on n.community_id = given.community_id and n.group_id = given.group_id
      and n.identity_id = any(${identityIds}::uuid[])
    where n.joined_at > ${since} and ${underWay}`.execute(ctx.db);
  return rows;
}

/** Notes how far newcomers of a group have come; what is noted already stays. */
export async function updateUnderWay(ctx: Ctx, place: Place, changed: readonly UnderWay[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    update care_newcomers n set welcomed_at = coalesce(n.welcomed_at, given."welcomedAt"),
      spoke_at = coalesce(n.spoke_at, given."spokeAt"), answered_at = coalesce(n.answered_at, given."answeredAt"),
      back_on = coalesce(n.back_on, given."backOn")
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given("identityId" uuid, "welcomedAt" timestamptz,
      "spokeAt" timestamptz, "answeredAt" timestamptz, "backOn" date)
    where n.community_id = ${place.communityId} and n.group_id = ${place.groupId} and n.identity_id = given."identityId"`.execute(
    ctx.db,
  );
}

/** Notes that newcomers were welcomed. */
export async function setWelcomed(
  ctx: Ctx,
  which: { communityId: string; membershipIds: readonly string[]; at: Date },
) {
  await sql`
    update care_newcomers set welcomed_at = ${which.at}
    where community_id = ${which.communityId} and membership_id = any(${which.membershipIds}::uuid[])
      and welcomed_at is null`.execute(ctx.db);
}

/** Notes that newcomers have left. */
export async function setLeft(ctx: Ctx, which: { communityId: string; membershipIds: readonly string[]; at: Date }) {
  await sql`
    update care_newcomers set left_at = ${which.at}
    where community_id = ${which.communityId} and membership_id = any(${which.membershipIds}::uuid[])
      and left_at is null`.execute(ctx.db);
}

/** Those of some accounts who came after a moment and had no card then. */
export async function selectUncarded(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; since: Date },
): Promise<string[]> {
  const { rows } = await sql<{ identityId: string }>`
    select distinct identity_id as "identityId" from care_newcomers
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])
      and joined_at > ${which.since} and carded_at is null`.execute(ctx.db);
  return rows.map(({ identityId }) => identityId);
}

/** Notes that newcomers have filled their card. */
export async function setCarded(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; since: Date },
): Promise<void> {
  await sql`
    update care_newcomers set carded_at = ${ctx.now()}
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])
      and joined_at > ${which.since} and carded_at is null`.execute(ctx.db);
}

/** All rows of some accounts, locked in one order. */
export async function lockNewcomers(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Newcomer[]> {
  const { rows } = await sql<Newcomer>`
    select ${columns} from care_newcomers n
    where n.community_id = ${communityId} and n.identity_id = any(${identityIds}::uuid[])
    order by n.group_id, n.identity_id for update`.execute(ctx.db);
  return rows;
}

/** Keeps the greeting of a person. */
export async function setGreetTask(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[] },
  taskId: string,
): Promise<void> {
  await sql`
    update care_newcomers set greet_task_id = ${taskId}
    where community_id = ${which.communityId} and identity_id = any(${which.identityIds}::uuid[])`.execute(ctx.db);
}

/** What list and figures are about: a community or one group of it. */
export interface Scope {
  communityId: string;
  groupId: string | null;
}

const within = ({ communityId, groupId }: Scope) =>
  sql`n.community_id = ${communityId} and (${groupId}::uuid is null or n.group_id = ${groupId}::uuid)`;

/** A page of those who came after a moment, the latest first. */
export async function selectNewcomers(
  ctx: Ctx,
  which: Scope & { since: Date; stands: Standing | null },
  page: { after: { at: string; membershipId: string } | null; limit: number },
): Promise<Newcomer[]> {
  const { after } = page;
  const start = after
    ? sql`and (n.joined_at, n.membership_id) < (${after.at}::timestamptz, ${after.membershipId}::uuid)`
    : sql``;
  const { rows } = await sql<Newcomer>`
    select ${columns} from care_newcomers n
    where ${within(which)} and n.joined_at > ${which.since}
      and (${which.stands}::text is null or ${stands} = ${which.stands}::text) ${start}
    order by n.joined_at desc, n.membership_id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many came, and how many of them have done each step. */
export interface PathCounts {
  people: number;
  welcomed: number;
  carded: number;
  spoke: number;
  answered: number;
  back: number;
}

/** Counts of those who came within a time. */
export async function countPath(ctx: Ctx, which: Scope & { from: Date; to: Date }): Promise<PathCounts> {
  const { rows } = await sql<PathCounts>`
    select count(*)::int as people, count(n.welcomed_at)::int as welcomed, count(n.carded_at)::int as carded,
      count(n.spoke_at)::int as spoke, count(n.answered_at)::int as answered, count(n.back_on)::int as back
    from care_newcomers n where ${within(which)} and n.joined_at > ${which.from} and n.joined_at <= ${which.to}`.execute(
    ctx.db,
  );
  return rows[0]!;
}

/** How many of those who came after a moment stand where. */
export async function countStandings(ctx: Ctx, which: Scope & { since: Date }): Promise<Map<Standing, number>> {
  const { rows } = await sql<{ stands: Standing; count: number }>`
    select ${stands} as stands, count(*)::int as count from care_newcomers n
    where ${within(which)} and n.joined_at > ${which.since} group by 1`.execute(ctx.db);
  return new Map(rows.map((row) => [row.stands, row.count]));
}

/** Forgets who came before a moment. */
export async function deleteOldNewcomers(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from care_newcomers where joined_at < ${before}`.execute(ctx.db);
}
