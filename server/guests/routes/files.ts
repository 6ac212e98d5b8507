/** The guest book as a file. */
import { z } from 'zod';
import { readBytes } from '../../platform/http/body.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { exportGuestBook, fileColumns } from '../file.ts';
import { bringGuests } from '../list.ts';
import { guestQuery, readFilter } from './guests.ts';
import { communityParams } from './shapes.ts';

const file = '/api/communities/{communityId}/guests-file';
const mostBytes = 2 * 1024 * 1024;
const format = z.enum(['csv', 'xlsx']).default('csv');

/** Routes of files. */
export const fileRoutes: readonly Route[] = [
  defineRoute({
    name: 'guests.bring_guests',
    method: 'post',
    path: file,
    summary:
      'Bring a list along (.xlsx or text with separators): tried first, written when asked; names in the book stay as they are',
    access: can('guests.write'),
    limit: { name: 'guests.bring', per: 'actor', burst: 10, perMinute: 6 },
    params: communityParams,
    query: z.strictObject({ write: z.stringbool().default(false) }),
    body: 'binary',
    maxBodyBytes: mostBytes,
    transaction: false,
    response: z.object({
      added: z.int(),
      known: z.int(),
      bad: z.array(z.object({ row: z.int(), column: z.enum(fileColumns), value: z.string() })),
    }),
    handle: async (ctx, { params, query: { write }, request }) =>
      bringGuests(ctx, params.communityId, { bytes: await readBytes(request, mostBytes), write }),
  }),
  defineRoute({
    name: 'guests.export_guests',
    method: 'get',
    path: file,
    summary: 'The guest book as a file, exactly whom the filter leaves, without what is private',
    access: can('guests.read'),
    params: communityParams,
    query: guestQuery.extend({ format }),
    response: 'binary',
    handle: (ctx, { params, query: { format: wished, ...filter } }) =>
      exportGuestBook(ctx, params.communityId, { filter: readFilter(filter), format: wished, private: false }),
  }),
  defineRoute({
    name: 'guests.export_private',
    method: 'get',
    path: `${file}/private`,
    summary: 'The same with how to reach them; the audit log keeps who has taken it',
    access: can('guests.private'),
    params: communityParams,
    query: guestQuery.extend({ format }),
    response: 'binary',
    handle: (ctx, { params, query: { format: wished, ...filter } }) =>
      exportGuestBook(ctx, params.communityId, { filter: readFilter(filter), format: wished, private: true }),
  }),
];
