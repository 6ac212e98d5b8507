import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with programs. */
export const programErrors = defineErrors('programs', {
  unknown_group: { status: 422, log: 'silent' },
  no_groups: { status: 422, log: 'silent' },
  ends_before_start: { status: 422, log: 'silent' },
  too_many: { status: 409, log: 'info' },
  in_use: { status: 409, log: 'silent' },
  not_started: { status: 409, log: 'silent' },
  paused: { status: 409, log: 'silent' },
  not_running: { status: 409, log: 'silent' },
  not_paused: { status: 409, log: 'silent' },
  pause_too_short: { status: 422, log: 'silent' },
  cannot_fill_day: { status: 422, log: 'silent' },
  not_filled_by_team: { status: 409, log: 'silent' },
  ended: { status: 409, log: 'silent' },
  window_not_open: { status: 409, log: 'silent' },
  window_over: { status: 409, log: 'silent' },
  no_cards_left: { status: 409, log: 'silent' },
  card_too_late: { status: 422, log: 'silent' },
  card_too_early: { status: 422, log: 'silent' },
  day_counts_already: { status: 409, log: 'silent' },
  bad_day: { status: 422, log: 'silent' },
  unknown_variable: { status: 422, log: 'silent' },
  nickname_missing: { status: 422, log: 'silent' },
  welcome_empty: { status: 422, log: 'silent' },
});
