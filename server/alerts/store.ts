/** All SQL on wishes and news of operators. */
import { sql } from 'kysely';
import type { QuietHours } from '../platform/quiet.ts';
import type { Ctx } from '../platform/context.ts';
import type { Locale } from '../platform/i18n.ts';
import type { Level } from './wish.ts';

/** What news are about. */
export type NewsKind = 'alarm' | 'question';

/** Something that an operator is to be told. */
export interface News {
  communityId: string;
  kind: NewsKind;
  subjectId: string;
  groupId: string;
  /** From when on it is to be told: when it happened, or in the second round. */
  at: Date;
}

/** What operators have chosen. */
export async function selectWishes(
  ctx: Ctx,
  userIds: readonly string[],
): Promise<Map<string, { level: Level; quiet: QuietHours; locale: Locale }>> {
  const { rows } = await sql<{ userId: string; level: Level; from: number; to: number; locale: Locale }>`
    select user_id as "userId", level, from_minute as "from", to_minute as "to", locale
    from alerts_wishes where user_id = any(${userIds}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ userId, level, from, to, locale }) => [userId, { level, quiet: { from, to }, locale }]));
}

/** Keeps what an operator has chosen. */
export async function upsertWish(
  ctx: Ctx,
  userId: string,
  wish: { level: Level; quiet: QuietHours; locale: Locale },
): Promise<void> {
  const { level, quiet, locale } = wish;
  await sql`
    insert into alerts_wishes (user_id, level, from_minute, to_minute, locale)
    values (${userId}, ${level}, ${quiet.from}, ${quiet.to}, ${locale})
    on conflict (user_id) do update set level = excluded.level, from_minute = excluded.from_minute,
      to_minute = excluded.to_minute, locale = excluded.locale`.execute(ctx.db);
}

/** Notes news for operators; what one of them was to be told before is left as it is. */
export async function insertNews(ctx: Ctx, news: readonly (News & { userId: string })[]): Promise<void> {
  if (news.length === 0) return;
  await sql`
    insert into alerts_news (community_id, user_id, kind, subject_id, group_id, at)
    select "communityId", "userId", kind, "subjectId", "groupId", at
    from jsonb_to_recordset(${JSON.stringify(news)}::jsonb) as line("communityId" uuid, "userId" uuid, kind text,
      "subjectId" uuid, "groupId" uuid, at timestamptz)
    on conflict do nothing`.execute(ctx.db);
}

/** Lets one mail to an operator be made at a time, until the end of the transaction. */
export async function lockOperator(ctx: Ctx, userId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts.mail:${userId}`}, 0))`.execute(ctx.db);
}

/** What an operator has still to be told, oldest first. */
export async function selectWaiting(ctx: Ctx, userId: string): Promise<News[]> {
  const { rows } = await sql<News>`
    select community_id as "communityId", kind, subject_id as "subjectId", group_id as "groupId", at
    from alerts_news where user_id = ${userId} and mailed_at is null order by at, subject_id limit 500`.execute(ctx.db);
  return rows;
}

/** When an operator was mailed since a moment, newest first. */
export async function selectMailed(ctx: Ctx, userId: string, since: Date): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select distinct mailed_at as at from alerts_news where user_id = ${userId} and mailed_at > ${since}
    order by at desc`.execute(ctx.db);
  return rows.map(({ at }) => at);
}

/** Notes that the mail that tells of these is on its way. */
export async function markMailed(ctx: Ctx, userId: string, subjectIds: readonly string[]): Promise<void> {
  await sql`
    update alerts_news set mailed_at = ${ctx.now()}
    where user_id = ${userId} and subject_id = any(${subjectIds}::uuid[]) and mailed_at is null`.execute(ctx.db);
}

/** Takes news back that need not be told any more. */
export async function deleteNews(ctx: Ctx, userId: string, subjectIds: readonly string[]): Promise<void> {
  await sql`
    delete from alerts_news
    where user_id = ${userId} and subject_id = any(${subjectIds}::uuid[]) and mailed_at is null`.execute(ctx.db);
}

/** Takes everything back that an operator has not been told yet. */
export async function deleteWaiting(ctx: Ctx, userId: string): Promise<void> {
  await sql`delete from alerts_news where user_id = ${userId} and mailed_at is null`.execute(ctx.db);
}

/** Forgets what was heard before a moment. */
export async function deleteOldNews(ctx: Ctx, before: Date): Promise<void> {
  await sql`delete from alerts_news where at < ${before}`.execute(ctx.db);
}
