import { useQuery } from '@tanstack/react-query';
import { answerOf, api, uploadBytes } from '../../kit/api.ts';
import type { Message as Said } from '../../kit/message.ts';
import type { ApiError } from '../../kit/problem.ts';
import { useChange } from './change.ts';
import type { Page } from './page.ts';

/** What was said, as the team sees it: with readers of announcements and the fate of what was relayed by hand. */
export interface Message extends Said {
  replyTo: (NonNullable<Said['replyTo']> & { recalled?: boolean }) | null;
  readers?: number;
  delivery?: 'waiting' | 'delivered' | 'skipped' | 'uncertain' | 'refused';
}

/** A part of a group's talk. */
export interface Talk {
  items: Message[];
  lastSeq: number;
  hasMore: boolean;
  /** To what stands above and below these; null at the beginning and at the end of the talk. */
  olderCursor: string | null;
  newerCursor: string | null;
  reads?: { identityId: string; seq: number }[];
}

/** What to read of a talk: the newest, what stood before or follows, what changed after, what stands around a hit, a day. */
export interface TalkQuery {
  before?: string;
  following?: string;
  after?: number;
  around?: string;
  /** `YYYY-MM-DD`. */
  day?: string;
  limit?: number;
}

/** Reads a part of a group's talk. */
export function readTalk(communityId: string, groupId: string, query: TalkQuery): Promise<Talk> {
  return answerOf<Talk>(
    api.GET('/api/communities/{communityId}/groups/{groupId}/messages', {
      params: { path: { communityId, groupId }, query },
    }),
  );
}

/** What the official voice says. */
export interface Saying {
  clientId: string;
  kind: 'text' | 'image' | 'announcement';
  text?: string;
  pictureId?: string;
  replyTo?: string;
  mentions?: string[];
  /** Whether it is a promotion, when somebody has said so. */
  promotion?: boolean;
  /** Why it has to go beyond the budget. */
  insist?: string;
}

/** Says something in a group with the community's official voice. */
export function sayInGroup(communityId: string, groupId: string, body: Saying): Promise<{ message: Message | null }> {
  return answerOf<{ message: Message | null }>(
    api.POST('/api/communities/{communityId}/groups/{groupId}/messages', {
      params: { path: { communityId, groupId } },
      body,
    }),
  );
}

/** Who has read up to a message. */
export function useReaders(communityId: string, groupId: string, messageId: string) {
  return useQuery<{ count: number; items: { identityId: string; name: string }[] }, ApiError>({
    queryKey: ['readers', messageId],
    queryFn: () =>
      answerOf<{ count: number; items: { identityId: string; name: string }[] }>(
        api.GET('/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/readers', {
          params: { path: { communityId, groupId, messageId } },
        }),
      ),
  });
}

/** Takes a message back. */
export function useRecall(communityId: string, groupId: string) {
  return useChange(
    (messageId: string) =>
      answerOf<unknown>(
        api.POST('/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/recall', {
          params: { path: { communityId, groupId, messageId } },
          body: {},
        }),
      ),
    [],
  );
}

/** Pins a message, or takes the pin away. */
export function usePin(communityId: string, groupId: string) {
  return useChange(
    ({ messageId, pinned }: { messageId: string; pinned: boolean }) => {
      const init = { params: { path: { communityId, groupId, messageId } } };
      const path = '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/pin' as const;
      return answerOf<unknown>(pinned ? api.PUT(path, init) : api.DELETE(path, init));
    },
    [['pins', groupId]],
  );
}

/** Sends a picture; the answer's id goes into a message. */
export function uploadPicture(communityId: string, file: Blob): Promise<{ id: string; width: number; height: number }> {
  return uploadBytes(`/api/communities/${communityId}/pictures`, file);
}

/** Filters of the search over everything that was said. */
export interface SearchFilter {
  q: string;
  group?: string;
  from?: string;
  to?: string;
  author?: string;
  kind?: 'text' | 'image' | 'announcement';
  cursor?: string;
}

/** Searches everything that the operator may read. */
export function useSearch(communityId: string, filter: SearchFilter) {
  return useQuery<Page<Message>, ApiError>({
    queryKey: ['search', communityId, filter],
    queryFn: () =>
      answerOf<Page<Message>>(
        api.GET('/api/communities/{communityId}/search', { params: { path: { communityId }, query: filter } }),
      ),
    enabled: filter.q.trim() !== '',
  });
}
