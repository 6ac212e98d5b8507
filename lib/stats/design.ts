import { chiSquareTail, normalQuantile } from './distributions.ts';
import { orderOf, sum } from './summary.ts';

/** Benjamini–Hochberg adjusted p-values (q-values), in the order given: reject those ≤ the wanted false discovery rate. */
export function adjustFalseDiscovery(ps: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(ps.length);
  let least = 1;
  orderOf(ps)
    .reverse()
    .forEach((index, fromTop) => {
      least = Math.min(least, (ps[index]! * ps.length) / (ps.length - fromTop));
      adjusted[index] = least;
    });
  return adjusted;
}

/**
 * Sample-ratio check: p of the observed counts under the planned shares (χ²). Below .001 the assignment or the counting is
 * broken and no effect may be read. Throws a RangeError when there is no share for each count.
 */
export function testSampleRatio(counts: ArrayLike<number>, shares: ArrayLike<number>): number {
  if (counts.length !== shares.length || counts.length < 2) {
    throw new RangeError(
      `testSampleRatio: ${counts.length} counts and ${shares.length} shares; give one share for each`,
    );
  }
  const total = sum(counts);
  const whole = sum(shares);
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) {
    const expected = (total * shares[i]!) / whole;
    chiSquare += (counts[i]! - expected) ** 2 / expected;
  }
  return chiSquareTail(chiSquare, counts.length - 1);
}

/** What the size of a detectable effect depends on. */
export interface DesignSize {
  groupsPerArm: number;
  membersPerGroup: number;
  /** Share of the variance that lies between groups. */
  intraclass: number;
  /** Correlation of group means with those before the start; default 0 (not used). */
  correlation?: number;
  alpha?: number;
  power?: number;
}

/**
 * Smallest effect, in standard deviations of a member, that the design finds with the wanted power (default 80%): normal
 * approximation over group means.
 */
export function detectableEffect(design: DesignSize): number {
  const { groupsPerArm, membersPerGroup, intraclass, correlation = 0 } = design;
  const ofMean = intraclass + (1 - intraclass) / membersPerGroup;
  const factor = normalQuantile(1 - (design.alpha ?? 0.05) / 2) + normalQuantile(design.power ?? 0.8);
  return factor * Math.sqrt((2 * ofMean * (1 - correlation ** 2)) / groupsPerArm);
}
