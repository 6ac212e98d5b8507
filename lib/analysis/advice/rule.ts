/** What every rule of advice gets and gives. A rule names its cause; without the cause it says nothing. */
import type { Advice, AdviceCode, FindingParam, GroupDiagnosis } from '../diagnosis.ts';
import type { Frame } from '../frame.ts';
import type { Network } from '../network.ts';
import type { Arrival } from '../newcomers.ts';
import type { Weeks } from '../pulse.ts';
import type { Question } from '../responses.ts';

/** Everything known of a group when steps are chosen. */
export interface AdviceContext {
  frame: Frame;
  weeks: Weeks;
  group: GroupDiagnosis;
  questions: readonly Question[];
  arrivals: readonly Arrival[];
  network: Network;
  /** The id of a row of the recent talk. */
  cite: (row: number) => string;
}

/** Steps that one cause calls for; none without it. */
export type AdviceRule = (context: AdviceContext) => Advice[];

/** One step. */
export function makeAdvice(code: AdviceCode, weight: number, rest: Omit<Advice, 'code' | 'weight'>): Advice {
  return { code, weight, ...rest };
}

/** The number behind a metric, null when it has none. */
export function readMetric({ group }: AdviceContext, id: string): number | null {
  const value = group.metrics[id]?.value;
  return typeof value === 'number' ? value : null;
}

/** Cause as the diagnosis writes it. */
export function because(
  metric: string,
  value: number | string | null,
  mark: number | string | null,
): Advice['because'] {
  return [{ metric, value, mark }];
}

/** The person behind an id, as a number of the talk. */
export function personNumber(id: string): number {
  return Number(id.slice(1)) - 1;
}

/** People by name for params. */
export type AdviceParams = Record<string, FindingParam>;
