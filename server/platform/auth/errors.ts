import { defineErrors } from '../errors.ts';

/** Errors of signing in, accounts, links and tokens; texts in `locales/<language>/auth.json`. */
export const authErrors = defineErrors('auth', {
  wrong_email_or_password: { status: 401, log: 'silent' },
  wrong_code: { status: 401, log: 'silent' },
  sign_in_again: { status: 401, log: 'silent' },
  too_many_attempts: { status: 429, log: 'info' },
  locked: { status: 429, log: 'info' },
  wrong_current_password: { status: 403, log: 'silent' },
  same_password: { status: 422, log: 'silent' },
  email_taken: { status: 409, log: 'silent' },
  user_unknown: { status: 404, log: 'silent' },
  second_factor_needed: { status: 403, log: 'silent' },
  two_factor_on: { status: 409, log: 'silent' },
  two_factor_off: { status: 409, log: 'silent' },
  setup_closed: { status: 410, log: 'silent' },
  setup_link_wrong: { status: 403, log: 'info' },
  mail_not_set_up: { status: 409, log: 'silent' },
  link_wrong: { status: 410, log: 'silent' },
  token_wrong: { status: 401, log: 'silent' },
  token_expired: { status: 401, log: 'silent' },
  token_revoked: { status: 401, log: 'silent' },
  scopes_not_possible: { status: 422, log: 'silent' },
  expiry_past: { status: 422, log: 'silent' },
});
