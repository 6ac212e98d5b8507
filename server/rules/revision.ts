import type { Ctx } from '../platform/context.ts';
import { createRecent } from '../platform/recent.ts';
import { increaseRevision, selectRevision } from './store/lists.ts';

const recent = createRecent((ctx, communityId) => selectRevision(ctx, communityId));

/** The number of a community's rules for the road of every post; a change in another process is seen up to two seconds later. */
export function getRevision(ctx: Ctx, communityId: string): Promise<number> {
  return recent.get(ctx, communityId);
}

/** Counts a change of the rules, first thing in its transaction: from the commit on messages are looked at with the new ones. */
export async function bumpRevision(ctx: Ctx, communityId: string): Promise<void> {
  await increaseRevision(ctx, communityId);
  recent.drop(ctx, communityId);
}
