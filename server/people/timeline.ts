/** A person's timeline: what every module knows of them by its own time, merged, latest first. */
import { getZone } from '../communities/index.ts';
import { localDay, startOfLocalDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import type { Page, PageWish } from './person.ts';
import { personTimeline, type PersonTimeline, type TimelineEntry, type TimelineWish } from './slots.ts';
import { selectWeeks } from './store/day.ts';
import { selectIdentitiesOfPerson } from './store/identity.ts';
import { selectMembershipsOf } from './store/membership.ts';
import { selectPerson } from './store/person.ts';

/** A page of somebody's timeline; throws `platform.not_found`. */
export async function readTimeline(
  ctx: Ctx,
  { communityId, personId }: { communityId: string; personId: string },
  wish: PageWish,
): Promise<Page<TimelineEntry>> {
  if (!(await selectPerson(ctx, communityId, personId))) throw platformErrors.not_found();
  const identities = await selectIdentitiesOfPerson(ctx, communityId, personId);
  const before = wish.cursor === undefined ? null : readMark(wish.cursor);
  const asked: TimelineWish = {
    communityId,
    identityIds: identities.map(({ id }) => id),
    until: before?.at ?? null,
    limit: wish.limit + 1,
  };
  const entries: TimelineEntry[] = [];
  for (const source of [ownTimeline, ...ctx.slots(personTimeline)]) entries.push(...(await source.list(ctx, asked)));
  const sorted = entries
    .filter((entry) => !before || compare(entry, before) > 0)
    .sort(compare)
    .slice(0, wish.limit + 1);
  return toPage(sorted, wish.limit, ({ at, key }) => [at.toISOString(), key]);
}

/** Latest first; entries of one moment by their key. */
function compare(a: Pick<TimelineEntry, 'at' | 'key'>, b: Pick<TimelineEntry, 'at' | 'key'>): number {
  return b.at.getTime() - a.at.getTime() || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function readMark(cursor: string): { at: Date; key: string } {
  const [at, key] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || typeof key !== 'string' || Number.isNaN(Date.parse(at)))
    throw platformErrors.bad_cursor();
  return { at: new Date(at), key };
}

/** What this module itself knows: comings, goings, and how much was said in each week. */
const ownTimeline: PersonTimeline = {
  name: 'people',
  list: async (ctx, wish) => [...(await listStays(ctx, wish)), ...(await listWeeks(ctx, wish))],
};

async function listStays(ctx: Ctx, { communityId, identityIds, until }: TimelineWish): Promise<TimelineEntry[]> {
  const stays = await selectMembershipsOf(ctx, communityId, identityIds);
  const entries = stays.flatMap(({ id, groupId, joinedAt, source, inviterId, leftAt, leftHow }): TimelineEntry[] => [
    { key: `join ${id}`, at: joinedAt, kind: 'people.joined', groupId, data: { source, inviterId } },
    ...(leftAt ? [{ key: `left ${id}`, at: leftAt, kind: 'people.left', groupId, data: { how: leftHow } }] : []),
  ]);
  return entries.filter(({ at }) => until === null || at <= until);
}

async function listWeeks(ctx: Ctx, { communityId, identityIds, until, limit }: TimelineWish): Promise<TimelineEntry[]> {
  const zone = await getZone(ctx, communityId);
  const weeks = await selectWeeks(ctx, communityId, {
    identityIds,
    until: until === null ? null : localDay(until, zone),
    limit,
  });
  // A week stands at its beginning: what is still to come in it does not move it.
  return weeks
    .map(({ week, messages, replies, groups }) => ({
      key: `week ${week}`,
      at: startOfLocalDay(week, zone),
      kind: 'people.week',
      groupId: null,
      data: { week, messages, replies, groups },
    }))
    .filter(({ at }) => until === null || at <= until);
}
