import { defineModule } from '../platform/module.ts';
import { programErrors } from './errors.ts';
import { countWords, followMembers } from './reactions.ts';
import { memberRoutes } from './routes/member.ts';
import { programRoutes } from './routes/team.ts';

/** Programs: what runs by itself in groups. First the check-in and the welcome. */
export const programsModule = defineModule({
  name: 'programs',
  routes: [...memberRoutes, ...programRoutes],
  on: [countWords, followMembers],
  permissions: {
    'programs.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'programs.manage': ['owner', 'admin', 'operator'],
  },
  errors: programErrors,
});
