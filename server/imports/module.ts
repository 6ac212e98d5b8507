import { communityExport } from '../communities/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { importsErrors } from './errors.ts';
import { eraseRows, exportRows, importParts } from './privacy.ts';
import { importRoutes } from './routes.ts';
import { forgetRows, takeUp, workOn } from './work.ts';

/** Lists of people that a team brings along from elsewhere. */
export const importsModule = defineModule({
  name: 'imports',
  routes: importRoutes,
  jobs: [workOn, takeUp, forgetRows],
  fills: [
    fill(personErase, eraseRows),
    fill(personExport, exportRows),
    ...importParts.map((part) => fill(communityExport, part)),
  ],
  permissions: { 'imports.manage': ['owner', 'admin', 'operator'] },
  errors: importsErrors,
});
