import { answerOf, api, newKey } from '../../kit/api.ts';
import { settled } from '../group.ts';
import type { SeenPerson } from './people.ts';

/** What can come of an introduction. */
export const outcomes = ['met', 'quiet', 'made'] as const;

/** One of them. */
export type Outcome = (typeof outcomes)[number];

/** One of my introductions. */
export interface OwnRequest {
  id: string;
  how: 'sent' | 'received' | 'suggested';
  state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
  other: { identityId: string; name: string; pictureId: string | null };
  why: string;
  /** Waits for my answer. */
  isMine: boolean;
  createdAt: string;
  expiresAt: string;
  myWords: string | null;
  theirWords: string | null;
  outcome: Outcome | null;
  asksOutcome: boolean;
}

/** What somebody offers or needs. */
export interface Entry {
  id: string;
  identityId: string;
  kind: 'offer' | 'need';
  text: string;
  name: string;
  pictureId: string | null;
  createdAt: string;
  validUntil: string;
  hiddenReason: string | null;
}

/** One of my own entries, with what fits. */
export interface OwnEntry extends Entry {
  matches: (Entry & { words: string[] })[];
}

/** Somebody who fits, with the lines that fit. */
export interface FittingPerson extends SeenPerson {
  reasons: {
    line: 'profession' | 'city' | 'industry' | 'offers' | 'needs' | 'tags' | 'name';
    text: string;
    words: string[];
  }[];
}

const at = (communityId: string) => ({ params: { path: { communityId } } });

/** My introductions, what waits for me first. */
export async function listOwnRequests(communityId: string): Promise<{ items: OwnRequest[]; waiting: number }> {
  return answerOf(api.GET('/api/member/communities/{communityId}/introductions', at(communityId)));
}

/** Asks for an introduction. */
export async function askForIntroduction(
  communityId: string,
  wish: { toId: string; why: string; words: string; entryId: string | null },
): Promise<void> {
  const headers = { 'Idempotency-Key': newKey() };
  await answerOf(
    api.POST('/api/member/communities/{communityId}/introductions', { ...at(communityId), body: wish, headers }),
  );
}

/** What I can do with one of my introductions. */
export type Step =
  | { do: 'answer'; words: string | null }
  | { do: 'withdraw' }
  | { do: 'outcome'; outcome: Outcome }
  | { do: 'refuse'; report: boolean };

/** Takes a step in one of my introductions. */
export async function takeStep(communityId: string, requestId: string, step: Step): Promise<void> {
  const params = { path: { communityId, requestId } };
  const base = '/api/member/communities/{communityId}/introductions/{requestId}';
  switch (step.do) {
    case 'answer':
      return settled(api.POST(`${base}/answer`, { params, body: { words: step.words } }));
    case 'withdraw':
      return settled(api.POST(`${base}/withdraw`, { params, body: {} }));
    case 'outcome':
      return settled(api.POST(`${base}/outcome`, { params, body: { outcome: step.outcome } }));
    case 'refuse':
      return settled(api.POST(`${base}/refuse`, { params, body: { report: step.report } }));
  }
}

/** A page of the board, and how much has come about. */
export async function listBoard(
  communityId: string,
  query: { cursor?: string },
): Promise<{ items: Entry[]; nextCursor: string | null; made: number }> {
  const params = { path: { communityId }, query };
  return answerOf(api.GET('/api/member/communities/{communityId}/board', { params }));
}

/** What I have on the board. */
export async function listOwnEntries(communityId: string): Promise<{ items: OwnEntry[] }> {
  return answerOf(api.GET('/api/member/communities/{communityId}/board/mine', at(communityId)));
}

/** Puts something on the board. */
export async function writeEntry(
  communityId: string,
  entry: { kind: 'offer' | 'need'; text: string; days: number },
): Promise<void> {
  const headers = { 'Idempotency-Key': newKey() };
  await answerOf(api.POST('/api/member/communities/{communityId}/board', { ...at(communityId), body: entry, headers }));
}

/** Takes my entry down. */
export async function takeEntryDown(communityId: string, entryId: string, isMade: boolean): Promise<void> {
  const params = { path: { communityId, entryId } };
  await settled(api.POST('/api/member/communities/{communityId}/board/{entryId}/close', { params, body: { isMade } }));
}

/** People who fit free words. */
export async function findSomeone(
  communityId: string,
  text: string,
): Promise<{ words: string[]; items: FittingPerson[] }> {
  const params = { path: { communityId }, query: { text } };
  return answerOf(api.GET('/api/member/communities/{communityId}/people/someone', { params }));
}
