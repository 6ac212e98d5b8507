import { defineErrors } from '../platform/errors.ts';

/** What can go wrong; texts in `locales/<language>/rotation.json`. */
export const rotationErrors = defineErrors('rotation', {
  not_a_successor: { status: 409, log: 'silent' },
  changed_meanwhile: { status: 409, log: 'silent' },
  nobody_there: { status: 409, log: 'silent' },
  no_turn: { status: 409, log: 'silent' },
});
