import type { Ctx } from '../platform/context.ts';
import { addDays, type NewSpeaker, type PeopleActivity } from './store/day.ts';

export type { NewSpeaker, PeopleActivity } from './store/day.ts';

/**
 * Adds what identities did, by group and day, in one statement for the batch; inside the caller's transaction. Gives those who had said
 * nothing on that day before.
 */
export async function countPeopleActivity(ctx: Ctx, rows: readonly PeopleActivity[]): Promise<NewSpeaker[]> {
  return rows.length > 0 ? addDays(ctx, rows) : [];
}
