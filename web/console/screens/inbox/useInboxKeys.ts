import type { RefObject } from 'react';
import { reachInto, useListKeys } from '../../pieces/useListKeys.ts';
import type { InboxList } from './useInboxList.ts';

/** The keys of the inbox: j and k walk, Enter and r go into the field, e lays aside, t gives to somebody, Escape goes back. */
export function useInboxKeys({ list, box, open, mayClose }: InboxKeys): void {
  const { press, focus } = reachInto(box);
  const write = () => focus('.composer textarea');
  useListKeys({
    acts: {
      j: () => list.next && open(list.next),
      k: () => list.previous && open(list.previous),
      Enter: write,
      r: write,
      e: () => press('[data-key="close"]'),
      t: () => press('[data-key="assign"]'),
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
}
