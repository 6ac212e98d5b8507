import { communityExport, type ExportPart } from '../communities/index.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { taskKinds } from '../team/index.ts';
import { alarmTask, watchGroups } from './alarm.ts';
import { routes } from './routes.ts';
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
  routes,
  jobs: [watchGroups],
  fills: [fill(taskKinds, alarmTask), fill(communityExport, exportAlarms)],
  permissions: { 'insight.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'] },
});
