import { sql } from 'kysely';
import { prepared } from '../../platform/db/prepared.ts';
import type { Ctx } from '../../platform/context.ts';

/** What an identity did in a group on a day; numbers are added to what is there (negative takes back). */
export interface PeopleActivity {
  communityId: string;
  groupId: string;
  identityId: string;
  /** `YYYY-MM-DD`, the message's own day in the community's zone. */
  day: string;
  messages?: number;
  pictures?: number;
  replies?: number;
  reactions?: number;
}

/** Somebody who had said nothing in a group on a day until now. */
export interface NewSpeaker {
  groupId: string;
  identityId: string;
  day: string;
}

/**
 * Adds a batch in one statement and gives those who speak for the first time on a day; their last day is noted with it. Rows of the
 * same key are summed first and sorted, so batches cannot lock each other.
 */
export async function addDays(ctx: Ctx, rows: readonly PeopleActivity[]): Promise<NewSpeaker[]> {
  return (await daysStatement(rows).execute(ctx.db)).rows;
}

/** The same at the end of the transaction, where no answer is waited for. */
export async function addDaysLast(ctx: Ctx, rows: readonly PeopleActivity[]): Promise<void> {
  await ctx.writeLast(daysStatement(rows));
}

const daysStatement = (rows: readonly PeopleActivity[]) => sql<NewSpeaker>`${prepared}
    with given as (
      select "communityId" as community_id, "groupId" as group_id, "identityId" as identity_id, day,
        coalesce(sum(messages), 0)::int as messages, coalesce(sum(pictures), 0)::int as pictures,
        coalesce(sum(replies), 0)::int as replies, coalesce(sum(reactions), 0)::int as reactions
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("communityId" uuid, "groupId" uuid, "identityId" uuid,
        day date, messages int, pictures int, replies int, reactions int)
      group by 1, 2, 3, 4
    ), counted as (
      insert into people_days as d (community_id, group_id, identity_id, day, messages, pictures, replies, reactions)
      select community_id, group_id, identity_id, day, messages, pictures, replies, reactions from given order by 1, 2, 3, 4
      on conflict (community_id, group_id, identity_id, day) do update
        set messages = d.messages + excluded.messages, pictures = d.pictures + excluded.pictures,
            replies = d.replies + excluded.replies, reactions = d.reactions + excluded.reactions
      returning community_id, group_id, identity_id, day, messages
    ), fresh as (
      select counted.* from counted
      join given using (community_id, group_id, identity_id, day)
      where counted.messages > 0 and counted.messages <= given.messages
    ), seen as (
      insert into people_seen as s (community_id, identity_id, last_on)
      select community_id, identity_id, max(day) from fresh group by 1, 2 order by 1, 2
      on conflict (community_id, identity_id) do update set last_on = excluded.last_on where s.last_on < excluded.last_on
    )
    select group_id as "groupId", identity_id as "identityId", day from fresh`;

/** Activity of identities, by group and day. */
export async function selectDays(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Required<PeopleActivity>[]> {
  const { rows } = await sql<Required<PeopleActivity>>`
    select community_id as "communityId", group_id as "groupId", identity_id as "identityId", day, messages, pictures,
      replies, reactions
    from people_days where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
    order by day, group_id`.execute(ctx.db);
  return rows;
}

/** How much identities said in each week (named by its Monday), latest first. */
export async function selectWeeks(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; until: string | null; limit: number },
): Promise<{ week: string; messages: number; replies: number; groups: number }[]> {
  const { identityIds, until, limit } = which;
  const { rows } = await sql<{ week: string; messages: number; replies: number; groups: number }>`
    select date_trunc('week', day::timestamp)::date as week, sum(messages)::int as messages, sum(replies)::int as replies,
      count(distinct group_id)::int as groups
    from people_days
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[]) ${until ? sql`and day <= ${until}::date + 6` : sql``}
    group by 1 having sum(messages) > 0 order by 1 desc limit ${limit}`.execute(ctx.db);
  return rows;
}
