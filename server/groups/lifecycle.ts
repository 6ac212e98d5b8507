/** The states of a group's life, in the order in which they are expected. */
export const lifecycles = ['new', 'growing', 'mature', 'declining', 'dead', 'dissolved'] as const;

/** One state of a group's life. */
export type Lifecycle = (typeof lifecycles)[number];

/** Who moves a group on: the team, or the program when its figures say so. */
export type Mover = 'team' | 'program';

/** One allowed step. */
export interface Transition {
  from: Lifecycle;
  to: Lifecycle;
  by: readonly Mover[];
}

const both = ['team', 'program'] as const;
const team = ['team'] as const;

/**
 * The life of a group. The program may see that a group grows, ripens, fades or is dead; only the team revives the dead
 * and only the team dissolves.
 */
export const lifeOfGroup: readonly Transition[] = checkTransitions([
  { from: 'new', to: 'growing', by: both },
  { from: 'new', to: 'dead', by: both },
  { from: 'growing', to: 'mature', by: both },
  { from: 'growing', to: 'declining', by: both },
  { from: 'mature', to: 'growing', by: both },
  { from: 'mature', to: 'declining', by: both },
  { from: 'declining', to: 'growing', by: both },
  { from: 'declining', to: 'mature', by: both },
  { from: 'declining', to: 'dead', by: both },
  { from: 'dead', to: 'growing', by: team },
  { from: 'new', to: 'dissolved', by: team },
  { from: 'growing', to: 'dissolved', by: team },
  { from: 'mature', to: 'dissolved', by: team },
  { from: 'declining', to: 'dissolved', by: team },
  { from: 'dead', to: 'dissolved', by: team },
]);

/** Whether `mover` may take a group from one state to another. */
export function canMove(from: Lifecycle, to: Lifecycle, mover: Mover): boolean {
  return lifeOfGroup.some((step) => step.from === from && step.to === to && step.by.includes(mover));
}

/** Where `mover` may take a group that is in `from`. */
export function possibleMoves(from: Lifecycle, mover: Mover): Lifecycle[] {
  return lifeOfGroup.filter((step) => step.from === from && step.by.includes(mover)).map((step) => step.to);
}

/**
 * Refuses a table that can't be lived by: a step twice or to itself, a step nobody may take, a state that can't be
 * reached from `new`, a way out of `dissolved`, or a state that can't be dissolved.
 */
export function checkTransitions(table: readonly Transition[]): readonly Transition[] {
  const seen = new Set<string>();
  for (const { from, to, by } of table) {
    const step = `${from} → ${to}`;
    if (from === to) throw new Error(`lifecycle: ${step} leads nowhere`);
    if (seen.has(step)) throw new Error(`lifecycle: ${step} is declared twice`);
    if (by.length === 0) throw new Error(`lifecycle: nobody may take ${step}`);
    if (from === 'dissolved') throw new Error(`lifecycle: ${step}, but dissolved is the end`);
    seen.add(step);
  }
  const reached = new Set<Lifecycle>(['new']);
  // Set iteration also visits what is added on the way.
  for (const state of reached) for (const step of table) if (step.from === state) reached.add(step.to);
  for (const state of lifecycles) {
    if (!reached.has(state)) throw new Error(`lifecycle: ${state} can't be reached from new`);
    if (state !== 'dissolved' && !seen.has(`${state} → dissolved`))
      throw new Error(`lifecycle: ${state} can't be dissolved`);
  }
  return table;
}
