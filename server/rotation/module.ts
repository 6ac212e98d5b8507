import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { rotationErrors } from './errors.ts';
import { successorRoutes } from './routes/successors.ts';
import { talkTask } from './successors/list.ts';
import { trainingTask } from './training.ts';

/** Rotation: who leads next, and how they learn it. */
export const rotationModule = defineModule({
  name: 'rotation',
  routes: [...successorRoutes],
  fills: [fill(taskKinds, talkTask), fill(taskKinds, trainingTask)],
  permissions: {
    'rotation.choose': ['owner', 'admin', 'operator'],
    'rotation.train': ['owner', 'admin', 'operator', 'trainer'],
  },
  errors: rotationErrors,
});
