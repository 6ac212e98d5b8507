import type { Ctx } from '../context.ts';
import { defineSlot } from '../slots.ts';

/**
 * Names of communities by id, for the list of one's own communities: grants know only ids. Called inside the request,
 * with all ids at once; what it does not know is left out. The first filling that knows an id wins; an error fails the
 * request.
 */
export type CommunityNames = (ctx: Ctx, communityIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Filled by the module that keeps communities. */
export const communityNames = defineSlot<CommunityNames>('auth.communityNames');
