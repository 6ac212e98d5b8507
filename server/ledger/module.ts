import { defineModule } from '../platform/module.ts';
import { ledgerErrors } from './errors.ts';
import { reconcileJob } from './jobs.ts';
import { ledgerRoutes } from './routes.ts';

/** Accounts and balanced entries, in points and money. */
export const ledgerModule = defineModule({
  name: 'ledger',
  routes: ledgerRoutes,
  jobs: [reconcileJob],
  permissions: { 'ledger.read': ['owner', 'admin'], 'ledger.manage': ['owner', 'admin'] },
  errors: ledgerErrors,
});
