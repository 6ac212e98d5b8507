import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { CaseList } from './useCaseList.ts';

/**
 * The keys of the queue: j and k walk, Enter opens or goes into the field, r lets through, u upholds, z takes back, Escape
 * goes back. While something is being written only Escape is ours.
 */
export function useCaseKeys({ list, caseId, box, open, onUndo, mayClose }: CaseKeys): void {
  useEffect(() => {
    const press = (selector: string) => box.current?.querySelector<HTMLElement>(selector)?.click();
    const write = () => box.current?.querySelector<HTMLElement>('.decide textarea')?.focus();
    const acts: Record<string, () => void> = {
      j: () => list.next && open(list.next),
      k: () => list.previous && open(list.previous),
      Enter: () => (caseId === undefined ? list.next && open(list.next) : write()),
      r: () => press('[data-key="release"]'),
      u: () => press('[data-key="uphold"]'),
      z: () => (box.current?.querySelector('[data-key="undo"]') ? press('[data-key="undo"]') : onUndo()),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
      const at = document.activeElement;
      // An open menu or dialog has its own keys.
      if (
        document.querySelector(
          '.ant-modal-wrap:not([style*="none"]), .ant-select-dropdown:not(.ant-select-dropdown-hidden)',
        )
      )
        return;
      if (at?.matches('input:not([type="radio"]), textarea, [contenteditable]')) {
        if (event.key !== 'Escape') return;
        (at as HTMLElement).blur();
        event.preventDefault();
        return;
      }
      if (event.key === 'Escape' && caseId && mayClose) return open(undefined);
      if (event.key === 'Enter' && at?.matches('a, button, [role="tab"], summary')) return;
      // A key that is kept down decides once.
      if (event.repeat && event.key !== 'j' && event.key !== 'k') return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
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
