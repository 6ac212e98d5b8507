import { defineErrors } from '../platform/errors.ts';

/** What can be wrong with ladders, locks and payments; texts in `locales/<language>/levels.json`. */
export const levelsErrors = defineErrors('levels', {
  name_taken: { status: 409, log: 'silent' },
  too_many: { status: 409, log: 'silent' },
  changed_meanwhile: { status: 409, log: 'silent' },
  /** A rule that cannot be asked, or that asks for what no level may depend on. */
  bad_rule: { status: 422, log: 'silent' },
  bad_levels: { status: 422, log: 'silent' },
  unknown_level: { status: 422, log: 'silent' },
  not_for_sale: { status: 422, log: 'silent' },
  ends_in_the_past: { status: 422, log: 'silent' },
});
