import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with tags, fields, notes and segments; texts in `locales/<language>/profiles.json`. */
export const profilesErrors = defineErrors('profiles', {
  name_taken: { status: 409, log: 'silent' },
  too_many: { status: 409, log: 'silent' },
  bad_value: { status: 422, log: 'silent' },
  option_in_use: { status: 409, log: 'silent' },
  options_missing: { status: 422, log: 'silent' },
  expired_already: { status: 422, log: 'silent' },
  bad_condition: { status: 422, log: 'silent' },
  private_fact: { status: 403, log: 'info' },
  asks_itself: { status: 422, log: 'silent' },
  nobody_named: { status: 422, log: 'silent' },
});
