/**
 * What becomes of a newcomer's message: the checks of the server with the settings that are shipped, no lists and nothing said before.
 */
import type { Spoken } from '../../server/rules/checks/check.ts';
import { openBook, spokenOf } from '../../server/rules/checks/testing.ts';
import { findEvidence } from '../../server/rules/judge.ts';
import { shippedModel, type WordingModel } from '../../server/rules/learner.ts';
import type { Rulebook } from '../../server/rules/rulebook.ts';
import { decide, scoreOf, type Verdict } from '../../server/rules/verdict.ts';

/** Judges messages of newcomers. */
export interface Judge {
  /** What would happen. */
  judge(text: string): Verdict;
  /** Whether it would not be let through. */
  stops(text: string): boolean;
  /** How sure all checks are together, also where that is far from a decision; from .5 on it is not let through. */
  rate(text: string): number;
}

/** Opens the judgement; `links` off = without the rule that holds every link of a newcomer. */
export function openJudge(wish: { model?: WordingModel; links?: 'on' | 'off' } = {}): Judge {
  const { model = shippedModel, links = 'on' } = wish;
  const book = openNewBook({ model, links });
  const judge = (text: string) => decide(findEvidence(spokenOf(text), book, null), 'new', book.settings.thresholds);
  const stops = (text: string) => judge(text).action !== 'pass';
  return {
    judge,
    stops,
    rate: (text) => {
      const { action, evidence } = judge(text);
      const others = scoreOf(evidence.filter(({ check }) => check !== 'ads'));
      const score = 1 - (1 - model.rate(text)) * (1 - others);
      return action === 'pass' ? Math.min(score, justBelow) : Math.max(score, held);
    },
  };
}

/** From here on a newcomer's message waits, unless a community decides otherwise. */
const held = 0.5;
const justBelow = held - 1e-9;

/** The rules of a new community, with what differs. */
export function openNewBook({ model, links }: { model: WordingModel; links: 'on' | 'off' }): Rulebook {
  const usual = openBook({ allowedHosts: new Set(), model });
  return { ...usual, settings: { ...usual.settings, checks: { ...usual.settings.checks, links } } };
}

/** A message of one of many members, a second after the one before. */
export function utter(text: string, at: number): Spoken {
  const said = new Date(Date.UTC(2026, 0, 1) + at * 1000);
  return spokenOf({ text, attemptId: String(at), identityId: `member ${at % 997}`, at: said });
}
