/** The inbox: one line for each group, those with a broken or running promise first, then the latest talk. */
import { getGroup, listLivingGroups, type GroupFace } from '../groups/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { userOf } from '../team/index.ts';
import { selectInbox, upsertRead, type LastWords } from './store/inbox.ts';
import { countByGroup } from './store/questions.ts';

/** What the inbox can be narrowed to. */
export const inboxFilters = ['all', 'open', 'mentions', 'unread'] as const;

/** One group in the inbox. */
export interface InboxLine {
  group: GroupFace;
  last: LastWords | null;
  unread: number;
  /** Unread messages that speak to the team. */
  mentions: number;
  /** Open questions, how many of them are late, and the earliest promise. */
  open: number;
  overdue: number;
  dueAt: Date | null;
}

/** How much waits in the whole inbox, whatever it is narrowed to. */
export interface InboxTotals {
  unread: number;
  mentions: number;
  open: number;
  overdue: number;
}

/** A page of the inbox. All lines are read at once: a community's groups are few, and none of this touches messages. */
export async function listInbox(
  ctx: Ctx,
  communityId: string,
  wish: { filter: (typeof inboxFilters)[number]; q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: InboxLine[]; nextCursor: string | null; totals: InboxTotals }> {
  const lines = await readLines(ctx, communityId);
  const totals = { unread: 0, mentions: 0, open: 0, overdue: 0 };
  for (const line of lines)
    for (const key of ['unread', 'mentions', 'open', 'overdue'] as const) totals[key] += line[key];
  const q = wish.q?.trim().toLowerCase() ?? '';
  const shown = lines
    .filter((line) => fits(line, wish.filter) && line.group.name.toLowerCase().includes(q))
    .map((line) => ({ line, keys: keysOf(line) }))
    .sort((a, b) => compare(a.keys, b.keys));
  const after = wish.cursor === undefined ? null : readMark(wish.cursor);
  const rest = after ? shown.filter(({ keys }) => compare(keys, after) > 0) : shown;
  const page = toPage(rest, wish.limit, ({ keys }) => [...keys]);
  return { items: page.items.map(({ line }) => line), nextCursor: page.nextCursor, totals };
}

/** Notes that the operator has read what a group has said so far. */
export async function readInbox(ctx: Ctx, place: { communityId: string; groupId: string }): Promise<void> {
  await getGroup(ctx, place.communityId, place.groupId);
  const userId = userOf(ctx.actor);
  if (userId !== null) await inTransaction(ctx, (inner) => upsertRead(inner, place, userId));
}

async function readLines(ctx: Ctx, communityId: string): Promise<InboxLine[]> {
  const groups = await listLivingGroups(ctx, communityId);
  const talk = new Map((await selectInbox(ctx, communityId, userOf(ctx.actor))).map((row) => [row.groupId, row]));
  const waiting = new Map((await countByGroup(ctx, communityId)).map((row) => [row.groupId, row]));
  return groups.map((group) => {
    const { last = null, unread = 0, mentions = 0 } = talk.get(group.id) ?? {};
    const { open = 0, overdue = 0, dueAt = null } = waiting.get(group.id) ?? {};
    return { group, last, unread, mentions, open, overdue, dueAt };
  });
}

function fits(line: InboxLine, filter: (typeof inboxFilters)[number]): boolean {
  return filter === 'all' || line[filter] > 0;
}

/** Order of the inbox: open questions by their promise, then the latest words, then the id. */
type Keys = [due: number, last: number, id: string];

const never = Number.MAX_SAFE_INTEGER;

function keysOf({ group, last, open, dueAt }: InboxLine): Keys {
  const due = open === 0 ? never : (dueAt?.getTime() ?? never - 1);
  return [due, -(last?.at.getTime() ?? 0), group.id];
}

function compare(a: Keys, b: Keys): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}

function readMark(cursor: string): Keys {
  const [due, last, id] = decodeCursor(cursor, 3);
  if (typeof due !== 'number' || typeof last !== 'number' || typeof id !== 'string' || !isId(id))
    throw platformErrors.bad_cursor();
  return [due, last, id];
}
