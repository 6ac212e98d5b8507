import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with the team and its tasks; texts in `locales/<language>/team.json`. */
export const teamErrors = defineErrors('team', {
  last_owner: { status: 409, log: 'info' },
  above_your_role: { status: 403, log: 'info' },
  two_factor_first: { status: 409, log: 'silent' },
  card_empty: { status: 422, log: 'silent' },
  role_missing: { status: 422, log: 'silent' },
  invitation_unknown: { status: 404, log: 'silent' },
  invitation_expired: { status: 410, log: 'silent' },
  invitation_used: { status: 410, log: 'silent' },
  invitation_withdrawn: { status: 410, log: 'silent' },
  too_many_invitations: { status: 409, log: 'info' },
  mail_not_set_up: { status: 409, log: 'silent' },
  mail_address_wrong: { status: 422, log: 'silent' },
  mailbox_full: { status: 429, log: 'info' },
  task_settled: { status: 409, log: 'silent' },
  assignee_not_possible: { status: 422, log: 'silent' },
  snooze_not_possible: { status: 422, log: 'silent' },
  nobody_above: { status: 409, log: 'silent' },
  group_unknown: { status: 422, log: 'silent' },
});
