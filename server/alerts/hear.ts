/** Who is to be told of an alarm or a question that is late. Only notes it; the mail goes later. */
import { findQuestions, questionOverdue } from '../desk/index.ts';
import { alarmRaised } from '../insight/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { listTeam, type TeamMember } from '../team/index.ts';
import { gatherMs } from './due.ts';
import { mailOperator, mailKey } from './mail.ts';
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
    const takers = await listTakers(ctx, communityId, some);
    const lines = some.flatMap((one) =>
      listConcerned(team, takers.get(one.subjectId)).map((userId) => ({ ...one, userId })),
    );
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

async function listWilling(ctx: Ctx, communityId: string): Promise<TeamMember[]> {
  const { items } = await listTeam(ctx, communityId, { limit: wholeTeam });
  const wishes = await selectWishes(
    ctx,
    items.map(({ userId }) => userId),
  );
  return items.filter(({ userId, roles }) => (wishes.get(userId)?.level ?? usualLevel(roles)) !== 'off');
}

/** Who has taken the questions among these news. */
async function listTakers(ctx: Ctx, communityId: string, news: readonly News[]): Promise<Map<string, string>> {
  const ids = news.flatMap(({ kind, subjectId }) => (kind === 'question' ? [subjectId] : []));
  const questions = await findQuestions(ctx, communityId, ids);
  return new Map(questions.flatMap(({ id, assigneeId }) => (assigneeId === null ? [] : [[id, assigneeId]])));
}

/** Whoever has taken a question is told of it alone; everything else concerns all. */
function listConcerned(team: readonly TeamMember[], takerId: string | undefined): string[] {
  const taker = team.find(({ userId }) => userId === takerId);
  return (taker ? [taker] : team).map(({ userId }) => userId);
}
