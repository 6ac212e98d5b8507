import { communityExport } from '../communities/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { guestsErrors } from './errors.ts';
import { nextStepTask } from './next-step.ts';
import { eraseGuests, exportGuests, guestParts } from './privacy.ts';
import { fileRoutes } from './routes/files.ts';
import { guestRoutes } from './routes/guests.ts';
import { relationRoutes } from './routes/relation.ts';

/** Guests: whom the community wants to win, who comes, and what came of it. */
export const guestsModule = defineModule({
  name: 'guests',
  routes: [...guestRoutes, ...relationRoutes, ...fileRoutes],
  fills: [
    fill(taskKinds, nextStepTask),
    fill(personErase, eraseGuests),
    fill(personExport, exportGuests),
    ...guestParts.map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'guests.read': ['owner', 'admin', 'operator', 'planner', 'business'],
    'guests.write': ['owner', 'admin', 'operator', 'planner', 'business'],
    // Given in confidence to those who speak for the community: `operator` stands for daily work and has it only together with `business`.
    'guests.private': ['owner', 'admin', 'business'],
  },
  errors: guestsErrors,
});
