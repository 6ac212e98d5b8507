import { chiSquareTail } from './distributions.ts';
import { requireTimes } from './kaplan-meier.ts';
import type { SurvivalTimes } from './kaplan-meier.ts';
import { solveSymmetric, zeros } from './matrix.ts';

/** Outcome of a log-rank test: χ² with its degrees of freedom, and observed and expected events of each group. */
export interface LogRank {
  chiSquare: number;
  degreesOfFreedom: number;
  p: number;
  observed: Float64Array;
  expected: Float64Array;
}

/**
 * Log-rank test (Mantel 1966; Peto & Peto) that groups 0 … k−1 share one survival curve; late entries are respected. `null`
 * with fewer than two groups or when no event can tell them apart. Cost O(n log n + events·k²).
 */
export function logRank(sample: SurvivalTimes & { groups: ArrayLike<number> }): LogRank | null {
  requireTimes(sample);
  const k = 1 + Array.from(sample.groups).reduce((most, group) => Math.max(most, group), -1);
  if (k < 2) return null;
  const walk = walkRiskSets(sample, k);
  const observed = new Float64Array(k);
  const expected = new Float64Array(k);
  const variance = zeros(k - 1);
  for (const { died, risk } of walk) {
    const d = died.reduce((total, count) => total + count, 0);
    const n = risk.reduce((total, count) => total + count, 0);
    const factor = n > 1 ? (d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < k; g++) {
      observed[g] = observed[g]! + died[g]!;
      expected[g] = expected[g]! + (d * risk[g]!) / n;
      for (let h = 0; g < k - 1 && h < k - 1; h++) {
        const share = risk[g]! / n;
        variance[g]![h] = variance[g]![h]! + factor * (g === h ? share * (1 - share) : -share * (risk[h]! / n));
      }
    }
  }
  const difference = observed.map((count, g) => count - expected[g]!).subarray(0, k - 1);
  try {
    const chiSquare = solveSymmetric(variance, difference).reduce((total, x, g) => total + x * difference[g]!, 0);
    return { chiSquare, degreesOfFreedom: k - 1, p: chiSquareTail(chiSquare, k - 1), observed, expected };
  } catch {
    return null;
  }
}

interface RiskSet {
  died: Float64Array;
  risk: Float64Array;
}

/** Events and risk sets by group at each event time, ascending. */
function walkRiskSets(sample: SurvivalTimes & { groups: ArrayLike<number> }, k: number): RiskSet[] {
  const { durations, events, entries, groups } = sample;
  const subjects = Array.from(durations, (_, i) => i).filter(
    (i) => !(entries && entries[i]! > 0 && entries[i] === durations[i]),
  );
  const byEnd = subjects.toSorted((a, b) => durations[a]! - durations[b]!);
  const byEntry = entries ? subjects.toSorted((a, b) => entries[a]! - entries[b]!) : subjects;
  const risk = new Float64Array(k);
  const steps: RiskSet[] = [];
  let entered = 0;
  for (let i = 0; i < byEnd.length;) {
    const time = durations[byEnd[i]!]!;
    for (; entered < byEntry.length; entered++) {
      const entry = entries?.[byEntry[entered]!] ?? 0;
      if (entry > 0 && entry >= time) break;
      const group = groups[byEntry[entered]!]!;
      risk[group] = risk[group]! + 1;
    }
    const died = new Float64Array(k);
    const leaving = new Float64Array(k);
    for (; i < byEnd.length && durations[byEnd[i]!] === time; i++) {
      const subject = byEnd[i]!;
      leaving[groups[subject]!] = leaving[groups[subject]!]! + 1;
      if (events[subject]) died[groups[subject]!] = died[groups[subject]!]! + 1;
    }
    if (died.some((count) => count > 0)) steps.push({ died, risk: Float64Array.from(risk) });
    leaving.forEach((count, g) => (risk[g] = risk[g]! - count));
  }
  return steps;
}
