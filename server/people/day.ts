import type { Ctx } from '../platform/context.ts';
import { addDays, type PeopleActivity } from './store/day.ts';

export type { PeopleActivity } from './store/day.ts';

/** Adds what identities did, by group and day, in one statement for the batch; inside the caller's transaction. */
export async function countPeopleActivity(ctx: Ctx, rows: readonly PeopleActivity[]): Promise<void> {
  if (rows.length > 0) await addDays(ctx, rows);
}
