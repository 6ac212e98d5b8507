import type { RefObject } from 'react';
import { pressUndo, reachInto, useListKeys } from '../../pieces/useListKeys.ts';
import type { InboxList } from './useInboxList.ts';

/**
 * The keys of the inbox: j and k walk, Enter and r go into the field, / asks for a script there, a gives to somebody, e and x lay
 * aside, s puts off, t makes a task, z takes back what was done last, ? shows them all, Escape goes back.
 */
export function useInboxKeys({ list, box, open, mayClose, onHelp }: InboxKeys): void {
  const { press, focus } = reachInto(box);
  const write = () => focus('.composer textarea');
  useListKeys({
    acts: {
      j: () => list.next && open(list.next),
      k: () => list.previous && open(list.previous),
      Enter: write,
      r: write,
      '/': () => {
        write();
        // As if it had been typed in the field: what was begun there stays, and undo of the browser knows it.
        document.execCommand('insertText', false, '/');
      },
      a: () => press('[data-key="assign"]'),
      e: () => press('[data-key="settled"]'),
      x: () => press('[data-key="no_question"]'),
      s: () => press('[data-key="snooze"]'),
      t: () => press('[data-key="task"]'),
      z: pressUndo,
      '?': onHelp,
    },
    onBack: list.openKey && mayClose ? () => open(undefined) : undefined,
  });
}

interface InboxKeys {
  list: InboxList;
  box: RefObject<HTMLElement | null>;
  open: (key: string | undefined) => void;
  /** Beside a list the first question would open again at once. */
  mayClose: boolean;
  onHelp: () => void;
}
