/**
 * How unequally something is spread over people: Gini, top share, absence factor, effective number, 2-7-1 bands; and how
 * unevenly over time: burstiness. Inputs are amounts per person, finite and not negative.
 */
import { correlation, orderOf, sorted, sum } from './summary.ts';

/**
 * Gini coefficient, 0 (equal) … 1 (one has all), corrected for small samples: `[2Σi·x₍ᵢ₎/(nΣx) − (n+1)/n]·n/(n−1)`
 * (Deltas 2003). `null` below two people or when nothing was spread. Pass only active people for the Gini among them.
 */
export function gini(amounts: ArrayLike<number>): number | null {
  const total = requireAmounts('gini', amounts);
  const n = amounts.length;
  if (n < 2 || total === 0) return null;
  const ascending = sorted(amounts);
  let weighted = 0;
  for (let i = 0; i < n; i++) weighted += (i + 1) * ascending[i]!;
  return ((2 * weighted) / (n * total) - (n + 1) / n) * (n / (n - 1));
}

/** Share (0…1) of all that the top ⌈`part`·n⌉ people hold; `null` when nothing was spread. */
export function topShare(amounts: ArrayLike<number>, part = 0.1): number | null {
  const total = requireAmounts('topShare', amounts);
  if (total === 0) return null;
  // 0.1 × 30 is 3.0000000000000004 in binary: without the allowance 30 people would have a top of four.
  const count = Math.ceil(part * amounts.length - 1e-9);
  return sum(sorted(amounts).subarray(amounts.length - count)) / total;
}

/**
 * Contributor absence factor ("bus factor"): the fewest people who together hold at least `share` of all (CHAOSS). `null`
 * when nothing was spread.
 */
export function absenceFactor(amounts: ArrayLike<number>, share = 0.5): number | null {
  const total = requireAmounts('absenceFactor', amounts);
  if (total === 0) return null;
  const ascending = sorted(amounts);
  let held = 0;
  let count = 0;
  while (held < share * total - 1e-12 * total) held += ascending[ascending.length - ++count]!;
  return count;
}

/** Effective number of people `exp(−Σp·ln p)` (Hill number of order 1); `null` when nothing was spread. */
export function effectiveCount(amounts: ArrayLike<number>): number | null {
  const total = requireAmounts('effectiveCount', amounts);
  if (total === 0) return null;
  let entropy = 0;
  for (let i = 0; i < amounts.length; i++) {
    const p = amounts[i]! / total;
    if (p > 0) entropy -= p * Math.log(p);
  }
  return Math.exp(entropy);
}

/**
 * Band of each person when ranked from the top: `parts` are shares of the people from the top down, the last takes the rest
 * (default 2-7-1: band 0, 1, 2). Ties share the better band, never broken by place.
 */
export function rankBands(amounts: ArrayLike<number>, parts: readonly number[] = [0.2, 0.7, 0.1]): Uint8Array {
  const order = orderOf(amounts).reverse();
  const bands = new Uint8Array(amounts.length);
  let band = 0;
  let limit = (parts[0] ?? 1) * order.length;
  order.forEach((person, place) => {
    const tied = place > 0 && amounts[person] === amounts[order[place - 1]!];
    while (!tied && band < parts.length - 1 && place >= limit - 1e-9) limit += parts[++band]! * order.length;
    bands[person] = tied ? bands[order[place - 1]!]! : band;
  });
  return bands;
}

/**
 * Burstiness of gaps (any unit): −1 regular, 0 random, 1 bursty, with the finite-size correction of Kim & Jo 2016
 * `(√(n+1)·r − √(n−1)) / ((√(n+1)−2)·r + √(n−1))`, r = σ/μ over n gaps. `null` below three gaps or without duration.
 */
export function burstiness(gaps: ArrayLike<number>): number | null {
  const n = gaps.length;
  const total = requireAmounts('burstiness', gaps);
  if (n < 3 || total === 0) return null;
  const average = total / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (gaps[i]! - average) ** 2;
  const r = Math.sqrt(squares / n) / average;
  const up = Math.sqrt(n + 1);
  const down = Math.sqrt(n - 1);
  return (up * r - down) / ((up - 2) * r + down);
}

/**
 * Memory of gaps: correlation of each gap with the next (Goh & Barabási 2008), −1 … 1; beside burstiness it tells bursts from
 * mere unevenness. `null` below three gaps or when they are all the same.
 */
export function gapMemory(gaps: ArrayLike<number>): number | null {
  const all = Float64Array.from(gaps);
  return all.length < 3 ? null : correlation(all.subarray(0, -1), all.subarray(1));
}

function requireAmounts(name: string, amounts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i]!;
    if (!(amount >= 0 && amount < Infinity))
      throw new RangeError(`${name}: ${amount} at ${i} is no amount (≥ 0, finite)`);
    total += amount;
  }
  return total;
}
