/**
 * Guests: people outside whom the community wants to win, and what is known of them. What is private is written by whoever looks after
 * guests, but read only by those who may, each time with a line in the audit log; and a name never goes into a log.
 */
import { nameKey } from './names.ts';
import { findIdentity } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isCalendarDay, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import { userOf } from '../team/index.ts';
import { guestsErrors } from './errors.ts';
import * as store from './store/guests.ts';
import type { Guest, GuestFilter, GuestId, GuestWords, orders, Stage } from './store/guests.ts';
import { insertHistory, type HistoryEntry } from './store/history.ts';
import { readAsked, tokensOf } from './tokens.ts';

/** A page of guests as it is asked for. */
export interface GuestPage {
  filter: Omit<GuestFilter, 'asked'> & { q?: string | undefined };
  order: (typeof orders)[number];
  cursor?: string | undefined;
  limit: number;
}

/** Guests who fit, in the order that was asked for. */
export async function listGuests(
  ctx: Ctx,
  communityId: string,
  { filter: { q = '', ...filter }, order, cursor, limit }: GuestPage,
): Promise<{ items: Guest[]; nextCursor: string | null }> {
  const asked = readAsked(q);
  // What holds nothing that can be looked for fits nobody.
  if (q !== '' && asked.length === 0) return { items: [], nextCursor: null };
  const after = cursor === undefined ? null : readMark(cursor, order);
  const page = { filter: { ...filter, asked }, order, after, limit: limit + 1 };
  return toPage(await store.selectGuests(ctx, communityId, page), limit, (guest) => [keyOf(guest, order), guest.id]);
}

function keyOf({ nextAt, createdAt, lastOn }: Guest, order: GuestPage['order']): string {
  if (order === 'next') return nextAt?.toISOString() ?? 'infinity';
  return order === 'new' ? createdAt.toISOString() : (lastOn ?? '-infinity');
}

function readMark(cursor: string, order: GuestPage['order']): store.GuestMark {
  const [key, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  const known = {
    next: key === 'infinity' || isMoment(key),
    new: isMoment(key),
    last: key === '-infinity' || isCalendarDay(key),
  };
  if (!known[order] || !isId(id)) throw platformErrors.bad_cursor();
  return { key, id };
}

/** A guest; throws `platform.not_found`. */
export async function getGuest(ctx: Ctx, id: GuestId): Promise<Guest> {
  const guest = await store.selectGuest(ctx, id);
  if (!guest) throw platformErrors.not_found();
  return guest;
}

/** The same, and nobody else changes them until the transaction ends. */
export async function lockGuest(ctx: Ctx, id: GuestId): Promise<Guest> {
  const guest = await store.lockGuest(ctx, id);
  if (!guest) throw platformErrors.not_found();
  return guest;
}

/** Writes somebody down; also gives others of the same name, who may be the same person. */
export async function createGuest(
  ctx: Ctx,
  communityId: string,
  { stage, ...words }: GuestWords & { stage: Stage },
): Promise<{ guest: Guest; alike: Guest[] }> {
  return inTransaction(ctx, async (inner) => {
    await checkPerson(inner, communityId, words.identityId);
    const alike = await store.selectNamed(inner, communityId, [nameKey(words.name)]);
    const id = newId(inner.now());
    const guest = await store.insertGuest(inner, { ...words, communityId, id, stage, tokens: tokensOf(words) });
    await note(inner, guest, { kind: 'created', toStage: stage });
    await audit(inner, 'create_guest', guest);
    return { guest, alike };
  });
}

/** Changes what is known of a guest who still is as their editor has seen them (`version`). */
export async function changeGuest(
  ctx: Ctx,
  id: GuestId & { version: number },
  change: { [Key in keyof GuestWords]?: GuestWords[Key] | undefined },
): Promise<Guest> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockGuest(inner, id);
    if (before.version !== id.version) throw guestsErrors.changed_meanwhile();
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const words: GuestWords = { ...before, ...given };
    if (words.identityId !== before.identityId) await checkPerson(inner, id.communityId, words.identityId);
    const guest = await store.updateGuest(inner, id, { ...words, tokens: tokensOf(words) });
    await audit(inner, 'change_guest', guest, { fields: Object.keys(given) });
    return guest;
  });
}

/** How to reach a guest and what they take; the audit log keeps who has read it. */
export async function readPrivate(ctx: Ctx, id: GuestId): Promise<Pick<Guest, 'contact' | 'fee'>> {
  return inTransaction(ctx, async (inner) => {
    const guest = await getGuest(inner, id);
    await audit(inner, 'read_private', guest);
    return { contact: guest.contact, fee: guest.fee };
  });
}

/** Moves a relation to another stage, with a word about why; the way there is kept. */
export async function moveGuest(ctx: Ctx, id: GuestId, { to, words }: { to: Stage; words: string }): Promise<Guest> {
  return inTransaction(ctx, async (inner) => {
    const before = await lockGuest(inner, id);
    if (before.stage === to) return before;
    const guest = await store.updateStage(inner, id, to);
    await note(inner, guest, { kind: 'stage', fromStage: before.stage, toStage: to, words });
    await audit(inner, 'move_guest', guest, { from: before.stage, to });
    return guest;
  });
}

/** Keeps a word about a guest in their history. */
export async function addNote(ctx: Ctx, id: GuestId, words: string): Promise<void> {
  await inTransaction(ctx, async (inner) => note(inner, await lockGuest(inner, id), { kind: 'note', words }));
}

/** Adds a line to the history of a guest. */
export async function note(
  ctx: Ctx,
  { communityId, id }: Pick<Guest, 'communityId' | 'id'>,
  entry: Pick<HistoryEntry, 'kind'> & { fromStage?: Stage; toStage?: Stage; words?: string },
): Promise<void> {
  const { kind, fromStage = null, toStage = null, words = '' } = entry;
  const row = { id: newId(ctx.now()), kind, fromStage, toStage, note: words, byId: userOf(ctx.actor) };
  await insertHistory(ctx, { communityId, guestId: id }, row);
}

/** Keeps in the audit log what was done with a guest; never their name. */
export async function audit(
  ctx: Ctx,
  what: string,
  { communityId, id }: Pick<Guest, 'communityId' | 'id'>,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(ctx, { communityId, action: `guests.${what}`, target: { kind: 'guest', id }, detail });
}

async function checkPerson(ctx: Ctx, communityId: string, identityId: string | null): Promise<void> {
  if (identityId === null) return;
  const identity = await findIdentity(ctx, communityId, identityId);
  if (identity?.kind !== 'member') throw guestsErrors.unknown_person();
}
