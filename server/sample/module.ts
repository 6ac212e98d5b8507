import { defineModule } from '../platform/module.ts';
import { sampleErrors } from './errors.ts';
import { sampleRoutes } from './routes.ts';
import { loadJob, sweepJob } from './sample.ts';
import { sampleSettings } from './settings.ts';

/** Sample: a community to look at, made by the program and removed without a trace. */
export const sampleModule = defineModule({
  name: 'sample',
  routes: sampleRoutes,
  jobs: [loadJob, sweepJob],
  settings: [sampleSettings],
  permissions: { 'sample.manage': ['installer'] },
  errors: sampleErrors,
});
