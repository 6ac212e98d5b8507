// A router for a handful of addresses: a library would cost the join page more than all of its own screens.
import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent, type ReactElement } from 'react';

const listeners = new Set<() => void>();

const groupPages = [
  'home',
  'me',
  'search',
  'check-in',
  'rules',
  'cases',
  'reports',
  'people',
  'meet',
  'board',
  'seed',
  'points',
] as const;
type GroupPage = (typeof groupPages)[number];

function isGroupPage(part: string): part is GroupPage {
  return groupPages.some((page) => page === part);
}

/** Which screen an address asks for. */
export type Screen =
  | { name: 'join'; code: string }
  | { name: 'chat'; groupId: string; around: string | undefined }
  | { name: GroupPage; groupId: string }
  | { name: 'groups' }
  | { name: 'move'; code: string }
  | { name: 'my-cases'; communityId: string }
  | { name: 'unknown' };

/** Reads an address (path and query). */
export function readAddress(address: string): Screen {
  const url = new URL(address, 'http://page');
  const [area = '', id = '', sub = ''] = url.pathname.split('/').filter(Boolean).map(decodePart);
  if (area === 'j' && id) return { name: 'join', code: id };
  if (area === 'g' && id && sub === '')
    return { name: 'chat', groupId: id, around: url.searchParams.get('at') ?? undefined };
  if (area === 'g' && id && isGroupPage(sub)) return { name: sub, groupId: id };
  if (area === 'm' && id === '') return { name: 'groups' };
  if (area === 'm' && id === 'move' && sub) return { name: 'move', code: sub };
  if (area === 'm' && id === 'cases' && sub) return { name: 'my-cases', communityId: sub };
  return { name: 'unknown' };
}

/** The address shown now; re-renders when it changes. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => location.pathname + location.search);
}

/** Goes to another screen; `replace` leaves no step to come back to. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', to);
  else history.pushState({ inside: true }, '', to);
  for (const listener of listeners) listener();
}

/** One step back when this app made it, else to `fallback`: a page opened from a chat has nothing behind it. */
export function goBack(fallback: string): void {
  const isInside = (history.state as { inside?: boolean } | null)?.inside === true;
  if (isInside) history.back();
  else navigate(fallback, { replace: true });
}

/** A link to another screen of this app. */
export function Link({ to, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }): ReactElement {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={to} onClick={follow} />;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
