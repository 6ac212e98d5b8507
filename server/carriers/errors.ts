import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with acts; texts in `locales/<language>/carriers.json`. */
export const carriersErrors = defineErrors('carriers', {
  unsupported: { status: 409, log: 'silent' },
  not_admin: { status: 409, log: 'info' },
  not_a_member: { status: 404, log: 'silent' },
  protected: { status: 409, log: 'silent' },
  name_locked: { status: 409, log: 'silent' },
  bad_value: { status: 422, log: 'silent' },
  unknown_target: { status: 404, log: 'silent' },
  full: { status: 409, log: 'silent' },
  dissolved: { status: 409, log: 'silent' },
  rate_limited: { status: 429, log: 'info' },
  uncertain: { status: 409, log: 'warn' },
  busy: { status: 503, log: 'warn' },
  picture_unknown: { status: 422, log: 'silent' },
});
