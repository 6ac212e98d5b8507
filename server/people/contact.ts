import type { Ctx } from '../platform/context.ts';
import { privacyShape } from './card.ts';
import { selectPrivacies } from './store/person.ts';

/** Why the team wants to write to somebody: out of care for them, or with an offer. */
export type ContactReason = 'care' | 'offers';

/**
 * Those of some identities whom the team may write to on its own account: the one place that everything asks which contacts members. Who
 * has switched contact off is left alone; an offer also needs the switch for offers. Accounts without a person have said nothing about it.
 */
export async function mayContact(
  ctx: Ctx,
  communityId: string,
  wish: { identityIds: readonly string[]; reason: ContactReason },
): Promise<Set<string>> {
  if (wish.identityIds.length === 0) return new Set();
  const said = new Map(
    (await selectPrivacies(ctx, communityId, wish.identityIds)).map(({ identityId, privacy }) => [
      identityId,
      privacyShape.parse(privacy),
    ]),
  );
  const isOpen = (identityId: string) => {
    const privacy = said.get(identityId);
    if (!privacy) return wish.reason === 'care';
    return !privacy.uncontacted && (wish.reason === 'care' || privacy.offers);
  };
  return new Set(wish.identityIds.filter(isOpen));
}
