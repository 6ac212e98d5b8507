import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with a community. */
export const communityErrors = defineErrors('communities', {
  unknown_zone: { status: 422, log: 'silent' },
  canvas_incomplete: { status: 422, log: 'silent' },
  evidence_missing: { status: 422, log: 'silent' },
  playbook_invalid: { status: 422, log: 'silent' },
  playbook_empty: { status: 422, log: 'silent' },
  playbook_unknown: { status: 422, log: 'silent' },
  founder_missing: { status: 422, log: 'info' },
});
