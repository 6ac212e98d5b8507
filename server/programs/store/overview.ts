/** All SQL that reads check-ins for the team: numbers of programs, who has checked in when, one person's days. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { How } from '../tally.ts';

/** Which programs, where and when; `groupId` null = everywhere. */
export interface Span {
  communityId: string;
  programIds: readonly string[];
  groupId: string | null;
  from: string;
  to: string;
}

const within = (span: Span) => sql`
  d.community_id = ${span.communityId} and d.program_id = any(${span.programIds}::uuid[])
  and d.day between ${span.from} and ${span.to}
  and (${span.groupId}::uuid is null or d.group_id = ${span.groupId}::uuid)`;

/** How many have checked in on each day, by program; days without anybody are absent. */
export async function selectDaysByProgram(
  ctx: Ctx,
  span: Span,
): Promise<{ programId: string; day: string; checkIns: number }[]> {
  const { rows } = await sql<{ programId: string; day: string; checkIns: number }>`
    select d.program_id as "programId", d.day, count(*)::int as "checkIns" from programs_days d
    where ${within(span)} and d.how <> 'make_up' group by 1, 2`.execute(ctx.db);
  return rows;
}

/** How many people have checked in, by program. */
export async function countPeopleByProgram(ctx: Ctx, span: Span): Promise<Map<string, number>> {
  const { rows } = await sql<{ programId: string; people: number }>`
    select d.program_id as "programId", count(distinct d.identity_id)::int as people from programs_days d
    where ${within(span)} and d.how <> 'make_up' group by 1`.execute(ctx.db);
  return new Map(rows.map(({ programId, people }) => [programId, people]));
}

/** One day that counts, with whose it is. */
export interface LogRow {
  programId: string;
  identityId: string;
  groupId: string;
  day: string;
  how: How;
  granted: boolean;
  at: Date;
}

/** Sort keys of the last line of a page. */
export interface LogPlace {
  at: string;
  identityId: string;
  programId: string;
  day: string;
}

/** A page of the days that count, those that came in last first; of some people only when `identityIds` are given. */
export async function selectLog(
  ctx: Ctx,
  span: Span & { identityIds: readonly string[] | null },
  page: { after: LogPlace | null; limit: number },
): Promise<LogRow[]> {
  const { after } = page;
  const start = after
    ? sql`and (d.at, d.identity_id, d.program_id, d.day)
        < (${after.at}::timestamptz, ${after.identityId}::uuid, ${after.programId}::uuid, ${after.day}::date)`
    : sql``;
  const { rows } = await sql<LogRow>`
    select d.program_id as "programId", d.identity_id as "identityId", d.group_id as "groupId", d.day, d.how, d.granted,
      d.at
    from programs_days d
    where ${within(span)} and (${span.identityIds}::uuid[] is null or d.identity_id = any(${span.identityIds}::uuid[]))
      ${start}
    order by d.at desc, d.identity_id desc, d.program_id desc, d.day desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many days were lived and how many filled in later. */
export async function countLog(ctx: Ctx, span: Span): Promise<{ checkIns: number; madeUp: number; people: number }> {
  const { rows } = await sql<{ checkIns: number; madeUp: number; people: number }>`
    select (count(*) filter (where d.how <> 'make_up'))::int as "checkIns",
      (count(*) filter (where d.how = 'make_up'))::int as "madeUp", count(distinct d.identity_id)::int as people
    from programs_days d where ${within(span)}`.execute(ctx.db);
  return rows[0]!;
}

/** One person's days of a span in one program. */
export async function selectDaysOfOne(
  ctx: Ctx,
  who: { communityId: string; programId: string; identityId: string },
  range: { from: string; to: string },
): Promise<LogRow[]> {
  const { rows } = await sql<LogRow>`
    select program_id as "programId", identity_id as "identityId", group_id as "groupId", day, how, granted, at
    from programs_days
    where community_id = ${who.communityId} and program_id = ${who.programId} and identity_id = ${who.identityId}
      and day between ${range.from} and ${range.to} order by day`.execute(ctx.db);
  return rows;
}

/** The group in which somebody last checked in for a program. */
export async function selectLastPlace(
  ctx: Ctx,
  who: { communityId: string; programId: string; identityId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ groupId: string }>`
    select group_id as "groupId" from programs_claims
    where community_id = ${who.communityId} and program_id = ${who.programId} and identity_id = ${who.identityId}
    order by at desc limit 1`.execute(ctx.db);
  return rows[0]?.groupId;
}
