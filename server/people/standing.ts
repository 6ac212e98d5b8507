import type { Ctx } from '../platform/context.ts';
import { selectLastDays, selectStandings, type Tenure } from './store/standing.ts';

export type { Tenure } from './store/standing.ts';

/** Since when each identity is in the community, and how much it has said there; one statement, whatever their number. */
export async function listStandings(ctx: Ctx, communityId: string, identityIds: readonly string[]): Promise<Tenure[]> {
  return identityIds.length === 0 ? [] : selectStandings(ctx, communityId, identityIds);
}

/** The last day on which identities spoke in one group; who never did is left out. */
export async function listLastDays(
  ctx: Ctx,
  place: { communityId: string; groupId: string; identityIds: readonly string[] },
): Promise<Map<string, string>> {
  return new Map((await selectLastDays(ctx, place)).map(({ identityId, lastOn }) => [identityId, lastOn]));
}
