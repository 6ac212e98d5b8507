import { defineErrors } from '../platform/errors.ts';

/** Why an introduction or an entry cannot be; texts in `locales/<language>/introductions.json`. */
export const introductionsErrors = defineErrors('introductions', {
  asked_before: { status: 409, log: 'silent' },
  asked_enough: { status: 409, log: 'silent' },
  already_settled: { status: 409, log: 'silent' },
  contact_in_text: { status: 422, log: 'silent' },
  not_visible: { status: 409, log: 'silent' },
  too_many_entries: { status: 409, log: 'silent' },
});
