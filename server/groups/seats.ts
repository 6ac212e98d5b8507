import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import type { Group } from './group.ts';
import { showLive } from './groups.ts';
import * as store from './store/groups.ts';

/** Whether there was room. */
export type Seats = { ok: true; group: Group } | { ok: false; reason: 'full' | 'closed' };

/** Takes seats in a group, all or none; however many come at once, never more than its capacity. */
export async function takeSeats(ctx: Ctx, groupId: string, seats: number): Promise<Seats> {
  return inTransaction(ctx, async (inner) => {
    const group = await store.takeSeatsIfFree(inner, groupId, wholeSeats(seats));
    if (group) {
      showLive(inner, group);
      return { ok: true, group };
    }
    const found = await store.selectGroupById(inner, groupId);
    if (!found) throw platformErrors.not_found();
    return { ok: false, reason: found.lifecycle === 'dissolved' ? 'closed' : 'full' };
  });
}

/** Gives seats back: somebody left or was removed. */
export async function freeSeats(ctx: Ctx, groupId: string, seats: number): Promise<Group> {
  return countSeats(ctx, groupId, -wholeSeats(seats));
}

/** Adds seats without asking for capacity: a carrier's roster says who is there, not whether they fit. */
export async function countSeats(ctx: Ctx, groupId: string, by: number): Promise<Group> {
  return inTransaction(ctx, async (inner) => {
    const group = await store.shiftMembers(inner, groupId, by);
    if (!group) throw platformErrors.not_found();
    showLive(inner, group);
    return group;
  });
}

function wholeSeats(seats: number): number {
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`${seats} is no number of seats`);
  return seats;
}
