/** Writing the roster: the pattern of a week as a whole, and single days on which something else holds. */
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { checkAssignee } from '../team/index.ts';
import type { DayPlan, Shift, WeekShift } from './calendar.ts';
import { dutyErrors } from './errors.ts';
import * as store from './store.ts';

const furthestDays = 366;

/** The pattern as somebody wants it. */
export interface RosterWish {
  /** The version that was on the screen; 0 = there was none. */
  version: number;
  shifts: WeekShift[];
  cover: { from: number; to: number };
}

/** Writes the pattern of a week anew, if it still is as its editor has seen it. */
export async function saveRoster(ctx: Ctx, communityId: string, wish: RosterWish): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await store.lockRoster(inner, communityId);
    const before = await store.selectRoster(inner, communityId);
    if ((before?.version ?? 0) !== wish.version) throw dutyErrors.changed_meanwhile();
    await checkOperators(inner, communityId, wish.shifts);
    await store.putRoster(inner, communityId, {
      shifts: wish.shifts.map(tidy).sort((one, other) => one.weekday - other.weekday || one.from - other.from),
      cover: wish.cover,
      version: wish.version + 1,
      by: actorKey(inner.actor),
    });
    await audit(inner, communityId, 'duty.save_roster', { shifts: wish.shifts.length });
  });
}

/** Says what holds on one day instead of the pattern; without shifts nobody has to be there. */
export async function putDay(ctx: Ctx, communityId: string, plan: DayPlan): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await store.lockRoster(inner, communityId);
    const today = localDay(inner.now(), await getZone(inner, communityId));
    if (plan.day < today || plan.day > shiftDay(today, furthestDays)) throw dutyErrors.day_out_of_range();
    await checkOperators(inner, communityId, plan.shifts);
    await store.upsertDay(inner, communityId, { ...plan, shifts: plan.shifts.map(tidy) });
    await audit(inner, communityId, 'duty.put_day', { day: plan.day });
  });
}

/** Lets the pattern hold on a day again. */
export async function removeDay(ctx: Ctx, communityId: string, day: string): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    if (!(await store.deleteDay(inner, communityId, day))) throw platformErrors.not_found();
    await audit(inner, communityId, 'duty.remove_day', { day });
  });
}

async function checkOperators(ctx: Ctx, communityId: string, shifts: readonly Shift[]): Promise<void> {
  const named = new Set(shifts.flatMap(({ operatorIds }) => operatorIds));
  for (const userId of named) await checkAssignee(ctx, communityId, userId);
}

function tidy<One extends Shift>(shift: One): One {
  return { ...shift, operatorIds: [...new Set(shift.operatorIds)] };
}

async function audit(
  ctx: Ctx,
  communityId: string,
  action: string,
  detail: Record<string, string | number>,
): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'community', id: communityId }, detail });
}
