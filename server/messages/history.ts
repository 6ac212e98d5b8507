/** Reading the talk: the newest page, older and newer ones, around a message or where a day begins, and what changed since a number. */
import type { Message } from '../carriers/index.ts';
import { getZone } from '../communities/index.ts';
import type { Group } from '../groups/index.ts';
import { startOfLocalDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { fromCursor, toCursor } from './position.ts';
import { presentMessages, type Viewer } from './present.ts';
import { placeOf } from './record.ts';
import {
  selectAnnouncements,
  selectBefore,
  selectByIds,
  selectChangedAfter,
  selectFollowing,
  selectPinned,
  type Position,
} from './store/read.ts';
import { selectLast } from './store/record.ts';
import type { MessageRow, Place } from './store/row.ts';

/** A stretch of the talk, oldest first (for `after`: in the order of changes). */
export interface Stretch {
  items: Message[];
  /** Ask for changes after this number next. */
  lastSeq: number;
  /** Whether there is more in the direction that was asked for (older when nothing was asked). */
  hasMore: boolean;
  /** For `before`: the messages above these; null at the beginning of the talk. */
  olderCursor: string | null;
  /** For `following`: the messages below these; null at the end. */
  newerCursor: string | null;
}

/** Which stretch; at most one of the five ways. */
export interface StretchWish {
  before?: string | undefined;
  following?: string | undefined;
  after?: number | undefined;
  around?: string | undefined;
  /** `YYYY-MM-DD` in the zone of the community. */
  day?: string | undefined;
  limit: number;
}

/** Reads a stretch of the talk of one group. */
export async function readStretch(
  ctx: Ctx,
  group: Group,
  what: { wish: StretchWish; viewer: Viewer },
): Promise<Stretch> {
  const { wish } = what;
  // Read before the rows: what is committed in between is in the rows or in the next catch-up, never in neither.
  const last = await selectLast(ctx, placeOf(group));
  if (wish.after !== undefined) return catchUp(ctx, group, { ...what, after: wish.after, last });
  const page = await findPage(ctx, group, wish);
  const items = await presentMessages(ctx, group.communityId, { rows: page.rows, viewer: what.viewer });
  const first = page.rows[0];
  const end = page.rows.at(-1);
  return {
    items,
    lastSeq: last,
    hasMore: wish.following === undefined ? page.older : page.newer,
    olderCursor: page.older && first ? toCursor(first) : null,
    newerCursor: page.newer && end ? toCursor(end) : null,
  };
}

/** Pinned messages, last pinned first. */
export async function listPinned(ctx: Ctx, group: Group, viewer: Viewer): Promise<Message[]> {
  return presentMessages(ctx, group.communityId, { rows: await selectPinned(ctx, placeOf(group)), viewer });
}

/** A page of announcements, newest first. */
export async function listAnnouncements(
  ctx: Ctx,
  group: Group,
  what: { cursor?: string | undefined; limit: number; viewer: Viewer },
): Promise<{ items: Message[]; nextCursor: string | null }> {
  const before = what.cursor === undefined ? null : fromCursor(what.cursor);
  const rows = await selectAnnouncements(ctx, placeOf(group), { before, limit: what.limit + 1 });
  const page = rows.slice(0, what.limit);
  const items = await presentMessages(ctx, group.communityId, { rows: page, viewer: what.viewer });
  return { items, nextCursor: rows.length > what.limit ? toCursor(page.at(-1)!) : null };
}

async function catchUp(
  ctx: Ctx,
  group: Group,
  what: { wish: StretchWish; viewer: Viewer; after: number; last: number },
): Promise<Stretch> {
  const { limit } = what.wish;
  const rows = await selectChangedAfter(ctx, placeOf(group), { after: what.after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  const reached = page.at(-1)?.changedSeq ?? what.after;
  return {
    items: await presentMessages(ctx, group.communityId, { rows: page, viewer: what.viewer }),
    lastSeq: hasMore ? reached : Math.max(what.last, reached),
    hasMore,
    olderCursor: null,
    newerCursor: null,
  };
}

interface Page {
  rows: MessageRow[];
  older: boolean;
  newer: boolean;
}

async function findPage(ctx: Ctx, group: Group, wish: StretchWish): Promise<Page> {
  const place = placeOf(group);
  const { limit } = wish;
  if (wish.around !== undefined) {
    const [middle] = await selectByIds(ctx, place, [wish.around]);
    if (!middle) throw platformErrors.not_found();
    const half = Math.ceil(limit / 2);
    const above = await selectBefore(ctx, place, { before: middle, limit: half + 1 });
    const below = await selectFollowing(ctx, place, { after: middle, limit: half + 1 });
    const rows = [...above.slice(-half), middle, ...below.slice(0, half)];
    return { rows, older: above.length > half, newer: below.length > half };
  }
  if (wish.day !== undefined) {
    const begins = startOfLocalDay(wish.day, await getZone(ctx, group.communityId));
    return findPageAt(ctx, place, { point: { at: begins, id: firstId }, limit });
  }
  if (wish.following !== undefined) {
    const rows = await selectFollowing(ctx, place, { after: fromCursor(wish.following), limit: limit + 1 });
    return { rows: rows.slice(0, limit), older: true, newer: rows.length > limit };
  }
  const before = wish.before === undefined ? null : fromCursor(wish.before);
  const rows = await selectBefore(ctx, place, { before, limit: limit + 1 });
  return { rows: rows.slice(-limit), older: rows.length > limit, newer: before !== null };
}

/** No message has it, and all others come after it. */
const firstId = '00000000-0000-0000-0000-000000000000';

/** Messages before the point tell the reader what the first one behind it may answer; more of them when there is little behind it. */
const mostAbove = 5;

async function findPageAt(ctx: Ctx, place: Place, page: { point: Position; limit: number }): Promise<Page> {
  const { point, limit } = page;
  const below = await selectFollowing(ctx, place, { after: point, limit: limit + 1 });
  const room = Math.max(Math.min(mostAbove, limit - 1), limit - below.length);
  const above = await selectBefore(ctx, place, { before: point, limit: room + 1 });
  const kept = above.slice(Math.max(0, above.length - room));
  const rows = [...kept, ...below.slice(0, limit - kept.length)];
  return { rows, older: above.length > room, newer: below.length > limit - kept.length };
}
