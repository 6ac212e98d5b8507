import { communityExport } from '../communities/index.ts';
import { personErase } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { refreshFaces } from './face.ts';
import { eraseIntroductions, introductionParts } from './privacy.ts';
import { followFaces } from './reactions.ts';
import { directoryRoutes } from './routes/directory.ts';

/** Introductions: how people find each other. */
export const introductionsModule = defineModule({
  name: 'introductions',
  routes: [...directoryRoutes],
  jobs: [refreshFaces],
  on: [followFaces],
  fills: [fill(personErase, eraseIntroductions), ...introductionParts.map((part) => fill(communityExport, part))],
});
