import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with notices; texts in `locales/<language>/notices.json`. */
export const noticesErrors = defineErrors('notices', {
  not_a_push_address: { status: 422, log: 'info' },
});
