import { findAccount, readEntry, reverse } from '../ledger/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { takeAwardBack } from './award.ts';
import { takeGiftBack } from './gift.ts';
import { selectGift } from './store/gift.ts';
import { selectKindsOfEntries } from './store/earning.ts';

/** Takes one line of a person's statement back by an entry of opposite legs, with a reason that they read; twice is once. Call inside a transaction. */
export async function correctLine(
  ctx: Ctx,
  { communityId, personId, entryId }: { communityId: string; personId: string; entryId: string },
  reason: string,
): Promise<void> {
  if (!(await isOnStatement(ctx, communityId, { personId, entryId }))) throw platformErrors.not_found();
  const gift = await selectGift(ctx, communityId, { entryId });
  if (gift) return takeGiftBack(ctx, communityId, { id: gift.id, reason });
  const target = { kind: 'ledger_entry', id: entryId };
  await recordAudit(ctx, { communityId, action: 'points.correct_line', target, detail: { personId } });
  const taken = { communityId, entryId, memo: ctx.t('points:memo.corrected', { reason }) };
  const isEarned = (await selectKindsOfEntries(ctx, communityId, [entryId])).has(entryId);
  await (isEarned ? takeAwardBack(ctx, taken) : reverse(ctx, taken));
}

async function isOnStatement(
  ctx: Ctx,
  communityId: string,
  { personId, entryId }: { personId: string; entryId: string },
): Promise<boolean> {
  const [person] = await listAccountsOf(ctx, communityId, [personId]);
  const entry = await readEntry(ctx, communityId, entryId);
  if (!person || !entry) return false;
  for (const id of person.identityIds) {
    const account = await findAccount(ctx, { communityId, owner: { kind: 'identity', id }, unit: 'points' });
    if (account && entry.legs.some((leg) => leg.account === account.id)) return true;
  }
  return false;
}
