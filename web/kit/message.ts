/** Who said something. */
export interface Author {
  identityId: string;
  name: string;
  pictureId: string | null;
  role: 'member' | 'steward' | 'admin' | 'owner';
  kind: 'member' | 'official' | 'bot' | 'tombstone';
}

/** A message as the API and the live channel give it. */
export interface Message {
  id: string;
  groupId: string;
  /** Its own number in the group. */
  seq: number;
  /** The number of its last change; equal to `seq` when it never changed. */
  changedSeq: number;
  at: string;
  author: Author;
  kind: 'text' | 'image' | 'announcement' | 'system';
  text: string;
  picture: { id: string; width: number; height: number } | null;
  replyTo: { id: string; authorName: string; excerpt: string; recalled: boolean } | null;
  mentions: Mention[];
  reactions: Reaction[];
  pinned: boolean;
  recalledAt: string | null;
  editedAt: string | null;
  /** Made by the sender's page: tells it that the message on its way has arrived. */
  clientId: string | null;
}

/** Somebody (or everybody) called by name. */
export interface Mention {
  identityId: string;
  name: string;
}

/** One word of response and how many gave it. */
export interface Reaction {
  key: ReactionKey;
  count: number;
  mine: boolean;
}

/** The words that answer a message with one tap, in the order in which they are offered. */
export const reactionKeys = ['like', 'learned', 'agree', 'laugh', 'hug', 'thanks'] as const;

/** One of the words. */
export type ReactionKey = (typeof reactionKeys)[number];
