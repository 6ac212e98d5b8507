import { useCallback, useEffect, useState } from 'react';
import { toApiError, type ApiError } from '../kit/problem.ts';

/** Where a load stands; `data` stays while it is loaded again. */
export interface Loaded<Data> {
  data: Data | undefined;
  error: ApiError | undefined;
  isLoading: boolean;
  reload: () => void;
  /** Puts a newer answer (of a write) in place. */
  set: (data: Data) => void;
}

/** Loads when the key changes; answers of an older key are thrown away. */
export function useLoad<Data>(key: string, load: () => Promise<Data>): Loaded<Data> {
  const [state, setState] = useState<{ key: string; data?: Data; error?: ApiError }>({ key });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (data) => isCurrent && setState({ key, data }),
      (error: unknown) =>
        isCurrent &&
        setState((old) => ({ key, ...(old.key === key ? { data: old.data } : {}), error: toApiError(error) })),
    );
    return () => {
      isCurrent = false;
    };
    // `load` closes over the key; a new function with the same key asks for the same thing.
  }, [key, round]);
  const isHere = state.key === key;
  return {
    data: isHere ? state.data : undefined,
    error: isHere ? state.error : undefined,
    isLoading: !isHere || (state.data === undefined && state.error === undefined),
    reload: useCallback(() => setRound((count) => count + 1), []),
    set: useCallback((data: Data) => setState({ key, data }), [key]),
  };
}
