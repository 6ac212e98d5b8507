import type { EarningKind } from '../points/index.ts';

/** A day that was lived; the program itself says what it brings. */
export const checkInEarning: EarningKind = {
  key: 'programs.check_in',
  label: 'programs:earning.label',
  sentence: 'programs:earning.sentence',
  amount: null,
  perDay: null,
  on: true,
};
