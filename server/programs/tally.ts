/** From claims to days: which claim counts for a day, and what changes when claims come or go. Pure. */

/** How a day came to count. */
export type How = 'word' | 'button' | 'make_up';

/** One person's day in one program. */
export interface DayKey {
  programId: string;
  identityId: string;
  day: string;
}

/** Something that speaks for a day. */
export interface Claim extends DayKey {
  /** The message's own id for a word. */
  id: string;
  kind: How;
  groupId: string;
  at: Date;
  /** The day on which a make-up card was used. */
  usedOn: string | null;
  /** Filled in by the team, not with a card. */
  granted: boolean;
}

/** A day that counts. */
export interface CountedDay extends DayKey {
  how: How;
  groupId: string;
  at: Date;
  usedOn: string | null;
  granted: boolean;
  points: number;
  entryId: string | null;
}

/** What becomes of a day; `claim` is the one that counts now. */
export interface DayChange {
  key: DayKey;
  before: CountedDay | null;
  claim: Claim | null;
}

/** A day that was lived, not filled in later: only these earn points and count for the group. */
export function isLived(day: { how: How } | null): day is { how: 'word' | 'button' } {
  return day !== null && day.how !== 'make_up';
}

/** One text for each key. */
export function textOf({ programId, identityId, day }: DayKey): string {
  return `${programId} ${identityId} ${day}`;
}

/** The claim that counts among those of one day: the first that was said or pressed, else the make-up card. */
export function pickClaim(claims: readonly Claim[]): Claim | null {
  const [first] = claims.toSorted(
    (a, b) =>
      Number(a.kind === 'make_up') - Number(b.kind === 'make_up') ||
      a.at.getTime() - b.at.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  return first ?? null;
}

/** Compares what counts with what should count by the standing claims; days that stay as they are are left out. */
export function tallyDays(
  keys: readonly DayKey[],
  now: { claims: readonly Claim[]; days: readonly CountedDay[] },
): DayChange[] {
  const claims = Map.groupBy(now.claims, textOf);
  const days = new Map(now.days.map((day) => [textOf(day), day]));
  const once = new Map(keys.map((key) => [textOf(key), key]));
  return [...once].flatMap(([text, key]): DayChange[] => {
    const before = days.get(text) ?? null;
    const claim = pickClaim(claims.get(text) ?? []);
    const same = claim
      ? before !== null &&
        before.how === claim.kind &&
        before.groupId === claim.groupId &&
        before.at.getTime() === claim.at.getTime()
      : before === null;
    return same ? [] : [{ key, before, claim }];
  });
}
