/** A message as everybody sees it: in the API, in live frames, and as drivers hand over what they have heard. */
import { z } from 'zod';

/** A picture in a message. */
export const pictureShape = z.object({ id: z.uuid(), width: z.int(), height: z.int() });

/** A picture in a message. */
export type PictureShown = z.output<typeof pictureShape>;

/** Somebody who is spoken to; `name` is how they stand in the text behind the @, empty for `all`. */
export const mentionShape = z.object({ identityId: z.union([z.uuid(), z.literal('all')]), name: z.string() });

/** Somebody who is spoken to. */
export type MentionShown = z.output<typeof mentionShape>;

/** Reactions are words: 赞 · 学到了 · 同感 · 笑了 · 抱抱 · 谢谢. */
export const reactionKeys = ['like', 'learned', 'agree', 'laugh', 'hug', 'thanks'] as const;

/** A message on the wire. In live frames, which are the same for everybody, `mine` is false and `clientId` is told to all. */
export const messageShape = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    seq: z.int(),
    changedSeq: z.int(),
    at: z.iso.datetime(),
    author: z.object({
      identityId: z.uuid(),
      name: z.string(),
      pictureId: z.uuid().nullable(),
      role: z.enum(['member', 'steward', 'admin', 'owner']),
      kind: z.enum(['member', 'official', 'bot', 'tombstone']),
    }),
    kind: z.enum(['text', 'image', 'announcement', 'system']),
    text: z.string(),
    picture: pictureShape.nullable(),
    replyTo: z.object({ id: z.uuid(), authorName: z.string(), excerpt: z.string(), recalled: z.boolean() }).nullable(),
    mentions: z.array(mentionShape),
    reactions: z.array(z.object({ key: z.enum(reactionKeys), count: z.int(), mine: z.boolean() })),
    pinned: z.boolean(),
    recalledAt: z.iso.datetime().nullable(),
    editedAt: z.iso.datetime().nullable(),
    clientId: z.string().nullable(),
    readers: z.int().optional(),
    delivery: z.enum(['waiting', 'delivered', 'skipped', 'uncertain', 'refused']).optional(),
  })
  .meta({ id: 'Message' });

/** A message on the wire. */
export type Message = z.output<typeof messageShape>;

/** Who wrote a message. */
export type Author = Message['author'];
