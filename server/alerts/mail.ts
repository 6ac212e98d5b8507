/**
 * One mail for everything that an operator has to be told. What was settled meanwhile is left out, and what is told is marked in the
 * transaction that queues the mail: nothing is told twice or lost.
 */
import { z } from 'zod';
import { findCommunity, getZone } from '../communities/index.ts';
import { findQuestions, type Question } from '../desk/index.ts';
import { listGroupNames } from '../groups/index.ts';
import { findAlarms } from '../insight/index.ts';
import { usualQuiet } from '../platform/quiet.ts';
import { findUsers } from '../platform/auth/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { queueMail, readAddress } from '../platform/mail/index.ts';
import { listTeam } from '../team/index.ts';
import { dayMs, dueAt } from './due.ts';
import { writeAlert, type Item } from './letter.ts';
import {
  deleteNews,
  deleteOldNews,
  lockOperator,
  markMailed,
  selectMailed,
  selectWaiting,
  selectWishes,
  type News,
} from './store.ts';
import { canTell, usualLevel, type Wish } from './wish.ts';

/** The others are told at least a minute later. */
const shortestRoundMs = 60_000;

/** One waiting job for each operator. */
export const mailKey = (userId: string): string => `alerts.mail ${userId}`;

/** Mails an operator what waits for them, when it is time; otherwise waits for that time. */
export const mailOperator = defineJob({
  name: 'alerts.mail_operator',
  payload: z.object({ userId: z.uuid() }),
  run: (ctx, { userId }) => inTransaction(ctx, (inner) => mail(inner, userId)),
});

async function mail(ctx: Ctx, userId: string): Promise<void> {
  await lockOperator(ctx, userId);
  const waiting = await selectWaiting(ctx, userId);
  const present = waiting.filter(({ at }) => at <= ctx.now());
  // What is for the second round waits for it.
  const ahead = waiting.slice(present.length).map(({ at }) => at);
  const times = [await tell(ctx, userId, present), ...ahead].filter((at) => at !== null);
  if (times.length > 0) later(ctx, userId, new Date(Math.min(...times.map((at) => at.getTime()))));
}

/** Mails what is to be told now, or says when to come again. */
async function tell(ctx: Ctx, userId: string, waiting: readonly News[]): Promise<Date | null> {
  const [user] = await findUsers(ctx, [userId]);
  const items = user && canTell(ctx) ? await sieve(ctx, userId, waiting) : [];
  const kept = new Set(items.map(({ news }) => news.subjectId));
  const needless = waiting.flatMap(({ subjectId }) => (kept.has(subjectId) ? [] : [subjectId]));
  await deleteNews(ctx, userId, needless);
  const [first] = items;
  if (!user || !first) return null;
  const chosen = (await selectWishes(ctx, [userId])).get(userId);
  const wish: Wish = chosen ?? { level: 'at_once', quiet: usualQuiet };
  const due = dueAt(wish, {
    oldest: first.news.at,
    mailed: await selectMailed(ctx, userId, new Date(ctx.now().getTime() - dayMs)),
    zone: await getZone(ctx, first.news.communityId),
    now: ctx.now(),
  });
  if (due > ctx.now()) return due;
  const to = readAddress(user.email);
  const locale = chosen?.locale ?? 'zh-CN';
  const letter = writeAlert(ctx, { name: user.name, locale, items });
  const expiresAt = new Date(ctx.now().getTime() + dayMs / 2);
  const queued = to && (await queueMail(ctx, { ...letter, kind: 'alerts.news', to, expiresAt }));
  if (queued && !queued.ok) return new Date(ctx.now().getTime() + queued.retryAfterMs);
  await markMailed(ctx, userId, [...kept]);
  return null;
}

function later(ctx: Ctx, userId: string, runAt: Date): void {
  ctx.enqueue(mailOperator, { userId }, { runAt, key: mailKey(userId) });
}

/** News that still hold, for somebody who still is on the team and wants them, with what is needed to write of them. */
async function sieve(ctx: Ctx, userId: string, waiting: readonly News[]): Promise<Item[]> {
  const items: Item[] = [];
  const wish = (await selectWishes(ctx, [userId])).get(userId);
  for (const [communityId, some] of Map.groupBy(waiting, (one) => one.communityId)) {
    const community = await findCommunity(ctx, communityId);
    const member = (await listTeam(ctx, communityId, { limit: 1000 })).items.find((one) => one.userId === userId);
    if (!community || !member || (wish?.level ?? usualLevel(member.roles)) === 'off') continue;
    const groups = await listGroupNames(
      ctx,
      communityId,
      some.map(({ groupId }) => groupId),
    );
    const subjects = await findSubjects(ctx, communityId, some);
    for (const news of some) {
      const what = subjects.get(news.subjectId);
      if (what && !isTaken(news, what.question))
        items.push({ news, community: community.name, group: groups.get(news.groupId) ?? '', ...what });
    }
  }
  return items.sort((one, other) => one.news.at.getTime() - other.news.at.getTime());
}

/** In the second round nobody is told of a question that somebody has taken meanwhile. */
function isTaken({ at }: News, question: Question | undefined): boolean {
  if (!question?.overdueAt || question.assigneeId === null || question.givenAt !== null) return false;
  return at.getTime() - question.overdueAt.getTime() >= shortestRoundMs;
}

/** What news are about, by its id; what is settled is missing. */
async function findSubjects(
  ctx: Ctx,
  communityId: string,
  news: readonly News[],
): Promise<Map<string, Pick<Item, 'alarm' | 'question'>>> {
  const idsOf = (wanted: News['kind']) => news.flatMap(({ kind, subjectId }) => (kind === wanted ? [subjectId] : []));
  const alarms = await findAlarms(ctx, communityId, idsOf('alarm'));
  const questions = await findQuestions(ctx, communityId, idsOf('question'));
  return new Map<string, Pick<Item, 'alarm' | 'question'>>([
    ...alarms.filter(({ settledAt }) => settledAt === null).map((alarm) => [alarm.id, { alarm }] as const),
    ...questions.filter(({ state }) => state === 'open').map((question) => [question.id, { question }] as const),
  ]);
}

/** Every night: forgets what was told. What is still to be told of waits a day at most. */
export const forgetOld = defineJob({
  name: 'alerts.forget_old',
  payload: z.object({}),
  cron: '35 19 * * *',
  run: (ctx) => inTransaction(ctx, (inner) => deleteOldNews(inner, new Date(inner.now().getTime() - 3 * dayMs))),
});
