/** What lists of terms take: how many, which terms can be one, and what is said of those that cannot. */
import { isPattern, patternLimits, readPattern } from '../../lib/text/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { rulesErrors } from './errors.ts';
import { selectLists, type TermList } from './store/lists.ts';
import { selectPatterns } from './store/terms.ts';
import { findProblem, type BrokenLine } from './term-file.ts';

/** Most lists, and most terms of all lists together, of one community. */
export const listLimits = { lists: 50, terms: 100_000 } as const;

/** A list of a community. */
export interface ListId {
  communityId: string;
  listId: string;
}

/** Throws with the first term that cannot be one. */
export function checkTerms(ctx: Ctx, terms: readonly string[]): void {
  for (const term of terms) {
    const problem = findProblem(term);
    if (problem) throw rulesErrors.bad_term({ term: term.slice(0, 80), problem: explainProblem(ctx, problem) });
  }
}

/** What is wrong with a line, in words. */
export function explainProblem(ctx: Ctx, { problem, pattern }: Omit<BrokenLine, 'line' | 'text'>): string {
  if (!pattern) return ctx.t(`rules:lines.${problem}`);
  const { at, part } = pattern;
  const what = ctx.t(`rules:patterns.${pattern.problem}`, { most: patternLimits.size });
  return at === null ? what : ctx.t('rules:patterns.at', { what, at, part });
}

/** Throws when the patterns of a community are too many, or too large together. */
export async function checkPatterns(ctx: Ctx, communityId: string): Promise<void> {
  const patterns = (await selectPatterns(ctx, communityId)).filter(isPattern);
  if (patterns.length > patternLimits.count) throw rulesErrors.too_many_patterns({ most: patternLimits.count });
  const sizes = patterns.map((term) => readPattern(term)).reduce((sum, read) => sum + (read.ok ? read.size : 0), 0);
  if (sizes > patternLimits.allSizes)
    throw rulesErrors.patterns_too_large({ most: patternLimits.allSizes, size: sizes });
}

/** A list; throws `platform.not_found`. */
export async function getListOf(ctx: Ctx, { communityId, listId }: ListId): Promise<TermList> {
  const list = (await selectLists(ctx, communityId)).find(({ id }) => id === listId);
  if (!list) throw platformErrors.not_found();
  return list;
}
