/** A card that somebody of the team shows to members: written and switched on by themselves, out of sight when they leave. */
import { recordAudit } from '../platform/audit/audit.ts';
import { findUsers } from '../platform/auth/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { teamErrors } from './errors.ts';
import * as store from './store/public-cards.ts';
import { userOf } from './task.ts';
import { presentRoles } from './team.ts';

/** The card of whoever acts; before they have written one, their name and nothing else, out of sight. */
export async function findOwnCard(ctx: Ctx, communityId: string): Promise<store.CardWords> {
  const userId = userOf(ctx.actor);
  const card = (await store.selectCards(ctx, communityId)).find((one) => one.userId === userId);
  if (card) return card;
  const [user] = userId === null ? [] : await findUsers(ctx, [userId]);
  return { name: user?.name.slice(0, 20) ?? '', asks: '', hours: '', isShown: false };
}

/** Writes the card of whoever acts. What is shown has to say what to ask. */
export async function writeOwnCard(ctx: Ctx, communityId: string, words: store.CardWords): Promise<store.CardWords> {
  const userId = userOf(ctx.actor);
  if (userId === null) throw platformErrors.not_found();
  return writeCard(ctx, { communityId, userId }, words);
}

/** Writes the card of a user, as the sample does. */
export async function writeCard(
  ctx: Ctx,
  who: { communityId: string; userId: string },
  words: store.CardWords,
): Promise<store.CardWords> {
  if (words.isShown && (words.name === '' || words.asks === '')) throw teamErrors.card_empty();
  return inTransaction(ctx, (inner) => store.upsertCard(inner, who, words));
}

/** The cards that members see. */
export async function listShownCards(ctx: Ctx, communityId: string): Promise<store.PublicCard[]> {
  return (await store.selectCards(ctx, communityId)).filter(({ isShown }) => isShown);
}

/** Takes somebody's card out of sight, as whoever runs the team may. Twice is once. */
export async function hideCardOf(ctx: Ctx, who: { communityId: string; userId: string }): Promise<void> {
  const { communityId, userId } = who;
  await inTransaction(ctx, async (inner) => {
    if ((await presentRoles(inner, communityId, userId)).length === 0) throw platformErrors.not_found();
    if (!(await store.hideCard(inner, who))) return;
    const target = { kind: 'user', id: userId };
    await recordAudit(inner, { communityId, action: 'team.hide_card', target });
  });
}
