import { useState } from 'react';
import { emptyCanvas } from '../../data/communities.ts';
import type { Canvas, Kind } from '../../data/communities.ts';

/** Everything that the founding form asks; kept on this device until the community stands. */
export interface Draft {
  step: number;
  name: string;
  kind: Kind;
  /** Whether the playbook of the kind, if there is one, prepares the community. */
  usePlaybook: boolean;
  /** Answers to what that playbook asks. */
  parameters: Record<string, string>;
  canvas: Canvas;
  group: { name: string; carrier: 'web' | 'manual'; capacity: number; approval: boolean };
}

const storageKey = 'mh-founding-draft';

const blank: Draft = {
  step: 0,
  name: '',
  kind: 'study-checkin',
  usePlaybook: true,
  parameters: {},
  canvas: emptyCanvas,
  group: { name: '', carrier: 'web', capacity: 200, approval: false },
};

/** The draft on this device and how to change it. */
export function useDraft(): { draft: Draft; change: (part: Partial<Draft>) => void; forget: () => void } {
  const [draft, setDraft] = useState(read);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    write(next);
  };
  return { draft, change, forget: () => write(undefined) };
}

/** The name that the first group gets when none was written. */
export function firstGroupName(draft: Draft, suffix: string): string {
  return draft.name ? `${draft.name}${suffix}` : '';
}

function read(): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Partial<Draft> | null;
    if (!kept) return blank;
    return { ...blank, ...kept, canvas: { ...emptyCanvas, ...kept.canvas }, group: { ...blank.group, ...kept.group } };
  } catch {
    return blank;
  }
}

function write(draft: Draft | undefined): void {
  try {
    if (draft) localStorage.setItem(storageKey, JSON.stringify(draft));
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage is locked: the draft lives as long as the page.
  }
}
