import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { InboxList } from './useInboxList.ts';

/**
 * The keys of the inbox: j and k walk, Enter and r go into the field, e lays aside, t gives to somebody, Escape goes back. While
 * something is being written only Escape is ours.
 */
export function useInboxKeys({ list, box, open, mayClose }: InboxKeys): void {
  useEffect(() => {
    const press = (selector: string) => box.current?.querySelector<HTMLElement>(selector)?.click();
    const write = () => box.current?.querySelector<HTMLElement>('.composer textarea')?.focus();
    const acts: Record<string, () => void> = {
      j: () => list.next && open(list.next),
      k: () => list.previous && open(list.previous),
      Enter: write,
      r: write,
      e: () => press('[data-key="close"]'),
      t: () => press('[data-key="assign"]'),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
      const at = document.activeElement;
      // An open menu or dialog has its own keys.
      if (document.querySelector('.ant-modal-wrap:not([style*="none"]), .ant-dropdown:not(.ant-dropdown-hidden)'))
        return;
      if (at?.matches('input, textarea, [contenteditable], .ant-select-selector input')) {
        if (event.key !== 'Escape') return;
        (at as HTMLElement).blur();
        event.preventDefault();
        return;
      }
      if (event.key === 'Escape' && list.openKey && mayClose) return open(undefined);
      if (event.key === 'Enter' && at?.matches('a, button, [role="tab"], summary')) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

interface InboxKeys {
  list: InboxList;
  box: RefObject<HTMLElement | null>;
  open: (key: string | undefined) => void;
  /** Beside a list the first question would open again at once. */
  mayClose: boolean;
}
