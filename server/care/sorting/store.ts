/** All SQL on `care_sorted`, `care_sorted_groups` and `care_sorted_marks`. */
import { sql } from 'kysely';
import type { Bands } from '../../../lib/analysis/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Confidence, Found, Kind } from './kinds.ts';

interface Place {
  communityId: string;
  groupId: string;
}

/** One likelihood of one person in one group. */
export interface SortedId extends Place {
  identityId: string;
  kind: Kind;
}

/** What a night finds about somebody. */
export interface SortedRow extends Found {
  identityId: string;
}

/** What a night finds about a group. */
export interface SortedGroup {
  sortedOn: string;
  since: string;
  messages: number;
  knowsReaders: boolean;
  /** Silent people of whom nobody knows whether they read. */
  unknown: number;
  bands: Bands | null;
  reason: string | null;
}

/** Puts the rows of a group in the place of the earlier ones. */
export async function replaceSorted(
  ctx: Ctx,
  place: Place,
  { rows, group }: { rows: readonly SortedRow[]; group: SortedGroup },
): Promise<void> {
  await sql`
    delete from care_sorted where community_id = ${place.communityId} and group_id = ${place.groupId}`.execute(ctx.db);
  await sql`
    insert into care_sorted (community_id, group_id, identity_id, kind, confidence, weight, n, evidence)
    select ${place.communityId}::uuid, ${place.groupId}::uuid, given."identityId", given.kind, given.confidence, given.weight,
      given.n, given.evidence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("identityId" uuid, kind text, confidence text,
      weight double precision, n int, evidence jsonb)`.execute(ctx.db);
  await sql`
    insert into care_sorted_groups (community_id, group_id, sorted_on, since, messages, knows_readers, unknown, bands, reason)
    values (${place.communityId}, ${place.groupId}, ${group.sortedOn}, ${group.since}, ${group.messages}, ${group.knowsReaders},
      ${group.unknown}, ${group.bands === null ? null : JSON.stringify(group.bands)}::jsonb, ${group.reason})
    on conflict (community_id, group_id) do update set sorted_on = excluded.sorted_on, since = excluded.since,
      messages = excluded.messages, knows_readers = excluded.knows_readers, unknown = excluded.unknown,
      bands = excluded.bands, reason = excluded.reason`.execute(ctx.db);
}

/** A likelihood with what the team has said of it. */
export interface Sorted extends SortedId, Found {
  isRight: boolean | null;
  taskId: string | null;
}

const columns = sql`s.community_id as "communityId", s.group_id as "groupId", s.identity_id as "identityId", s.kind, s.confidence,
  s.weight, s.n, s.evidence, m.is_right as "isRight", m.task_id as "taskId"`;
const withMarks = sql`care_sorted s left join care_sorted_marks m on m.community_id = s.community_id and m.group_id = s.group_id
  and m.identity_id = s.identity_id and m.kind = s.kind`;
/** Surest first. */
const rank = sql`array_position(array['high', 'medium', 'few'], s.confidence)`;

/** Where a page of a list ends. */
export interface SortedMark {
  rank: number;
  weight: number;
  groupId: string;
  identityId: string;
}

/** A page of one list, surest and strongest first; what the team has called wrong is a list of its own. */
export async function selectSorted(
  ctx: Ctx,
  communityId: string,
  page: { kind: Kind; wrong: boolean; after: SortedMark | null; limit: number },
): Promise<(Sorted & { rank: number })[]> {
  const { after } = page;
  const { rows } = await sql<Sorted & { rank: number }>`
    select ${columns}, ${rank} as rank from ${withMarks}
    where s.community_id = ${communityId} and s.kind = ${page.kind} and (m.is_right is false) = ${page.wrong}
      and (${after === null} or (${rank}, -s.weight, s.group_id, s.identity_id)
        > (${after?.rank ?? 0}::int, -(${after?.weight ?? 0}::float8), ${after?.groupId ?? null}::uuid, ${after?.identityId ?? null}::uuid))
    order by ${rank}, s.weight desc, s.group_id, s.identity_id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** One likelihood, or undefined when the last night did not find it. */
export async function selectOneSorted(ctx: Ctx, id: SortedId): Promise<Sorted | undefined> {
  const { rows } = await sql<Sorted>`
    select ${columns} from ${withMarks}
    where s.community_id = ${id.communityId} and s.group_id = ${id.groupId} and s.identity_id = ${id.identityId}
      and s.kind = ${id.kind}`.execute(ctx.db);
  return rows[0];
}

/** People on each list, without those who were called wrong. */
export async function countSorted(
  ctx: Ctx,
  communityId: string,
): Promise<{ kind: Kind; people: number; few: number; wrong: number }[]> {
  const { rows } = await sql<{ kind: Kind; people: number; few: number; wrong: number }>`
    select s.kind, (count(*) filter (where m.is_right is not false and s.confidence <> 'few'))::int as people,
      (count(*) filter (where m.is_right is not false and s.confidence = 'few'))::int as few,
      (count(*) filter (where m.is_right is false))::int as wrong
    from ${withMarks} where s.community_id = ${communityId} group by 1`.execute(ctx.db);
  return rows;
}

/** How often the team has called a list right or wrong; hints with too little evidence do not count. */
export async function countVerdicts(
  ctx: Ctx,
  communityId: string,
): Promise<{ kind: Kind; right: number; wrong: number }[]> {
  const { rows } = await sql<{ kind: Kind; right: number; wrong: number }>`
    select kind, (count(*) filter (where is_right))::int as right, (count(*) filter (where not is_right))::int as wrong
    from care_sorted_marks where community_id = ${communityId} and confidence <> 'few' group by 1`.execute(ctx.db);
  return rows;
}

/** Keeps what the team says, or that somebody talks to them. */
export async function putMark(
  ctx: Ctx,
  one: SortedId & { confidence: Confidence },
  mark: { isRight: boolean | null; taskId: string | null; by: string },
): Promise<void> {
  await sql`
    insert into care_sorted_marks (community_id, group_id, identity_id, kind, confidence, is_right, task_id, at, by)
    values (${one.communityId}, ${one.groupId}, ${one.identityId}, ${one.kind}, ${one.confidence}, ${mark.isRight}, ${mark.taskId},
      ${ctx.now()}, ${mark.by})
    on conflict (community_id, group_id, identity_id, kind) do update set confidence = excluded.confidence,
      is_right = excluded.is_right, task_id = excluded.task_id, at = excluded.at, by = excluded.by`.execute(ctx.db);
}

/** A page of groups with their 2-7-1, by id. */
export async function selectSortedGroups(
  ctx: Ctx,
  communityId: string,
  page: { after: string | null; limit: number },
): Promise<(SortedGroup & { groupId: string })[]> {
  const { rows } = await sql<SortedGroup & { groupId: string }>`
    select group_id as "groupId", sorted_on as "sortedOn", since, messages, knows_readers as "knowsReaders", unknown, bands, reason
    from care_sorted_groups where community_id = ${communityId} and (${page.after}::uuid is null or group_id > ${page.after}::uuid)
    order by group_id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** When the groups were sorted, how many, and how many silent people nobody can judge. */
export async function selectNight(
  ctx: Ctx,
  communityId: string,
): Promise<{ sortedOn: string | null; groups: number; unknown: number }> {
  const { rows } = await sql<{ sortedOn: string | null; groups: number; unknown: number }>`
    select max(sorted_on) as "sortedOn", count(*)::int as groups, coalesce(sum(unknown), 0)::int as unknown
    from care_sorted_groups where community_id = ${communityId}`.execute(ctx.db);
  return rows[0]!;
}
