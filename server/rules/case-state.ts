/** The life of a case as a table; what is not in it cannot happen. */

/** held: waits before anybody has seen it; stopped: refused at once; said: noticed after it was said; dry: only noted. */
export const caseKinds = ['held', 'stopped', 'said', 'dry'] as const;

/** What a case is about. */
export type CaseKind = (typeof caseKinds)[number];

/** The states of a case. */
export const caseStates = [
  'waiting',
  'refused',
  'released',
  'upheld',
  'appealed',
  'overturned',
  'confirmed',
  'closed',
] as const;

/** One state of a case. */
export type CaseState = (typeof caseStates)[number];

/** What became of the judgement of the checks: people found it right or wrong, nobody has decided, an appeal put it right. */
export const caseResults = {
  right: ['upheld', 'confirmed'],
  wrong: ['released', 'overturned'],
  waiting: ['waiting', 'refused', 'appealed', 'closed'],
  overturned: ['overturned'],
} as const satisfies Record<string, readonly CaseState[]>;

/** One of the results. */
export type CaseResult = keyof typeof caseResults;

/** What is done with a case. `close` is the program's: the person was forgotten. */
export type CaseAct = 'release' | 'uphold' | 'appeal' | 'undo' | 'close';

interface Step {
  from: CaseState;
  act: CaseAct;
  to: CaseState;
}

/** An appeal is decided in other states than a first look, so that it stays visible who had the last word. */
export const lifeOfCase: readonly Step[] = checkLife([
  { from: 'waiting', act: 'release', to: 'released' },
  { from: 'waiting', act: 'uphold', to: 'upheld' },
  { from: 'refused', act: 'release', to: 'released' },
  { from: 'refused', act: 'uphold', to: 'upheld' },
  { from: 'refused', act: 'appeal', to: 'appealed' },
  { from: 'upheld', act: 'appeal', to: 'appealed' },
  { from: 'appealed', act: 'release', to: 'overturned' },
  { from: 'appealed', act: 'uphold', to: 'confirmed' },
  { from: 'released', act: 'undo', to: 'waiting' },
  { from: 'upheld', act: 'undo', to: 'waiting' },
  { from: 'overturned', act: 'undo', to: 'appealed' },
  { from: 'confirmed', act: 'undo', to: 'appealed' },
  ...caseStates.filter((state) => state !== 'closed').map((from) => ({ from, act: 'close', to: 'closed' }) as const),
]);

/** The state that follows, undefined when this cannot be done now. */
export function stateAfter(from: CaseState, act: CaseAct): CaseState | undefined {
  return lifeOfCase.find((step) => step.from === from && step.act === act)?.to;
}

/** Refuses a table that says two things about one act, or leaves a state out. */
export function checkLife(life: readonly Step[]): readonly Step[] {
  const seen = new Set<string>();
  for (const { from, act } of life) {
    if (seen.has(`${from} ${act}`)) throw new Error(`case: ${act} of ${from} is declared twice`);
    seen.add(`${from} ${act}`);
  }
  // What waits or was refused is where a case begins.
  const reached = new Set<CaseState>(['waiting', 'refused', ...life.map(({ to }) => to)]);
  for (const state of caseStates) if (!reached.has(state)) throw new Error(`case: ${state} can't be reached`);
  return life;
}
