import { personErase, personExport } from '../people/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { noticesErrors } from './errors.ts';
import { hearMessages } from './hear.ts';
import { hearIntroductions, tellIntroduction } from './introductions.ts';
import { eraseWishes, exportWishes } from './privacy.ts';
import { memberRoutes } from './routes.ts';
import { forgetUnused } from './subscription.ts';
import { tellInTheMorning, tellMembers } from './tell.ts';

/** Notices: what reaches people when they are not looking. */
export const noticesModule = defineModule({
  name: 'notices',
  routes: memberRoutes,
  on: [hearMessages, hearIntroductions],
  jobs: [tellMembers, tellIntroduction, tellInTheMorning, forgetUnused],
  fills: [fill(personErase, eraseWishes), fill(personExport, exportWishes)],
  errors: noticesErrors,
});
