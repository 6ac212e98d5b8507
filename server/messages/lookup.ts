import type { Ctx } from '../platform/context.ts';
import { excerptOf } from './draft.ts';
import { selectBefore, selectByIds } from './store/read.ts';
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

/** The newest messages of one group, oldest first. */
export async function listLatest(ctx: Ctx, place: Place, limit: number): Promise<MessageFacts[]> {
  return selectBefore(ctx, place, { before: null, limit });
}

/** What is quoted of a message: its first 80 characters in one line. */
export function excerptMessage(message: Pick<MessageFacts, 'text' | 'kind'>): string {
  return excerptOf(message);
}
