import type { Group, Membership } from '../group.ts';

/** Whether I may speak now, and if not, why and until when (time of this device). */
export type Speech =
  { may: true } | { may: false; why: 'muted' | 'slow'; until: number } | { may: false; why: 'mutedAll' | 'dissolved' };

/** Decides what the composer shows. Stewards are heard while everybody rests and are not slowed down. */
export function speechOf(
  now: number,
  { group, membership, slowUntil }: { group: Group; membership: Membership; slowUntil: number },
): Speech {
  if (group.lifecycle === 'dissolved') return { may: false, why: 'dissolved' };
  const mutedUntil = membership.mutedUntil === null ? 0 : Date.parse(membership.mutedUntil);
  if (mutedUntil > now) return { may: false, why: 'muted', until: mutedUntil };
  if (membership.role !== 'member') return { may: true };
  if (group.mutedAll) return { may: false, why: 'mutedAll' };
  if (group.slowModeSeconds > 0 && slowUntil > now) return { may: false, why: 'slow', until: slowUntil };
  return { may: true };
}
