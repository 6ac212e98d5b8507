import type { FitAnswers } from './canvas.ts';

/** Whether a business should run a community at all. `open` = a question is not answered yet. */
export type FitVerdict = 'fits' | 'with_care' | 'does_not_fit' | 'open';

/** What one answer says: key of its sentence under `communities:fit.reasons`, and in which direction it pulls. */
export interface FitReason {
  factor: keyof FitAnswers;
  answer: string;
  pull: 'for' | 'against' | 'stop';
}

/** What to do instead of (or before) a community; key under `communities:fit.instead`. */
export type FitAlternative =
  | 'campaign_group'
  | 'reminder_channel'
  | 'personal_service'
  | 'anonymous_questions'
  | 'service_group'
  | 'alumni_circle';

/** The verdict with everything that led to it. */
export interface Fit {
  verdict: FitVerdict;
  reasons: FitReason[];
  instead: FitAlternative[];
}

type Pulls = {
  readonly [Factor in keyof FitAnswers]: Readonly<Record<NonNullable<FitAnswers[Factor]>, FitReason['pull']>>;
};

const pulls: Pulls = {
  frequency: { daily: 'for', weekly: 'for', monthly: 'against', yearly: 'against' },
  privacy: { open: 'for', careful: 'against', private: 'stop' },
  service: { ongoing: 'for', months: 'for', once: 'against' },
};

const alternatives: { readonly [Factor in keyof FitAnswers]: Readonly<Record<string, readonly FitAlternative[]>> } = {
  frequency: { monthly: ['reminder_channel'], yearly: ['campaign_group', 'reminder_channel'] },
  privacy: { careful: ['anonymous_questions'], private: ['personal_service', 'anonymous_questions'] },
  service: { once: ['service_group', 'alumni_circle'] },
};

/**
 * Judges the three answers. What people won't say in front of others stops a community outright; rare need or a single
 * short service each weaken it, and two weaknesses are too many.
 */
export function checkFit(answers: FitAnswers): Fit {
  const factors = Object.keys(pulls) as (keyof FitAnswers)[];
  const reasons = factors.flatMap((factor): FitReason[] => {
    const answer = answers[factor];
    return answer === null
      ? []
      : [{ factor, answer, pull: (pulls[factor] as Record<string, FitReason['pull']>)[answer]! }];
  });
  const against = reasons.filter((reason) => reason.pull === 'against').length;
  const verdict = (): FitVerdict => {
    if (reasons.some((reason) => reason.pull === 'stop') || against >= 2) return 'does_not_fit';
    if (reasons.length < factors.length) return 'open';
    return against === 1 ? 'with_care' : 'fits';
  };
  const instead = reasons.flatMap((reason) => alternatives[reason.factor][reason.answer] ?? []);
  return { verdict: verdict(), reasons, instead: [...new Set(instead)] };
}
