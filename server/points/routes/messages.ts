/** Routes of gifts at messages: what stands under them, and giving. */
import { z } from 'zod';
import { optionalLine } from '../../communities/index.ts';
import { memberOfGroup } from '../../people/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { giveAtMessage, listGiftsAtMessages } from '../message-gift.ts';
import { giftShape } from './shapes.ts';

const params = z.object({ groupId: z.uuid() });

/** What a member sees of gifts under the messages of a group, and gives. */
export const messageRoutes: readonly Route[] = [
  defineRoute({
    name: 'points.list_at_messages',
    method: 'get',
    path: '/api/member/groups/{groupId}/message-gifts',
    summary: 'Whether points may be given here, and the sum that some messages have brought, without who gave how much',
    access: memberOfGroup,
    params,
    query: z.strictObject({
      messages: z
        .string()
        .max(4000)
        .transform((list) => list.split(','))
        .pipe(z.array(z.uuid()).min(1).max(100)),
    }),
    response: z.object({
      on: z.boolean(),
      items: z.array(z.object({ messageId: z.uuid(), points: z.int(), isMine: z.boolean() })),
    }),
    handle: (ctx, { params: { groupId }, query }) => listGiftsAtMessages(ctx, groupId, query.messages),
  }),
  defineRoute({
    name: 'points.give_at_message',
    method: 'post',
    path: '/api/member/groups/{groupId}/messages/{messageId}/gifts',
    summary: 'Give points to whoever wrote a message, with a line of thanks; the same id gives once',
    access: memberOfGroup,
    limit: { name: 'points.give', per: 'actor', burst: 20, perMinute: 20 },
    params: params.extend({ messageId: z.uuid() }),
    body: z.strictObject({ id: z.uuid(), amount: z.int().min(1).max(100_000), note: optionalLine(60) }),
    response: giftShape,
    status: 201,
    handle: (ctx, { params: { groupId, messageId }, body }) =>
      giveAtMessage(ctx, groupId, { ...body, note: body.note ?? '', messageId }),
  }),
];
