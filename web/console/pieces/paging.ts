import { useState } from 'react';

/** Pages of a cursor list: which cursor is asked for now, and the way back. Starts again when `key` changes. */
export function usePaging(key: string) {
  const [state, setState] = useState<{ key: string; cursors: string[] }>({ key, cursors: [] });
  const cursors = state.key === key ? state.cursors : [];
  return {
    cursor: cursors.at(-1),
    page: cursors.length,
    back: () => setState({ key, cursors: cursors.slice(0, -1) }),
    next: (cursor: string) => setState({ key, cursors: [...cursors, cursor] }),
  };
}
