import { defineModule } from '../platform/module.ts';
import { sampleErrors } from './errors.ts';
import { loadJob } from './loading.ts';
import { clearJob, sweepJob } from './removal.ts';
import { sampleRoutes } from './routes.ts';
import { sampleSettings } from './settings.ts';

/** Sample: a community to look at, made by the program and removed without a trace. */
export const sampleModule = defineModule({
  name: 'sample',
  routes: sampleRoutes,
  jobs: [loadJob, sweepJob, clearJob],
  settings: [sampleSettings],
  permissions: { 'sample.manage': ['installer'] },
  errors: sampleErrors,
});
