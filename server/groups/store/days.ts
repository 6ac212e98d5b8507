import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ctx } from '../../platform/context.ts';

/** What happened in one group on one of its local days. */
export interface GroupActivity {
  communityId: string;
  groupId: string;
  /** The calendar day in the community's zone, `YYYY-MM-DD`. */
  day: string;
  messages?: number;
  reactions?: number;
  joins?: number;
  leaves?: number;
  /** Different people who have said something for the first time on this day. */
  speakers?: number;
  /** Messages of the official voice and of the group's owner, admins and stewards. */
  hostMessages?: number;
  checkIns?: number;
  /** When somebody last said something; moves the group's last activity forward. */
  at?: Date;
}

/** Adds to the counters of many (group, day) cells in one statement, and moves the last activity in a second; both at the commit. */
export async function addActivity(ctx: Ctx, rows: readonly GroupActivity[]): Promise<void> {
  const cells = JSON.stringify(rows);
  await ctx.writeLast(sql`${prepared}
    insert into groups_days as days
      (community_id, group_id, day, messages, reactions, joins, leaves, speakers, host_messages, check_ins)
    select "communityId", "groupId", day, coalesce(sum(messages), 0), coalesce(sum(reactions), 0),
           coalesce(sum(joins), 0), coalesce(sum(leaves), 0), coalesce(sum(speakers), 0),
           coalesce(sum("hostMessages"), 0), coalesce(sum("checkIns"), 0)
    from jsonb_to_recordset(${cells}::jsonb)
      as row("communityId" uuid, "groupId" uuid, day date, messages int, reactions int, joins int, leaves int,
             speakers int, "hostMessages" int, "checkIns" int)
    -- One order for all writers, so that two batches never wait for each other in a circle.
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (community_id, group_id, day) do update set
      messages = days.messages + excluded.messages, reactions = days.reactions + excluded.reactions,
      joins = days.joins + excluded.joins, leaves = days.leaves + excluded.leaves,
      speakers = days.speakers + excluded.speakers, host_messages = days.host_messages + excluded.host_messages,
      check_ins = days.check_ins + excluded.check_ins`);
  if (!rows.some((row) => row.at !== undefined)) return;
  await ctx.writeLast(sql`
    with latest as (
      select "communityId", "groupId", max(at) as at
      from jsonb_to_recordset(${cells}::jsonb) as row("communityId" uuid, "groupId" uuid, at timestamptz)
      where at is not null group by 1, 2
    ), locked as (
      select groups_groups.community_id, groups_groups.id, latest.at from groups_groups
      join latest on community_id = "communityId" and id = "groupId"
      where last_activity_at is null or last_activity_at < latest.at
      order by 1, 2 for update of groups_groups
    )
    update groups_groups as target set last_activity_at = greatest(target.last_activity_at, locked.at) from locked
    where target.community_id = locked.community_id and target.id = locked.id`);
}

/** The counters of one group on one day. */
export interface GroupDay {
  day: string;
  messages: number;
  reactions: number;
  joins: number;
  leaves: number;
  speakers: number;
  hostMessages: number;
  checkIns: number;
}

const counters = sql`day, messages, reactions, joins, leaves, speakers, host_messages as "hostMessages", check_ins as "checkIns"`;

/** The counters of a group from one day to another, both included; days without anything are absent. */
export async function selectDays(
  ctx: Ctx,
  range: { communityId: string; groupId: string; from: string; to: string },
): Promise<GroupDay[]> {
  const { rows } = await sql<GroupDay>`
    select ${counters} from groups_days
    where community_id = ${range.communityId} and group_id = ${range.groupId} and day between ${range.from} and ${range.to}
    order by day`.execute(ctx.db);
  return rows;
}

/** The same of all groups of a community at once, by group and day; of archived groups too. */
export async function selectDaysOfAll(
  ctx: Ctx,
  range: { communityId: string; from: string; to: string },
): Promise<(GroupDay & { groupId: string })[]> {
  const { rows } = await sql<GroupDay & { groupId: string }>`
    select groups_groups.id as "groupId", days.* from groups_groups
    cross join lateral (
      select ${counters} from groups_days
      where community_id = ${range.communityId} and group_id = groups_groups.id and day between ${range.from} and ${range.to}
    ) days
    where groups_groups.community_id = ${range.communityId} order by 1, 2`.execute(ctx.db);
  return rows;
}

/** A page of all days of a community, by group and day. */
export async function selectDaysAfter(
  ctx: Ctx,
  communityId: string,
  page: { after: { groupId: string; day: string } | undefined; limit: number },
): Promise<(GroupDay & { groupId: string })[]> {
  const { after } = page;
  const start = after ? sql`and (group_id, day) > (${after.groupId}::uuid, ${after.day}::date)` : sql``;
  const { rows } = await sql<GroupDay & { groupId: string }>`
    select group_id as "groupId", ${counters} from groups_days
    where community_id = ${communityId} ${start} order by group_id, day limit ${page.limit}`.execute(ctx.db);
  return rows;
}
