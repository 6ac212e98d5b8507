/** All SQL that reads what was counted: boards, a person's days, a program's days. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { How } from '../tally.ts';

/** One line of a board. */
export interface BoardRow {
  identityId: string;
  /** Days that count, in the scope. */
  days: number;
  run: number;
  lastDay: string | null;
  longest: number;
  hidden: boolean;
  rank: number;
}

/** Which board. `groupId` null = everybody, for the team. */
export interface BoardWish {
  communityId: string;
  programId: string;
  groupId: string | null;
  /** Count only these days; null = all. */
  between: { from: string; to: string } | null;
  withHidden: boolean;
}

/** Sort keys of the last line of a page. */
export interface BoardPlace {
  days: number;
  longest: number;
  identityId: string;
}

const counted = (wish: BoardWish) =>
  wish.between
    ? sql`join lateral (
        select count(*)::int as days from programs_days d
        where d.community_id = s.community_id and d.program_id = s.program_id and d.identity_id = s.identity_id
          and d.day between ${wish.between.from} and ${wish.between.to}
      ) scope on scope.days > 0`
    : sql`join lateral (select s.days) scope on scope.days > 0`;

const lines = (wish: BoardWish) => sql`
  select s.identity_id, scope.days, s.run, s.last_day, s.longest, h.identity_id is not null as hidden,
    rank() over (order by scope.days desc)::int as rank
  from programs_standings s ${counted(wish)}
  left join programs_hidden h on h.community_id = s.community_id and h.identity_id = s.identity_id
  where s.community_id = ${wish.communityId} and s.program_id = ${wish.programId}
    and (${wish.withHidden} or h.identity_id is null)
    and (${wish.groupId}::uuid is null or exists (
      select from programs_places p
      where p.community_id = s.community_id and p.program_id = s.program_id and p.group_id = ${wish.groupId}::uuid
        and p.identity_id = s.identity_id and p.present))`;

/** A page of a board, best first. */
export async function selectBoard(
  ctx: Ctx,
  wish: BoardWish,
  page: { after: BoardPlace | null; limit: number; only?: readonly string[] | undefined },
): Promise<BoardRow[]> {
  const { after, only } = page;
  // Cut out after ranks were given.
  const some = only ? sql`and identity_id = any(${only}::uuid[])` : sql``;
  const start = after
    ? sql`and (-days, -longest, identity_id) > (${-after.days}, ${-after.longest}, ${after.identityId}::uuid)`
    : sql``;
  const { rows } = await sql<BoardRow>`
    select identity_id as "identityId", days, run, last_day as "lastDay", longest, hidden, rank
    from (${lines(wish)}) lines where true ${some} ${start}
    order by days desc, longest desc, identity_id limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many stand on a board, and how many of them have more days than `than`. */
export async function countBoard(ctx: Ctx, wish: BoardWish, than: number): Promise<{ all: number; better: number }> {
  const { rows } = await sql<{ all: number; better: number }>`
    select count(*)::int as "all", (count(*) filter (where days > ${than}))::int as better
    from (${lines(wish)}) lines`.execute(ctx.db);
  return rows[0]!;
}

/** One person's days in programs, by day. */
export async function selectDaysOf(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  range: { from: string; to: string },
): Promise<{ programId: string; day: string; how: How; at: Date }[]> {
  const { rows } = await sql<{ programId: string; day: string; how: How; at: Date }>`
    select program_id as "programId", day, how, at from programs_days
    where community_id = ${who.communityId} and identity_id = ${who.identityId}
      and day between ${range.from} and ${range.to} order by day`.execute(ctx.db);
  return rows;
}

/** What one person has earned in each program, the first day there, and the cards used in a month. */
export async function selectSums(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  month: { from: string; to: string },
): Promise<Map<string, { points: number; firstDay: string; cards: number }>> {
  const { rows } = await sql<{ programId: string; points: number; firstDay: string; cards: number }>`
    select program_id as "programId", sum(points)::int as points, min(day) as "firstDay",
      (count(*) filter (where how = 'make_up' and not granted and used_on between ${month.from} and ${month.to}))::int as cards
    from programs_days where community_id = ${who.communityId} and identity_id = ${who.identityId}
    group by 1`.execute(ctx.db);
  return new Map(rows.map((row) => [row.programId, row]));
}

/** How many have checked in on a day, in one group or everywhere, and how many days were filled by cards. */
export async function selectProgramDays(
  ctx: Ctx,
  wish: { communityId: string; programId: string; groupId: string | null; from: string; to: string },
): Promise<{ day: string; checkIns: number; madeUp: number }[]> {
  const { rows } = await sql<{ day: string; checkIns: number; madeUp: number }>`
    select day, (count(*) filter (where how <> 'make_up'))::int as "checkIns",
      (count(*) filter (where how = 'make_up'))::int as "madeUp"
    from programs_days
    where community_id = ${wish.communityId} and program_id = ${wish.programId}
      and day between ${wish.from} and ${wish.to} and (${wish.groupId}::uuid is null or group_id = ${wish.groupId}::uuid)
    group by day order by day`.execute(ctx.db);
  return rows;
}

/** Those of the given people who do not want to stand on boards. */
export async function selectHidden(ctx: Ctx, communityId: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select identity_id as id from programs_hidden
    where community_id = ${communityId} and identity_id = any(${ids}::uuid[])`.execute(ctx.db);
  return new Set(rows.map((row) => row.id));
}

/** Hides somebody from boards or shows them again. */
export async function writeHidden(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  hidden: boolean,
): Promise<void> {
  if (hidden)
    await sql`
      insert into programs_hidden (community_id, identity_id, since)
      values (${who.communityId}, ${who.identityId}, ${ctx.now()}) on conflict do nothing`.execute(ctx.db);
  else
    await sql`
      delete from programs_hidden where community_id = ${who.communityId} and identity_id = ${who.identityId}`.execute(
      ctx.db,
    );
}

/** A day of somebody with the name of its program. */
export interface LatestDay {
  programId: string;
  name: string;
  day: string;
  how: How;
  granted: boolean;
  at: Date;
  groupId: string;
}

/** The latest days of somebody with the programs they belong to. */
export async function selectLatestDays(
  ctx: Ctx,
  wish: { communityId: string; identityIds: readonly string[]; until: Date | null; limit: number },
): Promise<LatestDay[]> {
  const { rows } = await sql<LatestDay>`
    select d.program_id as "programId", p.name, d.day, d.how, d.granted, d.at, d.group_id as "groupId"
    from programs_days d
    join programs_programs p on p.community_id = d.community_id and p.id = d.program_id
    where d.community_id = ${wish.communityId} and d.identity_id = any(${wish.identityIds}::uuid[])
      and (${wish.until}::timestamptz is null or d.at <= ${wish.until}::timestamptz)
    order by d.at desc, d.program_id, d.day limit ${wish.limit}`.execute(ctx.db);
  return rows;
}
