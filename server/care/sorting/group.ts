/** Sorting one group: its talk, what the team has upheld, and who reads, made into one row for each likelihood of each person. */
import { sortPeople, type LikelyAdvertiser, type LikelyLeader, type Sorting } from '../../../lib/analysis/index.ts';
import { limitsOf } from '../../carriers/index.ts';
import { getZone } from '../../communities/index.ts';
import { getGroup } from '../../groups/index.ts';
import { listReadTimes } from '../../messages/index.ts';
import { listIdentities, listLastDays, listMemberIds, listMemberships } from '../../people/index.ts';
import { localDay } from '../../platform/clock.ts';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { readIdTime } from '../../platform/ids.ts';
import { countUpheldAds } from '../../rules/index.ts';
import { isSilent, judgeAdvertiser, judgeLeader, judgeZombie, type Found, type Signs } from './kinds.ts';
import { replaceSorted, type SortedRow } from './store.ts';
import { findWindow, streamTalk } from './talk-stream.ts';

const chunk = 500;
/** What was upheld longer ago says nothing of today. */
const upheldDays = 180;

interface Place {
  communityId: string;
  groupId: string;
}

/** Somebody of the group, not of those who run it. */
interface Member extends Omit<Signs, 'pause'> {
  identityId: string;
}

/** Makes the rows of a group anew; those of yesterday are gone with them. */
export async function sortGroup(ctx: Ctx, place: Place): Promise<void> {
  const group = await getGroup(ctx, place.communityId, place.groupId);
  const zone = await getZone(ctx, place.communityId);
  const today = localDay(ctx.now(), zone);
  const { members, team } = await readMembers(ctx, place, { today, zone });
  const { since, messages } = await findWindow(ctx, place, today);
  const talk = messages === 0 ? null : await sortPeople(streamTalk(ctx, place, { since, zone }), { zone, team });
  const upheld = await countUpheldAds(ctx, place, new Date(ctx.now().getTime() - upheldDays * 86_400_000));
  const knowsReaders = limitsOf(group).reads;
  const known = {
    talk,
    leaders: new Map(talk?.leaders.map((one) => [one.person, one])),
    advertisers: new Map(talk?.advertisers.map((one) => [one.person, one])),
    upheld,
    knowsReaders,
  };
  const rows = members.flatMap((one) => judge(one, known));
  const unknown = knowsReaders ? 0 : members.filter((one) => isSilent(withPause(one, talk))).length;
  await inTransaction(ctx, (inner) =>
    replaceSorted(inner, place, {
      rows,
      group: {
        sortedOn: today,
        since,
        messages: talk?.messages ?? 0,
        knowsReaders,
        unknown,
        bands: talk?.bands ?? null,
        reason: talk ? talk.reason : 'empty_group',
      },
    }),
  );
}

function withPause(one: Member, talk: Sorting | null): Signs {
  return { ...one, pause: talk?.pauses.get(one.identityId) };
}

interface Known {
  talk: Sorting | null;
  leaders: ReadonlyMap<string, LikelyLeader>;
  advertisers: ReadonlyMap<string, LikelyAdvertiser>;
  upheld: ReadonlyMap<string, number>;
  knowsReaders: boolean;
}

function judge(one: Member, { talk, leaders, advertisers, upheld, knowsReaders }: Known): SortedRow[] {
  const { identityId } = one;
  const leader = leaders.get(identityId);
  const found: (Found | null)[] = [
    leader ? judgeLeader(leader) : null,
    judgeAdvertiser(advertisers.get(identityId), upheld.get(identityId) ?? 0),
    knowsReaders ? judgeZombie(withPause(one, talk)) : null,
  ];
  return found.flatMap((row) => (row ? [{ identityId, ...row }] : []));
}

async function readMembers(
  ctx: Ctx,
  place: Place,
  when: { today: string; zone: string },
): Promise<{ members: Member[]; team: Set<string> }> {
  const ids = await listMemberIds(ctx, place);
  const members: Member[] = [];
  const team = new Set<string>();
  for (let from = 0; from < ids.length; from += chunk) {
    const identityIds = ids.slice(from, from + chunk);
    const ordinary = new Set(
      (await listIdentities(ctx, place.communityId, identityIds)).flatMap(({ id, kind }) =>
        kind === 'member' ? [id] : [],
      ),
    );
    const spoke = await listLastDays(ctx, { ...place, identityIds });
    const reads = await listReadTimes(ctx, place, identityIds);
    const ago = (day: string) => daysBetween(day, when.today);
    for (const { id, identityId, role, joinedAt } of await listMemberships(ctx, { ...place, identityIds })) {
      if (role !== 'member' || !ordinary.has(identityId)) {
        team.add(identityId);
        continue;
      }
      const last = spoke.get(identityId);
      const read = reads.get(identityId);
      members.push({
        identityId,
        // A stay that a list has told of is observed since it was written down.
        tenure: Math.min(ago(localDay(joinedAt, when.zone)), ago(localDay(readIdTime(id), when.zone))),
        spoke: last === undefined ? null : ago(last),
        read: read === undefined ? null : ago(localDay(read, when.zone)),
      });
    }
  }
  return { members, team };
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
