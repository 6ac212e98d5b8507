/** Whose turn it is next, pure: in the order of the plan, past who has left; a deputy leads for who is away. */

/** Who leads, and for whom. */
export interface Leader {
  userId: string;
  /** Whose turn it is, when a deputy leads instead. */
  insteadOf: string | null;
}

/** Who can lead at all, and who is away with which deputy (null = nobody stands in). */
export interface Presence {
  team: ReadonlySet<string>;
  away: ReadonlyMap<string, string | null>;
}

/** The next in line behind somebody; from the beginning behind nobody, or behind who is not in the plan any more. Null = nobody is there. */
export function findNextLeader(
  userIds: readonly string[],
  behind: string | null,
  { team, away }: Presence,
): Leader | null {
  const at = behind === null ? -1 : userIds.indexOf(behind);
  const line = [...userIds.slice(at + 1), ...userIds.slice(0, at + 1)];
  for (const userId of line) {
    if (!team.has(userId)) continue;
    const deputy = away.get(userId);
    if (deputy === undefined) return { userId, insteadOf: null };
    if (deputy !== null && team.has(deputy)) return { userId: deputy, insteadOf: userId };
  }
  return null;
}
