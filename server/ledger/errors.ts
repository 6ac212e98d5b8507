import { defineErrors } from '../platform/errors.ts';

/** What can go wrong with the ledger. */
export const ledgerErrors = defineErrors('ledger', {
  bad_unit: { status: 422, log: 'silent' },
  bad_legs: { status: 422, log: 'silent' },
  unbalanced: { status: 422, log: 'silent' },
  unknown_account: { status: 422, log: 'silent' },
  unknown_owner: { status: 422, log: 'silent' },
  debt_leg: { status: 422, log: 'silent' },
  insufficient: { status: 409, log: 'silent' },
  account_closed: { status: 409, log: 'silent' },
  too_large: { status: 422, log: 'info' },
  key_reused: { status: 409, log: 'warn' },
  not_reversible: { status: 409, log: 'silent' },
});
