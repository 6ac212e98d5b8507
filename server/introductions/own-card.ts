/** What is still missing on one's own card, and whether to ask for it. Never a score: only the names of empty lines. */
import { cardLines, type Card, type CardLine } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Asker } from './asker.ts';
import { hasAside, insertAside } from './store/face.ts';

/** Lines without anything on them, in the order of the card. */
export function listMissing(card: Card): (CardLine | 'tags')[] {
  return ([...cardLines, 'tags'] as const).filter((line) => card[line] === null);
}

/** Whether to ask a member kindly for their card: while nothing is on it and they have not said that they don't want to be asked. */
export async function isPrompted(ctx: Ctx, asker: Asker): Promise<boolean> {
  const isEmpty = Object.values(asker.card).every((line) => line === null);
  return isEmpty && !(await hasAside(ctx, asker.communityId, asker.identityIds));
}

/** Asks no more, for good. */
export async function layPromptAside(ctx: Ctx, asker: Asker): Promise<void> {
  await insertAside(ctx, asker);
}
