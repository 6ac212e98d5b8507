/** What `desk_questions` holds of single people: for their timeline, their export, and their being forgotten; and the whole, by id. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Question } from '../question-state.ts';
import { questionColumns } from './questions.ts';

/** Questions that identities have asked or answered, newest first. */
export async function selectQuestionsOf(
  ctx: Ctx,
  communityId: string,
  which: { identityIds: readonly string[]; until?: Date | null | undefined; limit: number },
): Promise<Question[]> {
  const { identityIds, until, limit } = which;
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions
    where community_id = ${communityId}
      and (asked_by = any(${identityIds}::uuid[]) or answered_by = any(${identityIds}::uuid[]))
      ${until ? sql`and at <= ${until}` : sql``}
    order by at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Takes up to `limit` questions from identities: words gone, under the tombstone; open ones are laid aside. */
export async function eraseQuestions(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
  limit: number,
): Promise<Question[]> {
  const { communityId, identityIds, tombstoneId } = who;
  const { rows } = await sql<Question>`
    update desk_questions
    set excerpt = '', asked_by = ${tombstoneId},
        close_reason = case when state = 'open' then 'recalled' else close_reason end,
        settled_at = case when state = 'open' then ${ctx.now()}::timestamptz else settled_at end,
        settled_by = case when state = 'open' then 'system:desk.erase' else settled_by end,
        state = case when state = 'open' then 'closed' else state end
    where community_id = ${communityId} and id in (
      select id from desk_questions
      where community_id = ${communityId} and asked_by = any(${identityIds}::uuid[]) order by id limit ${limit})
    returning ${questionColumns}`.execute(ctx.db);
  return rows;
}

/** Puts the tombstone in the place of those who answered; gives the number of rows. */
export async function eraseAnswers(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const { rows } = await sql`
    update desk_questions set answered_by = ${who.tombstoneId}
    where community_id = ${who.communityId} and answered_by = any(${who.identityIds}::uuid[]) returning id`.execute(
    ctx.db,
  );
  return rows.length;
}

/** All questions by id, in steps, for the full export. */
export async function selectQuestionsAfter(
  ctx: Ctx,
  communityId: string,
  page: { after: string | null; limit: number },
): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select ${questionColumns} from desk_questions
    where community_id = ${communityId} and (${page.after}::uuid is null or id > ${page.after}::uuid)
    order by id limit ${page.limit}`.execute(ctx.db);
  return rows;
}
