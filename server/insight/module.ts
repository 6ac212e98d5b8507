import { communityExport, type ExportPart } from '../communities/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { alarmTask, watchGroups } from './alarm.ts';
import { insightErrors } from './errors.ts';
import { privateTalkTask } from './quarrels/answers.ts';
import { eraseQuarrels, exportQuarrels, quarrelParts } from './quarrels/privacy.ts';
import { hearQuarrels } from './quarrels/raise.ts';
import { quarrelRoutes } from './quarrels/routes.ts';
import { endSlowMode } from './quarrels/slow-mode.ts';
import { routes } from './routes.ts';
import { insightSettings } from './settings.ts';
import { hearWaves, hearWavesOver } from './waves.ts';
import { selectAlarmsAfter } from './store.ts';

const step = 500;

const exportAlarms: ExportPart = {
  name: 'insight.alarm',
  rows: async function* (ctx, communityId) {
    for (let after: string | null = null; ;) {
      const rows = await selectAlarmsAfter(ctx, communityId, { after, limit: step });
      yield* rows.map((alarm) => ({ ...alarm }));
      if (rows.length < step) return;
      after = rows.at(-1)!.id;
    }
  },
};

/** Insight: what it all means. Reads all modules, is read by none. */
export const insightModule = defineModule({
  name: 'insight',
  routes: [...routes, ...quarrelRoutes],
  jobs: [watchGroups, endSlowMode],
  on: [hearQuarrels, hearWaves, hearWavesOver],
  fills: [
    fill(taskKinds, alarmTask),
    fill(taskKinds, privateTalkTask),
    fill(personErase, eraseQuarrels),
    fill(personExport, exportQuarrels),
    fill(communityExport, exportAlarms),
    ...quarrelParts.map((part) => fill(communityExport, part)),
  ],
  settings: [insightSettings],
  permissions: { 'insight.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'] },
  errors: insightErrors,
});
