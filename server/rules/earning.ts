import type { EarningKind } from '../points/index.ts';

/** A report that was right; how much it brings is a setting of the rules. */
export const reportEarning: EarningKind = {
  key: 'rules.report',
  label: 'rules:earning.label',
  sentence: 'rules:earning.sentence',
  amount: null,
  perDay: null,
  on: true,
};
