import { communityExport } from '../communities/index.ts';
import { personErase, personExport, personTimeline } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { introductionsErrors } from './errors.ts';
import { refreshFaces } from './face.ts';
import { eraseIntroductions, exportIntroductions, introductionParts, introductionTimeline } from './privacy.ts';
import { followFaces } from './reactions.ts';
import { endRequests, reportKind } from './request.ts';
import { boardRoutes } from './routes/board.ts';
import { directoryRoutes } from './routes/directory.ts';
import { requestRoutes } from './routes/requests.ts';
import { teamRoutes } from './routes/team.ts';

/** Introductions: how people find and meet each other. */
export const introductionsModule = defineModule({
  name: 'introductions',
  routes: [...directoryRoutes, ...requestRoutes, ...boardRoutes, ...teamRoutes],
  jobs: [refreshFaces, endRequests],
  on: [followFaces],
  fills: [
    fill(taskKinds, { kind: reportKind }),
    fill(personErase, eraseIntroductions),
    fill(personExport, exportIntroductions),
    fill(personTimeline, introductionTimeline),
    ...introductionParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'introductions.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'introductions.suggest': ['owner', 'admin', 'operator', 'steward', 'business'],
    'introductions.moderate': ['owner', 'admin', 'operator', 'steward', 'moderator'],
  },
  errors: introductionsErrors,
});
