import { normalQuantile } from './distributions.ts';

/** Both ends of an interval, low first. */
export type Interval = [number, number];

/**
 * Wilson's score interval of a share: `successes` out of `trials` (Wilson 1927). `null` without trials. Throws when there
 * are more successes than trials.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Interval | null {
  if (!(successes >= 0 && successes <= trials)) {
    throw new RangeError(`wilsonInterval: ${successes} of ${trials} is not a share`);
  }
  if (trials === 0) return null;
  const z = normalQuantile(0.5 + level / 2);
  const p = successes / trials;
  const spread = 1 + (z * z) / trials;
  const centre = (p + (z * z) / (2 * trials)) / spread;
  const half = (z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials))) / spread;
  // The ends are exact in theory; in binary they miss by a hair.
  return [successes === 0 ? 0 : centre - half, successes === trials ? 1 : centre + half];
}
