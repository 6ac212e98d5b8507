/** What the tests of checks need: a book of rules without a database, and short ways to look and to judge. */
import { findEvidence, ownChecks } from '../judge.ts';
import { shippedModel } from '../learner.ts';
import type { Rulebook } from '../rulebook.ts';
import { rulesSettings } from '../settings.ts';
import type { Trust } from '../trust.ts';
import { decide } from '../verdict.ts';
import type { Evidence, Spoken } from './check.ts';

/** The moment at which everything in these tests is said. */
export const saidAt = new Date('2026-11-19T12:00:00Z');

/** Rules as a new community has them, without lists. */
export function openBook(change: Partial<Rulebook> = {}): Rulebook {
  return {
    revision: 1,
    model: shippedModel,
    settings: rulesSettings.schema.parse({}),
    allowedHosts: new Set(['example.org']),
    finder: null,
    lists: { all: [], terms: [], of: () => 0, endOf: () => Infinity },
    items: [],
    checks: ownChecks,
    waves: new Map(),
    ruleOf: (check) => check,
    sleeps: false,
    notes: false,
    ...change,
  };
}

/** Something that somebody says. */
export function spokenOf(what: string | Partial<Spoken>): Spoken {
  const nothing = { attemptId: null, identityId: 'a', groupId: 'g', text: '', picture: null, at: saidAt };
  return { ...nothing, ...(typeof what === 'string' ? { text: what } : what) };
}

/** What all checks find in it. */
export function look(what: string | Partial<Spoken>, book: Rulebook = openBook()): Evidence[] {
  return findEvidence(spokenOf(what), book, null);
}

/** What would happen to it. */
export function judge(what: string | Partial<Spoken>, trust: Trust = 'new', book: Rulebook = openBook()) {
  return decide(look(what, book), trust, book.settings.thresholds).action;
}
