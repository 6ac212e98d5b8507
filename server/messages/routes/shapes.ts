/** Shapes that the routes of members and of the team share. */
import { z } from 'zod';
import { messageShape, reactionKeys } from '../../carriers/index.ts';

/** One message in the answer. */
export const oneMessage = z.object({ message: messageShape });

/** Which stretch of the talk; at most one of the five ways. */
export const stretchQuery = z
  .strictObject({
    before: z.string().max(200).optional(),
    following: z.string().max(200).optional(),
    after: z.coerce.number().int().min(0).optional(),
    around: z.uuid().optional(),
    day: z.iso.date().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .describe(
    'before/following: cursors of a page; after: everything new or changed since that seq; around: a message id; ' +
      'day: where a day begins in the zone of the community, with a few messages before it',
  );

/** A stretch of the talk. */
export const stretchShape = z.object({
  items: z.array(messageShape),
  lastSeq: z.int(),
  hasMore: z.boolean(),
  olderCursor: z.string().nullable(),
  newerCursor: z.string().nullable(),
});

/** What to search for. */
export const searchQuery = z.strictObject({
  q: z.string().max(100).default(''),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  author: z.uuid().optional(),
  kind: z.enum(['text', 'image', 'announcement', 'system']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

/** A page of messages. */
export const messagePage = z.object({ items: z.array(messageShape), nextCursor: z.string().nullable() });

/** Query of a plain list. */
export const listQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** One of the reactions. */
export const reactionKey = z.enum(reactionKeys);

/** From the query to the wish. */
export function searchWish(query: z.output<typeof searchQuery>) {
  const { q, from, to, author, kind, cursor, limit } = query;
  return {
    q,
    kind,
    cursor,
    limit,
    authorId: author,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
  };
}
