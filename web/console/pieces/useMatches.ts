import { useEffect, useState } from 'react';

/** Whether the screen is as wide (or narrow) as asked, now and when it changes. */
export function useMatches(query: MediaQueryList): boolean {
  const [matches, setMatches] = useState(query.matches);
  useEffect(() => {
    const tell = () => setMatches(query.matches);
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, [query]);
  return matches;
}
