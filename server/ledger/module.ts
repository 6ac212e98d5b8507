import { communityExport } from '../communities/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { communityParts } from './community-parts.ts';
import { ledgerErrors } from './errors.ts';
import { reconcileJob } from './jobs.ts';
import { ledgerRoutes } from './routes.ts';

/** Accounts and balanced entries, in points and money. */
export const ledgerModule = defineModule({
  name: 'ledger',
  routes: ledgerRoutes,
  jobs: [reconcileJob],
  fills: communityParts.map((part) => fill(communityExport, part)),
  permissions: { 'ledger.read': ['owner', 'admin'], 'ledger.manage': ['owner', 'admin'] },
  errors: ledgerErrors,
});
