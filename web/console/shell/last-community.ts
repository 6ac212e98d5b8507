import type { MyCommunity } from '../data/session.ts';

const storageKey = 'mh-console-community';

/** The community this device last worked in, else the first. */
export function lastCommunityOf(communities: readonly MyCommunity[]): MyCommunity | undefined {
  return communities.find(({ id }) => id === read()) ?? communities[0];
}

/** Remembers the community for the next visit. */
export function keepLastCommunity(communityId: string): void {
  try {
    localStorage.setItem(storageKey, communityId);
  } catch {
    // Storage is locked: the next visit starts with the first community.
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
