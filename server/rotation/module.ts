import { communityExport, partsOfTables } from '../communities/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { rotationErrors } from './errors.ts';
import { successorRoutes } from './routes/successors.ts';
import { turnRoutes } from './routes/turns.ts';
import { writtenRotation } from './store.ts';
import { talkTask } from './successors/list.ts';
import { trainingTask } from './training.ts';
import { remindLeaders } from './turns/reminder.ts';
import { handOverTask } from './turns/turn.ts';

const workers = [
  'owner',
  'admin',
  'operator',
  'planner',
  'editor',
  'steward',
  'moderator',
  'business',
  'trainer',
] as const;

/** Rotation: who leads which group in turns, who could lead next, and how they learn it. */
export const rotationModule = defineModule({
  name: 'rotation',
  routes: [...turnRoutes, ...successorRoutes],
  jobs: [remindLeaders],
  fills: [
    fill(taskKinds, handOverTask),
    fill(taskKinds, talkTask),
    fill(taskKinds, trainingTask),
    ...partsOfTables('rotation', writtenRotation).map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'rotation.read': workers,
    'rotation.manage': ['owner', 'admin', 'operator', 'planner'],
    'rotation.choose': ['owner', 'admin', 'operator'],
    'rotation.train': ['owner', 'admin', 'operator', 'trainer'],
  },
  errors: rotationErrors,
});
