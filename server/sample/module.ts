import { isSilent } from '../alerts/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { sampleErrors } from './errors.ts';
import { loadJob } from './loading.ts';
import { clearJob, sweepJob } from './removal.ts';
import { sampleRoutes } from './routes.ts';
import { isSample } from './sample.ts';
import { sampleSettings } from './settings.ts';

/** Sample: a community to look at, made by the program and removed without a trace. */
export const sampleModule = defineModule({
  name: 'sample',
  routes: sampleRoutes,
  jobs: [loadJob, sweepJob, clearJob],
  fills: [fill(isSilent, isSample)],
  settings: [sampleSettings],
  permissions: { 'sample.manage': ['installer'] },
  errors: sampleErrors,
});
