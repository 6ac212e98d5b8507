import { personErase, personExport } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { carriersErrors } from './errors.ts';
import { actTasks } from './manual/task.ts';
import { eraseActs, exportNotes } from './privacy.ts';
import { routes } from './routes.ts';

/** Carriers: chat platforms behind one contract with honest abilities. */
export const carriersModule = defineModule({
  name: 'carriers',
  routes,
  fills: [fill(taskKinds, actTasks), fill(personExport, exportNotes), fill(personErase, eraseActs)],
  permissions: {
    'carriers.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'carriers.act': ['owner', 'admin', 'operator', 'steward', 'moderator'],
    'carriers.manage': ['owner', 'admin'],
  },
  errors: carriersErrors,
});
