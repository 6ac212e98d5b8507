/** The exchange board: what people of a community offer and need, for a while, and what fits together with the words in common. */
import { listIdentities } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Asker } from './asker.ts';
import { eyesOf } from './directory.ts';
import { introductionsErrors } from './errors.ts';
import { checkPublicText } from './request.ts';
import {
  closeEntry,
  insertEntry,
  lockEntry,
  selectEntries,
  selectEntriesOf,
  selectMatches,
  type Entry,
  type EntryKind,
} from './store/entry.ts';
import { readWords } from './words.ts';

/** So much of one person stands on the board at once. */
const mostEntries = 10;
const mostMatches = 5;

/** An entry as it is shown, with who it is of. */
export interface ShownEntry extends Entry {
  name: string;
  pictureId: string | null;
}

/** An entry of one's own, with what fits. */
export interface OwnEntry extends ShownEntry {
  matches: (ShownEntry & { words: string[] })[];
}

/** Puts something on the board. */
export async function writeEntry(
  ctx: Ctx,
  asker: Asker,
  wish: { kind: EntryKind; text: string; days: number },
): Promise<string> {
  checkPublicText(wish.text);
  const own = await selectEntriesOf(ctx, asker.communityId, asker.identityIds);
  if (own.length >= mostEntries) throw introductionsErrors.too_many_entries({ most: mostEntries });
  const id = newId(ctx.now());
  const { communityId, identityId } = asker;
  const validUntil = new Date(ctx.now().getTime() + wish.days * 86_400_000);
  const { kind, text } = wish;
  await insertEntry(ctx, { communityId, id, identityId, kind, text, terms: readWords(text), validUntil });
  return id;
}

/** Takes one's own entry down. */
export async function takeEntryDown(ctx: Ctx, asker: Asker, { id, isMade }: { id: string; isMade: boolean }) {
  const entry = await lockEntry(ctx, asker.communityId, id);
  if (!entry || !asker.identityIds.includes(entry.identityId)) throw platformErrors.not_found();
  if (entry.closedAt) throw introductionsErrors.already_settled();
  await closeEntry(ctx, entry, { isMade });
}

/** Whether somebody has this on the board now: then everybody may ask to be introduced to them. */
export async function isOnBoard(
  ctx: Ctx,
  communityId: string,
  { entryId, identityId }: { entryId: string; identityId: string },
): Promise<boolean> {
  const entry = await lockEntry(ctx, communityId, entryId);
  if (!entry || entry.identityId !== identityId) return false;
  return entry.closedAt === null && entry.hiddenAt === null && entry.validUntil > ctx.now();
}

/** A page of the board, newest first; without those whom one has blocked, or who has blocked one. */
export async function listBoard(
  ctx: Ctx,
  asker: Asker,
  wish: { kind?: EntryKind | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ShownEntry[]; nextCursor: string | null }> {
  const { hiddenIds } = await eyesOf(ctx, asker);
  const filter = { communityId: asker.communityId, kind: wish.kind ?? null, onlyLiving: true, exceptIds: hiddenIds };
  return listEntries(ctx, filter, wish);
}

/** A page of entries, newest first. */
export async function listEntries(
  ctx: Ctx,
  filter: Parameters<typeof selectEntries>[1],
  wish: { cursor?: string | undefined; limit: number },
): Promise<{ items: ShownEntry[]; nextCursor: string | null }> {
  const after = wish.cursor === undefined ? null : readMark(wish.cursor);
  const rows = await selectEntries(ctx, filter, { after, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  return { items: await nameEntries(ctx, filter.communityId, page.items), nextCursor: page.nextCursor };
}

/** One's own entries with what fits each of them. */
export async function listOwnEntries(ctx: Ctx, asker: Asker): Promise<OwnEntry[]> {
  const { hiddenIds } = await eyesOf(ctx, asker);
  const own = await selectEntriesOf(ctx, asker.communityId, asker.identityIds);
  const exceptIds = [...asker.identityIds, ...hiddenIds];
  const shown: OwnEntry[] = [];
  for (const entry of await nameEntries(ctx, asker.communityId, own)) {
    const rows = entry.hiddenAt ? [] : await selectMatches(ctx, entry, { exceptIds, limit: mostMatches });
    const matches = (await nameEntries(ctx, asker.communityId, rows)).map((match) => ({
      ...match,
      words: match.terms.filter((term) => entry.terms.includes(term)),
    }));
    shown.push({ ...entry, matches });
  }
  return shown;
}

async function nameEntries(ctx: Ctx, communityId: string, rows: readonly Entry[]): Promise<ShownEntry[]> {
  const ids = [...new Set(rows.map(({ identityId }) => identityId))];
  const people = new Map((await listIdentities(ctx, communityId, ids)).map((one) => [one.id, one]));
  return rows.map((row) => ({
    ...row,
    name: people.get(row.identityId)?.name ?? '',
    pictureId: people.get(row.identityId)?.pictureId ?? null,
  }));
}

function readMark(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(id)) throw platformErrors.bad_cursor();
  return { at, id };
}
