import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

/** The balances of accounts of identities are others; one event for each batch of entries. */
export const balancesChanged = defineEvent('ledger.balances_changed', z.object({ accountIds: z.array(z.uuid()) }));
