import { sql } from 'kysely';
import type { MentionShown, PictureShown } from '../../carriers/index.ts';

/** What a message can be. */
export type MessageKind = 'text' | 'image' | 'announcement' | 'system';

/** Where a message comes from: said now, read from a history, made as an example. */
export type Origin = 'live' | 'import' | 'sample';

/** A message as it is stored. */
export interface MessageRow {
  communityId: string;
  groupId: string;
  id: string;
  seq: number;
  changedSeq: number;
  at: Date;
  origin: Origin;
  kind: MessageKind;
  authorId: string;
  operatorId: string | null;
  clientId: string | null;
  externalId: string | null;
  text: string;
  picture: PictureShown | null;
  replyTo: string | null;
  mentions: MentionShown[] | null;
  pinnedAt: Date | null;
  editedAt: Date | null;
  recalledAt: Date | null;
}

/** A group's place in every key of this module. */
export interface Place {
  communityId: string;
  groupId: string;
}

/** The columns of `MessageRow` from `messages m`. */
export const messageColumns = sql`m.community_id as "communityId", m.group_id as "groupId", m.id, m.seq,
  m.changed_seq as "changedSeq", m.at, m.origin, m.kind, m.author_id as "authorId", m.operator_id as "operatorId",
  m.client_id as "clientId", m.external_id as "externalId", m.text, m.picture, m.reply_to as "replyTo", m.mentions,
  m.pinned_at as "pinnedAt", m.edited_at as "editedAt", m.recalled_at as "recalledAt"`;
