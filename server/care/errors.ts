import { defineErrors } from '../platform/errors.ts';

/** Why something of a round is not done, texts in `locales/<language>/care.json`. */
export const careErrors = defineErrors('care', {
  round_open: { status: 409, log: 'silent' },
  round_over: { status: 409, log: 'silent' },
  round_running: { status: 409, log: 'silent' },
  nobody_to_ask: { status: 409, log: 'silent' },
  group_gone: { status: 409, log: 'silent' },
  not_to_decide: { status: 409, log: 'silent' },
  nobody_to_remove: { status: 409, log: 'silent' },
  not_removed: { status: 409, log: 'silent' },
  not_on_list: { status: 409, log: 'silent' },
  not_to_greet: { status: 409, log: 'silent' },
  seed_not_possible: { status: 409, log: 'silent' },
  seed_asked_before: { status: 409, log: 'silent' },
  seed_already: { status: 409, log: 'silent' },
  seed_not_active: { status: 409, log: 'silent' },
  topic_past: { status: 422, log: 'silent' },
  topic_not_yours: { status: 422, log: 'silent' },
  uncontacted: { status: 409, log: 'silent' },
  bad_reminder: { status: 422, log: 'silent' },
});
