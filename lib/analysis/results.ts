/** Puts a number into the common form of a result, with its window by name; what is not known says why. */
import { CATALOGUE, METRICS_VERSION } from './catalogue.ts';
import type { MetricId, MetricSpec } from './catalogue.ts';
import type { MetricResult, MetricValue, MissingReason } from './diagnosis.ts';

/** Results by id, as every metric family returns them. */
export type Results = { [id in MetricId]?: MetricResult<MetricValue> };

/** The end of all windows of one group, as results name it. */
export interface WindowEnd {
  windowEnd: string | null;
}

/** What a family knows about one value. */
export interface Found<V> {
  value: V;
  n: number;
  ci95?: [number, number] | null;
  parts?: Record<string, number | string | null>;
  estimated?: boolean;
}

/** A result with a value. */
export function give<V extends MetricValue>(end: WindowEnd, id: MetricId, finding: Found<V>): MetricResult<V> {
  const result: MetricResult<V> = { value: finding.value, n: finding.n, ...frameOf(end, id) };
  if (finding.ci95) result.ci95 = finding.ci95;
  if (finding.parts) result.parts = finding.parts;
  if (finding.estimated) result.estimated = true;
  return result;
}

/** A result without a value. */
export function lack(
  end: WindowEnd,
  id: MetricId,
  { reason, n = 0 }: { reason: MissingReason; n?: number },
): MetricResult<never> {
  return { value: null, reason, n, ...frameOf(end, id) };
}

/** The value when there is one, else the reason why not. */
export function giveOr<V extends MetricValue>(
  end: WindowEnd,
  id: MetricId,
  finding: Omit<Found<V>, 'value'> & { value: V | null; reason: MissingReason },
): MetricResult<V> {
  const { value } = finding;
  return value === null ? lack(end, id, finding) : give(end, id, { ...finding, value });
}

function frameOf(
  { windowEnd }: WindowEnd,
  id: MetricId,
): Pick<MetricResult, 'window' | 'needs' | 'version' | 'unit' | 'provisional'> {
  const spec: MetricSpec = CATALOGUE[id];
  const window = typeof spec.window === 'number' ? `${spec.window}d` : spec.window;
  return {
    window: windowEnd === null ? window : `${window} to ${windowEnd}`,
    needs: [...spec.needs],
    version: METRICS_VERSION,
    unit: spec.unit,
    ...(spec.provisional ? { provisional: true as const } : {}),
  };
}
