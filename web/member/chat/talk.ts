import { answerOf, api, uploadBytes } from '../../kit/api.ts';
import type { Message, ReactionKey } from '../../kit/message.ts';
import { settled } from '../group.ts';

/** A part of the talk, oldest first. */
export interface TalkPage {
  items: Message[];
  lastSeq: number;
  hasMore: boolean;
  /** Where the next older page ends; null at the beginning of the talk. */
  olderCursor: string | null;
  /** Where the next newer page begins; null at the end. */
  newerCursor: string | null;
  /** How far I have read. */
  readSeq: number;
}

/** Which part of the talk: the newest, above or below a cursor, changed after a number, or around one message. */
export interface TalkQuery {
  before?: string;
  following?: string;
  after?: number;
  around?: string;
  limit?: number;
}

/** What is sent. */
export interface Draft {
  clientId: string;
  kind: 'text' | 'image';
  text?: string;
  pictureId?: string;
  replyTo?: string;
  mentions?: string[];
}

const messagesPath = '/api/member/groups/{groupId}/messages';

/** Reads a part of the talk. */
export async function readTalk(groupId: string, query: TalkQuery): Promise<TalkPage> {
  return answerOf(api.GET(messagesPath, { params: { path: { groupId }, query } }));
}

/** Posts a message; the client id makes every repeat the same message. */
export async function postMessage(groupId: string, draft: Draft): Promise<Message> {
  const call = api.POST(messagesPath, {
    params: { path: { groupId } },
    body: draft,
    headers: { 'Idempotency-Key': draft.clientId },
  });
  return (await answerOf(call)).message;
}

/** Takes a message back. */
export async function recallMessage(groupId: string, messageId: string): Promise<Message> {
  const path = '/api/member/groups/{groupId}/messages/{messageId}/recall';
  return (await answerOf(api.POST(path, { params: { path: { groupId, messageId } }, body: {} }))).message;
}

/** Gives or takes back one word of response. */
export async function react(
  groupId: string,
  messageId: string,
  word: { key: ReactionKey; isOn: boolean },
): Promise<Message> {
  const params = { path: { groupId, messageId, key: word.key } };
  const path = '/api/member/groups/{groupId}/messages/{messageId}/reactions/{key}';
  return (await answerOf(word.isOn ? api.PUT(path, { params }) : api.DELETE(path, { params }))).message;
}

/** Pins a message above the talk or takes it down (stewards and up). */
export async function pinMessage(groupId: string, messageId: string, isOn: boolean): Promise<Message> {
  const params = { path: { groupId, messageId } };
  const path = '/api/member/groups/{groupId}/messages/{messageId}/pin';
  return (await answerOf(isOn ? api.PUT(path, { params }) : api.DELETE(path, { params }))).message;
}

/** Tells how far I have read. */
export async function markRead(groupId: string, seq: number): Promise<void> {
  await settled(api.POST('/api/member/groups/{groupId}/read', { params: { path: { groupId } }, body: { seq } }));
}

/** Pinned messages, last pinned first. */
export async function listPins(groupId: string): Promise<Message[]> {
  return (await answerOf(api.GET('/api/member/groups/{groupId}/pins', { params: { path: { groupId } } }))).items;
}

/** Announcements, newest first. */
export async function listAnnouncements(groupId: string): Promise<Message[]> {
  return (await answerOf(api.GET('/api/member/groups/{groupId}/announcements', { params: { path: { groupId } } })))
    .items;
}

/** Searches the group's talk. */
export async function searchTalk(
  groupId: string,
  query: { q: string; cursor?: string },
): Promise<{ items: Message[]; nextCursor: string | null }> {
  return answerOf(api.GET('/api/member/groups/{groupId}/search', { params: { path: { groupId }, query } }));
}

/** Uploads a picture; the key makes every repeat the same upload. */
export async function uploadPicture(
  groupId: string,
  picture: Blob,
  key: string,
): Promise<{ id: string; width: number; height: number }> {
  return uploadBytes(`/api/member/groups/${encodeURIComponent(groupId)}/pictures`, picture, key);
}
