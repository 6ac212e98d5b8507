import { useSyncExternalStore } from 'react';

/** The time of this device in milliseconds, to the second. Re-renders every second while it runs. */
export function useNow(isRunning: boolean): number {
  return useSyncExternalStore(isRunning ? tick : rest, readSecond);
}

function tick(listener: () => void): () => void {
  const timer = setInterval(listener, 500);
  return () => clearInterval(timer);
}

function rest(): () => void {
  return () => {};
}

function readSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
