import { useSyncExternalStore } from 'react';

/** What a person may choose: follow the system, or stay light or dark. */
export const themeChoices = ['system', 'light', 'dark'] as const;

/** One choice of theme. */
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'mh-theme';
const listeners = new Set<() => void>();

/** Puts the remembered choice on <html data-theme>; call before the first render. */
export function startTheme(): void {
  showTheme(themeChoice());
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
}

/** The choice made on this device. */
export function themeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Remembers a choice and shows it at once. */
export function setTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Not remembered where storage is locked; shown for this visit.
  }
  showTheme(choice);
  tell();
}

/** What is on screen now, the system's wish included: for parts that need real colours instead of tokens. */
export function shownTheme(): 'light' | 'dark' {
  const forced = document.documentElement.dataset.theme;
  if (forced === 'light' || forced === 'dark') return forced;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The choice and what it shows; re-renders when either changes. */
export function useTheme(): { choice: ThemeChoice; shown: 'light' | 'dark' } {
  const choice = useSyncExternalStore(subscribe, themeChoice);
  const shown = useSyncExternalStore(subscribe, shownTheme);
  return { choice, shown };
}

function showTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
