/** Private notes: a few words of the team to one member of the built-in group, seen only on that member's own phones. */
import { officialIdentity } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { insertNote, markNotesSeen, selectNotes, type Note } from './store.ts';

/** Keeps a note; the group's members are not told, the member finds it with the next look at their notes. */
export async function keepPrivateNote(
  ctx: Ctx,
  note: { communityId: string; groupId: string; identityId: string; text: string },
): Promise<void> {
  await insertNote(ctx, { ...note, id: newId(ctx.now()) });
}

/** A member's notes in one group, newest first, with the name under which the team speaks. */
export async function listNotes(
  ctx: Ctx,
  seat: { communityId: string; groupId: string; identityId: string },
): Promise<{ from: string; items: Note[] }> {
  const { name } = await officialIdentity(ctx, seat.communityId);
  return { from: name, items: await selectNotes(ctx, seat) };
}

/** Notes that the member has seen the notes that are there now. */
export async function seeNotes(
  ctx: Ctx,
  seat: { communityId: string; groupId: string; identityId: string },
): Promise<void> {
  await markNotesSeen(ctx, seat);
}
