import { answerOf, api } from '../../kit/api.ts';
import type { paths } from '../../kit/api-types.ts';
import { settled } from '../group.ts';

const own = '/api/member/communities/{communityId}/points' as const;

/** My points: what is there, a page of what moved, how more are earned, what I may give. */
export type OwnPoints = paths[typeof own]['get']['responses'][200]['content']['application/json'];

/** One line of my statement. */
export type PointsLine = OwnPoints['items'][number];

/** Who earned most in four weeks, and my own place. */
export type PointsBoard =
  paths['/api/member/communities/{communityId}/points/board']['get']['responses'][200]['content']['application/json'];

/** My points, from the newest line back. */
export async function getOwnPoints(
  communityId: string,
  query: { cursor?: string; limit?: number } = {},
): Promise<OwnPoints> {
  return answerOf(api.GET(own, { params: { path: { communityId }, query } }));
}

/** The board. */
export async function getPointsBoard(communityId: string): Promise<PointsBoard> {
  return answerOf(api.GET(`${own}/board`, { params: { path: { communityId } } }));
}

/** Keeps me off the board, or shows me again. */
export async function hideFromBoard(communityId: string, hidden: boolean): Promise<void> {
  await settled(api.PUT(`${own}/board`, { params: { path: { communityId } }, body: { hidden } }));
}

/** What I give, and to whom; the same id gives once. */
export interface GiftWish {
  id: string;
  toId: string;
  amount: number;
  note: string;
}

/** Gives points to another member. */
export async function givePoints(communityId: string, wish: GiftWish): Promise<void> {
  await settled(api.POST(`${own}/gifts`, { params: { path: { communityId } }, body: wish }));
}

/** The message of a group that I give for. */
export interface MessagePlace {
  groupId: string;
  messageId: string;
}

/** Gives points to whoever wrote a message. */
export async function giveAtMessage(place: MessagePlace, wish: Omit<GiftWish, 'toId'>): Promise<void> {
  const path = '/api/member/groups/{groupId}/messages/{messageId}/gifts';
  await settled(api.POST(path, { params: { path: { ...place } }, body: wish }));
}
