/** The promotions of a group with what happened after each. Counts beside each other, no claim that one is the cause of the other. */
import { getZone } from '../communities/index.ts';
import { listGroupDays } from '../groups/index.ts';
import { countReactions, excerptMessage, listMessages } from '../messages/index.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isMoment, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { costOf } from './credit.ts';
import { selectCounted, selectPromotions, type Place, type Promotion } from './store/promotions.ts';

/** What was counted after a promotion. */
export interface Followed {
  replies: number;
  reactions: number;
  /** People who left in the seven days that begin with it, and in the seven before; `isOver` = all seven have passed. */
  leaves: number;
  leavesBefore: number;
  isOver: boolean;
}

/** A promotion as the team sees it. */
export interface PromotionView extends Promotion {
  /** The beginning of its words, as they stand now; empty when it was recalled. */
  excerpt: string;
  recalled: boolean;
  /** What it took of the credit; 0 for those of members and what is none. */
  cost: number;
  followed: Followed;
}

const days = 7;

/** A page of a group's promotions, newest first. */
export async function listPromotions(
  ctx: Ctx,
  place: Place,
  wish: { cursor?: string | undefined; limit: number },
): Promise<{ items: PromotionView[]; nextCursor: string | null }> {
  const after = wish.cursor === undefined ? null : readMark(wish.cursor);
  const rows = await selectPromotions(ctx, place, { after, limit: wish.limit + 1 });
  const page = toPage(rows, wish.limit, ({ at, id }) => [at.toISOString(), id]);
  return { ...page, items: page.items.length > 0 ? await view(ctx, place, page.items) : [] };
}

async function view(
  ctx: Ctx,
  place: Place,
  rows: readonly (Promotion & { replies: number })[],
): Promise<PromotionView[]> {
  const [newest, oldest] = [rows[0]!, rows.at(-1)!];
  const messageIds = rows.map(({ messageId }) => messageId);
  const messages = new Map((await listMessages(ctx, place, messageIds)).map((one) => [one.id, one]));
  const reactions = await countReactions(ctx, place, messageIds);
  const range = { from: shiftDay(oldest.day, -days), to: shiftDay(newest.day, days) };
  const leaves = new Map((await listGroupDays(ctx, { ...place, ...range })).map((one) => [one.day, one.leaves]));
  const since = new Date(oldest.at.getTime() - days * 86_400_000);
  const moments = (await selectCounted(ctx, { ...place, since })).map(({ at }) => at);
  const today = localDay(ctx.now(), await getZone(ctx, place.communityId));
  const sum = (from: string) =>
    Array.from({ length: days }, (_, by) => leaves.get(shiftDay(from, by)) ?? 0).reduce((all, one) => all + one, 0);
  return rows.map(({ replies, ...row }): PromotionView => {
    const message = messages.get(row.messageId);
    const counts = row.voice !== 'member' && row.dismissedAt === null;
    return {
      ...row,
      excerpt: message ? excerptMessage(message) : '',
      recalled: message?.recalledAt != null,
      cost: counts ? costOf(row.at, row.isAnswer, moments) : 0,
      followed: {
        replies,
        reactions: reactions.get(row.messageId) ?? 0,
        leaves: sum(row.day),
        leavesBefore: sum(shiftDay(row.day, -days)),
        isOver: shiftDay(row.day, days) <= today,
      },
    };
  });
}

function readMark(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  if (!isMoment(at) || !isId(id)) throw platformErrors.bad_cursor();
  return { at, id };
}
