import type { Ctx } from '../platform/context.ts';
import { dropRecentGroup } from './recent.ts';
import { addActivity, type GroupActivity } from './store/days.ts';

/** Counts what happened in groups, many rows in one statement; the caller knows the local day of each thing. */
export async function countGroupActivity(ctx: Ctx, rows: readonly GroupActivity[]): Promise<void> {
  if (rows.length === 0) return;
  await addActivity(ctx, rows);
  for (const { groupId, at } of rows) if (at) dropRecentGroup(ctx, groupId);
}
