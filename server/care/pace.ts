/** When people are removed, pure: at most so many a day, in daytime, at moments that nobody can foresee. */
import { Random } from '../../lib/stats/index.ts';
import { localDay, shiftDay, startOfLocalDay } from '../platform/clock.ts';

/** Removals happen in these minutes of the local day, when somebody of the team is there to hear an answer. */
export const daytime = { from: 10 * 60, to: 20 * 60 } as const;

const minute = 60_000;
/** Whoever has pressed the button can still think better of it. */
const leastAhead = 10 * minute;

/** What a plan is made from. */
export interface Pace {
  now: Date;
  zone: string;
  perDay: number;
  /** How many have been removed today in this group. */
  usedToday: number;
  /** The same seed gives the same minutes. */
  seed: string;
}

/** Moments for so many removals, in order; no day has more than `perDay`, and two are never at the same minute. */
export function planMoments(count: number, pace: Pace): Date[] {
  const random = new Random(pace.seed);
  const moments: Date[] = [];
  let day = localDay(pace.now, pace.zone);
  let room = Math.max(0, pace.perDay - pace.usedToday);
  while (moments.length < count) {
    moments.push(...momentsOf(day, Math.min(room, count - moments.length), { pace, random }));
    day = shiftDay(day, 1);
    room = pace.perDay;
  }
  return moments;
}

/** Distinct minutes of what is left of a day, as many as fit. */
function momentsOf(day: string, wanted: number, { pace, random }: { pace: Pace; random: Random }): Date[] {
  const start = startOfLocalDay(day, pace.zone).getTime();
  const first = Math.max(start + daytime.from * minute, pace.now.getTime() + leastAhead);
  const minutes = Math.floor((start + daytime.to * minute - first) / minute);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(wanted, Math.max(0, minutes))) chosen.add(random.integer(minutes));
  return [...chosen].toSorted((a, b) => a - b).map((at) => new Date(first + at * minute));
}
