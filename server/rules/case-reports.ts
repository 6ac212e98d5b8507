/** The reports of a case as the team sees them: reasons for everybody, names and words only for those who moderate. */
import { listIdentities } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { ReportReason } from './report-reason.ts';
import { describeReporter, rememberedDays, type RecordWord } from './reporter.ts';
import { sightOf } from './sight.ts';
import type { Case } from './store/cases.ts';
import { selectRecords, selectReportsOfCases } from './store/reports.ts';

/** One report of a case. */
export interface CaseReport {
  reason: ReportReason;
  /** Key of the rule that was named. */
  rule: string | null;
  reportedAt: Date;
  /** How the reporter's earlier reports have turned out, in one word. */
  record: RecordWord;
  /** Null for those who only look on. */
  reporter: { identityId: string; name: string } | null;
  words: string | null;
}

/** The reports of a case, oldest first. */
export async function listCaseReports(ctx: Ctx, about: Case): Promise<CaseReport[]> {
  if (about.reports === 0) return [];
  const { communityId, id } = about;
  const reports = await selectReportsOfCases(ctx, communityId, [id]);
  const reporterIds = [...new Set(reports.map(({ reporterId }) => reporterId))];
  const since = new Date(ctx.now().getTime() - rememberedDays.weight * 86_400_000);
  const records = await selectRecords(ctx, { communityId, reporterIds }, since);
  const { seesWords } = await sightOf(ctx, communityId);
  const people = seesWords ? await listIdentities(ctx, communityId, reporterIds) : [];
  const names = new Map(people.map((one) => [one.id, one.name]));
  return reports.map(({ reason, rule, reportedAt, reporterId, words }) => ({
    reason,
    rule,
    reportedAt,
    record: describeReporter(records.get(reporterId)!),
    reporter: seesWords ? { identityId: reporterId, name: names.get(reporterId) ?? '' } : null,
    words: seesWords ? words : null,
  }));
}
