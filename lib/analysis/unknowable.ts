/** The metrics that no chat log can feed, each with what it would need; and all metrics of a group in which nobody spoke. */
import { CATALOGUE } from './catalogue.ts';
import type { MetricId } from './catalogue.ts';
import type { MissingReason } from './diagnosis.ts';
import { lack } from './results.ts';
import type { Results, WindowEnd } from './results.ts';

const REASONS: Partial<Record<MetricId, MissingReason>> = {
  'mem.zombie': 'no_reads',
  'mem.react': 'no_experiment',
  'life.km': 'no_portfolio',
  'funnel.revenue': 'no_purchases',
  'buy.rfm': 'no_purchases',
  'buy.alive': 'no_purchases',
  'buy.exp': 'no_purchases',
  'promo.share': 'no_promotion_labels',
  'promo.perWeek': 'no_promotion_labels',
  'promo.fatigue': 'no_promotion_labels',
  'credit.balance': 'no_promotion_labels',
  'exp.effect': 'no_experiment',
};

/** Null results with their reasons. */
export function listUnknowable(end: WindowEnd): Results {
  return Object.fromEntries(Object.entries(REASONS).map(([id, reason]) => [id, lack(end, id as MetricId, { reason })]));
}

/** Every metric of the catalogue as unknown, because there is no talk. */
export function listEmpty(end: WindowEnd): Results {
  const ids = Object.keys(CATALOGUE) as MetricId[];
  return {
    ...Object.fromEntries(ids.map((id) => [id, lack(end, id, { reason: 'empty_group' })])),
    ...listUnknowable(end),
  };
}
