/** Routes of the team: read any group's talk, speak with the official voice, keep order, find over all groups. */
import { z } from 'zod';
import { clientIdShape, messageShape, type PictureShown } from '../../carriers/index.ts';
import { getGroup } from '../../groups/index.ts';
import { listIdentities } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { getPicture } from '../../platform/files/index.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { editMessage, pinMessage, recallMessage } from '../change.ts';
import { messagesErrors } from '../errors.ts';
import { listAnnouncements, listPinned, readStretch } from '../history.ts';
import { teamViewer } from '../present.ts';
import { listReaders } from '../reads.ts';
import { searchMessages } from '../search.ts';
import { errorOfUnsent, send } from '../send.ts';
import { listQuery, messagePage, oneMessage, searchQuery, searchWish, stretchQuery, stretchShape } from './shapes.ts';

const base = '/api/communities/{communityId}/groups/{groupId}';
const params = z.object({ communityId: z.uuid(), groupId: z.uuid() });
const messageParams = params.extend({ messageId: z.uuid() });
const text = z.string().max(20_000);
const read = can('messages.read');
const moderate = can('messages.moderate');
const sendLimit = { name: 'messages.send', per: 'actor', burst: 60, perMinute: 120 } as const;

const sendBody = z.strictObject({
  clientId: clientIdShape,
  kind: z.enum(['text', 'image', 'announcement']).default('text'),
  text: text.default(''),
  pictureId: z.uuid().nullish(),
  replyTo: z.uuid().nullish(),
  mentions: z
    .array(z.union([z.uuid(), z.literal('all')]))
    .max(200)
    .default([]),
  /** What the speaker says of it; without it the program looks at links and wording itself. */
  promotion: z.boolean().nullish(),
  /** Why a promotion has to go beyond the budget; owners and admins only, kept in the audit log. */
  insist: z.string().trim().min(1).max(300).nullish(),
});

async function findPicture(
  ctx: Ctx,
  communityId: string,
  pictureId: string | null | undefined,
): Promise<PictureShown | null> {
  if (!pictureId) return null;
  const picture = await getPicture(ctx, pictureId);
  if (picture?.communityId !== communityId) throw messagesErrors.picture_unknown();
  return { id: picture.id, width: picture.width, height: picture.height };
}

const setPin = (on: boolean): Route =>
  defineRoute({
    name: on ? 'messages.pin_message' : 'messages.unpin_message',
    method: on ? 'put' : 'delete',
    path: `${base}/messages/{messageId}/pin`,
    summary: on ? 'Pin a message' : 'Unpin a message',
    access: moderate,
    params: messageParams,
    response: oneMessage,
    handle: async (ctx, { params: { communityId, groupId, messageId } }) => {
      const group = await getGroup(ctx, communityId, groupId);
      return { message: await pinMessage(ctx, { group, messageId, by: 'team' }, on) };
    },
  });

/** Routes of the team. */
export const teamRoutes: readonly Route[] = [
  defineRoute({
    name: 'messages.read_group_talk',
    method: 'get',
    path: `${base}/messages`,
    summary: "A group's talk, by the same five ways as members read it",
    access: read,
    params,
    query: stretchQuery,
    response: stretchShape,
    handle: async (ctx, { params: { communityId, groupId }, query }) =>
      readStretch(ctx, await getGroup(ctx, communityId, groupId), { wish: query, viewer: teamViewer }),
  }),
  defineRoute({
    name: 'messages.send_message',
    method: 'post',
    path: `${base}/messages`,
    summary: 'Speak with the official voice; where the platform needs human hands, `taskId` says who carries it over',
    access: can('messages.send'),
    limit: sendLimit,
    params,
    body: sendBody,
    response: z.object({ message: messageShape, duplicate: z.boolean(), taskId: z.uuid().nullable() }),
    status: 201,
    handle: async (ctx, { params: { communityId, groupId }, body }) => {
      const { pictureId, ...words } = body;
      const picture = await findPicture(ctx, communityId, pictureId);
      const sent = await send(ctx, { ...words, communityId, groupId, picture });
      if (!sent.ok) throw errorOfUnsent(sent);
      return { message: sent.message, duplicate: sent.duplicate, taskId: sent.taskId };
    },
  }),
  defineRoute({
    name: 'messages.edit_message',
    method: 'patch',
    path: `${base}/messages/{messageId}`,
    summary: 'Change the text of an official message',
    access: can('messages.send'),
    limit: sendLimit,
    params: messageParams,
    body: z.strictObject({ text }),
    response: oneMessage,
    handle: async (ctx, { params: { communityId, groupId, messageId }, body }) => {
      const group = await getGroup(ctx, communityId, groupId);
      return { message: await editMessage(ctx, { group, messageId, by: 'team' }, body) };
    },
  }),
  defineRoute({
    name: 'messages.recall_message',
    method: 'post',
    path: `${base}/messages/{messageId}/recall`,
    summary: 'Take any message back; its text leaves search and quotes at once',
    access: moderate,
    params: messageParams,
    body: z.strictObject({}),
    response: oneMessage,
    handle: async (ctx, { params: { communityId, groupId, messageId } }) => {
      const group = await getGroup(ctx, communityId, groupId);
      return { message: await recallMessage(ctx, { group, messageId, by: 'team' }) };
    },
  }),
  setPin(true),
  setPin(false),
  defineRoute({
    name: 'messages.list_group_pins',
    method: 'get',
    path: `${base}/pins`,
    summary: 'Pinned messages of a group, last pinned first',
    access: read,
    params,
    response: z.object({ items: z.array(messageShape) }),
    handle: async (ctx, { params: { communityId, groupId } }) => ({
      items: await listPinned(ctx, await getGroup(ctx, communityId, groupId), teamViewer),
    }),
  }),
  defineRoute({
    name: 'messages.list_group_announcements',
    method: 'get',
    path: `${base}/announcements`,
    summary: 'Announcements of a group, newest first, with how many have read them',
    access: read,
    params,
    query: listQuery,
    response: messagePage,
    handle: async (ctx, { params: { communityId, groupId }, query }) =>
      listAnnouncements(ctx, await getGroup(ctx, communityId, groupId), { ...query, viewer: teamViewer }),
  }),
  defineRoute({
    name: 'messages.list_readers',
    method: 'get',
    path: `${base}/messages/{messageId}/readers`,
    summary: 'Who has read up to a message, first readers first (at most 500)',
    access: read,
    params: messageParams,
    response: z.object({ count: z.int(), items: z.array(z.object({ identityId: z.uuid(), name: z.string() })) }),
    handle: async (ctx, { params: { communityId, groupId, messageId } }) => {
      const readers = await listReaders(ctx, await getGroup(ctx, communityId, groupId), messageId);
      const names = await listIdentities(ctx, communityId, readers.identityIds);
      const byId = new Map(names.map((identity) => [identity.id, identity.name]));
      const items = readers.identityIds.map((identityId) => ({ identityId, name: byId.get(identityId) ?? '' }));
      return { count: readers.count, items };
    },
  }),
  defineRoute({
    name: 'messages.search_community',
    method: 'get',
    path: '/api/communities/{communityId}/search',
    summary: 'Find what was said in all groups, or in one: words, author, kind, time; newest first',
    access: read,
    limit: { name: 'messages.search', per: 'actor', burst: 60, perMinute: 120 },
    params: z.object({ communityId: z.uuid() }),
    query: searchQuery.extend({ group: z.uuid().optional() }),
    response: messagePage,
    handle: async (ctx, { params: { communityId }, query: { group, ...query } }) => {
      const groupIds = group === undefined ? null : [(await getGroup(ctx, communityId, group)).id];
      return searchMessages(ctx, { ...searchWish(query), communityId, groupIds, viewer: teamViewer });
    },
  }),
];
