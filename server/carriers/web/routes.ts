/** Routes of members of the built-in group: say something, upload a picture, read the team's private notes. */
import { z } from 'zod';
import { currentMembership, memberOfGroup } from '../../people/index.ts';
import { newPictureShape, pictureLimits, receivePicture } from '../../platform/files/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { messageShape } from '../message-shape.ts';
import { listNotes, seeNotes } from '../note.ts';
import { postMessage } from './post.ts';

const groupParams = z.object({ groupId: z.uuid() });

/** Chosen by the sender's own program, new for each message and kept for its repeats. */
export const clientIdShape = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** Longer than any message may be, so that the refusal of a long one can name the limit. */
const longestBody = 20_000;

const mention = z.union([z.uuid(), z.literal('all')]);

const postBody = z.strictObject({
  clientId: clientIdShape,
  kind: z.enum(['text', 'image']).default('text'),
  text: z.string().max(longestBody).default(''),
  pictureId: z.uuid().nullish(),
  replyTo: z.uuid().nullish(),
  mentions: z.array(mention).max(200).default([]),
});

/** Routes of the built-in group. */
export const webRoutes: readonly Route[] = [
  defineRoute({
    name: 'carriers.post_message',
    method: 'post',
    path: '/api/member/groups/{groupId}/messages',
    summary:
      'Say something; 201 means that it is recorded for good. A repeat with the same clientId gives the same message',
    access: memberOfGroup,
    limit: { name: 'carriers.post', per: 'actor', burst: 200, perMinute: 600 },
    params: groupParams,
    body: postBody,
    response: z.object({ message: messageShape, duplicate: z.boolean() }),
    status: 201,
    // Committed with the other posts of this moment, and shielded from repeats by the client id.
    transaction: false,
    handle: async (ctx, { params: { groupId }, body }) => {
      const me = await currentMembership(ctx, groupId);
      const { clientId, kind, text, pictureId = null, replyTo = null, mentions } = body;
      const result = await postMessage(ctx, me, { clientId, kind, text, pictureId, replyTo, mentions });
      if (!result.ok) throw result.error;
      return { message: result.message, duplicate: result.duplicate };
    },
  }),
  defineRoute({
    name: 'carriers.upload_picture',
    method: 'post',
    path: '/api/member/groups/{groupId}/pictures',
    summary: 'Upload a picture to post it in the group (JPEG, PNG, WebP, GIF, AVIF; at most 12 MB)',
    access: memberOfGroup,
    limit: { name: 'carriers.upload', per: 'actor', burst: 20, perMinute: 20 },
    params: groupParams,
    body: 'binary',
    maxBodyBytes: pictureLimits.bytes,
    response: newPictureShape,
    status: 201,
    transaction: false,
    handle: async (ctx, { params: { groupId }, request }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      return receivePicture(ctx, request, { communityId, uploader: { kind: 'identity', id: identityId } });
    },
  }),
  defineRoute({
    name: 'carriers.list_notes',
    method: 'get',
    path: '/api/member/groups/{groupId}/notes',
    summary: "The team's private words to oneself, newest first",
    access: memberOfGroup,
    params: groupParams,
    response: z.object({
      from: z.string(),
      items: z.array(z.object({ id: z.uuid(), text: z.string(), at: z.string(), seenAt: z.string().nullable() })),
    }),
    handle: async (ctx, { params: { groupId } }) => {
      const { from, items } = await listNotes(ctx, await currentMembership(ctx, groupId));
      return {
        from,
        items: items.map((note) => ({
          ...note,
          at: note.at.toISOString(),
          seenAt: note.seenAt?.toISOString() ?? null,
        })),
      };
    },
  }),
  defineRoute({
    name: 'carriers.see_notes',
    method: 'post',
    path: '/api/member/groups/{groupId}/notes/seen',
    summary: 'The notes that are there now have been seen',
    access: memberOfGroup,
    params: groupParams,
    body: z.strictObject({}),
    handle: async (ctx, { params: { groupId } }) => seeNotes(ctx, await currentMembership(ctx, groupId)),
  }),
];
