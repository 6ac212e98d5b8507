import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with lists of people; texts in `locales/<language>/imports.json`. */
export const importsErrors = defineErrors('imports', {
  unreadable: { status: 422, log: 'silent' },
  no_rows: { status: 422, log: 'silent' },
  wrong_state: { status: 409, log: 'silent' },
  no_name_column: { status: 422, log: 'silent' },
  column_twice: { status: 422, log: 'silent' },
  unknown_target: { status: 422, log: 'silent' },
  forgotten: { status: 410, log: 'silent' },
});
