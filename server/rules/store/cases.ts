import { sql } from 'kysely';
import type { MentionShown, PictureShown } from '../../carriers/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { caseResults, type CaseKind, type CaseResult, type CaseState } from '../case-state.ts';
import type { CheckName, Evidence } from '../checks/check.ts';
import type { Sight } from '../sight.ts';
import type { Trust } from '../trust.ts';
import type { Thresholds } from '../verdict.ts';

/** The words of a message that was stopped, enough to record it later as it was. */
export interface KeptDraft {
  at: string;
  kind: 'text' | 'image' | 'announcement' | 'system';
  text: string;
  picture: PictureShown | null;
  replyTo: string | null;
  mentions: MentionShown[];
}

/** Something that was held, refused or noticed. */
export interface Case {
  id: string;
  communityId: string;
  kind: CaseKind;
  groupId: string;
  identityId: string;
  clientId: string | null;
  draft: KeptDraft | null;
  evidence: Evidence[];
  rule: string;
  trust: Trust;
  score: number;
  revision: number;
  /** What the score was weighed against; null when nothing was weighed. */
  thresholds: Thresholds | null;
  state: CaseState;
  openedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  note: string;
  appeal: string | null;
  appealedAt: Date | null;
  appealDecidedAt: Date | null;
  appealDecidedBy: string | null;
  appealNote: string;
  messageId: string | null;
  releases: number;
  /** How many people have reported it. */
  reports: number;
  /** leads: about somebody of the team, so only owners and admins see it. */
  audience: 'team' | 'leads';
  /** Who spoke with the community's voice: the key of an actor. */
  spokenBy: string | null;
  /** Taken out of the group by the weight of reports, until somebody looks. */
  hiddenAt: Date | null;
}

/** What is written when a case begins. */
export type NewCase = Pick<
  Case,
  | 'id'
  | 'kind'
  | 'identityId'
  | 'clientId'
  | 'draft'
  | 'evidence'
  | 'rule'
  | 'trust'
  | 'score'
  | 'revision'
  | 'thresholds'
  | 'state'
  | 'messageId'
> &
  Partial<Pick<Case, 'audience' | 'spokenBy'>>;

const columns = sql`c.id, c.community_id as "communityId", c.kind, c.group_id as "groupId", c.identity_id as "identityId",
  c.client_id as "clientId", c.draft, c.evidence, c.rule, c.trust, c.score, c.revision, c.thresholds, c.state, c.opened_at as "openedAt",
  c.decided_at as "decidedAt", c.decided_by as "decidedBy", c.note, c.appeal, c.appealed_at as "appealedAt",
  c.appeal_decided_at as "appealDecidedAt", c.appeal_decided_by as "appealDecidedBy", c.appeal_note as "appealNote",
  c.message_id as "messageId", c.releases, c.reports, c.audience, c.spoken_by as "spokenBy", c.hidden_at as "hiddenAt"`;

/** Begins cases of one group in one statement; gives those that were not there yet (a post that is tried again makes no second one). */
export async function insertCases(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  cases: readonly NewCase[],
): Promise<Case[]> {
  const { rows } = await sql<Case>`
    insert into rules_cases as c (community_id, id, kind, group_id, identity_id, client_id, draft, evidence, rule, trust, score,
      revision, thresholds, state, opened_at, message_id, audience, spoken_by)
    select ${place.communityId}::uuid, id, kind, ${place.groupId}::uuid, "identityId", "clientId", draft, evidence, rule, trust,
      score, revision, thresholds, state, ${ctx.now()}::timestamptz, "messageId", coalesce(audience, 'team'), "spokenBy"
    from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as given(id uuid, kind text, "identityId" uuid, "clientId" text,
      draft jsonb, evidence jsonb, rule text, trust text, score double precision, revision bigint,
      thresholds jsonb, state text, "messageId" uuid, audience text, "spokenBy" text)
    order by id on conflict do nothing returning ${columns}`.execute(ctx.db);
  return rows;
}

/** One case of a community. */
export interface CaseId {
  communityId: string;
  caseId: string;
}

/** A case. */
export async function selectCase(ctx: Ctx, { communityId, caseId }: CaseId): Promise<Case | undefined> {
  const { rows } = await sql<Case>`
    select ${columns} from rules_cases c where c.community_id = ${communityId} and c.id = ${caseId}`.execute(ctx.db);
  return rows[0];
}

/** A case, locked until the end of the transaction. */
export async function lockCase(ctx: Ctx, { communityId, caseId }: CaseId): Promise<Case | undefined> {
  const { rows } = await sql<Case>`
    select ${columns} from rules_cases c where c.community_id = ${communityId} and c.id = ${caseId} for update`.execute(
    ctx.db,
  );
  return rows[0];
}

/** Which cases; `open` = waiting or appealed, `decided` = somebody of the team has had a say that stands. */
export interface CaseFilter {
  state?: CaseState | 'open' | 'decided' | undefined;
  kind?: CaseKind | undefined;
  groupId?: string | undefined;
  identityId?: string | undefined;
  rule?: string | undefined;
  /** Behind a task that followed from it. */
  taskId?: string | undefined;
  /** It took part; all = any check did. */
  check?: CheckName | 'all' | undefined;
  /** Terms of this list took part. */
  listId?: string | undefined;
  result?: CaseResult | undefined;
  /** Opened in so many days until now. */
  days?: number | undefined;
  /** Reported by members. */
  isReported?: boolean | undefined;
}

/** Cases that somebody may see. */
function whereSeen({ seesLeads, speaksAs, identityId }: Sight) {
  return sql`(c.audience = 'team' or (${seesLeads} and c.spoken_by is distinct from ${speaksAs}::text
    and c.identity_id is distinct from ${identityId}::uuid))`;
}

/** The case about a message that was said; notes of dry mode are none. */
export async function lockCaseOfMessage(
  ctx: Ctx,
  about: { communityId: string; groupId: string; messageId: string },
): Promise<Case | undefined> {
  const { rows } = await sql<Case>`
    select ${columns} from rules_cases c
    where c.community_id = ${about.communityId} and c.group_id = ${about.groupId} and c.message_id = ${about.messageId}
      and c.kind = 'said' for update`.execute(ctx.db);
  return rows[0];
}

/** Whether there is a case about a message, or one that it was let through by. */
export async function selectCaseOfRecorded(
  ctx: Ctx,
  about: { communityId: string; identityId: string; messageId: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from rules_cases
    where community_id = ${about.communityId} and identity_id = ${about.identityId} and message_id = ${about.messageId}
    limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** A page of cases: open ones oldest first, all others newest first. What was only noted is shown when it is asked for. */
export async function selectCases(
  ctx: Ctx,
  communityId: string,
  page: { filter: CaseFilter; sight: Sight; after: string | null; limit: number },
): Promise<Case[]> {
  const { state, kind, groupId, identityId, rule, taskId, check, listId, result, days, isReported } = page.filter;
  const conditions = [
    sql`c.community_id = ${communityId}`,
    whereSeen(page.sight),
    ...(isReported === undefined ? [] : [isReported ? sql`c.reports > 0` : sql`c.reports = 0`]),
    ...(kind === undefined ? [sql`c.kind <> 'dry'`] : [sql`c.kind = ${kind}`]),
    ...whereState(state),
    ...(groupId === undefined ? [] : [sql`c.group_id = ${groupId}`]),
    ...(identityId === undefined ? [] : [sql`c.identity_id = ${identityId}`]),
    ...(rule === undefined ? [] : [sql`c.rule = ${rule}`]),
    ...whereCheck(check),
    ...(listId === undefined ? [] : [sql`c.evidence @> ${JSON.stringify([{ list: listId }])}::jsonb`]),
    ...(result === undefined ? [] : [sql`c.state = any(${caseResults[result]}::text[])`]),
    ...(days === undefined
      ? []
      : [sql`c.opened_at >= ${ctx.now()}::timestamptz - make_interval(days => ${days}::int)`]),
    ...(taskId === undefined
      ? []
      : [
          sql`c.id in (select case_id from rules_sanctions where community_id = ${communityId} and task_id = ${taskId})`,
        ]),
  ];
  if (page.after !== null) conditions.push(state === 'open' ? sql`c.id > ${page.after}` : sql`c.id < ${page.after}`);
  const { rows } = await sql<Case>`
    select ${columns} from rules_cases c where ${sql.join(conditions, sql` and `)}
    order by c.id ${sql.raw(state === 'open' ? 'asc' : 'desc')} limit ${page.limit}`.execute(ctx.db);
  return rows;
}

function whereCheck(check: CaseFilter['check']) {
  if (check === undefined) return [];
  return [check === 'all' ? sql`c.evidence <> '[]'::jsonb` : sql`c.evidence @> ${JSON.stringify([{ check }])}::jsonb`];
}

function whereState(state: CaseFilter['state']) {
  if (state === undefined) return [];
  if (state === 'open') return [sql`c.state in ('waiting', 'appealed')`];
  if (state === 'decided') return [sql`c.state in ('released', 'upheld', 'overturned', 'confirmed')`];
  return [sql`c.state = ${state}`];
}

/**
 * A page of what concerns some identities, newest first. `felt` leaves out what nobody has done anything about: that others have
 * reported somebody, and that it was nothing, is not told to them.
 */
export async function selectCasesOf(
  ctx: Ctx,
  which: { communityId: string; identityIds: readonly string[]; groupId: string | null; felt: boolean },
  page: { before: string | null; limit: number },
): Promise<Case[]> {
  const { rows } = await sql<Case>`
    select ${columns} from rules_cases c
    where c.community_id = ${which.communityId} and c.identity_id = any(${which.identityIds}::uuid[]) and c.kind <> 'dry'
      and (not ${which.felt} or c.kind <> 'said' or c.hidden_at is not null or c.state not in ('waiting', 'released'))
      and (${which.groupId}::uuid is null or c.group_id = ${which.groupId}::uuid)
      and (${page.before}::uuid is null or c.id < ${page.before}::uuid)
    order by c.id desc limit ${page.limit}`.execute(ctx.db);
  return rows;
}

/** How many wait, by group: held ones and appeals. */
export async function countOpen(
  ctx: Ctx,
  communityId: string,
  sight: Sight,
): Promise<{ groupId: string; waiting: number; appealed: number; oldest: Date }[]> {
  const { rows } = await sql<{ groupId: string; waiting: number; appealed: number; oldest: Date }>`
    select group_id as "groupId", count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'appealed')::int as appealed, min(opened_at) as oldest
    from rules_cases c
    where community_id = ${communityId} and state in ('waiting', 'appealed') and kind <> 'dry' and ${whereSeen(sight)}
    group by group_id order by group_id`.execute(ctx.db);
  return rows;
}

/** What was stopped since a moment and what became of it, and how many notes of dry mode nobody has looked at. */
export interface CaseTally {
  stopped: number;
  released: number;
  upheld: number;
  overturned: number;
  dry: number;
}

/** Counts what was stopped since a moment; `from` = the first id that can be of it, so that only that part is read. */
export async function tallyCases(ctx: Ctx, communityId: string, from: string): Promise<CaseTally> {
  const { rows } = await sql<CaseTally>`
    select count(*) filter (where kind in ('held', 'stopped'))::int as stopped,
      count(*) filter (where state = 'released' and kind <> 'dry')::int as released,
      count(*) filter (where state in ('upheld', 'confirmed', 'appealed') and kind <> 'dry' and decided_at is not null)::int
        as upheld,
      count(*) filter (where state = 'overturned' and kind <> 'dry')::int as overturned,
      count(*) filter (where state = 'waiting' and kind = 'dry')::int as dry
    from rules_cases where community_id = ${communityId} and id >= ${from}::uuid`.execute(ctx.db);
  return rows[0]!;
}

/** Fields of a case that change. */
export type CaseChange = Partial<
  Pick<
    Case,
    | 'state'
    | 'decidedAt'
    | 'decidedBy'
    | 'note'
    | 'appeal'
    | 'appealedAt'
    | 'appealDecidedAt'
    | 'appealDecidedBy'
    | 'appealNote'
    | 'messageId'
    | 'releases'
    | 'rule'
    | 'hiddenAt'
  >
>;

/** Writes a locked case anew with its changes. */
export async function updateCase(ctx: Ctx, before: Case, change: CaseChange): Promise<Case> {
  const after = { ...before, ...change };
  await sql`
    update rules_cases set state = ${after.state}, decided_at = ${after.decidedAt}, decided_by = ${after.decidedBy},
      note = ${after.note}, appeal = ${after.appeal}, appealed_at = ${after.appealedAt},
      appeal_decided_at = ${after.appealDecidedAt}, appeal_decided_by = ${after.appealDecidedBy},
      appeal_note = ${after.appealNote}, message_id = ${after.messageId}, releases = ${after.releases},
      rule = ${after.rule}, hidden_at = ${after.hiddenAt}
    where community_id = ${after.communityId} and id = ${after.id}`.execute(ctx.db);
  return after;
}

/** How many decisions against each identity have not been taken back. */
export async function countUpheld(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ identityId: string; count: number }>`
    select identity_id as "identityId", count(*)::int as count from rules_cases
    where community_id = ${communityId} and identity_id = any(${identityIds}::uuid[])
      and state in ('upheld', 'confirmed', 'appealed') and kind <> 'dry' and decided_at is not null
    group by identity_id`.execute(ctx.db);
  return new Map(rows.map(({ identityId, count }) => [identityId, count]));
}

/** How many messages of each identity wait for a moderator in a group. */
export async function countHeldOf(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  identityIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ identityId: string; count: number }>`
    select identity_id as "identityId", count(*)::int as count from rules_cases
    where community_id = ${place.communityId} and group_id = ${place.groupId} and kind = 'held' and state = 'waiting'
      and identity_id = any(${identityIds}::uuid[]) group by identity_id`.execute(ctx.db);
  return new Map(rows.map(({ identityId, count }) => [identityId, count]));
}

/** How many cases of advertising have been upheld against each identity of a group since a moment. */
export async function countUpheldAds(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  wish: { since: Date; rule: string },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ identityId: string; count: number }>`
    select identity_id as "identityId", count(*)::int as count from rules_cases
    where community_id = ${place.communityId} and group_id = ${place.groupId} and state in ('upheld', 'confirmed')
      and kind <> 'dry' and decided_at > ${wish.since}
      and (rule = ${wish.rule} or evidence @> '[{"check": "ads"}]'::jsonb)
    group by identity_id`.execute(ctx.db);
  return new Map(rows.map(({ identityId, count }) => [identityId, count]));
}
