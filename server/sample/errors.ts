import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with the sample; texts in `locales/<language>/sample.json`. */
export const sampleErrors = defineErrors('sample', {
  already_there: { status: 409, log: 'silent' },
  nobody_yet: { status: 409, log: 'silent' },
  removed_meanwhile: { status: 409, log: 'silent' },
});
