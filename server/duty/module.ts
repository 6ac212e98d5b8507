import { communityExport, partsOfTables } from '../communities/index.ts';
import type { ExportPart } from '../communities/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import { defineModule } from '../platform/module.ts';
import { fill } from '../platform/slots.ts';
import { memberRemoved, standIns } from '../team/index.ts';
import { dutyErrors } from './errors.ts';
import { standInToday } from './roster.ts';
import { dutyRoutes } from './routes.ts';
import * as store from './store.ts';

/** Whoever leaves the team needs no leave and stands in for nobody; their shifts stay in the pattern and show as gaps. */
const dropLeavers = subscribe('duty.drop_leavers', memberRemoved, async (ctx, events) => {
  for (const { communityId, payload } of events) await store.dropMember(ctx, communityId!, payload.userId);
});

const roster: ExportPart = {
  name: 'duty.roster',
  rows: async function* (ctx, communityId) {
    const found = await store.selectRoster(ctx, communityId);
    if (found) yield { ...found };
  },
};

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

/** The duty roster: who looks after the groups when, who stands in, and what whoever comes next has to know. */
export const dutyModule = defineModule({
  name: 'duty',
  routes: [...dutyRoutes],
  on: [dropLeavers],
  fills: [
    fill(standIns, standInToday),
    ...[roster, ...partsOfTables('duty', store.writtenDuty)].map((part) => fill(communityExport, part)),
  ],
  permissions: {
    'duty.read': ['owner', 'admin', 'operator', 'moderator', 'viewer'],
    'duty.keep': workers,
    'duty.manage': ['owner', 'admin', 'operator', 'planner'],
  },
  errors: dutyErrors,
});
