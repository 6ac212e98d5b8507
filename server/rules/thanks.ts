/**
 * What becomes of reports when their case is decided: thanks and points for those who were right, nothing but a lower weight for those
 * who were not, and all of it taken back when the decision is.
 */
import { act } from '../carriers/index.ts';
import { getGroup } from '../groups/index.ts';
import { listIdentities } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { awardPoints, takeAwardBack } from '../points/index.ts';
import { reportEarning } from './earning.ts';
import type { CaseState } from './case-state.ts';
import type { ReportOutcome } from './report-reason.ts';
import { getRulesSettings } from './settings.ts';
import { ownIdentity } from './sight.ts';
import type { Case } from './store/cases.ts';
import { lockReports, updateReports, type Report } from './store/reports.ts';

/** What the state of a case says about those who reported it; null = nothing new. */
const outcomeOf: Readonly<Record<CaseState, ReportOutcome | null>> = {
  waiting: 'waiting',
  refused: null,
  released: 'false',
  upheld: 'true',
  // An appeal changes nothing until it is decided.
  appealed: 'true',
  overturned: 'false',
  confirmed: 'true',
  closed: null,
};

/** Settles the reports of a case that has just been decided. Value moves, so call it late in the transaction. */
export async function settleReports(ctx: Ctx, about: Case): Promise<void> {
  const outcome = outcomeOf[about.state];
  if (about.reports === 0 || outcome === null) return;
  const { communityId, id: caseId } = about;
  const settledAt = outcome === 'waiting' ? null : ctx.now();
  const reports = (await lockReports(ctx, { communityId, caseId }))
    .filter((report) => report.outcome !== outcome)
    .map((report) => ({ ...report, outcome, settledAt }));
  const settled = outcome === 'true' ? await thank(ctx, about, reports) : await takeBack(ctx, about, reports);
  await updateReports(ctx, communityId, settled);
}

async function thank(ctx: Ctx, about: Case, reports: readonly Report[]): Promise<Report[]> {
  const { communityId } = about;
  const ids = reports.map(({ reporterId }) => reporterId);
  const gone = new Set(
    (await listIdentities(ctx, communityId, ids)).filter(({ kind }) => kind === 'tombstone').map(({ id }) => id),
  );
  // What is about the team is never paid and leaves no trace with a name; whoever decides does not pay themselves.
  const self = await ownIdentity(ctx, communityId);
  const isQuiet = ({ reporterId }: Report) => about.audience === 'leads' || gone.has(reporterId) || reporterId === self;
  const paid = await book(
    ctx,
    about,
    reports.filter((report) => !isQuiet(report)),
  );
  const told: Report[] = [];
  for (const report of reports.map((one) => paid.get(one.id) ?? one)) {
    const isNew = report.thankedAt === null && !isQuiet(report);
    if (isNew) await tell(ctx, report, report.points > 0 ? 'thanks_points' : 'thanks');
    told.push(isNew ? { ...report, thankedAt: ctx.now() } : report);
  }
  return told;
}

async function takeBack(ctx: Ctx, about: Case, reports: readonly Report[]): Promise<Report[]> {
  const settled: Report[] = [];
  for (const report of reports) {
    const { communityId, entryId, points, thankedAt } = report;
    if (entryId !== null) await takeAwardBack(ctx, { communityId, entryId, memo: ctx.t('rules:reports.memo_back') });
    if (about.state === 'overturned' && thankedAt !== null)
      await tell(ctx, report, points > 0 ? 'regret_points' : 'regret');
    settled.push({ ...report, entryId: null, points: 0 });
  }
  return settled;
}

/** Brings points to those who were right; once for each report, however often the decision is taken back and made again. */
async function book(
  ctx: Ctx,
  { communityId, id: caseId }: Case,
  reports: readonly Report[],
): Promise<Map<string, Report>> {
  const { points } = (await getRulesSettings(ctx, communityId)).reports;
  if (points === 0 || reports.length === 0) return new Map();
  const awards = reports.map(({ id, bookings, reporterId: identityId }) => ({
    kind: reportEarning.key,
    key: `rules.report:${id}:${bookings}`,
    entryKind: 'rules.report_thanked',
    identityId,
    amount: points,
    memo: ctx.t('rules:reports.memo'),
  }));
  const results = await awardPoints(ctx, communityId, awards);
  const target = { kind: 'case', id: caseId };
  await recordAudit(ctx, {
    communityId,
    action: 'rules.thank_reporters',
    target,
    detail: { points, people: reports.length },
  });
  return new Map(
    reports.flatMap((report, at) => {
      const result = results[at]!;
      return result.ok
        ? [[report.id, { ...report, points, entryId: result.entryId, bookings: report.bookings + 1 }] as const]
        : [];
    }),
  );
}

/** A private word; whoever has left finds the outcome with their reports. */
async function tell(
  ctx: Ctx,
  { communityId, groupId, reporterId: identityId, points }: Report,
  what: 'thanks' | 'thanks_points' | 'regret' | 'regret_points',
): Promise<void> {
  const group = (await getGroup(ctx, communityId, groupId)).name;
  await act(ctx, {
    communityId,
    groupId,
    op: 'sendPrivate',
    identityId,
    text: ctx.t(`rules:reports.${what}`, { group, points }),
  });
}
