import type { Ctx } from '../platform/context.ts';
import { createRecent } from '../platform/recent.ts';
import { increaseRevision, selectRevision, type Revision } from './store/lists.ts';

/** A change of the rules holds everywhere within a second; half of it may pass until another process looks again. */
const keepMs = 500;
const recent = createRecent((ctx, communityId) => selectRevision(ctx, communityId), { keepMs });

/** The numbers of a community's rules and lessons for the road of every post; a change in another process is seen half a second later. */
export function getRevision(ctx: Ctx, communityId: string): Promise<Revision> {
  return recent.get(ctx, communityId);
}

/** Counts a change of the rules, first thing in its transaction: from the commit on messages are looked at with the new ones. */
export async function bumpRevision(ctx: Ctx, communityId: string): Promise<void> {
  await increaseRevision(ctx, communityId);
  recent.drop(ctx, communityId);
}

/** From the commit on messages are rated with what was taught. */
export function dropRevision(ctx: Ctx, communityId: string): void {
  recent.drop(ctx, communityId);
}
