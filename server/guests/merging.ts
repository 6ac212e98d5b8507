/** Two rows of one guest become one: nothing of what either says is lost, and what both say differently stands below each other. */
import { inTransaction, type Ctx } from '../platform/context.ts';
import { guestsErrors } from './errors.ts';
import { audit, lockGuest, note } from './guest.ts';
import { dropNextStep } from './next-step.ts';
import {
  recountAppearances,
  setMerged,
  updateGuest,
  type Guest,
  type GuestId,
  type GuestWords,
} from './store/guests.ts';
import { tokensOf } from './tokens.ts';

/** Makes another guest a part of this one. */
export async function mergeGuests(ctx: Ctx, id: GuestId, otherId: string): Promise<Guest> {
  if (id.guestId === otherId) throw guestsErrors.same_guest();
  const { communityId } = id;
  return inTransaction(ctx, async (inner) => {
    // In one order, so that two who merge the same two never wait for each other.
    const [first, second] = [id.guestId, otherId].sort();
    const rows = [
      await lockGuest(inner, { communityId, guestId: first! }),
      await lockGuest(inner, { communityId, guestId: second! }),
    ];
    const kept = rows.find((row) => row.id === id.guestId)!;
    const other = rows.find((row) => row.id === otherId)!;
    if (kept.identityId !== null && other.identityId !== null && kept.identityId !== other.identityId)
      throw guestsErrors.two_people();
    await dropNextStep(inner, other);
    await setMerged(inner, { communityId, guestId: otherId }, kept.id);
    const words = joinWords(kept, other);
    const merged = await updateGuest(inner, id, { ...words, tokens: tokensOf(words) });
    await recountAppearances(inner, id);
    await note(inner, kept, { kind: 'merged', words: other.name });
    await audit(inner, 'merge_guests', kept, { merged: otherId });
    return merged;
  });
}

function joinWords(kept: Guest, other: Guest): GuestWords {
  const both = (of: 'intro' | 'contact' | 'fee' | 'sourceNote' | 'promises') =>
    [...new Set([kept[of], other[of]].filter((text) => text !== ''))].join('\n');
  const places = new Set(kept.platforms.map(({ place, name }) => `${place} ${name}`));
  const more = other.platforms.filter(({ place, name }) => !places.has(`${place} ${name}`));
  return {
    ...kept,
    field: kept.field || other.field,
    intro: both('intro'),
    contact: both('contact'),
    fee: both('fee'),
    sourceNote: both('sourceNote'),
    promises: both('promises'),
    platforms: [...kept.platforms, ...more],
    // Whoever was asked once has been asked.
    source: kept.source === 'introduced' ? other.source : kept.source,
    identityId: kept.identityId ?? other.identityId,
  };
}
