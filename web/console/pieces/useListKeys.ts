import { useEffect } from 'react';
import type { RefObject } from 'react';

const overlays = [
  '.ant-modal-wrap:not([style*="none"])',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden)',
].join(', ');
const fields = 'input:not([type="radio"]), textarea, [contenteditable]';
const walking = new Set(['j', 'k']);

/**
 * The keys of a list with one thing open beside it: what `acts` gives, and Escape goes back. While something is being written
 * only Escape is ours; an open menu or dialog has its own keys, and a button its Enter.
 */
export function useListKeys({ acts, onBack }: ListKeys): void {
  useEffect(() => {
    // Seen before anybody acts on the key: a menu that has just taken its Enter may be gone when the key comes by here.
    let isCovered = false;
    const look = () => void (isCovered = document.querySelector(overlays) !== null);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
      const at = document.activeElement;
      if (isCovered) return;
      if (at?.matches(fields)) {
        if (event.key !== 'Escape') return;
        (at as HTMLElement).blur();
        event.preventDefault();
        return;
      }
      if (event.key === 'Escape') return onBack?.();
      if (event.key === 'Enter' && at?.matches('a, button, [role="tab"], summary')) return;
      // A key that is kept down acts once; only walking goes on.
      if (event.repeat && !walking.has(event.key)) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', look, { capture: true });
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', look, { capture: true });
      removeEventListener('keydown', onKey);
    };
  });
}

interface ListKeys {
  acts: Record<string, () => void>;
  /** Absent where Escape leads nowhere. */
  onBack: (() => void) | undefined;
}

/** Takes back what was done last, as long as the page offers it. */
export function pressUndo(): void {
  [...document.querySelectorAll<HTMLElement>('[data-key="undo"]')].at(-1)?.click();
}

/** Finds what keys press and where they write, inside a part of the page. */
export function reachInto(box: RefObject<HTMLElement | null>) {
  const find = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
  return {
    has: (selector: string) => Boolean(find(selector)),
    press: (selector: string) => find(selector)?.click(),
    focus: (selector: string) => find(selector)?.focus(),
  };
}
