/** Ladders: made, changed and put away by the team. What stands in them is checked before it is kept; then everybody is looked at. */
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { checkRule, conditionsOf, explainRule, type Definition } from '../profiles/index.ts';
import type { Draft, DraftLevel, Level } from './definition.ts';
import { levelsErrors } from './errors.ts';
import { levelFact } from './facts.ts';
import { evaluateLadder } from './pass.ts';
import {
  clearMain,
  deleteLadder,
  insertLadder,
  selectLadder,
  selectLadders,
  updateLadder,
  type Ladder,
} from './store/ladder.ts';
import { countStandings } from './store/standing.ts';

export type { Ladder } from './store/ladder.ts';

const mostLadders = 10;

/** A level with its rules in words and how many accounts stand on it; null = the rest, on the first one. */
export type ListedLevel = Level & { entryWords: string; stayingWords: string; people: number | null };

/** A ladder in words. */
export type ListedLadder = Omit<Ladder, 'levels'> & { levels: ListedLevel[] };

/** The ladders of a community, the main one first. */
export async function listLadders(ctx: Ctx, communityId: string): Promise<ListedLadder[]> {
  const listed: ListedLadder[] = [];
  for (const ladder of await selectLadders(ctx, communityId)) {
    const counts = await countStandings(ctx, { communityId, ladderId: ladder.id });
    const levels: ListedLevel[] = [];
    for (const [at, level] of ladder.levels.entries()) {
      levels.push({
        ...level,
        entryWords: await words(ctx, communityId, level.entry),
        stayingWords: await words(ctx, communityId, level.staying),
        people: at === 0 ? null : (counts.get(level.number) ?? 0),
      });
    }
    listed.push({ ...ladder, levels });
  }
  return listed;
}

async function words(ctx: Ctx, communityId: string, rule: Definition | null): Promise<string> {
  return rule ? (await explainRule(ctx, communityId, rule)).sentence : '';
}

/** One ladder; throws `platform.not_found`. */
export async function getLadder(ctx: Ctx, communityId: string, id: string): Promise<Ladder> {
  const ladder = await selectLadder(ctx, communityId, { id });
  if (!ladder) throw platformErrors.not_found();
  return ladder;
}

/** Makes a ladder; the first one is the main one. Call inside a transaction. */
export async function createLadder(ctx: Ctx, communityId: string, draft: Draft): Promise<Ladder> {
  await checkDraft(ctx, communityId, draft);
  const others = await selectLadders(ctx, communityId);
  if (others.length >= mostLadders) throw levelsErrors.too_many({ most: mostLadders });
  const main = draft.main || others.length === 0;
  if (main) await clearMain(ctx, communityId);
  const id = newId(ctx.now());
  const numbered = numberLevels(draft.levels, 1);
  const kept = await insertLadder(ctx, communityId, { ...draft, ...numbered, id, main, by: actorKey(ctx.actor) });
  if (!kept) throw levelsErrors.name_taken({ name: draft.name });
  await audit(ctx, communityId, { action: 'levels.create_ladder', id, name: draft.name });
  ctx.enqueue(evaluateLadder, { communityId, ladderId: id });
  return getLadder(ctx, communityId, id);
}

/** Changes a ladder, if nobody has changed it since `revision`; `tells` = members hear when they move. Call inside a transaction. */
export async function changeLadder(
  ctx: Ctx,
  communityId: string,
  change: { id: string; revision: number; draft: Draft; tells: boolean },
): Promise<Ladder> {
  const { id, draft, tells } = change;
  const before = await selectLadder(ctx, communityId, { id, lock: true });
  if (!before) throw platformErrors.not_found();
  if (before.revision !== change.revision) throw levelsErrors.changed_meanwhile();
  await checkDraft(ctx, communityId, draft);
  checkNumbers(before, draft.levels);
  const main = draft.main || before.main;
  if (main && !before.main) await clearMain(ctx, communityId);
  const numbered = numberLevels(draft.levels, before.nextNumber);
  const next = { ...draft, ...numbered, id, main, tells, by: actorKey(ctx.actor) };
  if (!(await updateLadder(ctx, communityId, next))) throw levelsErrors.name_taken({ name: draft.name });
  await audit(ctx, communityId, { action: 'levels.change_ladder', id, name: draft.name });
  ctx.enqueue(evaluateLadder, { communityId, ladderId: id });
  return getLadder(ctx, communityId, id);
}

/** Puts a ladder away. The main one only when it is the last. Call inside a transaction. */
export async function removeLadder(ctx: Ctx, communityId: string, id: string): Promise<void> {
  const ladder = await getLadder(ctx, communityId, id);
  const others = (await selectLadders(ctx, communityId)).length - 1;
  if (ladder.main && others > 0) throw levelsErrors.bad_levels({ problem: ctx.t('levels:wrong.main') });
  const name = await deleteLadder(ctx, communityId, id);
  if (name !== undefined) await audit(ctx, communityId, { action: 'levels.delete_ladder', id, name });
}

/** A draft as the ladder that it would be. */
export function applyDraft(before: Ladder, draft: Draft): Ladder {
  checkNumbers(before, draft.levels);
  return { ...before, policy: draft.policy, ...numberLevels(draft.levels, before.nextNumber) };
}

/** Gives new levels numbers that none has had. */
export function numberLevels(levels: readonly DraftLevel[], next: number): { levels: Level[]; nextNumber: number } {
  let nextNumber = next;
  const numbered = levels.map((level) => ({ ...level, number: level.number ?? nextNumber++ }));
  return { levels: numbered, nextNumber };
}

/** Refuses a draft that could not work, saying what is wrong. */
export async function checkDraft(ctx: Ctx, communityId: string, { levels }: Draft): Promise<void> {
  const wrong = (problem: 'first' | 'names' | 'numbers') =>
    levelsErrors.bad_levels({ problem: ctx.t(`levels:wrong.${problem}`) });
  const [first, ...others] = levels;
  if (first!.entry || first!.staying || first!.price) throw wrong('first');
  if (new Set(levels.map(({ name }) => name.toLowerCase())).size < levels.length) throw wrong('names');
  const numbers = levels.flatMap(({ number }) => number ?? []);
  if (new Set(numbers).size < numbers.length) throw wrong('numbers');
  for (const level of others) {
    for (const rule of [level.entry, level.staying]) if (rule) await checkOneRule(ctx, communityId, { level, rule });
  }
}

/** A level may not depend on itself, and nobody climbs by what the team keeps private about them. */
async function checkOneRule(
  ctx: Ctx,
  communityId: string,
  { level, rule }: { level: DraftLevel; rule: Definition },
): Promise<void> {
  if (conditionsOf(rule).some(({ fact }) => fact === levelFact))
    throw levelsErrors.bad_rule({ level: level.name, problem: ctx.t('levels:wrong.itself') });
  await checkRule(ctx, communityId, rule);
}

function checkNumbers(before: Ladder, levels: readonly DraftLevel[]): void {
  const known = new Set(before.levels.map(({ number }) => number));
  for (const { number, name } of levels)
    if (number !== null && !known.has(number)) throw levelsErrors.unknown_level({ level: name });
}

async function audit(
  ctx: Ctx,
  communityId: string,
  { action, id, name }: { action: string; id: string; name: string },
): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'ladder', id }, detail: { name } });
}
