/**
 * What a change of rules would do, before anybody is moved: who would go up and who would go down, with the reason for each who is
 * shown. Days of grace are left out of account, or every change would look harmless; of those who have some it says until when.
 */
import { listPeopleByIds } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import {
  classifyPeople,
  conditionsOf,
  explainRule,
  makeAllRight,
  openClassification,
  type Definition,
} from '../profiles/index.ts';
import type { Draft } from './definition.ts';
import { decide } from './decision.ts';
import { askPage, explainStep, openLadder, type Asked, type OpenLadder } from './evaluation.ts';
import { applyDraft, checkDraft, getLadder, numberLevels } from './ladder.ts';
import { settle } from './standing.ts';
import type { Ladder } from './store/ladder.ts';

const pageSize = 20_000;
/** So many of each list are shown. */
const mostShown = 100;

/** Somebody who would move. */
export interface DryMove {
  personId: string;
  name: string;
  from: string;
  to: string;
  /** Which rule is met, or which conditions are missed. */
  why: string;
  /** The day on which it happens, after the days of grace; null = at once. */
  on: string | null;
}

/** What would happen. */
export interface DryRun {
  people: number;
  up: { count: number; items: DryMove[] };
  down: { count: number; items: DryMove[] };
  /** How many would stand on each level, from the first up. */
  levels: { name: string; people: number }[];
}

interface Found {
  asked: Asked;
  from: string;
  to: number;
  on: string | null;
}

/** Tries a draft on everybody; nothing is written. */
export async function tryLadder(
  ctx: Ctx,
  communityId: string,
  { ladderId, draft }: { ladderId: string | null; draft: Draft },
): Promise<DryRun> {
  await checkDraft(ctx, communityId, draft);
  const before = ladderId === null ? null : await getLadder(ctx, communityId, ladderId);
  const after = before ? applyDraft(before, draft) : freshLadder(ctx, communityId, draft);
  await makeAllRight(ctx, communityId, 'some');
  const open = await openLadder(ctx, after);
  const found = { up: [] as Found[], down: [] as Found[], counts: { up: 0, down: 0 } };
  const totals = after.levels.map(() => 0);
  let people = 0;
  for (let page: string | null = null; ;) {
    const asked: Awaited<ReturnType<typeof askPage>> = await askPage(ctx, open, { after: page, limit: pageSize });
    people += asked.people.length;
    for (const person of asked.people) note(open, { before, person }, { found, totals });
    page = asked.last;
    if (asked.count < pageSize) break;
  }
  return {
    people,
    up: { count: found.counts.up, items: await describe(ctx, after, { found: found.up, up: true }) },
    down: { count: found.counts.down, items: await describe(ctx, after, { found: found.down, up: false }) },
    levels: after.levels.map(({ name }, at) => ({ name, people: totals[at]! })),
  };
}

function freshLadder(ctx: Ctx, communityId: string, draft: Draft): Ladder {
  const pass = { passCause: null, passTells: false, passAfter: null, passedOn: null };
  const numbered = numberLevels(draft.levels, 1);
  return { ...draft, ...numbered, ...pass, communityId, id: newId(ctx.now()), revision: 1, changedAt: ctx.now() };
}

function note(
  open: OpenLadder,
  { before, person }: { before: Ladder | null; person: Asked },
  into: { found: { up: Found[]; down: Found[]; counts: { up: number; down: number } }; totals: number[] },
): void {
  const { standing, answers } = person;
  const { ladder, today } = open;
  const at = (placing: boolean) => {
    const rule = decide(standing.rule, answers, { policy: ladder.policy, today, placing });
    return { rule, next: settle({ ...standing, rule: { ...rule }, ruleDueOn: rule.dueOn }, today) };
  };
  const atOnce = at(true).next;
  into.totals[atOnce.at]!++;
  if (atOnce.at === standing.at) return;
  const way = atOnce.at > standing.at ? 'up' : 'down';
  into.found.counts[way]++;
  if (into.found[way].length >= mostShown) return;
  const { rule, next } = at(before === null || standing.orphaned);
  const from = (before ?? ladder).levels[standing.at]?.name ?? ladder.levels[0]!.name;
  into.found[way].push({ asked: person, from, to: atOnce.at, on: next.at === atOnce.at ? null : rule.dueOn });
}

async function describe(
  ctx: Ctx,
  ladder: Ladder,
  { found, up }: { found: readonly Found[]; up: boolean },
): Promise<DryMove[]> {
  const { communityId } = ladder;
  const personIds = found.map(({ asked }) => asked.personId);
  const names = new Map(
    (await listPeopleByIds(ctx, communityId, personIds)).map(({ personId, name }) => [personId, name]),
  );
  const missed = up ? new Map<string, string>() : await describeMissed(ctx, ladder, found);
  const moves: DryMove[] = [];
  for (const { asked, from, to, on } of found) {
    const why = up
      ? await explainStep(ctx, communityId, { level: ladder.levels[to]!, up })
      : missed.get(asked.personId);
    const { personId } = asked;
    moves.push({ personId, name: names.get(personId) ?? '', from, to: ladder.levels[to]!.name, why: why ?? '', on });
  }
  return moves;
}

/** For each who would go down the conditions for staying that are not met. */
async function describeMissed(ctx: Ctx, ladder: Ladder, found: readonly Found[]): Promise<Map<string, string>> {
  const whys = new Map<string, string>();
  for (const [at, here] of Map.groupBy(found, ({ asked }) => asked.standing.rule.at)) {
    const rule = ladder.levels[at]?.staying;
    if (!rule) continue;
    const missed = await findMissed(ctx, ladder.communityId, {
      rule,
      personIds: here.map(({ asked }) => asked.personId),
    });
    for (const [personId, phrases] of missed)
      whys.set(personId, ctx.t('levels:why.missing', { list: phrases.join('；') }));
  }
  return whys;
}

/** Which conditions of a rule people do not meet, each in words. */
export async function findMissed(
  ctx: Ctx,
  communityId: string,
  { rule, personIds }: { rule: Definition; personIds: readonly string[] },
): Promise<Map<string, string[]>> {
  const conditions = conditionsOf(rule);
  const { phrases } = await explainRule(ctx, communityId, rule);
  const each = conditions.map((condition): Definition => ({ join: 'all', items: [condition] }));
  const ask = await openClassification(ctx, communityId, each);
  const rows = await classifyPeople(ctx, ask, { personIds });
  return new Map(
    rows.map(({ personId, fits }) => [personId, phrases.filter((_, at) => ((fits >>> at) & 1) === 0)] as const),
  );
}
