import { sql } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import type { ReportOutcome, ReportReason } from '../report-reason.ts';
import type { ReporterRecord } from '../reporter.ts';

/** One member's word about one message. */
export interface Report {
  id: string;
  communityId: string;
  caseId: string;
  groupId: string;
  messageId: string;
  reporterId: string;
  authorId: string;
  reason: ReportReason;
  rule: string | null;
  /** Null when there are none, or they were forgotten. */
  words: string | null;
  reportedAt: Date;
  outcome: ReportOutcome;
  settledAt: Date | null;
  thankedAt: Date | null;
  points: number;
  entryId: string | null;
  bookings: number;
}

const columns = sql`id, community_id as "communityId", case_id as "caseId", group_id as "groupId", message_id as "messageId",
  reporter_id as "reporterId", author_id as "authorId", reason, rule, words, reported_at as "reportedAt", outcome,
  settled_at as "settledAt", thanked_at as "thankedAt", points, entry_id as "entryId", bookings`;

/** What is written when somebody reports. */
export type NewReport = Pick<
  Report,
  'id' | 'communityId' | 'caseId' | 'groupId' | 'messageId' | 'reporterId' | 'authorId' | 'reason' | 'rule' | 'words'
>;

/** One reporter after another, so that limits hold when they press twice. */
export async function lockReporter(ctx: Ctx, who: { communityId: string; reporterId: string }): Promise<void> {
  const key = `rules.reporter ${who.communityId} ${who.reporterId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
}

/** Keeps a report and counts it on its case; undefined when this member has reported it before. */
export async function insertReport(ctx: Ctx, report: NewReport): Promise<Report | undefined> {
  const { rows } = await sql<Report>`
    insert into rules_reports (community_id, id, case_id, group_id, message_id, reporter_id, author_id, reason, rule, words,
      reported_at)
    values (${report.communityId}, ${report.id}, ${report.caseId}, ${report.groupId}, ${report.messageId},
      ${report.reporterId}, ${report.authorId}, ${report.reason}, ${report.rule}, ${report.words}, ${ctx.now()})
    on conflict do nothing returning ${columns}`.execute(ctx.db);
  if (rows.length > 0)
    await sql`
      update rules_cases set reports = reports + 1
      where community_id = ${report.communityId} and id = ${report.caseId}`.execute(ctx.db);
  return rows[0];
}

/** What a member has reported of a message or of its case. */
export async function selectReportOf(
  ctx: Ctx,
  which: { communityId: string; reporterId: string; messageId: string; caseId: string | null },
): Promise<Report | undefined> {
  const { rows } = await sql<Report>`
    select ${columns} from rules_reports
    where community_id = ${which.communityId} and reporter_id = ${which.reporterId}
      and (message_id = ${which.messageId} or case_id = ${which.caseId}::uuid)
    limit 1`.execute(ctx.db);
  return rows[0];
}

/** How many messages a member has reported since a moment. */
export async function countReports(
  ctx: Ctx,
  who: { communityId: string; reporterId: string },
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from rules_reports
    where community_id = ${who.communityId} and reporter_id = ${who.reporterId} and reported_at > ${since}`.execute(
    ctx.db,
  );
  return rows[0]!.count;
}

/** What became of the reports of some members that were settled since a moment. */
export async function selectRecords(
  ctx: Ctx,
  who: { communityId: string; reporterIds: readonly string[] },
  since: Date,
): Promise<Map<string, ReporterRecord & { lastWrongAt: Date | null }>> {
  const { rows } = await sql<ReporterRecord & { reporterId: string; lastWrongAt: Date | null }>`
    select given.id as "reporterId", count(*) filter (where outcome = 'true')::int as right,
      count(*) filter (where outcome = 'false')::int as wrong,
      max(settled_at) filter (where outcome = 'false') as "lastWrongAt"
    from unnest(${who.reporterIds}::uuid[]) as given(id)
    left join rules_reports r on r.community_id = ${who.communityId} and r.reporter_id = given.id
      and r.settled_at > ${since}
    group by given.id`.execute(ctx.db);
  return new Map(rows.map(({ reporterId, ...record }) => [reporterId, record]));
}

/** Who of some people has reported whom of them since a moment. */
export async function selectAccusations(
  ctx: Ctx,
  among: { communityId: string; identityIds: readonly string[] },
  since: Date,
): Promise<[string, string][]> {
  const ids = sql`${among.identityIds}::uuid[]`;
  const { rows } = await sql<{ from: string; to: string }>`
    select distinct reporter_id as "from", author_id as "to" from rules_reports
    where community_id = ${among.communityId} and reported_at > ${since}
      and reporter_id = any(${ids}) and author_id = any(${ids})`.execute(ctx.db);
  return rows.map(({ from, to }) => [from, to]);
}

/** The reports of some cases, oldest first. */
export async function selectReportsOfCases(
  ctx: Ctx,
  communityId: string,
  caseIds: readonly string[],
): Promise<Report[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<Report>`
    select ${columns} from rules_reports
    where community_id = ${communityId} and case_id = any(${caseIds}::uuid[]) order by id`.execute(ctx.db);
  return rows;
}

/** The reports of one case, locked until the end of the transaction. */
export async function lockReports(ctx: Ctx, about: { communityId: string; caseId: string }): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select ${columns} from rules_reports
    where community_id = ${about.communityId} and case_id = ${about.caseId} order by id for update`.execute(ctx.db);
  return rows;
}

/** Writes what has become of reports. */
export async function updateReports(ctx: Ctx, communityId: string, reports: readonly Report[]): Promise<void> {
  if (reports.length === 0) return;
  await sql`
    update rules_reports r set outcome = given.outcome, settled_at = given."settledAt", thanked_at = given."thankedAt",
      points = given.points, entry_id = given."entryId", bookings = given.bookings
    from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) as given(id uuid, outcome text, "settledAt" timestamptz,
      "thankedAt" timestamptz, points int, "entryId" uuid, bookings int)
    where r.community_id = ${communityId} and r.id = given.id`.execute(ctx.db);
}

/** A page of what some identities have reported, newest first; of one group, or of the whole community. */
export async function selectReportsBy(
  ctx: Ctx,
  which: { communityId: string; reporterIds: readonly string[]; groupId: string | null },
  page: { before: string | null; limit: number },
): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select ${columns} from rules_reports
    where community_id = ${which.communityId} and reporter_id = any(${which.reporterIds}::uuid[])
      and (${which.groupId}::uuid is null or group_id = ${which.groupId}::uuid)
      and (${page.before}::uuid is null or id < ${page.before}::uuid)
    order by id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** Forgets the words of reports of cases whose words are forgotten. */
export async function forgetReportWords(ctx: Ctx, communityId: string): Promise<void> {
  await sql`
    update rules_reports r set words = null
    from rules_cases c
    where r.community_id = ${communityId} and r.words is not null and c.community_id = r.community_id and c.id = r.case_id
      and c.draft is null`.execute(ctx.db);
}

/** Moves reports by and about identities to the tombstone, without their words; gives the number of rows. */
export async function repointReports(
  ctx: Ctx,
  who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
): Promise<number> {
  const ids = sql`${who.identityIds}::uuid[]`;
  let rows = 0;
  for (const statement of [
    // Two accounts of one person may have reported the same; the tombstone reports it once.
    sql`delete from rules_reports r using rules_reports o
        where r.community_id = ${who.communityId} and r.reporter_id = any(${ids}) and o.community_id = r.community_id
          and o.case_id = r.case_id and o.reporter_id = any(${ids}) and o.id < r.id`,
    sql`update rules_reports set reporter_id = ${who.tombstoneId}, words = null
        where community_id = ${who.communityId} and reporter_id = any(${ids})`,
    sql`update rules_reports set author_id = ${who.tombstoneId}, words = null
        where community_id = ${who.communityId} and author_id = any(${ids})`,
  ])
    rows += Number((await statement.execute(ctx.db)).numAffectedRows ?? 0n);
  return rows;
}
