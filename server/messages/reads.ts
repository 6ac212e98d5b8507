/** Read marks: many members read the same group at once, so marks are written in batches, one statement for each. */
import { createBatcher, type Batcher } from '../carriers/index.ts';
import type { Group } from '../groups/index.ts';
import { createContext, type Ctx, type Services } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { messagesErrors } from './errors.ts';
import { placeOf } from './record.ts';
import { selectByIds } from './store/read.ts';
import {
  countReaders,
  selectRead,
  selectReaders,
  selectReads,
  selectReadTimes,
  selectUnread,
  upsertReads,
  type ReadMark,
} from './store/reads.ts';
import type { Place } from './store/row.ts';

/** Groups up to this size are told of every mark; in larger ones it would be more noise than talk. */
const tellUpTo = 50;

interface MarkItem extends ReadMark {
  place: Place;
  tell: boolean;
}

/** Notes that a member has read up to a number; resolves when it is written. */
export async function markRead(ctx: Ctx, group: Group, mark: ReadMark): Promise<void> {
  const added = batcherOf(ctx.services).add(group.id, {
    ...mark,
    place: placeOf(group),
    tell: group.members <= tellUpTo,
  });
  if (!added) throw messagesErrors.busy();
  await added;
}

/** How far some members have read; who has not read anything is left out. */
export async function listReads(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  identityIds: readonly string[],
): Promise<Map<string, number>> {
  return selectReads(ctx, place, identityIds);
}

/** When some members last read something new in a group; who has not read anything is left out. */
export async function listReadTimes(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  identityIds: readonly string[],
): Promise<Map<string, Date>> {
  return selectReadTimes(ctx, place, identityIds);
}

/** How far the member has read. */
export async function findRead(ctx: Ctx, group: Group, identityId: string): Promise<number> {
  return selectRead(ctx, placeOf(group), identityId);
}

/** Who has read up to a message, first readers first; at most 500 are named. */
export async function listReaders(
  ctx: Ctx,
  group: Group,
  messageId: string,
): Promise<{ count: number; identityIds: string[] }> {
  const [row] = await selectByIds(ctx, placeOf(group), [messageId]);
  if (!row) throw platformErrors.not_found();
  const counted = await countReaders(ctx, placeOf(group), [row]);
  const readers = await selectReaders(ctx, placeOf(group), { seq: row.seq, limit: 501 });
  const identityIds = readers.map((mark) => mark.identityId).filter((identityId) => identityId !== row.authorId);
  return { count: counted.get(row.id) ?? 0, identityIds: identityIds.slice(0, 500) };
}

/** Unread messages of others (at most 100 are counted) and whether one of them speaks to the member. */
export async function countUnread(
  ctx: Ctx,
  communityId: string,
  stays: readonly { groupId: string; identityId: string }[],
): Promise<{ groupId: string; identityId: string; unread: number; mentioned: boolean }[]> {
  return selectUnread(ctx, communityId, stays);
}

const batchers = new WeakMap<Services, Batcher<MarkItem, void>>();

function batcherOf(services: Services): Batcher<MarkItem, void> {
  const known = batchers.get(services);
  if (known) return known;
  const batcher = createBatcher<MarkItem, void>({ run: (groupId, items) => write(services, groupId, items) });
  batchers.set(services, batcher);
  return batcher;
}

async function write(services: Services, groupId: string, items: MarkItem[]): Promise<void[]> {
  const actor = { kind: 'system', name: 'messages.reads' } as const;
  const ctx = createContext(services, { actor, requestId: 'messages.reads', locale: 'zh-CN', publicUrl: '' });
  const moved = await upsertReads(ctx, items[0]!.place, items);
  if (items[0]!.tell) for (const mark of moved) services.live.publish('group', groupId, { type: 'read', ...mark });
  return items.map(() => undefined);
}
