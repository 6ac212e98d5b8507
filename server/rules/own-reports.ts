/** What a member has reported, as they see it: what they said, and what became of it. */
import { listIdentities } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { toPage } from '../platform/http/cursor.ts';
import { readCaseCursor } from './cases.ts';
import type { ReportReason } from './report-reason.ts';
import { selectReportsBy, type Report } from './store/reports.ts';
import { selectText } from './store/text.ts';

/** One's own report. */
export interface OwnReport extends Pick<Report, 'id' | 'groupId' | 'messageId' | 'words' | 'reportedAt' | 'points'> {
  author: string;
  reason: ReportReason;
  /** Name of the rule that was named. */
  ruleName: string | null;
  outcome: Report['outcome'];
  /** What the outcome means, in one kind sentence. */
  outcomeText: string;
}

/** A page of one's own reports, newest first. */
export async function listOwnReports(
  ctx: Ctx,
  who: { communityId: string; identityId: string; groupId: string },
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: OwnReport[]; nextCursor: string | null }> {
  const { communityId, identityId, groupId } = who;
  const before = readCaseCursor(page.cursor);
  const which = { communityId, reporterIds: [identityId], groupId };
  const rows = await selectReportsBy(ctx, which, { before, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.id]);
  return { items: await showOwnReports(ctx, communityId, items), nextCursor };
}

/** Reports as those who made them see them. */
export async function showOwnReports(ctx: Ctx, communityId: string, reports: readonly Report[]): Promise<OwnReport[]> {
  if (reports.length === 0) return [];
  const items = (await selectText(ctx, communityId))?.items ?? [];
  const authorIds = [...new Set(reports.map(({ authorId }) => authorId))];
  const names = new Map((await listIdentities(ctx, communityId, authorIds)).map(({ id, name }) => [id, name]));
  return reports.map(({ id, groupId, messageId, words, reportedAt, points, authorId, reason, rule, outcome }) => ({
    id,
    groupId,
    messageId,
    words,
    reportedAt,
    points,
    reason,
    outcome,
    author: names.get(authorId) ?? '',
    ruleName: items.find(({ key }) => key === rule)?.name ?? null,
    outcomeText: ctx.t(`rules:reports.outcome.${outcome}`),
  }));
}
