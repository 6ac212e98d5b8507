/** The guest book as a file. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { exportGuestBook } from '../file.ts';
import { guestQuery, readFilter } from './guests.ts';
import { communityParams } from './shapes.ts';

const file = '/api/communities/{communityId}/guests-file';
const format = z.enum(['csv', 'xlsx']).default('csv');

/** Routes of files. */
export const fileRoutes: readonly Route[] = [
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
