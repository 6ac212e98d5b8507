/**
 * The terms of a community, ready to be looked for. Long lists are made ready in turns beside everything else that the process does, one
 * building at a time; until it is done messages are looked at with what was ready before, and several changes meanwhile make one more.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildTerms, isPattern, openPatterns, type TermHit } from '../../lib/text/index.ts';
import { getZone } from '../communities/index.ts';
import { localDay, shiftDay, startOfLocalDay } from '../platform/clock.ts';
import type { Ctx, Services } from '../platform/context.ts';
import type { TermList } from './store/lists.ts';
import { selectLiveTerms, type TermPlace } from './store/terms.ts';

/** Finds terms and patterns in a text. */
export interface TermFinder {
  find(text: string): TermHit[];
}

/** Terms that are ready. */
export interface TermIndex {
  /** Of which versions of which lists. */
  key: string;
  /** Null when there is nothing to look for. */
  finder: TermFinder | null;
  terms: readonly string[];
  /** The list of a term. */
  listOf(term: number): string;
  /** The moment after the last day of a term; infinite without one. */
  endOf(term: number): number;
}

/** A term with the list that it is of. */
export interface LiveTerm {
  listId: string;
  term: string;
  expires: string | null;
}

/** Up to so many terms a message waits for the new ones: they take some milliseconds. */
export const soonReady = 5000;

interface Kept {
  current: TermIndex | undefined;
  wanted: Wanted | undefined;
  building: Promise<void> | undefined;
}

interface Wanted {
  key: string;
  lists: readonly Pick<TermList, 'id' | 'version' | 'terms'>[];
  /** Called when it is ready, if somebody has been given the one before meanwhile. */
  isReady: () => void;
  isAwaited?: boolean;
}

const indices = new WeakMap<Services, Map<string, Kept>>();
const most = 500;

/** The index of some lists of a community; of long ones the one before until theirs is ready. `isReady` is called when that changes. */
export async function getTermIndex(
  ctx: Ctx,
  communityId: string,
  { lists, isReady }: { lists: Wanted['lists']; isReady: () => void },
): Promise<TermIndex> {
  const kept = keptOf(ctx, communityId);
  const key = lists.map(({ id, version }) => `${id}:${version}`).join();
  if (kept.current?.key === key) return kept.current;
  if (kept.wanted?.key !== key) kept.wanted = { key, lists, isReady };
  const { wanted } = kept;
  kept.building ??= buildWanted(ctx, communityId, kept).finally(() => (kept.building = undefined));
  const count = lists.reduce((sum, { terms }) => sum + terms, 0);
  if (!kept.current || count <= soonReady) await kept.building;
  else {
    wanted.isAwaited = true;
    kept.building.catch((error: unknown) => ctx.log.error('rules.terms_not_ready', { communityId, error }));
  }
  return kept.current!;
}

/** Waits until what is being made ready is ready; for whoever needs the very newest. */
export async function settleTerms(ctx: Ctx, communityId: string): Promise<void> {
  await keptOf(ctx, communityId).building;
}

function keptOf(ctx: Ctx, communityId: string): Kept {
  const all = indices.get(ctx.services) ?? new Map<string, Kept>();
  indices.set(ctx.services, all);
  const found = all.get(communityId);
  if (found) return found;
  if (all.size >= most) for (const [id, { building }] of all) if (!building) all.delete(id);
  const fresh = { current: undefined, wanted: undefined, building: undefined };
  all.set(communityId, fresh);
  return fresh;
}

async function buildWanted(ctx: Ctx, communityId: string, kept: Kept): Promise<void> {
  while (kept.wanted && kept.wanted.key !== kept.current?.key) {
    const { wanted } = kept;
    const lines = await readTerms(ctx, communityId, wanted.lists);
    kept.current = await buildIndex(wanted.key, lines, await getZone(ctx, communityId));
    if (wanted.isAwaited) wanted.isReady();
  }
}

const pageSize = 5000;

/** The terms of lists that are looked for today. */
export async function readTerms(ctx: Ctx, communityId: string, lists: readonly { id: string }[]): Promise<LiveTerm[]> {
  const listIds = lists.map(({ id }) => id);
  if (listIds.length === 0) return [];
  const day = localDay(ctx.now(), await getZone(ctx, communityId));
  const terms: LiveTerm[] = [];
  for (let after: TermPlace | null = null; ;) {
    const page: (TermPlace & LiveTerm)[] = await selectLiveTerms(ctx, communityId, {
      listIds,
      day,
      after,
      limit: pageSize,
    });
    terms.push(...page);
    if (page.length < pageSize) return terms;
    after = page.at(-1)!;
  }
}

/** Makes terms ready, a few milliseconds at a time. */
export async function buildIndex(key: string, lines: readonly LiveTerm[], zone: string): Promise<TermIndex> {
  const listIds = [...new Set(lines.map(({ listId }) => listId))];
  const places = new Map(listIds.map((id, at) => [id, at]));
  const listPlaces = Uint16Array.from(lines, ({ listId }) => places.get(listId)!);
  const ends = new Map<string, number>();
  const endOfDay = (day: string) => {
    const end = ends.get(day) ?? startOfLocalDay(shiftDay(day, 1), zone).getTime();
    ends.set(day, end);
    return end;
  };
  const termEnds = lines.some(({ expires }) => expires !== null)
    ? Float64Array.from(lines, ({ expires }) => (expires === null ? Infinity : endOfDay(expires)))
    : null;
  const terms = lines.map(({ term }) => term);
  return {
    key,
    finder: terms.length > 0 ? await buildFinder(terms) : null,
    terms,
    listOf: (term) => listIds[listPlaces[term]!]!,
    endOf: (term) => termEnds?.[term] ?? Infinity,
  };
}

/** Terms in one automaton, patterns beside it. */
async function buildFinder(terms: readonly string[]): Promise<TermFinder> {
  const patternPlaces = terms.flatMap((term, at) => (isPattern(term) ? [at] : []));
  const patterns = openPatterns(patternPlaces.map((at) => terms[at]!));
  // A pattern is no term: it stays in its place as one that is never found.
  const wanted = terms.map((text) => ({ text: isPattern(text) ? '' : text, wholeWord: true }));
  const plain = await takeTurns(buildTerms(wanted));
  if (patternPlaces.length === 0) return plain;
  return {
    find: (text) => {
      const hits = patterns.find(text);
      if (hits.length === 0) return plain.find(text);
      const fits = hits.map(({ pattern, start, end }) => ({
        term: patternPlaces[pattern]!,
        start,
        end,
        disguised: false,
      }));
      return [...plain.find(text), ...fits].sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
    },
  };
}

/** Takes the steps of a building, and lets everything else of the process have its turn between them. */
export async function takeTurns<Built>(steps: Generator<void, Built>): Promise<Built> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
