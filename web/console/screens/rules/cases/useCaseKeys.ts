import type { RefObject } from 'react';
import { reachInto, useListKeys } from '../../../pieces/useListKeys.ts';
import type { CaseList } from './useCaseList.ts';

/**
 * The keys of the queue: j and k walk, Enter opens or goes into the field, r lets through, u upholds, z takes back, Escape
 * goes back.
 */
export function useCaseKeys({ list, caseId, box, open, onUndo, mayClose }: CaseKeys): void {
  const { has, press, focus } = reachInto(box);
  const undo = '[data-key="undo"]';
  useListKeys({
    acts: {
      j: () => list.next && open(list.next),
      k: () => list.previous && open(list.previous),
      Enter: () => (caseId === undefined ? list.next && open(list.next) : focus('.decide textarea')),
      r: () => press('[data-key="release"]'),
      u: () => press('[data-key="uphold"]'),
      z: () => (has(undo) ? press(undo) : onUndo()),
    },
    onBack: caseId && mayClose ? () => open(undefined) : undefined,
  });
}

interface CaseKeys {
  list: CaseList;
  caseId: string | undefined;
  box: RefObject<HTMLElement | null>;
  open: (caseId: string | undefined) => void;
  /** Takes the last decision of this visit back. */
  onUndo: () => void;
  /** Beside a list the first case would open again at once. */
  mayClose: boolean;
}
