/** The directory of a community: people by name, group, days, source and activity, newest or latest active first. */
import { getZone } from '../communities/index.ts';
import { getGroup, listGroupNames, listLivingGroups } from '../groups/index.ts';
import { localDay, startOfLocalDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, isCalendarDay, toPage } from '../platform/http/cursor.ts';
import { isId } from '../platform/ids.ts';
import { foldName } from './name.ts';
import { readIdCursor, type Page, type PageWish } from './person.ts';
import {
  countPeople as countAll,
  selectLatest,
  selectNewest,
  selectSummaries,
  type DayRange,
  type DirectoryFilter,
  type PeopleCounts,
  type PersonSummary,
} from './store/directory.ts';

/** Spoke in so many days = active. */
const activeDays = 28;

/** What the list of people is asked for; days are local calendar days. */
export interface DirectoryWish {
  communityId: string;
  q?: string | undefined;
  groupId?: string | undefined;
  role?: 'host' | 'member' | undefined;
  source?: string | undefined;
  inviterId?: string | undefined;
  activity?: 'active' | 'quiet' | 'never' | undefined;
  joinedFrom?: string | undefined;
  joinedTo?: string | undefined;
  leftFrom?: string | undefined;
  leftTo?: string | undefined;
  spokeFrom?: string | undefined;
  spokeTo?: string | undefined;
  sort: 'joined' | 'active';
}

/** A page of people. Who is asked for by leaving, joining or speaking in a group need not be in it any more. */
export async function listPeople(ctx: Ctx, wish: DirectoryWish, page: PageWish): Promise<Page<PersonLine>> {
  const { communityId } = wish;
  const zone = await getZone(ctx, communityId);
  const since = dayBefore(localDay(ctx.now(), zone), activeDays);
  const filter = await readFilter(ctx, wish, { zone, since });
  if (filter.nameKey === '') return { items: [], nextCursor: null };
  const limit = page.limit + 1;
  const found =
    wish.sort === 'joined'
      ? toPage(
          await selectNewest(ctx, filter, { after: readPerson(page.cursor), limit }),
          page.limit,
          ({ personId }) => [personId],
        )
      : toPage(
          await selectLatest(ctx, filter, { after: readLast(page.cursor), limit }),
          page.limit,
          ({ lastOn, identityId }) => [lastOn, identityId],
        );
  const personIds = found.items.map(({ personId }) => personId);
  const rows = await selectSummaries(ctx, communityId, { personIds, since });
  return { items: await nameStays(ctx, communityId, rows), nextCursor: found.nextCursor };
}

/** A person in the list, with the names of the groups. */
export type PersonLine = Omit<PersonSummary, 'stays'> & {
  stays: (PersonSummary['stays'][number] & { groupName: string })[];
};

/** Some persons as the list shows them, in the order of the ids; whoever is gone is left out. */
export async function listPeopleByIds(
  ctx: Ctx,
  communityId: string,
  personIds: readonly string[],
): Promise<PersonLine[]> {
  const since = dayBefore(localDay(ctx.now(), await getZone(ctx, communityId)), activeDays);
  return nameStays(ctx, communityId, await selectSummaries(ctx, communityId, { personIds, since }));
}

async function nameStays(ctx: Ctx, communityId: string, rows: readonly PersonSummary[]): Promise<PersonLine[]> {
  const ids = [...new Set(rows.flatMap(({ stays }) => stays.map(({ groupId }) => groupId)))];
  const names = await listGroupNames(ctx, communityId, ids);
  return rows.map((row) => ({
    ...row,
    stays: row.stays.map((stay) => ({ ...stay, groupName: names.get(stay.groupId) ?? '' })),
  }));
}

/** How many people there are; active = spoke in the last 28 days. */
export async function countPeople(ctx: Ctx, communityId: string): Promise<PeopleCounts> {
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  return countAll(ctx, communityId, dayBefore(today, activeDays));
}

async function readFilter(
  ctx: Ctx,
  wish: DirectoryWish,
  { zone, since }: { zone: string; since: string },
): Promise<DirectoryFilter> {
  const { communityId, groupId, role, source = null, inviterId = null } = wish;
  if (groupId) await getGroup(ctx, communityId, groupId);
  const joined = rangeOf(wish.joinedFrom, wish.joinedTo, zone);
  const left = rangeOf(wish.leftFrom, wish.leftTo, zone);
  const isAboutPast = joined !== null || left !== null || wish.spokeFrom !== undefined || wish.spokeTo !== undefined;
  const isAboutGroups = groupId !== undefined || role !== undefined;
  const needsGroups = isAboutGroups || joined !== null || left !== null;
  const groupIds = groupId
    ? [groupId]
    : needsGroups
      ? (await listLivingGroups(ctx, communityId)).map(({ id }) => id)
      : null;
  const { spokeFrom = '0001-01-01', spokeTo = '9999-12-31' } = wish;
  const hasSpoken = wish.spokeFrom !== undefined || wish.spokeTo !== undefined;
  return {
    communityId,
    nameKey: wish.q ? foldName(wish.q) : null,
    groupIds,
    // Who is asked for by what they did in a group need not be in it any more, unless a role is asked for, too.
    inside: role ?? (groupId && !isAboutPast ? 'anyone' : null),
    joined,
    left,
    spoke: hasSpoken ? { from: spokeFrom, to: spokeTo, inGroups: groupId !== undefined } : null,
    activity: wish.activity ? { is: wish.activity, since } : null,
    source,
    inviterId,
  };
}

/** From the beginning of one local day to the end of another. */
function rangeOf(from: string | undefined, to: string | undefined, zone: string): DayRange | null {
  if (from === undefined && to === undefined) return null;
  return {
    from: from === undefined ? new Date(0) : startOfLocalDay(from, zone),
    to: to === undefined ? new Date('9999-12-31T00:00:00Z') : startOfLocalDay(dayBefore(to, -1), zone),
  };
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

function readPerson(cursor: string | undefined): { personId: string } | null {
  const personId = readIdCursor(cursor);
  return personId === null ? null : { personId };
}

function readLast(cursor: string | undefined): { lastOn: string; identityId: string } | null {
  if (cursor === undefined) return null;
  const [lastOn, identityId] = decodeCursor(cursor, 2);
  const good = typeof lastOn === 'string' && typeof identityId === 'string' && isId(identityId);
  if (!good || !isCalendarDay(lastOn)) throw platformErrors.bad_cursor();
  return { lastOn, identityId };
}
