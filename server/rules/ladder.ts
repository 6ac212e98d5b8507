/** The ladder of what follows: pure, so that every path up and down can be tested as a table. */

/** The steps, from the mildest; nobody is removed or kept out by the program: the last two are proposals to a human. */
export const sanctionSteps = ['remind', 'warn', 'talk', 'mute', 'remove', 'ban'] as const;

/** One step. */
export type SanctionStep = (typeof sanctionSteps)[number];

/** How the ladder stands for one rule. */
export interface Ladder {
  start: SanctionStep;
  /** For how many days a step counts. */
  days: number;
}

/** The ladder of a community with what differs for single rules. */
export interface LadderSettings extends Ladder {
  rules: Readonly<Record<string, { start?: SanctionStep | undefined; days?: number | undefined }>>;
}

/** A step that somebody has come to. */
export interface PastStep {
  step: SanctionStep;
  state: 'proposed' | 'applied' | 'dry' | 'declined' | 'undone';
  givenAt: Date;
  decaysAt: Date;
}

/** The ladder for one rule. */
export function ladderOf(settings: LadderSettings, rule: string): Ladder {
  const own = settings.rules[rule];
  return { start: own?.start ?? settings.start, days: own?.days ?? settings.days };
}

/**
 * The step that is due now: one above the highest that still counts, and never below the first. What was undone, declined or only
 * noted does not count, and every step stops counting with time. Null when what was said is older than the last step: nobody climbs
 * for what they did before they were told.
 */
export function nextStep(
  ladder: Ladder,
  past: readonly PastStep[],
  when: { saidAt: Date; now: Date },
): SanctionStep | null {
  const given = past.filter(({ state }) => state === 'applied' || state === 'proposed');
  const counting = given.filter(({ decaysAt }) => decaysAt > when.now);
  if (counting.some(({ givenAt }) => givenAt >= when.saidAt)) return null;
  const highest = Math.max(-1, ...counting.map(({ step }) => sanctionSteps.indexOf(step)));
  const next = Math.max(sanctionSteps.indexOf(ladder.start), highest + 1);
  return sanctionSteps[Math.min(next, sanctionSteps.length - 1)]!;
}

/** When a step that is given now counts no more. */
export function decayOf(ladder: Ladder, now: Date): Date {
  return new Date(now.getTime() + ladder.days * 86_400_000);
}
