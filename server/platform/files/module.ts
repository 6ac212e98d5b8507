import { defineModule } from '../module.ts';
import { removeContents, sweepFiles } from './jobs.ts';
import { routes } from './routes.ts';

/** Pictures: stored once, shown to those who may see them. */
export const filesModule = defineModule({
  name: 'files',
  routes,
  jobs: [removeContents, sweepFiles],
  permissions: {
    'files.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'files.upload': ['owner', 'admin', 'operator', 'planner', 'editor', 'steward', 'moderator', 'business'],
  },
});
