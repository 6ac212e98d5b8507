import { defineErrors } from '../platform/errors.ts';

/** What can go wrong in the guest book; texts in `locales/<language>/guests.json`. */
export const guestsErrors = defineErrors('guests', {
  changed_meanwhile: { status: 409, log: 'silent' },
  unknown_person: { status: 422, log: 'silent' },
  unknown_group: { status: 422, log: 'silent' },
  same_guest: { status: 422, log: 'silent' },
  two_people: { status: 409, log: 'silent' },
  day_to_come: { status: 422, log: 'silent' },
  unreadable: { status: 422, log: 'silent' },
  past_moment: { status: 422, log: 'silent' },
  left_alone: { status: 422, log: 'silent' },
});
