import { getZone } from '../communities/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { listTeam } from '../team/index.ts';
import type { Plan } from './calendar.ts';
import * as store from './store.ts';

/** How far the roster is laid out. */
export const daysAhead = 14;
const wholeTeam = 1000;
/** When somebody should be there until the team says otherwise. */
const usualCover = { from: 9 * 60, to: 22 * 60 };

/** The roster with what it says about today. */
export interface PresentPlan extends Plan {
  today: string;
  version: number;
  leaves: store.Leave[];
}

/** Reads what the roster says from today on. */
export async function readPlan(ctx: Ctx, communityId: string): Promise<PresentPlan> {
  const zone = await getZone(ctx, communityId);
  const today = localDay(ctx.now(), zone);
  // Last night may still be on.
  const yesterday = shiftDay(today, -1);
  const roster = await store.selectRoster(ctx, communityId);
  const days = await store.selectDays(ctx, communityId, yesterday);
  const leaves = await store.selectLeaves(ctx, communityId, yesterday);
  const { items } = await listTeam(ctx, communityId, { limit: wholeTeam });
  const able = items.filter(({ roles }) => ctx.services.permissions.allows(roles, 'tasks.do'));
  return {
    zone,
    today,
    version: roster?.version ?? 0,
    shifts: roster?.shifts ?? [],
    cover: roster?.cover ?? usualCover,
    days,
    leaves,
    absences: leaves,
    team: new Set(able.map(({ userId }) => userId)),
  };
}
