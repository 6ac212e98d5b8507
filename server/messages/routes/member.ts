/** Routes of members: read the talk, find, react, take back, mark as read. Posting stands in `carriers`, where it comes in. */
import { z } from 'zod';
import { messageShape, type Author } from '../../carriers/index.ts';
import { getGroup, type Group } from '../../groups/index.ts';
import { currentMembership, memberOfGroup } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { pinMessage, reactToMessage, recallMessage } from '../change.ts';
import { listAnnouncements, listPinned, readStretch } from '../history.ts';
import { countUnread, findRead, markRead } from '../reads.ts';
import { searchMessages } from '../search.ts';
import {
  listQuery,
  messagePage,
  oneMessage,
  reactionKey,
  searchQuery,
  searchWish,
  stretchQuery,
  stretchShape,
} from './shapes.ts';

const base = '/api/member/groups/{groupId}';
const groupParams = z.object({ groupId: z.uuid() });
const messageParams = groupParams.extend({ messageId: z.uuid() });
const reactionParams = messageParams.extend({ key: reactionKey });
const nothing = z.strictObject({});
const changeLimit = { name: 'messages.change', per: 'actor', burst: 60, perMinute: 120 } as const;

interface Me {
  group: Group;
  author: Author;
}

async function enter(ctx: Ctx, groupId: string): Promise<Me> {
  const { communityId, identityId, name, pictureId, membership } = await currentMembership(ctx, groupId);
  const author: Author = { identityId, name, pictureId, role: membership.role, kind: 'member' };
  return { group: await getGroup(ctx, communityId, groupId), author };
}

const setReaction = (on: boolean): Route =>
  defineRoute({
    name: on ? 'messages.add_reaction' : 'messages.remove_reaction',
    method: on ? 'put' : 'delete',
    path: `${base}/messages/{messageId}/reactions/{key}`,
    summary: on ? 'Give a reaction; twice is the same as once' : 'Take a reaction away; twice is the same as once',
    access: memberOfGroup,
    limit: changeLimit,
    params: reactionParams,
    response: oneMessage,
    handle: async (ctx, { params: { groupId, messageId, key } }) => {
      const { group, author } = await enter(ctx, groupId);
      return { message: await reactToMessage(ctx, { group, messageId, by: { member: author } }, { key, on }) };
    },
  });

const setPin = (on: boolean): Route =>
  defineRoute({
    name: on ? 'messages.pin_as_steward' : 'messages.unpin_as_steward',
    method: on ? 'put' : 'delete',
    path: `${base}/messages/{messageId}/pin`,
    summary: on ? 'Pin a message (stewards, admins, owner)' : 'Unpin a message (stewards, admins, owner)',
    access: memberOfGroup,
    limit: changeLimit,
    params: messageParams,
    response: oneMessage,
    handle: async (ctx, { params: { groupId, messageId } }) => {
      const { group, author } = await enter(ctx, groupId);
      return { message: await pinMessage(ctx, { group, messageId, by: { member: author } }, on) };
    },
  });

/** Routes of members. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'messages.read_talk',
    method: 'get',
    path: `${base}/messages`,
    summary:
      'The talk: the newest page, pages before and after it, around a message, at the beginning of a day, or what is new or changed since a number',
    access: memberOfGroup,
    params: groupParams,
    query: stretchQuery,
    response: stretchShape.extend({ readSeq: z.int() }),
    handle: async (ctx, { params: { groupId }, query }) => {
      const { group, author } = await enter(ctx, groupId);
      const stretch = await readStretch(ctx, group, { wish: query, viewer: author });
      return { ...stretch, readSeq: await findRead(ctx, group, author.identityId) };
    },
  }),
  defineRoute({
    name: 'messages.recall_own',
    method: 'post',
    path: `${base}/messages/{messageId}/recall`,
    summary: 'Take a message back: your own shortly after posting it; stewards, admins and the owner any',
    access: memberOfGroup,
    limit: changeLimit,
    params: messageParams,
    body: nothing,
    response: oneMessage,
    handle: async (ctx, { params: { groupId, messageId } }) => {
      const { group, author } = await enter(ctx, groupId);
      return { message: await recallMessage(ctx, { group, messageId, by: { member: author } }) };
    },
  }),
  setReaction(true),
  setReaction(false),
  setPin(true),
  setPin(false),
  defineRoute({
    name: 'messages.mark_read',
    method: 'post',
    path: `${base}/read`,
    summary: 'You have read up to this number; it never goes back',
    access: memberOfGroup,
    limit: { name: 'messages.read', per: 'actor', burst: 60, perMinute: 300 },
    params: groupParams,
    body: z.strictObject({ seq: z.int().min(0) }),
    // Written together with the marks of others; repeating it changes nothing.
    transaction: false,
    handle: async (ctx, { params: { groupId }, body }) => {
      const { group, author } = await enter(ctx, groupId);
      await markRead(ctx, group, { identityId: author.identityId, seq: body.seq });
    },
  }),
  defineRoute({
    name: 'messages.count_unread',
    method: 'get',
    path: `${base}/unread`,
    summary: 'How much is new for you (counted up to 100), and whether somebody spoke to you',
    access: memberOfGroup,
    params: groupParams,
    response: z.object({ unread: z.int(), mentioned: z.boolean() }),
    handle: async (ctx, { params: { groupId } }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      const [counted] = await countUnread(ctx, communityId, [{ groupId, identityId }]);
      return counted!;
    },
  }),
  defineRoute({
    name: 'messages.list_pins',
    method: 'get',
    path: `${base}/pins`,
    summary: 'Pinned messages, last pinned first',
    access: memberOfGroup,
    params: groupParams,
    response: z.object({ items: z.array(messageShape) }),
    handle: async (ctx, { params: { groupId } }) => {
      const { group, author } = await enter(ctx, groupId);
      return { items: await listPinned(ctx, group, author) };
    },
  }),
  defineRoute({
    name: 'messages.list_announcements',
    method: 'get',
    path: `${base}/announcements`,
    summary: 'Announcements, newest first',
    access: memberOfGroup,
    params: groupParams,
    query: listQuery,
    response: messagePage,
    handle: async (ctx, { params: { groupId }, query }) => {
      const { group, author } = await enter(ctx, groupId);
      return listAnnouncements(ctx, group, { ...query, viewer: author });
    },
  }),
  defineRoute({
    name: 'messages.search_group',
    method: 'get',
    path: `${base}/search`,
    summary: 'Find what was said in the group: words, author, kind, time; newest first',
    access: memberOfGroup,
    limit: { name: 'messages.search', per: 'actor', burst: 30, perMinute: 60 },
    params: groupParams,
    query: searchQuery,
    response: messagePage,
    handle: async (ctx, { params: { groupId }, query }) => {
      const { group, author } = await enter(ctx, groupId);
      return searchMessages(ctx, {
        ...searchWish(query),
        communityId: group.communityId,
        groupIds: [group.id],
        viewer: author,
      });
    },
  }),
];
