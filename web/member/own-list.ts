import { useState } from 'react';
import { problemText } from '../kit/texts.ts';
import { useLoad, type Loaded } from './use-load.ts';

interface Page<One> {
  items: One[];
  nextCursor: string | null;
}

/** Something of one's own, newest first, that is read further back on demand. */
export interface OwnList<One> extends Pick<Loaded<Page<One>>, 'error' | 'reload'> {
  /** Undefined until the first page is here. */
  items: One[] | undefined;
  hasMore: boolean;
  isBusy: boolean;
  /** Why the last step back did not work; empty when it did. */
  problem: string;
  readOn(): Promise<void>;
  /** Puts what a write gave in its place. */
  replace(changed: One): void;
}

/** Reads a list of one's own; the same key must always ask for the same thing. */
export function useOwnList<One extends { id: string }>(
  key: string,
  load: (query: { cursor?: string; limit: number }) => Promise<Page<One>>,
): OwnList<One> {
  const { data, error, reload, set } = useLoad(key, () => load({ limit: 20 }));
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const readOn = async (): Promise<void> => {
    if (!data?.nextCursor) return;
    setBusy(true);
    setProblem('');
    try {
      const next = await load({ cursor: data.nextCursor, limit: 20 });
      set({ items: [...data.items, ...next.items], nextCursor: next.nextCursor });
    } catch (thrown) {
      setProblem(problemText(thrown));
    }
    setBusy(false);
  };
  const replace = (changed: One): void => {
    if (data) set({ ...data, items: data.items.map((one) => (one.id === changed.id ? changed : one)) });
  };
  return { items: data?.items, hasMore: Boolean(data?.nextCursor), error, reload, isBusy, problem, readOn, replace };
}
