/** Whole faces of some persons at once, for modules in which people find each other. */
import type { Ctx } from '../platform/context.ts';
import { privacyShape, readCard, type Card, type Privacy } from './card.ts';
import { selectFaces, type FaceRow } from './store/face.ts';

/** A person: accounts with their names, where they are now, card and switches. */
export interface PersonFace extends Omit<FaceRow, 'card' | 'privacy'> {
  card: Card;
  privacy: Privacy;
}

/** Persons by id, in the order of the ids; whoever is gone is left out. Lines for the team only are on their cards. */
export async function listFaces(ctx: Ctx, communityId: string, personIds: readonly string[]): Promise<PersonFace[]> {
  if (personIds.length === 0) return [];
  const rows = await selectFaces(ctx, communityId, personIds);
  return rows.map((row) => ({ ...row, card: readCard(row.card), privacy: privacyShape.parse(row.privacy) }));
}
