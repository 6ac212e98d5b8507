/** Being forgotten, as a guest or as a member; taking one's data along; what this module gives to the full export. */
import { partsOfTables } from '../communities/index.ts';
import type { PersonEraser, PersonExporter } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { eraseTasksAbout } from '../team/index.ts';
import { audit, lockGuest } from './guest.ts';
import type { GuestId } from './store/guests.ts';
import { deleteGuest, exportTables, selectGuestsOf, selectOwnRows } from './store/privacy.ts';

/** Forgets a guest: what was written of them, their history, and what tasks say. The audit log keeps that somebody was forgotten. */
export async function forgetGuest(ctx: Ctx, id: GuestId): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    const guest = await lockGuest(inner, id);
    await forget(inner, id);
    await audit(inner, 'forget_guest', guest);
  });
}

async function forget(ctx: Ctx, { communityId, guestId }: GuestId): Promise<number> {
  await eraseTasksAbout(ctx, { communityId, identityIds: [guestId] });
  return deleteGuest(ctx, { communityId, guestId });
}

/** Whoever is forgotten as a member is forgotten as a guest. */
export const eraseGuests: PersonEraser = {
  name: 'guests',
  erase: async (ctx, who) => {
    let rows = 0;
    for (const guestId of await selectGuestsOf(ctx, who)) rows += await forget(ctx, { ...who, guestId });
    return { done: true, rows };
  },
};

/** What the guest book says of a member. */
export const exportGuests: PersonExporter = { name: 'guests', export: selectOwnRows };

/** Parts of the full export. */
export const guestParts = partsOfTables('guests', exportTables);
