import { useState } from 'react';
import type { RefObject } from 'react';
import type { Task } from '../../data/tasks.ts';
import { pressUndo, reachInto, useListKeys } from '../../pieces/useListKeys.ts';

/**
 * The keys of the task centre: j and k walk, x chooses, c takes, a gives to somebody, s puts off, e is done, z takes back. What was
 * chosen, else the one where one stands. Gives the task where one stands.
 */
export function useTaskKeys({ tasks, box, toggle }: TaskKeys): string | undefined {
  const [at, setAt] = useState<string | undefined>();
  const { press } = reachInto(box);
  const here = tasks.findIndex(({ id }) => id === at);
  const walk = (by: number) => {
    const next = tasks[Math.max(0, Math.min(tasks.length - 1, here + by))];
    if (!next) return;
    setAt(next.id);
    box.current?.querySelector(`[data-task="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const acts: Record<string, () => void> = { j: () => walk(1), k: () => walk(here === -1 ? 1 : -1), z: pressUndo };
  if (toggle) {
    acts['x'] = () => here >= 0 && toggle(tasks[here]!.id);
    for (const [key, name] of Object.entries({ c: 'claim', a: 'assign', s: 'snooze', e: 'done' }))
      acts[key] = () => press(`[data-key="${name}"]`);
  }
  useListKeys({ acts, onBack: at === undefined ? undefined : () => setAt(undefined) });
  return here === -1 ? undefined : at;
}

interface TaskKeys {
  tasks: readonly Task[];
  box: RefObject<HTMLElement | null>;
  /** Absent where nothing can be done. */
  toggle: ((id: string) => void) | undefined;
}
