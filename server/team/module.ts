import { communityExport } from '../communities/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { teamErrors } from './errors.ts';
import { escalateLate } from './escalation.ts';
import { teamParts } from './export.ts';
import { teamChannel } from './live.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { manyTasksRoutes } from './routes/many-tasks.ts';
import { publicCardRoutes } from './routes/public-cards.ts';
import { taskRoutes } from './routes/tasks.ts';
import { secondFactorRoutes } from './routes/second-factor.ts';
import { teamRoutes } from './routes/team.ts';
import { teamSettings } from './settings.ts';
import { taskKinds } from './slots.ts';
import { todoKind } from './todo.ts';

/** The team that runs a community, and what it has to do by hand. */
export const teamModule = defineModule({
  name: 'team',
  routes: [
    ...teamRoutes,
    ...publicCardRoutes,
    ...secondFactorRoutes,
    ...invitationRoutes,
    ...taskRoutes,
    ...manyTasksRoutes,
  ],
  jobs: [escalateLate],
  settings: [teamSettings],
  fills: [fill(taskKinds, todoKind), ...teamParts.map((part) => fill(communityExport, part))],
  channels: [teamChannel],
  permissions: {
    'team.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'team.manage': ['owner', 'admin'],
    'tasks.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'tasks.do': ['owner', 'admin', 'operator', 'planner', 'editor', 'steward', 'moderator', 'business', 'trainer'],
  },
  errors: teamErrors,
});
