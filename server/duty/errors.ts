import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with the roster; texts in `locales/<language>/duty.json`. */
export const dutyErrors = defineErrors('duty', {
  changed_meanwhile: { status: 409, log: 'silent' },
  day_out_of_range: { status: 422, log: 'silent' },
  leave_backwards: { status: 422, log: 'silent' },
  leave_overlaps: { status: 409, log: 'silent' },
  deputy_is_away: { status: 409, log: 'silent' },
  own_deputy: { status: 422, log: 'silent' },
  too_many: { status: 409, log: 'silent' },
  not_yours_to_read: { status: 403, log: 'silent' },
});
