/**
 * Members watch too: one report of each member about one message. Several about one message are one case; nothing follows from them but
 * that somebody looks, unless the community lets enough independent ones take the message out of the group until then.
 */
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { listTeam } from '../team/index.ts';
import { showCase } from './cases.ts';
import { rulesErrors } from './errors.ts';
import { hideReported } from './hiding.ts';
import type { ReportReason } from './report-reason.ts';
import { pauseUntil, rememberedDays } from './reporter.ts';
import { getRulebook, type Rulebook } from './rulebook.ts';
import { openSaidCase, readSaid, type Said } from './said.ts';
import { getRulesSettings } from './settings.ts';
import { lockCaseOfMessage, updateCase, type Case } from './store/cases.ts';
import * as store from './store/reports.ts';

export type { Report } from './store/reports.ts';

/** What a member reports. */
export interface ReportWish {
  communityId: string;
  groupId: string;
  messageId: string;
  reporterId: string;
  reason: ReportReason;
  /** Key of a rule, when that is the reason. */
  rule: string | null;
  words: string | null;
}

/** What came of a report; `null` = somebody of the team has looked at this message before and it may stay. */
export async function reportMessage(ctx: Ctx, wish: ReportWish): Promise<store.Report | null> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, groupId, messageId, reporterId } = wish;
    await store.lockReporter(inner, wish);
    const before = await lockCaseOfMessage(inner, { communityId, groupId, messageId });
    const mine = await store.selectReportOf(inner, { ...wish, caseId: before?.id ?? null });
    if (mine) return mine;
    if (before && before.state !== 'waiting') return null;
    const said = await readSaid(inner, wish);
    if (said.message.authorId === reporterId) throw rulesErrors.own_message();
    const rulebook = await getRulebook(inner, communityId);
    const rule = ruleOf(wish, rulebook);
    await checkLimits(inner, wish);
    if (said.isTeam) await checkSomebodyElse(inner, communityId, said);
    const about = await openSaidCase(inner, { communityId, groupId, said, rule });
    if (about.state !== 'waiting') return null;
    const report = (await store.insertReport(inner, {
      communityId,
      groupId,
      messageId,
      reporterId,
      reason: wish.reason,
      words: wish.words,
      id: newId(inner.now()),
      caseId: about.id,
      authorId: about.identityId,
      rule: wish.reason === 'rule' ? wish.rule : null,
    }))!;
    const after = { ...(await sharpenRule(inner, about, { rule, rulebook })), reports: about.reports + 1 };
    showCase(inner, after);
    if (rulebook.settings.reports.hide === 'on') inner.enqueue(hideReported, { communityId, caseId: about.id });
    return report;
  });
}

/** What a case is filed under: the rule that was named, the one that guards against advertisements, or the reason itself. */
function ruleOf({ reason, rule }: ReportWish, rulebook: Rulebook): string {
  if (reason === 'advert') return rulebook.ruleOf('ads');
  if (reason !== 'rule') return reason;
  if (!rulebook.items.some(({ key }) => key === rule)) throw rulesErrors.unknown_rule();
  return rule!;
}

/** The first who names a rule of the text says what the case is about; until then it is the reason of the first. */
async function sharpenRule(
  ctx: Ctx,
  about: Case,
  { rule, rulebook }: { rule: string; rulebook: Rulebook },
): Promise<Case> {
  const isOfText = (key: string) => rulebook.items.some((item) => item.key === key);
  return isOfText(about.rule) || !isOfText(rule) ? about : updateCase(ctx, about, { rule });
}

async function checkLimits(ctx: Ctx, { communityId, reporterId, reason }: ReportWish): Promise<void> {
  const { reports } = await getRulesSettings(ctx, communityId);
  const now = ctx.now();
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
  if ((await store.countReports(ctx, { communityId, reporterId }, daysAgo(1))) >= reports.perDay)
    throw rulesErrors.too_many_reports({ most: reports.perDay });
  // Whoever feels unsafe is heard, however often they were wrong.
  if (reason === 'unsafe') return;
  const who = { communityId, reporterIds: [reporterId] };
  const lately = (await store.selectRecords(ctx, who, daysAgo(rememberedDays.pause))).get(reporterId)!;
  const until = pauseUntil(lately, now);
  if (until) throw rulesErrors.reports_wait({ days: Math.ceil((until.getTime() - now.getTime()) / 86_400_000) });
}

/** What the team has said is looked at by another lead; where there is none, it is said so at once. */
async function checkSomebodyElse(ctx: Ctx, communityId: string, { message }: Said): Promise<void> {
  const leads = (await listTeam(ctx, communityId, { limit: 200 })).items.filter(
    ({ role }) => role === 'owner' || role === 'admin',
  );
  if (!leads.some(({ userId }) => `operator:${userId}` !== message.operatorId)) throw rulesErrors.nobody_else();
}
