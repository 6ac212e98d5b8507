import type { Ctx } from '../platform/context.ts';
import { defineSlot } from '../platform/slots.ts';
import type { OwnerKind } from './plan.ts';

/** Somebody who knows owners of one kind. */
export interface OwnerBook {
  readonly kind: OwnerKind;
  /** Which of these ids exist in the community. */
  readonly findKnown: (ctx: Ctx, communityId: string, ids: readonly string[]) => Promise<ReadonlySet<string>>;
}

/**
 * Asked when an operator's correction names an owner that has no account yet, in the transaction of the correction,
 * read-only. An owner of a kind that nobody fills must have an account already. One that throws stops the correction.
 */
export const ownerBooks = defineSlot<OwnerBook>('ledger.ownerBooks');
