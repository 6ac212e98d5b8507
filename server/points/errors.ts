import { defineErrors } from '../platform/errors.ts';

/** Why points can't be given; texts in `locales/<language>/points.json`. */
export const pointsErrors = defineErrors('points', {
  gifts_off: { status: 409, log: 'silent' },
  too_new: { status: 409, log: 'silent' },
  to_oneself: { status: 422, log: 'silent' },
  message_gone: { status: 404, log: 'silent' },
  not_here: { status: 404, log: 'silent' },
  too_much: { status: 422, log: 'silent' },
  enough_today: { status: 409, log: 'silent' },
  season_too_soon: { status: 422, log: 'silent' },
  season_is_planned: { status: 409, log: 'silent' },
  season_has_ended: { status: 409, log: 'silent' },
  not_enough: { status: 409, log: 'silent' },
});
