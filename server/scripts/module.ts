import { communityExport, partsOfTables, playbookSections } from '../communities/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { scriptsErrors } from './errors.ts';
import { scriptsSection } from './playbook-section.ts';
import { scriptRoutes } from './routes.ts';
import { writtenScripts } from './store.ts';

const parts = partsOfTables('scripts', { script: writtenScripts });

/** Scripts: what the team says often, with gaps for whom it is said to. */
export const scriptsModule = defineModule({
  name: 'scripts',
  routes: [...scriptRoutes],
  fills: [fill(playbookSections, scriptsSection), ...parts.map((part) => fill(communityExport, part))],
  permissions: {
    'scripts.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'scripts.write': ['owner', 'admin', 'operator', 'editor', 'steward'],
  },
  errors: scriptsErrors,
});
