import { z } from 'zod';
import { platformErrors } from '../errors.ts';

/** Query fields of every list. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The shape of a page of `item`s. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Packs the sort keys of the last row of a page into an opaque text. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads a cursor back, with the expected number of keys; throws `platform.bad_cursor` for anything else. */
export function decodeCursor(cursor: string, size: number): (string | number)[] {
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (
      Array.isArray(keys) &&
      keys.length === size &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number')
    ) {
      return keys as (string | number)[];
    }
  } catch {
    // Falls through to the same refusal.
  }
  throw platformErrors.bad_cursor();
}

/** Whether a sort key is a moment as `toISOString` writes it, so that the database can read it, too. */
export function isMoment(key: unknown): key is string {
  if (typeof key !== 'string' || key.length !== 24) return false;
  const at = new Date(key);
  return !Number.isNaN(at.getTime()) && at.toISOString() === key;
}

/** Whether a sort key is a day of the calendar, `YYYY-MM-DD`. */
export function isCalendarDay(key: unknown): key is string {
  return typeof key === 'string' && isMoment(`${key}T00:00:00.000Z`);
}

/** Cuts `limit + 1` fetched rows into a page; `keysOf` gives the sort keys of a row. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => (string | number)[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}
