/** What was said in a community lately, all groups together in the order of time, a piece at a time and never all at once. */
import { countByDay, listFollowing, type MessageFacts } from '../messages/index.ts';
import type { Ctx } from '../platform/context.ts';

/** A message with the group that it was said in. */
export type Heard = MessageFacts & { groupId: string };

/** Which stretch is looked at. */
export interface Stretch {
  since: Date;
  /** Messages since the moment that was asked for, and how many of them are in the stretch. */
  said: number;
  total: number;
  groupIds: string[];
}

/** Finds the stretch: whole days, the newest ones, as many as `most` messages allow, and at least one. */
export async function findStretch(
  ctx: Ctx,
  communityId: string,
  asked: { since: Date; most: number },
): Promise<Stretch> {
  const counts = await countByDay(ctx, communityId, asked.since);
  const days = new Map<string, number>();
  for (const { day, count } of counts) days.set(day, (days.get(day) ?? 0) + count);
  const said = counts.reduce((sum, { count }) => sum + count, 0);
  const groupIds = [...new Set(counts.map(({ groupId }) => groupId))];
  let [total, since] = [0, asked.since];
  for (const [day, count] of [...days].sort(([one], [other]) => (one < other ? 1 : -1))) {
    if (total > 0 && total + count > asked.most) return { since, said, total, groupIds };
    total += count;
    since = new Date(Math.max(asked.since.getTime(), Date.parse(day)));
  }
  return { since: asked.since, said, total, groupIds };
}

const pieceSize = 200;
/** Messages of all groups that are in memory at once; of each group at least some. */
const mostAhead = 4000;
const leastAhead = 20;

interface Reader {
  groupId: string;
  page: MessageFacts[];
  at: number;
  isAll: boolean;
}

/** The messages of a stretch in pieces. */
export async function* readStretchOf(ctx: Ctx, communityId: string, stretch: Stretch): AsyncGenerator<Heard[]> {
  const limit = Math.max(leastAhead, Math.min(500, Math.floor(mostAhead / Math.max(1, stretch.groupIds.length))));
  const start = { at: new Date(stretch.since.getTime() - 1), id: firstId };
  const fill = async (reader: Reader) => {
    const last = reader.page.at(-1);
    const after = last ? { at: last.at, id: last.id } : start;
    reader.page = await listFollowing(ctx, { communityId, groupId: reader.groupId }, { after, limit });
    reader.at = 0;
    reader.isAll = reader.page.length < limit;
  };
  const readers = stretch.groupIds.map((groupId): Reader => ({ groupId, page: [], at: 0, isAll: false }));
  for (const reader of readers) await fill(reader);
  for (let piece: Heard[] = []; ;) {
    const first = readers.reduce<Reader | null>((best, reader) => (isEarlier(reader, best) ? reader : best), null);
    const message = first?.page[first.at];
    if (message) piece.push({ ...message, groupId: first.groupId });
    if (piece.length === pieceSize || (!message && piece.length > 0)) {
      yield piece;
      piece = [];
    }
    if (!first || !message) return;
    if (++first.at === first.page.length && !first.isAll) await fill(first);
  }
}

const firstId = '00000000-0000-0000-0000-000000000000';

function isEarlier(reader: Reader, best: Reader | null): boolean {
  const one = reader.page[reader.at];
  const other = best?.page[best.at];
  if (!one || !other) return one !== undefined;
  return one.at.getTime() - other.at.getTime() < 0 || (one.at.getTime() === other.at.getTime() && one.id < other.id);
}
