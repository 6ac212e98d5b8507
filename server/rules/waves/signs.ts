/** What is odd about many who come at once. Pure: names and pictures in, likeness out; nothing here says that anybody is bad. */
import { foldText } from '../../../lib/text/index.ts';

/** Somebody who has come in. */
export interface Arrived {
  identityId: string;
  name: string;
  /** Content of their picture, null = none. */
  face: string | null;
  joinedAt: Date;
}

/** What may be odd: names of one make, the same picture, or simply far too many. */
export const waveSigns = ['names', 'faces', 'crowd'] as const;

/** One of them. */
export type WaveSign = (typeof waveSigns)[number];

/** Somebody of a crowd, and whether they look like others of it. */
export interface Likeness {
  identityId: string;
  joinedAt: Date;
  isNameAlike: boolean;
  isFaceAlike: boolean;
}

/** So many times a wave, a crowd is news even if its names are all different. */
const crowdTimes = 3;

/** What is odd about those who came at once; null when nothing is. */
export function readSigns(recent: readonly Arrived[], people: number): WaveSign | null {
  const half = Math.max(4, recent.length / 2);
  if (largest(recent.map(({ name }) => stemOf(name))).count >= half) return 'names';
  if (largest(recent.map(({ face }) => face ?? '')).count >= Math.max(3, recent.length / 3)) return 'faces';
  return recent.length >= crowdTimes * people ? 'crowd' : null;
}

/** Who looks like most of the others do; where nobody looks like anybody, nobody does. */
export function markLikeness(recent: readonly Arrived[]): Likeness[] {
  const stems = recent.map(({ name }) => stemOf(name));
  const stem = largest(stems);
  const face = largest(recent.map((one) => one.face ?? ''));
  return recent.map(({ identityId, joinedAt, face: own }, at) => ({
    identityId,
    joinedAt,
    isNameAlike: stem.count > 1 && stems[at] === stem.value,
    isFaceAlike: face.count > 1 && own === face.value,
  }));
}

function largest(values: readonly string[]): { value: string; count: number } {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = { value: '', count: 0 };
  for (const [value, count] of counts) if (count > most.count) most = { value, count };
  return most;
}

/** What names made by one hand share: the words without the number behind them, or the pattern of letters and digits. */
function stemOf(name: string): string {
  const folded = foldText(name).replace(/[^\p{L}\p{N}]/gu, '');
  const words = folded.replace(/\p{N}+/gu, '');
  // Only a number makes names with few letters alike: two people may both be called 小满.
  if (words === folded) return '';
  return words.length >= 2 ? words : folded.replace(/\p{L}/gu, 'a').replace(/\p{N}/gu, '0');
}
