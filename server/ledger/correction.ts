import { findGroup } from '../groups/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { findAccount, openAccount, type Owner } from './account.ts';
import { ledgerErrors } from './errors.ts';
import type { Leg } from './plan.ts';
import { ownerBooks } from './slots.ts';
import { reverse, transfer, type ReversalResult } from './transfer.ts';

/** One part of a correction: an account, or an owner and a unit. */
export type CorrectionLeg = { amount: number } & ({ accountId: string } | { owner: Owner; unit: string });

/** An entry that an operator writes by hand, with its reason; kept in the audit log. `key` makes a repeat harmless. */
export async function postCorrection(
  ctx: Ctx,
  given: { communityId: string; key: string | null; legs: readonly CorrectionLeg[]; memo: string },
): Promise<{ entryId: string }> {
  return inTransaction(ctx, async (inner) => {
    const { communityId, memo } = given;
    const legs: Leg[] = [];
    for (const leg of given.legs)
      legs.push({ account: await findLegAccount(inner, communityId, leg), amount: leg.amount });
    const key = `manual:${actorKey(inner.actor)}:${given.key ?? newId(inner.now())}`;
    const result = await transfer(inner, { communityId, key, kind: 'ledger.manually_corrected', legs, memo });
    if (!result.ok && result.reason === 'closed') throw ledgerErrors.account_closed({ account: result.account });
    if (!result.ok) throw ledgerErrors.insufficient({ account: result.account });
    if (!result.replayed) {
      await recordAudit(inner, {
        communityId,
        action: 'ledger.post_correction',
        target: { kind: 'ledger_entry', id: result.entryId },
        detail: { legs },
      });
    }
    return { entryId: result.entryId };
  });
}

/** Takes an entry back by hand; kept in the audit log. */
export async function reverseByHand(
  ctx: Ctx,
  given: { communityId: string; entryId: string; memo: string },
): Promise<ReversalResult> {
  return inTransaction(ctx, async (inner) => {
    const result = await reverse(inner, given);
    if (!result.replayed) {
      await recordAudit(inner, {
        communityId: given.communityId,
        action: 'ledger.reverse_entry',
        target: { kind: 'ledger_entry', id: given.entryId },
        detail: { reversal: result.entryId, owed: result.owed },
      });
    }
    return result;
  });
}

async function findLegAccount(ctx: Ctx, communityId: string, leg: CorrectionLeg): Promise<string> {
  if ('accountId' in leg) return leg.accountId;
  const name = { communityId, owner: leg.owner, unit: leg.unit };
  const known = (await findAccount(ctx, name)) !== undefined || (await isKnownOwner(ctx, communityId, leg.owner));
  if (!known) throw ledgerErrors.unknown_owner({ kind: leg.owner.kind, id: leg.owner.id });
  return (await openAccount(ctx, name)).id;
}

/** The community may always have a till and give out value; groups are looked up, others are asked of those who know them. */
async function isKnownOwner(ctx: Ctx, communityId: string, owner: Owner): Promise<boolean> {
  if (owner.kind === 'community' || owner.kind === 'issuer') return owner.id === communityId;
  if (owner.kind === 'group') return (await findGroup(ctx, { communityId, groupId: owner.id })) !== undefined;
  for (const book of ctx.slots(ownerBooks)) {
    if (book.kind === owner.kind && (await book.findKnown(ctx, communityId, [owner.id])).has(owner.id)) return true;
  }
  return false;
}
