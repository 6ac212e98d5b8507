import type { Route } from '../platform/http/route.ts';
import { archiveRoutes } from './routes/archive.ts';
import { directoryRoutes } from './routes/directory.ts';
import { groupRoutes } from './routes/group.ts';
import { joinRoutes } from './routes/join.ts';
import { mergeRoutes } from './routes/merge.ts';
import { memberRoutes } from './routes/member.ts';
import { operatorRoutes } from './routes/operator.ts';

/** All routes of this module, by audience: the visitor, the member, the member in a group, the team. */
export const routes: readonly Route[] = [
  ...joinRoutes,
  ...memberRoutes,
  ...groupRoutes,
  ...directoryRoutes,
  ...operatorRoutes,
  ...mergeRoutes,
  ...archiveRoutes,
];
