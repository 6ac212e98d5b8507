import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { prepared } from '../../platform/db/prepared.ts';

/** How long somebody is known, and how much they have said. */
export interface Tenure {
  identityId: string;
  /** First time in any group of the community; null when never. */
  since: Date | null;
  messages: number;
}

/** Tenure and messages of identities over all groups. */
export async function selectStandings(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Tenure[]> {
  const { rows } = await sql<Tenure>`${prepared}
    select given.identity as "identityId",
      (select min(m.joined_at) from people_memberships m
       where m.community_id = ${communityId}::uuid and m.identity_id = given.identity) as since,
      (select coalesce(sum(d.messages), 0)::int from people_days d
       where d.community_id = ${communityId}::uuid and d.identity_id = given.identity) as messages
    from unnest(${identityIds}::uuid[]) as given(identity)`.execute(ctx.db);
  return rows;
}

/** The last day on which identities spoke in one group; who never did is left out. */
export async function selectLastDays(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityIds: readonly string[] },
): Promise<{ identityId: string; lastOn: string }[]> {
  const { rows } = await sql<{ identityId: string; lastOn: string }>`
    select d.identity_id as "identityId", max(d.day) as "lastOn" from people_days d
    where d.community_id = ${place.communityId} and d.group_id = ${place.groupId}
      and d.identity_id = any(${place.identityIds}::uuid[]) and d.messages > 0
    group by 1`.execute(ctx.db);
  return rows;
}
