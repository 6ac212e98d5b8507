import { defineErrors } from '../platform/errors.ts';

/** Why a promotion waits or may not be, texts in `locales/<language>/promotions.json`; `mayAt` says from when on it may go. */
export const promotionsErrors = defineErrors('promotions', {
  held_never: { status: 409, log: 'silent' },
  held_budget: { status: 409, log: 'silent' },
  held_gap: { status: 409, log: 'silent' },
  held_quiet: { status: 409, log: 'silent' },
  held_credit: { status: 409, log: 'silent' },
  may_not_insist: { status: 403, log: 'info' },
  members_never: { status: 409, log: 'silent' },
  members_enough: { status: 409, log: 'silent' },
  too_early: { status: 422, log: 'silent' },
  too_late: { status: 422, log: 'silent' },
  too_many_scheduled: { status: 409, log: 'silent' },
  already_settled: { status: 409, log: 'silent' },
  not_of_team: { status: 409, log: 'silent' },
});
