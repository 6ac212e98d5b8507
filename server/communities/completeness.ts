import type { Canvas } from './canvas.ts';
import type { FitVerdict } from './fit.ts';

/** The five letters of the completeness check: interest, structure, output, operation, copy. */
export const letters = ['interest', 'structure', 'output', 'operation', 'copy'] as const;

/** One letter of ISOOC. */
export type Letter = (typeof letters)[number];

/** One thing that a complete community has. `key` is that of its sentence and next step, `module:completeness.key`. */
export interface Check {
  letter: Letter;
  key: string;
  /** Its share of the letter's score; unmet checks are worked off in the order of the list. */
  weight: number;
  met: boolean;
}

/** The score of one letter, 0–100, with what led to it and what to do next. */
export interface LetterScore {
  letter: Letter;
  score: number;
  checks: Check[];
  /** Key of the first unmet check, null when nothing is missing. */
  next: string | null;
}

/** What `communities` itself knows for the check. */
export interface PurposeFacts {
  canvas: Canvas;
  verdict: FitVerdict;
  adopted: boolean;
  playbooks: number;
  assumptions: { untested: number; confirmed: number; refuted: number };
}

/** The checks that need nothing but the purpose. */
export function purposeChecks(facts: PurposeFacts): Check[] {
  const { canvas, assumptions } = facts;
  const check = (letter: Letter, name: string, met: boolean): Check => ({
    letter,
    key: `communities:completeness.${name}`,
    weight: 1,
    met,
  });
  const layers = new Set(canvas.goals.map((goal) => goal.layer));
  return [
    check('interest', 'target_person', canvas.targetPerson !== ''),
    check('interest', 'why_join', canvas.whyJoin.text !== ''),
    check('interest', 'three_pains', canvas.pains.length === 3),
    check('interest', 'three_values', canvas.sharedValues.length === 3),
    check('structure', 'purpose_adopted', facts.adopted),
    check('structure', 'layered_goals', layers.has('community') && layers.size >= 2),
    check('output', 'original_value', canvas.value.original !== ''),
    check('output', 'exclusive_value', canvas.value.exclusive !== ''),
    check('output', 'fresh_value', canvas.value.fresh !== ''),
    check(
      'output',
      'goals_in_figures',
      canvas.goals.some((goal) => goal.figure !== null),
    ),
    check('operation', 'fit_checked', facts.verdict === 'fits' || facts.verdict === 'with_care'),
    check('operation', 'manifesto', canvas.manifesto !== ''),
    check('copy', 'assumption_logged', assumptions.untested + assumptions.confirmed + assumptions.refuted > 0),
    check('copy', 'assumption_decided', assumptions.confirmed + assumptions.refuted > 0),
    check('copy', 'playbook_in_use', facts.playbooks > 0),
  ];
}

/** Adds up the checks of all modules, letter by letter. */
export function scoreCompleteness(checks: readonly Check[]): LetterScore[] {
  return letters.map((letter) => {
    const own = checks.filter((check) => check.letter === letter);
    const sum = (some: readonly Check[]) => some.reduce((total, check) => total + check.weight, 0);
    const total = sum(own);
    const score = total === 0 ? 0 : Math.round((100 * sum(own.filter((check) => check.met))) / total);
    return { letter, score, checks: own, next: own.find((check) => !check.met)?.key ?? null };
  });
}
