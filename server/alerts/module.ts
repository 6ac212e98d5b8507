import { defineModule } from '../platform/module.ts';
import { hearAlarms, hearOverdue } from './hear.ts';
import { forgetOld, mailOperator } from './mail.ts';
import { routes } from './routes.ts';
import { alertsSettings } from './settings.ts';

/** Alerts: what reaches operators who are not looking at the console. */
export const alertsModule = defineModule({
  name: 'alerts',
  routes,
  on: [hearAlarms, hearOverdue],
  settings: [alertsSettings],
  jobs: [mailOperator, forgetOld],
});
