import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with scripts; texts in `locales/<language>/scripts.json`. */
export const scriptsErrors = defineErrors('scripts', {
  title_taken: { status: 409, log: 'silent' },
  shortcut_taken: { status: 409, log: 'silent' },
  too_many: { status: 409, log: 'silent' },
  unknown_variable: { status: 422, log: 'silent' },
  changed_meanwhile: { status: 409, log: 'silent' },
  unfilled: { status: 422, log: 'silent' },
});
