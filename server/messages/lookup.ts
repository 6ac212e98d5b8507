import type { Ctx } from '../platform/context.ts';
import { excerptOf } from './draft.ts';
import { selectReactions } from './store/change.ts';
import {
  selectAuthors,
  selectBefore,
  selectByIds,
  selectDayCounts,
  selectFollowing,
  selectReacted,
  type Position,
} from './store/read.ts';
import type { MessageRow, Place } from './store/row.ts';

/** A message as reactions of later modules read it: what is stored, without what is shown around it. */
export type MessageFacts = Pick<
  MessageRow,
  | 'id'
  | 'seq'
  | 'at'
  | 'origin'
  | 'kind'
  | 'authorId'
  | 'operatorId'
  | 'text'
  | 'picture'
  | 'replyTo'
  | 'mentions'
  | 'recalledAt'
>;

/** Messages of one group by id, in one statement, in the order of the talk; unknown ids are left out. */
export async function listMessages(ctx: Ctx, place: Place, ids: readonly string[]): Promise<MessageFacts[]> {
  const rows = await selectByIds(ctx, place, ids);
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** Who wrote some messages of one group, each once. */
export async function listAuthors(ctx: Ctx, place: Place, ids: readonly string[]): Promise<string[]> {
  return ids.length === 0 ? [] : selectAuthors(ctx, place, ids);
}

/** The newest messages of one group, oldest first. */
export async function listLatest(ctx: Ctx, place: Place, limit: number): Promise<MessageFacts[]> {
  return selectBefore(ctx, place, { before: null, limit });
}

/** The oldest messages of one group behind a point, oldest first: for whoever goes over a long stretch a page at a time. */
export async function listFollowing(
  ctx: Ctx,
  place: Place,
  page: { after: Position; limit: number },
): Promise<MessageFacts[]> {
  return selectFollowing(ctx, place, page);
}

/** How many messages were said in each group on each day (UTC) since a moment; days without any are absent. */
export async function countByDay(
  ctx: Ctx,
  communityId: string,
  since: Date,
): Promise<{ groupId: string; day: string; count: number }[]> {
  return selectDayCounts(ctx, communityId, since);
}

/** Those of some messages of one group that somebody else than their author has reacted to. */
export async function listReacted(ctx: Ctx, place: Place, ids: readonly string[]): Promise<Set<string>> {
  return new Set(await selectReacted(ctx, place, ids));
}

/** What is quoted of a message: its first 80 characters in one line. */
export function excerptMessage(message: Pick<MessageFacts, 'text' | 'kind'>): string {
  return excerptOf(message);
}

/** How many reactions each of these messages of a group has; those without any are left out. */
export async function countReactions(
  ctx: Ctx,
  place: Place,
  messageIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await selectReactions(ctx, place.communityId, { groupIds: [place.groupId], messageIds, viewerId: null });
  const counts = new Map<string, number>();
  for (const { messageId, count } of rows) counts.set(messageId, (counts.get(messageId) ?? 0) + count);
  return counts;
}
