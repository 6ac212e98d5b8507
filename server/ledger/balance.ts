import type { Ctx } from '../platform/context.ts';
import { selectBalancesOf, selectOwners, selectSum } from './store/account.ts';

/** What is on the accounts of some identities in one unit, by identity; who has no account is absent. */
export async function listBalancesOf(
  ctx: Ctx,
  communityId: string,
  which: { ownerIds: readonly string[]; unit: string },
): Promise<Map<string, number>> {
  if (which.ownerIds.length === 0) return new Map();
  const rows = await selectBalancesOf(ctx, communityId, which);
  return new Map(rows.map(({ ownerId, balance }) => [ownerId, balance]));
}

/** The identities to whom some accounts belong. */
export async function listOwners(ctx: Ctx, communityId: string, accountIds: readonly string[]): Promise<string[]> {
  return accountIds.length === 0 ? [] : selectOwners(ctx, communityId, accountIds);
}

/** How many identities have something in a unit, and how much it is together. */
export async function sumBalances(
  ctx: Ctx,
  communityId: string,
  unit: string,
): Promise<{ holders: number; total: number }> {
  return selectSum(ctx, communityId, unit);
}
