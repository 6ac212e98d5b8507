/**
 * A list of guests that the team brings along, as this module writes one: tried first, then its good rows are written. Headings and words
 * are known in all three languages. Who is in the book by name already stays as they are, so the same file twice changes nothing.
 */
import { readTable, type ReadTable } from '../../lib/spreadsheet/read-table.ts';
import { UnreadableTable } from '../../lib/spreadsheet/table.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { locales, type TextKey } from '../platform/i18n.ts';
import { guestsErrors } from './errors.ts';
import { guestFields } from './fields.ts';
import { fileColumns } from './file.ts';
import { createGuest } from './guest.ts';
import { nameKey } from './names.ts';
import { guestKinds, selectNamed, sources, stages, type GuestWords, type Stage } from './store/guests.ts';

/** A book has a few hundred guests; who brings more brings something else. */
const mostRows = 1000;

type Column = (typeof fileColumns)[number];

/** Why a row can't be taken. */
export interface BadRow {
  /** Its number in the file. */
  row: number;
  column: Column;
  value: string;
}

/** What a list would do, or has done. */
export interface ListVerdict {
  /** Guests that are new. */
  added: number;
  /** Rows whose name is in the book, or stands further up, already. */
  known: number;
  bad: BadRow[];
}

type NewGuest = GuestWords & { stage: Stage };

/** Tries a list, or (`write`) takes its good rows into the book. */
export async function bringGuests(
  ctx: Ctx,
  communityId: string,
  { bytes, write }: { bytes: Uint8Array; write: boolean },
): Promise<ListVerdict> {
  const [head, ...rows] = readRows(bytes);
  const columns = (head?.cells ?? []).map((heading) => readWord(ctx, 'file', fileColumns, heading));
  if (!columns.includes('name')) throw guestsErrors.unreadable();
  const read = rows.map((row) => readRow(ctx, columns, row));
  const bad = read.flatMap((one) => ('bad' in one ? [one.bad] : []));
  const good = read.flatMap((one) => ('guest' in one ? [one.guest] : []));
  return inTransaction(ctx, async (inner) => {
    const names = good.map(({ name }) => nameKey(name));
    const seen = new Set((await selectNamed(inner, communityId, names)).map(({ name }) => nameKey(name)));
    let added = 0;
    for (const guest of good) {
      const key = nameKey(guest.name);
      if (seen.has(key)) continue;
      seen.add(key);
      added++;
      if (write) await createGuest(inner, communityId, guest);
    }
    if (write) await recordAudit(inner, { communityId, action: 'guests.bring_guests', detail: { guests: added } });
    return { added, known: good.length - added, bad };
  });
}

function readRows(bytes: Uint8Array): ReadTable['rows'] {
  try {
    return readTable(bytes, { limits: { rows: mostRows, columns: 40, cell: 2000, unpacked: 16 * 1024 * 1024 } }).rows;
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    throw guestsErrors.unreadable({}, error);
  }
}

/** Which of some codes a word stands for, in whatever language. */
function readWord<Code extends string>(
  ctx: Ctx,
  place: 'file' | 'kind' | 'stage' | 'source',
  codes: readonly Code[],
  word: string,
): Code | undefined {
  const typed = word.trim().toLowerCase();
  return codes.find(
    (code) =>
      code === typed ||
      locales.some(
        (locale) =>
          ctx.services.i18n
            .translator(locale)(`guests:${place}.${code}` as TextKey)
            .toLowerCase() === typed,
      ),
  );
}

function readRow(
  ctx: Ctx,
  columns: readonly (Column | undefined)[],
  { number, cells }: ReadTable['rows'][number],
): { guest: NewGuest } | { bad: BadRow } {
  const cell = (column: Column) => (cells[columns.indexOf(column)] ?? '').trim();
  const bad = (column: Column) => ({ bad: { row: number, column, value: cell(column).slice(0, 100) } });
  const code = <Code extends string>(place: 'kind' | 'stage' | 'source', codes: readonly Code[], usual: Code) =>
    cell(place) === '' ? usual : readWord(ctx, place, codes, cell(place));
  const kind = code('kind', guestKinds, 'speaker');
  const stage = code('stage', stages, 'known');
  // What a list does not say nobody has asked for.
  const source = code('source', sources, 'introduced');
  if (!kind) return bad('kind');
  if (!stage) return bad('stage');
  if (!source) return bad('source');
  const texts = ['name', 'field', 'intro', 'source_note', 'promises', 'contact', 'fee'] as const;
  const words: Partial<Record<(typeof texts)[number], string>> = {};
  for (const column of texts) {
    const shape = column === 'source_note' ? guestFields.sourceNote : guestFields[column];
    const checked = shape.safeParse(cell(column));
    if (!checked.success) return bad(column);
    words[column] = checked.data;
  }
  const {
    name = '',
    field = '',
    intro = '',
    promises = '',
    contact = '',
    fee = '',
    source_note: sourceNote = '',
  } = words;
  const rest = { name, field, intro, promises, contact, fee, sourceNote };
  return { guest: { ...rest, kind, stage, source, platforms: [], identityId: null } };
}
