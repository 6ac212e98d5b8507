/** Leave: who is away from which day to which, and who stands in. One's own, or anybody's for whoever keeps the roster. */
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { checkAssignee, userOf } from '../team/index.ts';
import type { Absence } from './calendar.ts';
import { dutyErrors } from './errors.ts';
import * as store from './store.ts';

const mostLeaves = 200;
const furthestDays = 366;

/** Keeps somebody's leave. */
export async function addLeave(ctx: Ctx, communityId: string, wish: Absence): Promise<store.Leave> {
  return inTransaction(ctx, async (inner) => {
    await checkOwner(inner, communityId, wish.userId);
    await store.lockRoster(inner, communityId);
    const today = localDay(inner.now(), await getZone(inner, communityId));
    if (wish.to < wish.from) throw dutyErrors.leave_backwards();
    if (wish.to < today || wish.to > shiftDay(today, furthestDays)) throw dutyErrors.day_out_of_range();
    await checkPeople(inner, communityId, wish);
    const others = await store.selectLeaves(inner, communityId, today);
    if (others.length >= mostLeaves) throw dutyErrors.too_many({ most: mostLeaves });
    const meets = others.filter(({ from, to }) => from <= wish.to && wish.from <= to);
    const own = meets.find(({ userId }) => userId === wish.userId);
    if (own) throw dutyErrors.leave_overlaps({ from: own.from, to: own.to });
    const deputy = meets.find(({ userId }) => userId === wish.deputyId);
    if (deputy) throw dutyErrors.deputy_is_away({ from: deputy.from, to: deputy.to });
    const leave = { id: newId(inner.now()), ...wish };
    await store.insertLeave(inner, communityId, leave);
    await audit(inner, communityId, 'duty.add_leave', leave.userId);
    return leave;
  });
}

/** Takes leave back: somebody is there after all. */
export async function removeLeave(
  ctx: Ctx,
  { communityId, leaveId }: { communityId: string; leaveId: string },
): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const ownerId = await store.selectLeaveOwner(inner, communityId, leaveId);
    if (ownerId === undefined) throw platformErrors.not_found();
    await checkOwner(inner, communityId, ownerId);
    await store.deleteLeave(inner, communityId, leaveId);
    await audit(inner, communityId, 'duty.remove_leave', ownerId);
  });
}

async function checkOwner(ctx: Ctx, communityId: string, userId: string): Promise<void> {
  if (ctx.actor.kind === 'system' || userOf(ctx.actor) === userId) return;
  if ((await checkPermission(ctx, 'duty.manage', communityId)) !== 'granted') throw platformErrors.not_allowed();
}

async function checkPeople(ctx: Ctx, communityId: string, { userId, deputyId }: Absence): Promise<void> {
  await checkAssignee(ctx, communityId, userId);
  if (deputyId === userId) throw dutyErrors.own_deputy();
  if (deputyId !== null) await checkAssignee(ctx, communityId, deputyId);
}

async function audit(ctx: Ctx, communityId: string, action: string, userId: string): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'user', id: userId } });
}
