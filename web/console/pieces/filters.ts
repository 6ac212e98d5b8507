import { useSearchParams } from 'react-router';

/** Filters of a list that live in the address, so that a view can be shared and kept. */
export function useFilters(): {
  read: (name: string) => string | undefined;
  set: (changes: Readonly<Record<string, string | undefined>>) => void;
  /** The whole of them, as one text: changes when any filter changes. */
  key: string;
} {
  const [params, setParams] = useSearchParams();
  return {
    read: (name) => params.get(name) ?? undefined,
    set: (changes) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    key: params.toString(),
  };
}
