import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with alarms; texts in `locales/<language>/insight.json`. */
export const insightErrors = defineErrors('insight', {
  no_quarrel_here: { status: 404, log: 'silent' },
  slow_mode_runs: { status: 409, log: 'silent' },
  no_slow_mode: { status: 409, log: 'silent' },
  slow_mode_not_possible: { status: 409, log: 'silent' },
  not_in_quarrel: { status: 400, log: 'silent' },
});
