import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** An entrance of a group: a link of the team, or a member's own invitation. */
export interface EntranceKey {
  communityId: string;
  groupId: string;
  linkId: string | null;
  inviterId: string | null;
}

/** Somebody who has come in. */
export interface Comer {
  identityId: string;
  joinedAt: Date;
}

/** Those who came through an entrance since a moment, the latest `limit` of them, oldest first; who has left since is among them. */
export async function selectArrivals(
  ctx: Ctx,
  entrance: EntranceKey,
  { since, limit }: { since: Date; limit: number },
): Promise<Comer[]> {
  const { rows } = await sql<Comer>`
    select identity_id as "identityId", joined_at as "joinedAt" from people_memberships
    where ${cameThrough(entrance)} and joined_at >= ${since}
    order by joined_at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows.toReversed();
}

/** How many came through an entrance within a time. */
export async function countArrivals(ctx: Ctx, entrance: EntranceKey, time: { from: Date; to: Date }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people_memberships
    where ${cameThrough(entrance)} and joined_at >= ${time.from} and joined_at < ${time.to}`.execute(ctx.db);
  return rows[0]!.count;
}

/** Without a code somebody was seen on another platform and came through no entrance of ours. */
function cameThrough({ communityId, groupId, linkId, inviterId }: EntranceKey) {
  return sql`community_id = ${communityId} and group_id = ${groupId} and code is not null
    and link_id is not distinct from ${linkId}::uuid and inviter_id is not distinct from ${inviterId}::uuid`;
}

/** Somebody who came on a member's invitation and is still there. */
export interface Brought {
  identityId: string;
  inviterId: string;
}

/** Those whose first stay in the community began within a time, on somebody's invitation, and goes on; by their ids. */
export async function selectBrought(
  ctx: Ctx,
  communityId: string,
  { from, until, after, limit }: { from: Date; until: Date; after: string | null; limit: number },
): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    select distinct on (m.identity_id) m.identity_id as "identityId", m.inviter_id as "inviterId" from people_memberships m
    where m.community_id = ${communityId} and m.inviter_id is not null and m.left_at is null
      and m.joined_at >= ${from} and m.joined_at < ${until}
      ${after === null ? sql`` : sql`and m.identity_id > ${after}::uuid`}
      and not exists (select from people_memberships e
        where e.community_id = m.community_id and e.identity_id = m.identity_id and e.joined_at < m.joined_at)
    order by m.identity_id limit ${limit}`.execute(ctx.db);
  return rows;
}
