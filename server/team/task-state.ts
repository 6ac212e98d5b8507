/** The life of a task for humans. */

/** The states of a task. */
export const taskStates = ['open', 'done', 'skipped', 'cancelled'] as const;

/** One state of a task. */
export type TaskState = (typeof taskStates)[number];

/** Who settles: somebody of the team, or the program that no longer needs it. */
export type Settler = 'team' | 'program';

/** One allowed step. */
export interface TaskTransition {
  from: TaskState;
  to: TaskState;
  by: Settler;
}

/** A task is settled once: what follows from it can't be taken back by opening it again. */
export const lifeOfTask: readonly TaskTransition[] = checkTransitions([
  { from: 'open', to: 'done', by: 'team' },
  { from: 'open', to: 'skipped', by: 'team' },
  { from: 'open', to: 'cancelled', by: 'program' },
]);

/** Whether a task may go from one state to another. */
export function canSettle(from: TaskState, to: TaskState, by: Settler): boolean {
  return lifeOfTask.some((step) => step.from === from && step.to === to && step.by === by);
}

/** Refuses a table with a step twice or to itself, a way back to `open`, or a state that is never reached. */
export function checkTransitions(table: readonly TaskTransition[]): readonly TaskTransition[] {
  const seen = new Set<string>();
  for (const { from, to, by } of table) {
    const step = `${from} → ${to} by ${by}`;
    if (from === to || to === 'open') throw new Error(`task: ${step} is no settlement`);
    if (seen.has(step)) throw new Error(`task: ${step} is declared twice`);
    seen.add(step);
  }
  const reached = new Set(table.map((step) => step.to));
  for (const state of taskStates) {
    if (state !== 'open' && !reached.has(state)) throw new Error(`task: ${state} can't be reached`);
  }
  return table;
}

/** Something that a human does because the program can't or shouldn't. */
export interface Task {
  id: string;
  communityId: string;
  groupId: string | null;
  kind: string;
  title: string;
  /** Ready to copy. */
  text: string;
  pictureIds: string[];
  /** Where to go and click, one line each. */
  steps: string[];
  dueAt: Date | null;
  state: TaskState;
  /** A user of the team. */
  assigneeId: string | null;
  /** What the kind needs to carry on; ids, never what somebody said. */
  payload: Record<string, unknown>;
  createdAt: Date;
  settledAt: Date | null;
  /** `operator:…`, `token:…` or `system:…`. */
  settledBy: string | null;
  /** What the human said about it when settling it. */
  note: string;
  /** Until when somebody has put it off; null = not. */
  snoozedUntil: Date | null;
  /** When it went up to a deputy or an owner, and why in the words of whoever sent it. */
  escalatedAt: Date | null;
  escalationWord: string;
}
