/**
 * Tests that may be looked at after every observation: mixture sequential probability ratio tests (Robbins 1970; Johari et
 * al. 2017). The chance ever to stop under the null is at most alpha, however often one looks.
 */
import type { Interval } from './interval.ts';

/** What the sequential test takes. */
export interface SequentialOptions {
  /** Standard deviation of one difference when it is known; without it the t-based test is used, as for < 30 units. */
  sigma?: number;
  /** Width of the mixture: typical size of an effect, in units of the data (known sigma) or of sigma (unknown). Default: one sigma. */
  tau?: number;
  alpha?: number;
}

/** State of the test after some observations. */
export interface SequentialState {
  n: number;
  mean: number;
  /** Likelihood ratio against "no difference"; stop when it reaches 1/alpha. */
  ratio: number;
  /** Always-valid p: 1 / the largest ratio so far. */
  p: number;
  /** Confidence sequence: covers the true mean at all times together with probability 1 − alpha. */
  interval: Interval;
}

/** The whole course of a sequential test; `stoppedAt` counts observations, `null` when it never stopped. */
export interface SequentialTest {
  states: SequentialState[];
  stoppedAt: number | null;
}

/**
 * Runs the test over differences in order of time (e.g. one per pair of groups and week; they must be independent). Known
 * sigma: `Λ = √(V/(V+τ²))·exp(τ²x̄²/(2V(V+τ²)))`, V = σ²/n. Unknown: the normal mixture over effect/σ with the right-Haar
 * prior on σ (Rouder et al. 2009, anytime-valid by scale invariance: Wang & Ramdas 2023).
 */
export function testSequentially(differences: ArrayLike<number>, options: SequentialOptions = {}): SequentialTest {
  const alpha = options.alpha ?? 0.05;
  const states: SequentialState[] = [];
  let mean = 0;
  let squares = 0;
  let largest = 1;
  let stoppedAt: number | null = null;
  for (let n = 1; n <= differences.length; n++) {
    const step = differences[n - 1]! - mean;
    mean += step / n;
    squares += step * (differences[n - 1]! - mean);
    const { ratio, half } =
      options.sigma === undefined
        ? tRatio({ n, mean, squares }, options.tau ?? 1, alpha)
        : normalRatio({ n, mean, sigma: options.sigma }, options.tau ?? options.sigma, alpha);
    largest = Math.max(largest, ratio);
    stoppedAt ??= ratio >= 1 / alpha ? n : null;
    states.push({ n, mean, ratio, p: 1 / largest, interval: [mean - half, mean + half] });
  }
  return { states, stoppedAt };
}

interface Ratio {
  ratio: number;
  /** Half width of the confidence sequence. */
  half: number;
}

function normalRatio(
  { n, mean, sigma }: { n: number; mean: number; sigma: number },
  tau: number,
  alpha: number,
): Ratio {
  const v = (sigma * sigma) / n;
  const t = tau * tau;
  const ratio = Math.sqrt(v / (v + t)) * Math.exp((t * mean * mean) / (2 * v * (v + t)));
  const half = Math.sqrt(((2 * v * (v + t)) / t) * (Math.log(1 / alpha) + 0.5 * Math.log((v + t) / v)));
  return { ratio, half };
}

function tRatio({ n, mean, squares }: { n: number; mean: number; squares: number }, tau: number, alpha: number): Ratio {
  const df = n - 1;
  if (df < 1) return { ratio: 1, half: Infinity };
  const r = 1 + n * tau * tau;
  const standardError = Math.sqrt(squares / df / n);
  const t2 = standardError > 0 ? (mean / standardError) ** 2 : mean === 0 ? 0 : Infinity;
  const log = (n / 2) * Math.log(t2 === Infinity ? r : (1 + t2 / df) / (1 + t2 / (df * r)));
  const ratio = Math.exp(log - 0.5 * Math.log(r));
  // The ratio reaches 1/alpha where (1 + u)/(1 + u/r) = c, u = t²/df; for c ≥ r no t is large enough yet.
  const c = (Math.sqrt(r) / alpha) ** (2 / n);
  const half = c < r ? standardError * Math.sqrt((df * (c - 1)) / (1 - c / r)) : Infinity;
  return { ratio, half };
}
