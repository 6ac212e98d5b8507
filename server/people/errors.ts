import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with people; texts in `locales/<language>/people.json`. */
export const peopleErrors = defineErrors('people', {
  bad_name: { status: 422, log: 'silent' },
  group_full: { status: 409, log: 'silent' },
  group_closed: { status: 409, log: 'silent' },
  already_decided: { status: 409, log: 'silent' },
  applicant_gone: { status: 409, log: 'silent' },
  link_unknown: { status: 410, log: 'silent' },
  link_used: { status: 410, log: 'silent' },
  link_expired: { status: 410, log: 'silent' },
  device_taken: { status: 409, log: 'silent' },
  last_device: { status: 409, log: 'silent' },
  not_confirmed: { status: 422, log: 'silent' },
  team_cannot_leave: { status: 409, log: 'silent' },
  invites_closed: { status: 403, log: 'silent' },
  notice_outdated: { status: 409, log: 'silent' },
  already_lifted: { status: 409, log: 'silent' },
  bad_email: { status: 422, log: 'silent' },
  door_closed: { status: 410, log: 'silent' },
  email_not_asked: { status: 409, log: 'silent' },
  mail_not_set_up: { status: 409, log: 'info' },
  too_many_codes: { status: 429, log: 'info' },
  same_person: { status: 422, log: 'silent' },
  merged_further: { status: 409, log: 'silent' },
  no_phone_identity: { status: 409, log: 'silent' },
});
