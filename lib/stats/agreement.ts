import { normalQuantile } from './distributions.ts';
import type { Interval } from './interval.ts';

/** How far two judges agree about the same things. */
export interface Agreement {
  n: number;
  /** The share about which they say the same. */
  agreed: number;
  /** Cohen's kappa: agreement beyond what their habits alone would give; null when one of both always says the same and so does the other. */
  kappa: number | null;
  interval: Interval | null;
}

/**
 * Cohen's kappa of two judges (Cohen 1960), with the large-sample interval of its own standard error. Throws when they have not judged
 * equally many things.
 */
export function cohenKappa(one: readonly unknown[], other: readonly unknown[], level = 0.95): Agreement {
  const n = one.length;
  if (other.length !== n) throw new RangeError(`cohenKappa: ${n} and ${other.length} judgements`);
  if (n === 0) return { n, agreed: 0, kappa: null, interval: null };
  const agreed = one.filter((said, at) => said === other[at]).length / n;
  const labels = new Set([...one, ...other]);
  let chance = 0;
  for (const label of labels) chance += share(one, label) * share(other, label);
  if (1 - chance < 1e-12) return { n, agreed, kappa: null, interval: null };
  const kappa = (agreed - chance) / (1 - chance);
  const half = (normalQuantile(0.5 + level / 2) * Math.sqrt((agreed * (1 - agreed)) / n)) / (1 - chance);
  return { n, agreed, kappa, interval: [Math.max(-1, kappa - half), Math.min(1, kappa + half)] };
}

function share(said: readonly unknown[], label: unknown): number {
  return said.filter((one) => one === label).length / said.length;
}
