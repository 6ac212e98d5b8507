/**
 * Who is to be told of an alarm or a question that is late: first whoever is on duty, in a second round the others, unless something has
 * happened until then. Only notes it; the mail goes later.
 */
import { findQuestions, questionOverdue, type Question } from '../desk/index.ts';
import { listOnDuty } from '../duty/index.ts';
import { alarmRaised } from '../insight/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { getSettings } from '../platform/settings.ts';
import { listTeam } from '../team/index.ts';
import { gatherMs } from './due.ts';
import { mailOperator, mailKey } from './mail.ts';
import { alertsSettings } from './settings.ts';
import { isSilent } from './slots.ts';
import { insertNews, selectWishes, type News } from './store.ts';
import { canTell, usualLevel } from './wish.ts';

const wholeTeam = 1000;

/** Hears of alarms. */
export const hearAlarms = subscribe('alerts.hear_alarms', alarmRaised, async (ctx, events) => {
  await note(
    ctx,
    events.flatMap(({ communityId, at, payload: { alarmId, groupId } }) =>
      communityId === null ? [] : [{ communityId, kind: 'alarm' as const, subjectId: alarmId, groupId, at }],
    ),
  );
});

/** Hears of questions that wait longer than promised. */
export const hearOverdue = subscribe('alerts.hear_overdue', questionOverdue, async (ctx, events) => {
  await note(
    ctx,
    events.flatMap(({ communityId, at, payload: { questionId, groupId } }) =>
      communityId === null ? [] : [{ communityId, kind: 'question' as const, subjectId: questionId, groupId, at }],
    ),
  );
});

async function note(ctx: Ctx, news: readonly News[]): Promise<void> {
  if (!canTell(ctx)) return;
  const told = new Set<string>();
  for (const [communityId, some] of Map.groupBy(news, (one) => one.communityId)) {
    if (await isSilentHere(ctx, communityId)) continue;
    const team = await listWilling(ctx, communityId);
    const questions = await findAbout(ctx, communityId, some);
    const round = { team, ...(await findRounds(ctx, communityId, team)) };
    const lines = some.flatMap((one) => layOutRounds(one, { ...round, question: questions.get(one.subjectId) }));
    await insertNews(ctx, lines);
    for (const { userId } of lines) told.add(userId);
  }
  const runAt = new Date(ctx.now().getTime() + gatherMs);
  for (const userId of told) ctx.enqueue(mailOperator, { userId }, { runAt, key: mailKey(userId) });
}

async function isSilentHere(ctx: Ctx, communityId: string): Promise<boolean> {
  for (const asks of ctx.slots(isSilent)) if (await asks(ctx, communityId)) return true;
  return false;
}

async function listWilling(ctx: Ctx, communityId: string): Promise<string[]> {
  const { items } = await listTeam(ctx, communityId, { limit: wholeTeam });
  const wishes = await selectWishes(
    ctx,
    items.map(({ userId }) => userId),
  );
  const willing = items.filter(({ userId, roles }) => (wishes.get(userId)?.level ?? usualLevel(roles)) !== 'off');
  return willing.map(({ userId }) => userId);
}

/** The questions among these news. */
async function findAbout(ctx: Ctx, communityId: string, news: readonly News[]): Promise<Map<string, Question>> {
  const ids = news.flatMap(({ kind, subjectId }) => (kind === 'question' ? [subjectId] : []));
  return new Map((await findQuestions(ctx, communityId, ids)).map((question) => [question.id, question]));
}

/** Who is told first, and how much later the others are. */
interface Rounds {
  first: readonly string[];
  laterMs: number;
}

async function findRounds(ctx: Ctx, communityId: string, team: readonly string[]): Promise<Rounds> {
  const { othersAfterMinutes } = await getSettings(ctx, alertsSettings, communityId);
  const onDuty = new Set(othersAfterMinutes === 0 ? [] : await listOnDuty(ctx, communityId));
  return { first: team.filter((userId) => onDuty.has(userId)), laterMs: othersAfterMinutes * 60_000 };
}

/** Whoever has taken a question is told of it alone; whoever was given it first; else whoever is on duty; without any of these all at once. */
function layOutRounds(
  news: News,
  { team, first, laterMs, question }: Rounds & { team: readonly string[]; question: Question | undefined },
): (News & { userId: string })[] {
  const holder = team.find((userId) => userId === question?.assigneeId);
  if (holder && question!.givenAt === null) return [{ ...news, userId: holder }];
  const asked = holder && laterMs > 0 ? [holder] : first;
  const later = new Date(news.at.getTime() + (asked.length > 0 ? laterMs : 0));
  return team.map((userId) => ({ ...news, userId, at: asked.includes(userId) ? news.at : later }));
}
