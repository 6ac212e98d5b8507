/** Cases: what was held, refused or noticed, how the team and how the author see it. */
import { findIdentity, listIdentities, listStandings } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { listCaseReports, type CaseReport } from './case-reports.ts';
import { caseOpened } from './events.ts';
import { ladderOf, nextStep, type SanctionStep } from './ladder.ts';
import { readMessage, type Reading } from './reading.ts';
import { getRulebook } from './rulebook.ts';
import { getRulesSettings } from './settings.ts';
import { requireSight, sightOf } from './sight.ts';
import * as store from './store/cases.ts';
import { selectLessonsOf, type Lesson } from './store/lessons.ts';
import { selectSanctionsByCase, selectSteps, type Sanction } from './store/sanctions.ts';
import { hideTaught, withoutWords } from './words.ts';

export type { Case, CaseFilter } from './store/cases.ts';

/** Begins cases of one group; the team sees them at once. A post that is tried again makes no second case. */
export async function openCases(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  cases: readonly store.NewCase[],
): Promise<store.Case[]> {
  if (cases.length === 0) return [];
  return inTransaction(ctx, async (inner) => {
    const opened = await store.insertCases(inner, place, cases);
    for (const one of opened) {
      const { id: caseId, groupId, identityId, kind } = one;
      if (kind !== 'dry') inner.emit(caseOpened, place.communityId, { caseId, groupId, identityId, kind });
      showCase(inner, one);
    }
    return opened;
  });
}

/**
 * Tells the team's screens that a case is new or another than before; details are read again. What is about one of the team is not told
 * to all of it: leads find it with their next look.
 */
export function showCase(ctx: Ctx, { communityId, id: caseId, groupId, kind, state, audience }: store.Case): void {
  if (audience === 'leads') return;
  const frame = { type: 'case', caseId, groupId, kind, state };
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, frame));
}

/** A case as the team sees it. */
export interface CaseView extends store.Case {
  author: { name: string; pictureId: string | null };
  sanctions: Sanction[];
}

/** A page of cases: open ones oldest first, all others newest first. */
export async function listCases(
  ctx: Ctx,
  communityId: string,
  wish: { filter: store.CaseFilter; cursor?: string | undefined; limit: number },
): Promise<{ items: CaseView[]; nextCursor: string | null }> {
  const after = readCaseCursor(wish.cursor);
  const sight = await sightOf(ctx, communityId);
  const rows = await store.selectCases(ctx, communityId, { filter: wish.filter, sight, after, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, (row) => [row.id]);
  return { ...page, items: await viewCases(ctx, communityId, page.items) };
}

/** One case with all that is needed to decide it. */
export interface CaseDetail extends CaseView {
  /** The step that the ladder would take now. */
  proposedStep: SanctionStep | null;
  reading: Reading | null;
  /** What its decisions have taught. */
  lessons: Lesson[];
  reportedBy: CaseReport[];
  standing: { personId: string | null; since: Date | null; messages: number; upheld: number };
}

/** One case with the step that the ladder would take now, and who its author is to the community. */
export async function getCase(ctx: Ctx, id: store.CaseId): Promise<CaseDetail> {
  const found = await requireSight(ctx, await store.selectCase(ctx, id));
  const [view] = await viewCases(ctx, id.communityId, [found]);
  const proposedStep = await proposeStep(ctx, found, await selectSteps(ctx, found));
  const { seesWords } = await sightOf(ctx, id.communityId);
  const reading = seesWords && found.draft ? readMessage(found.draft.text) : null;
  const taught = await selectLessonsOf(ctx, id.communityId, id.caseId);
  const lessons = seesWords ? taught : taught.map(hideTaught);
  const reportedBy = await listCaseReports(ctx, found);
  return { ...view!, proposedStep, reading, lessons, reportedBy, standing: await findStanding(ctx, found) };
}

async function findStanding(ctx: Ctx, { communityId, identityId }: store.Case): Promise<CaseDetail['standing']> {
  const [tenure] = await listStandings(ctx, communityId, [identityId]);
  return {
    personId: (await findIdentity(ctx, communityId, identityId))?.personId ?? null,
    since: tenure?.since ?? null,
    messages: tenure?.messages ?? 0,
    upheld: (await store.countUpheld(ctx, communityId, [identityId])).get(identityId) ?? 0,
  };
}

/** The step of the ladder that upholding the case would bring; null when none. */
export async function proposeStep(
  ctx: Ctx,
  about: store.Case,
  past: readonly Sanction[],
): Promise<SanctionStep | null> {
  // Nobody of the team walks the ladder: whether they stay in their post is for people to decide.
  if (about.kind === 'dry' || about.audience === 'leads') return null;
  const { ladder } = await getRulesSettings(ctx, about.communityId);
  const when = { saidAt: about.openedAt, now: ctx.now() };
  return nextStep(
    ladderOf(ladder, about.rule),
    past.filter(({ caseId }) => caseId !== about.id),
    when,
  );
}

/** How many cases wait, in all and by group. */
export async function countCases(ctx: Ctx, communityId: string) {
  const groups = await store.countOpen(ctx, communityId, await sightOf(ctx, communityId));
  const sum = (key: 'waiting' | 'appealed') => groups.reduce((total, group) => total + group[key], 0);
  const oldest = groups.map((group) => group.oldest).sort((one, other) => one.getTime() - other.getTime())[0] ?? null;
  return { waiting: sum('waiting'), appealed: sum('appealed'), oldest, groups };
}

/** How many cases of advertising the team has upheld against people of a group since a moment; who has none is left out. */
export async function countUpheldAds(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  since: Date,
): Promise<Map<string, number>> {
  const { ruleOf } = await getRulebook(ctx, place.communityId);
  return store.countUpheldAds(ctx, place, { since, rule: ruleOf('ads') });
}

/** How many cases the team has upheld against accounts, appeals that run included; who has none is left out. */
export async function countUpheldOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<Map<string, number>> {
  return identityIds.length === 0 ? new Map() : store.countUpheld(ctx, communityId, identityIds);
}

/** What was stopped in the last seven days and what became of it. */
export function tallyWeek(ctx: Ctx, communityId: string): Promise<store.CaseTally> {
  const from = newId(new Date(ctx.now().getTime() - 7 * 86_400_000));
  return store.tallyCases(ctx, communityId, from);
}

/** Reads a cursor of a list that is sorted by the case's id. */
export function readCaseCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [id] = decodeCursor(cursor, 1).map(String);
  if (!isId(id!)) throw platformErrors.bad_cursor();
  return id!;
}

async function viewCases(ctx: Ctx, communityId: string, cases: readonly store.Case[]): Promise<CaseView[]> {
  if (cases.length === 0) return [];
  const identities = await listIdentities(ctx, communityId, [...new Set(cases.map((one) => one.identityId))]);
  const authors = new Map(identities.map(({ id, name, pictureId }) => [id, { name, pictureId }]));
  const sanctions = await selectSanctionsByCase(
    ctx,
    communityId,
    cases.map((one) => one.id),
  );
  const byCase = Map.groupBy(sanctions, ({ caseId }) => caseId);
  const { seesWords } = await sightOf(ctx, communityId);
  return cases.map((one) => ({
    ...(seesWords ? one : withoutWords(one)),
    author: authors.get(one.identityId) ?? { name: '', pictureId: null },
    sanctions: byCase.get(one.id) ?? [],
  }));
}
