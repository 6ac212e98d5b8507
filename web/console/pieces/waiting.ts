import { useEffect, useState } from 'react';
import { useText } from '../text.ts';

const minute = 60_000;

/** The present moment, again every half minute, so that waiting times grow while one looks. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long something has waited, as short words. */
export function useWaited(): (since: string) => string {
  const t = useText();
  const now = useNow();
  return (since) => {
    const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / minute));
    if (minutes < 1) return t('wait.now');
    if (minutes < 60) return t('wait.minutes', { count: minutes });
    if (minutes < 48 * 60) return t('wait.hours', { count: Math.floor(minutes / 60) });
    return t('wait.days', { count: Math.floor(minutes / (24 * 60)) });
  };
}
