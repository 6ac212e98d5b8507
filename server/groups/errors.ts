import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with a group. */
export const groupErrors = defineErrors('groups', {
  lifecycle_not_possible: { status: 409, log: 'info' },
  dissolved: { status: 409, log: 'info' },
  name_locked: { status: 403, log: 'silent' },
  external_id_taken: { status: 409, log: 'info' },
  link_revoked: { status: 409, log: 'info' },
  link_expiry_past: { status: 422, log: 'silent' },
  link_uses_below: { status: 422, log: 'silent' },
});
