import type { Ctx } from '../platform/context.ts';
import { defineSlot } from '../platform/slots.ts';

/**
 * Whether nobody outside the screen is to hear of a community, e.g. because it is only there to be looked at. Asked in the
 * transaction that notes news, once for each community of a batch; one yes is enough, an error fails the reaction.
 */
export const isSilent = defineSlot<(ctx: Ctx, communityId: string) => Promise<boolean>>('alerts.isSilent');
