/** SQL on `desk_holds`: who had a question from when to when. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';

/** Questions are with a user (null = nobody) from now on; who had them before had them until now. */
export async function changeHolds(
  ctx: Ctx,
  communityId: string,
  { questionIds, userId }: { questionIds: readonly string[]; userId: string | null },
): Promise<void> {
  if (questionIds.length === 0) return;
  const now = ctx.now();
  await sql`
    update desk_holds set until = ${now}
    where community_id = ${communityId} and question_id = any(${questionIds}::uuid[]) and until is null
      and user_id is distinct from ${userId}::uuid`.execute(ctx.db);
  if (userId === null) return;
  await sql`
    insert into desk_holds (community_id, question_id, since, user_id)
    select ${communityId}::uuid, id, ${now}::timestamptz, ${userId}::uuid from unnest(${questionIds}::uuid[]) as id
    where not exists (select from desk_holds h
      where h.community_id = ${communityId} and h.question_id = id and h.user_id = ${userId} and h.until is null)
    on conflict (community_id, question_id, since) do update set user_id = excluded.user_id, until = null`.execute(
    ctx.db,
  );
}
