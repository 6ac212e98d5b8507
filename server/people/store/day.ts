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

/** Adds a batch in one statement. Rows of the same key are summed first and sorted, so batches cannot lock each other. */
export async function addDays(ctx: Ctx, rows: readonly PeopleActivity[]): Promise<void> {
  await sql`${prepared}
    insert into people_days as d (community_id, group_id, identity_id, day, messages, pictures, replies, reactions)
    select "communityId", "groupId", "identityId", day, coalesce(sum(messages), 0), coalesce(sum(pictures), 0),
      coalesce(sum(replies), 0), coalesce(sum(reactions), 0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row("communityId" uuid, "groupId" uuid, "identityId" uuid,
      day date, messages int, pictures int, replies int, reactions int)
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (community_id, group_id, identity_id, day) do update
      set messages = d.messages + excluded.messages, pictures = d.pictures + excluded.pictures,
          replies = d.replies + excluded.replies, reactions = d.reactions + excluded.reactions`.execute(ctx.db);
}

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
