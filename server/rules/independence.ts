/**
 * Who of those that report a message speaks for themselves. People who came through the same entrance or the same inviter within a
 * day of each other, and people who report each other in a ring, count as one: a crowd that was brought along is one voice. Pure.
 */

/** Somebody who reports. */
export interface Witness {
  id: string;
  /** 0 for newcomers: they are heard, but take nothing out of a group. */
  weight: number;
  /** How they came in; null when that is not known. */
  arrival: { code: string | null; inviterId: string | null; at: Date } | null;
}

/** Who has reported whom lately. */
export type Accusation = readonly [reporterId: string, authorId: string];

/** Fewer independent people than these never take a message out of a group, whatever they weigh. */
export const fewestToHide = 3;

const day = 86_400_000;

/** The voices among those who report, each as a group of people that count once. */
export function groupWitnesses(witnesses: readonly Witness[], accusations: readonly Accusation[]): Witness[][] {
  const reach = reachOf(accusations);
  const voiceOf = new Map(witnesses.map((one) => [one.id, one.id]));
  const find = (id: string): string => {
    const up = voiceOf.get(id)!;
    return up === id ? id : find(up);
  };
  for (const [at, one] of witnesses.entries())
    for (const other of witnesses.slice(0, at))
      if (cameTogether(one, other) || (reach(one.id, other.id) && reach(other.id, one.id)))
        voiceOf.set(find(one.id), find(other.id));
  return [...Map.groupBy(witnesses, ({ id }) => find(id)).values()];
}

/** How many independent voices there are and what they weigh; a voice weighs as much as its heaviest person. */
export function weighVoices(
  witnesses: readonly Witness[],
  accusations: readonly Accusation[],
): { voices: number; weight: number } {
  const heaviest = groupWitnesses(witnesses, accusations).map((voice) =>
    Math.max(...voice.map(({ weight }) => weight)),
  );
  const counting = heaviest.filter((weight) => weight > 0);
  return { voices: counting.length, weight: counting.reduce((sum, weight) => sum + weight, 0) };
}

function cameTogether({ arrival: one }: Witness, { arrival: other }: Witness): boolean {
  if (!one || !other || Math.abs(one.at.getTime() - other.at.getTime()) > day) return false;
  return (
    (one.code !== null && one.code === other.code) || (one.inviterId !== null && one.inviterId === other.inviterId)
  );
}

/** Whether one comes to another by going from each reporter to those they have reported. */
function reachOf(accusations: readonly Accusation[]): (from: string, to: string) => boolean {
  const next = Map.groupBy(accusations, ([from]) => from);
  const known = new Map<string, ReadonlySet<string>>();
  const walk = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
      for (const [, to] of next.get(id) ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          waiting.push(to);
        }
    known.set(from, seen);
    return seen;
  };
  return (from, to) => (known.get(from) ?? walk(from)).has(to);
}
