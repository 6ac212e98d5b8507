/**
 * The rules of a community in the form in which messages are looked at: settings, the terms of all lists as one automaton, which
 * rule each check guards. Compiled once for each revision and kept in the process; long lists follow as soon as they are ready.
 */
import { createContext, type Ctx, type Services } from '../platform/context.ts';
import { checkNames, type Check, type CheckName } from './checks/check.ts';
import { createRepeatMemory, type RepeatMemory } from './checks/repeats.ts';
import { guardCheck, ownChecks } from './judge.ts';
import { getModel, type WordingModel } from './learner.ts';
import { getRevision } from './revision.ts';
import type { RuleItem } from './rule-item.ts';
import { getRulesSettings, type RulesSettings } from './settings.ts';
import { moreChecks } from './slots.ts';
import { selectLists, type ListEffect } from './store/lists.ts';
import { selectText } from './store/text.ts';
import { getTermIndex, soonReady, type TermFinder, type TermIndex } from './term-index.ts';
import { readCounting, type CountingWave } from './waves/counting.ts';

/** Compiled rules, and what the community has taught. */
export interface Rulebook {
  revision: number;
  /** Rates the wording of messages. */
  model: WordingModel;
  settings: RulesSettings;
  allowedHosts: ReadonlySet<string>;
  /** Null when there is nothing to look for. */
  finder: TermFinder | null;
  lists: {
    all: readonly ArmedList[];
    terms: readonly string[];
    /** The list that a term belongs to; -1 when it is not looked for any more. */
    of(term: number): number;
    /** The moment from which on a term is not looked for. */
    endOf(term: number): number;
  };
  items: readonly RuleItem[];
  /** All that look, the plainest reason first. */
  checks: readonly Check[];
  /** Who came in a wave of joins, while it counts against them. */
  waves: ReadonlyMap<string, CountingWave>;
  /** Key of the rule that a check guards; the check's own name when it guards none. */
  ruleOf(check: CheckName): string;
  /** No check does or notes anything. */
  sleeps: boolean;
  /** Something is in dry mode. */
  notes: boolean;
}

/** What a list does with what it finds. */
export interface ArmedList {
  id?: string;
  effect: ListEffect;
  mode: 'on' | 'dry';
  rule: string | null;
}

/** Most people ask for one of a few communities; more than these are compiled again. */
const mostKept = 500;

type Compiled = Omit<Rulebook, 'model' | 'waves'>;

interface Kept {
  revision: number;
  learned: number;
  waved: number;
  compiled: Promise<Compiled>;
  rulebook: Promise<Rulebook>;
}

const noWaves: ReadonlyMap<string, CountingWave> = new Map();

const books = new WeakMap<Services, Map<string, Kept>>();

/** The compiled rules for the road of every post; a change in another process is seen half a second later. */
export async function getRulebook(asking: Ctx, communityId: string): Promise<Rulebook> {
  // A context of its own: what is kept must be what is committed, and not what a long request has read before.
  const { services, requestId, locale, publicUrl } = asking;
  const actor = { kind: 'system', name: 'rules.compile' } as const;
  const ctx = createContext(services, { actor, requestId, locale, publicUrl, log: asking.log });
  const { revision, learned, waves: waved } = await getRevision(ctx, communityId);
  const kept = books.get(ctx.services) ?? new Map<string, Kept>();
  books.set(ctx.services, kept);
  const found = kept.get(communityId);
  if (found?.revision === revision && found.learned === learned && found.waved === waved) return found.rulebook;
  const compiled = found?.revision === revision ? found.compiled : compile(ctx, communityId, revision);
  const waves = waved === 0 ? noWaves : readCounting(ctx, communityId);
  const rulebook = Promise.all([compiled, getModel(ctx, communityId, learned), waves]).then(([rules, model, some]) => ({
    ...rules,
    model,
    waves: some,
  }));
  const fresh = { revision, learned, waved, compiled, rulebook };
  if (kept.size >= mostKept) kept.clear();
  kept.set(communityId, fresh);
  fresh.rulebook.catch(() => kept.get(communityId) === fresh && kept.delete(communityId));
  return fresh.rulebook;
}

/** Begins to make long lists ready as soon as their change holds, so that no message has to come first. */
export function warmRulebook(ctx: Ctx, communityId: string, terms: number): void {
  if (terms <= soonReady) return;
  ctx.afterCommit(() => {
    getRulebook(ctx, communityId).catch((error: unknown) =>
      ctx.log.error('rules.not_compiled', { communityId, error }),
    );
  });
}

async function compile(ctx: Ctx, communityId: string, revision: number): Promise<Compiled> {
  const settings = await getRulesSettings(ctx, communityId);
  const items = (await selectText(ctx, communityId))?.items ?? [];
  const all = armLists(settings, await selectLists(ctx, communityId));
  const isReady = () => void books.get(ctx.services)?.delete(communityId);
  const index = await getTermIndex(ctx, communityId, { lists: all, isReady });
  const guards = new Map(items.flatMap(({ key, watchedBy }) => watchedBy.map((check) => [check, key] as const)));
  const { terms: _lists, ...others } = settings.checks;
  const awake = [...Object.values(others), ...all.map(({ mode }) => mode)];
  return {
    revision,
    settings,
    allowedHosts: new Set([...settings.allowedHosts, ...ownHosts(ctx)]),
    ...readLists(all, index),
    items,
    checks: [...ownChecks, ...ctx.slots(moreChecks)].map((check) => guardCheck(ctx, check)),
    ruleOf: (check) => guards.get(check) ?? check,
    sleeps: awake.every((mode) => mode === 'off'),
    notes: awake.includes('dry'),
  };
}

/** The lists that are not off; when terms only note, none does more. */
export function armLists<List extends { mode: RulesSettings['checks']['terms'] }>(
  settings: Pick<RulesSettings, 'checks'>,
  lists: readonly List[],
): (List & { mode: 'on' | 'dry' })[] {
  const { terms } = settings.checks;
  if (terms === 'off') return [];
  return lists.flatMap((list) =>
    list.mode === 'off' ? [] : [{ ...list, mode: terms === 'dry' ? ('dry' as const) : list.mode }],
  );
}

/** What is looked for and what follows, with terms that may be of a moment ago. */
export function readLists(
  all: readonly (ArmedList & { id: string })[],
  index: TermIndex,
): Pick<Rulebook, 'finder' | 'lists'> {
  const places = new Map(all.map(({ id }, at) => [id, at]));
  const { finder, terms, listOf, endOf } = index;
  return { finder, lists: { all, terms, of: (term) => places.get(listOf(term)) ?? -1, endOf } };
}

/** Links to our own pages are no advertisement. */
function ownHosts(ctx: Ctx): string[] {
  const { publicUrl } = ctx.services.config;
  return publicUrl ? [new URL(publicUrl).hostname] : [];
}

const memories = new WeakMap<Services, Map<string, RepeatMemory>>();

/** What was said lately in a community, as seen at one of two places: before (`gate`) or after (`heard`) it is recorded. */
export function repeatMemoryOf(ctx: Ctx, communityId: string, place: 'gate' | 'heard'): RepeatMemory {
  const kept = memories.get(ctx.services) ?? new Map<string, RepeatMemory>();
  memories.set(ctx.services, kept);
  const key = `${place} ${communityId}`;
  const memory = kept.get(key) ?? createRepeatMemory();
  if (!kept.has(key) && kept.size >= mostKept) kept.clear();
  kept.set(key, memory);
  return memory;
}

/** Whether a rule key is the name of a check that guards no rule. */
export function isCheckName(rule: string): rule is CheckName {
  return (checkNames as readonly string[]).includes(rule);
}
