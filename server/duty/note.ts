/** Hand-over notes: what one leaves for whoever comes next, shown until they say that they have read it. */
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { userOf } from '../team/index.ts';
import { layOutWatches, whoMustRead } from './calendar.ts';
import { dutyErrors } from './errors.ts';
import { daysAhead, readPlan, type PresentPlan } from './plan.ts';
import * as store from './store.ts';

/** More than that nobody reads at the beginning of a shift. */
const mostUnread = 20;
const mostShown = 30;
/** What was read is forgotten after a month, when the next note is written. */
const keptMs = 30 * 86_400_000;

/** A note, and whether whoever asks may say that they have read it. */
export interface ShownNote extends store.Note {
  mayRead: boolean;
}

/** Notes, latest first. */
export async function listNotes(
  ctx: Ctx,
  communityId: string,
  { plan, unread }: { plan: PresentPlan; unread: boolean },
): Promise<ShownNote[]> {
  const notes = await store.selectNotes(ctx, communityId, { unread, limit: mostShown });
  return notes.map((note) => ({ ...note, mayRead: note.readAt === null && mayRead(ctx, plan, note) }));
}

/** Whether somebody has left a note since a moment, as far as notes are kept. */
export async function hasWrittenNote(
  ctx: Ctx,
  communityId: string,
  { by, since }: { by: string; since: Date },
): Promise<boolean> {
  const notes = await store.selectNotes(ctx, communityId, { unread: false, limit: mostShown });
  return notes.some((note) => note.by === by && note.at >= since);
}

/** Leaves a note for whoever comes next. */
export async function writeNote(ctx: Ctx, communityId: string, text: string): Promise<store.Note> {
  const by = userOf(ctx.actor);
  if (by === null) throw platformErrors.not_allowed();
  return inTransaction(ctx, async (inner) => {
    await store.lockRoster(inner, communityId);
    const unread = await store.selectNotes(inner, communityId, { unread: true, limit: mostUnread });
    if (unread.length >= mostUnread) throw dutyErrors.too_many({ most: mostUnread });
    const note = { id: newId(inner.now()), text, by };
    await store.insertNote(inner, communityId, { ...note, forget: new Date(inner.now().getTime() - keptMs) });
    return { ...note, at: inner.now(), readBy: null, readAt: null };
  });
}

/** Says that one has read a note; saying it twice is saying it once. */
export async function readNote(
  ctx: Ctx,
  { communityId, noteId }: { communityId: string; noteId: string },
): Promise<void> {
  const by = userOf(ctx.actor);
  if (by === null) throw platformErrors.not_allowed();
  await inTransaction(ctx, async (inner) => {
    const note = await store.lockNote(inner, communityId, noteId);
    if (!note) throw platformErrors.not_found();
    if (note.readAt !== null) return;
    if (!mayRead(inner, await readPlan(inner, communityId), note)) throw dutyErrors.not_yours_to_read();
    await store.markRead(inner, communityId, { id: note.id, by });
  });
}

function mayRead(ctx: Ctx, plan: PresentPlan, { by }: Pick<store.Note, 'by'>): boolean {
  const userId = userOf(ctx.actor);
  if (userId === null || userId === by || !plan.team.has(userId)) return false;
  const watches = layOutWatches(plan, { day: plan.today, days: daysAhead });
  const readers = whoMustRead(watches, by, ctx.now().getTime());
  return readers.length === 0 || readers.includes(userId);
}
