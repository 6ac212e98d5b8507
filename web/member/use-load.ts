import { useCallback, useEffect, useRef, useState } from 'react';
import { toApiError, type ApiError } from '../kit/problem.ts';

/** Where a load stands; `data` stays while it is loaded again. */
export interface Loaded<Data> {
  data: Data | undefined;
  error: ApiError | undefined;
  reload: () => void;
  /** Puts a newer answer (of a write) in place. */
  set: (data: Data) => void;
}

interface Held<Data> {
  key: string;
  round: number;
  data?: Data;
  error?: ApiError;
}

/** Loads when the key changes; answers of an older key are thrown away. The same key must always ask for the same thing. */
export function useLoad<Data>(key: string, load: () => Promise<Data>): Loaded<Data> {
  const [held, setHeld] = useState<Held<Data>>({ key, round: 0 });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    let isCurrent = true;
    latest.current().then(
      (data) => isCurrent && setHeld({ key, round, data }),
      (thrown: unknown) =>
        isCurrent &&
        setHeld((old) => ({ key, round, error: toApiError(thrown), ...(old.key === key ? { data: old.data } : {}) })),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  const isHere = held.key === key;
  return {
    data: isHere ? held.data : undefined,
    error: isHere ? held.error : undefined,
    reload: useCallback(() => setRound((count) => count + 1), []),
    set: useCallback((data: Data) => setHeld((old) => ({ key, round: old.round, data })), [key]),
  };
}
