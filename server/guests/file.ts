/** The guest book as a file: exactly whom the filter leaves, what is private only for who may read it and asks for it. */
import { Readable } from 'node:stream';
import { writeCsv } from '../../lib/spreadsheet/csv.ts';
import { writeXlsx, type Cell } from '../../lib/spreadsheet/xlsx.ts';
import { getZone } from '../communities/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { listGuests, type GuestPage } from './guest.ts';
import type { Guest } from './store/guests.ts';

/** Columns of the file in their order; the last two are private. */
export const fileColumns = [
  'name',
  'kind',
  'field',
  'intro',
  'stage',
  'source',
  'source_note',
  'platforms',
  'promises',
  'held',
  'last_on',
  'next_on',
  'contact',
  'fee',
] as const;

/** What is to be written. */
export interface FileWish {
  filter: GuestPage['filter'];
  format: 'csv' | 'xlsx';
  private: boolean;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const step = 200;

/** Answers with the file. */
export async function exportGuestBook(ctx: Ctx, communityId: string, wish: FileWish): Promise<Response> {
  const zone = await getZone(ctx, communityId);
  const guests: Guest[] = [];
  let cursor: string | undefined;
  do {
    const page = await listGuests(ctx, communityId, { filter: wish.filter, order: 'new', cursor, limit: step });
    guests.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const detail = { guests: guests.length, format: wish.format, private: wish.private };
  await inTransaction(ctx, (inner) => recordAudit(inner, { communityId, action: 'guests.export_guests', detail }));
  const columns = wish.private ? fileColumns : fileColumns.slice(0, -2);
  const rows = [
    columns.map((column) => ctx.t(`guests:file.${column}`)),
    ...guests.map((guest) => {
      const line = lineOf(ctx, guest, zone);
      return columns.map((column) => line[column]);
    }),
  ];
  const bytes = wish.format === 'csv' ? writeCsv(rows) : writeXlsx(ctx.t('guests:file.sheet'), rows);
  return new Response(
    Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array<ArrayBuffer>>,
    {
      headers: {
        'content-type': contentTypes[wish.format],
        'content-disposition': `attachment; filename="guests-${localDay(ctx.now(), zone)}.${wish.format}"`,
      },
    },
  );
}

function lineOf(ctx: Ctx, guest: Guest, zone: string): Record<(typeof fileColumns)[number], Cell> {
  const { name, field, intro, promises, contact, fee, held, lastOn, nextAt, sourceNote } = guest;
  const platforms = guest.platforms.map(({ place, name: account, followers }) =>
    [place, account, ...(followers === null ? [] : [followers])].join(' '),
  );
  return {
    name,
    field,
    intro,
    promises,
    contact,
    fee,
    held,
    kind: ctx.t(`guests:kind.${guest.kind}`),
    stage: ctx.t(`guests:stage.${guest.stage}`),
    source: ctx.t(`guests:source.${guest.source}`),
    source_note: sourceNote,
    platforms: platforms.join('\n'),
    last_on: lastOn,
    next_on: nextAt === null ? null : localDay(nextAt, zone),
  };
}
