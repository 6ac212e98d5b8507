/** All SQL on `promotions_lessons`. */
import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { Lesson } from '../recognition.ts';

/** The lessons of a community, newest first. */
export async function selectLessons(ctx: Ctx, communityId: string, most: number): Promise<Lesson[]> {
  const { rows } = await sql<{ hash: string; promotion: boolean; on: string }>`
    select hash, promotion, to_char(at, 'YYYY-MM-DD') as on from promotions_lessons
    where community_id = ${communityId} order by at desc limit ${most}`.execute(ctx.db);
  return rows.map(({ hash, promotion, on }) => {
    const [high, low] = hash.split(' ').map(Number) as [number, number];
    return { hash: { high, low }, promotion, on };
  });
}

/** Keeps what was said of a message, the last word counts; forgets the oldest beyond `most`. */
export async function upsertLesson(
  ctx: Ctx,
  lesson: {
    communityId: string;
    messageId: string;
    hash: Lesson['hash'];
    promotion: boolean;
    by: string;
    most: number;
  },
): Promise<void> {
  const { communityId, messageId, hash, promotion, by, most } = lesson;
  await sql`
    insert into promotions_lessons (community_id, message_id, hash, promotion, at, by)
    values (${communityId}, ${messageId}, ${`${hash.high} ${hash.low}`}, ${promotion}, ${ctx.now()}, ${by})
    on conflict (community_id, message_id) do update
      set hash = excluded.hash, promotion = excluded.promotion, at = excluded.at, by = excluded.by`.execute(ctx.db);
  await sql`
    delete from promotions_lessons where community_id = ${communityId} and message_id in (
      select message_id from promotions_lessons where community_id = ${communityId}
      order by at desc offset ${most})`.execute(ctx.db);
}

/** Forgets everything that was taught; says how much. */
export async function deleteLessons(ctx: Ctx, communityId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from promotions_lessons where community_id = ${communityId}`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}
