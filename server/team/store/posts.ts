import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Post } from '../post.ts';

/** All SQL on `team_posts`, and the lock that keeps changes of one team apart. */

/** Who does what in a community. */
export async function selectPosts(ctx: Ctx, communityId: string): Promise<Map<string, Post[]>> {
  const { rows } = await sql<{ userId: string; posts: Post[] }>`
    select user_id as "userId", array_agg(post order by post) as posts from team_posts
    where community_id = ${communityId} group by user_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.userId, row.posts]));
}

/** Replaces the posts of one user. */
export async function putPosts(
  ctx: Ctx,
  communityId: string,
  who: { userId: string; posts: readonly Post[] },
): Promise<void> {
  await sql`
    delete from team_posts where community_id = ${communityId} and user_id = ${who.userId}
      and post <> all(${who.posts}::text[])`.execute(ctx.db);
  await sql`
    insert into team_posts (community_id, user_id, post)
    select ${communityId}, ${who.userId}, unnest(${who.posts}::text[]) on conflict do nothing`.execute(ctx.db);
}

/** Until the transaction ends, nobody else changes this team: two owners can't each remove the other at the same moment. */
export async function lockTeam(ctx: Ctx, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`team:${communityId}`}, 0))`.execute(ctx.db);
}
