/**
 * The one place where check-ins are counted. Claims are put in or withdrawn; days, points, the group's counters and
 * standings follow from what stands, whatever the order in which words, buttons, cards, imports and recalls arrive.
 */
import { countGroupActivity } from '../groups/index.ts';
import { listMemberships } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { awardPoints, takeAwardBack } from '../points/index.ts';
import { touchPeople } from '../profiles/index.ts';
import { checkInEarning } from './earning.ts';
import type { Program } from './program.ts';
import {
  deleteDays,
  insertClaims,
  lockStandings,
  recountStandings,
  selectClaims,
  selectClaimsOfMessages,
  selectCounted,
  upsertDays,
  upsertPlaces,
  withdrawClaims,
  type Pair,
} from './store/count.ts';
import { selectHidden } from './store/board.ts';
import { isLived, tallyDays, type Claim, type CountedDay, type DayChange } from './tally.ts';

/** What has come in and what was taken back. */
export interface ClaimChange {
  programs: readonly Program[];
  add: readonly Claim[];
  /** Messages that were recalled. */
  recalled: readonly string[];
  /** Claims that are taken back; read by the caller under the person's lock. */
  takenBack?: readonly Claim[];
}

/**
 * Counts a batch in the caller's transaction. People are locked one after another in one order, so a word and a button at
 * the same moment are counted once; giving the same batch again changes nothing.
 */
export async function countClaims(ctx: Ctx, communityId: string, change: ClaimChange): Promise<CountedDay[]> {
  const spoken = await selectClaimsOfMessages(ctx, communityId, change.recalled);
  const withdrawn = [...spoken, ...(change.takenBack ?? [])];
  const touched = [...change.add, ...withdrawn];
  if (touched.length === 0) return [];
  const pairs = pairsOf(touched);
  await lockStandings(ctx, communityId, pairs);
  if (change.add.length > 0) await insertClaims(ctx, communityId, change.add);
  if (withdrawn.length > 0) {
    const ids = withdrawn.map((claim) => claim.id);
    await withdrawClaims(ctx, communityId, ids);
  }
  const keys = touched.map(({ programId, identityId, day }) => ({ programId, identityId, day }));
  const claims = await selectClaims(ctx, communityId, keys);
  const changes = tallyDays(keys, { claims, days: await selectCounted(ctx, communityId, keys) });
  if (change.add.length > 0) await notePlaces(ctx, communityId, change.add);
  if (changes.length === 0) return [];
  const days = await payDays(ctx, communityId, { changes, programs: change.programs });
  await upsertDays(ctx, communityId, days);
  const gone = changes.filter(({ claim }) => claim === null).map(({ key }) => key);
  await deleteDays(ctx, communityId, gone);
  await recountStandings(ctx, communityId, pairs);
  await countInGroups(ctx, communityId, changes);
  await tellGroups(ctx, communityId, changes);
  await touchPeople(
    ctx,
    communityId,
    changes.map(({ key }) => key.identityId),
  );
  return days;
}

/** Locks one person in one program, for checks that must hold until their claim is counted. */
export async function lockPerson(ctx: Ctx, communityId: string, pair: Pair): Promise<void> {
  await lockStandings(ctx, communityId, [pair]);
}

function pairsOf(claims: readonly Pair[]): Pair[] {
  const once = new Map(
    claims.map(({ programId, identityId }) => [`${programId} ${identityId}`, { programId, identityId }]),
  );
  return [...once.values()];
}

async function notePlaces(ctx: Ctx, communityId: string, claims: readonly Claim[]): Promise<void> {
  const places: (Pair & { groupId: string; present: boolean })[] = [];
  for (const [groupId, group] of Map.groupBy(claims, (claim) => claim.groupId)) {
    const identityIds = [...new Set(group.map((claim) => claim.identityId))];
    const inside = new Set(
      (await listMemberships(ctx, { communityId, groupId, identityIds })).map((stay) => stay.identityId),
    );
    for (const { programId, identityId } of pairsOf(group))
      places.push({ programId, identityId, groupId, present: inside.has(identityId) });
  }
  await upsertPlaces(ctx, communityId, places);
}

/** Pays lived days and takes back what was paid for those that are lived no more; a day that stays lived keeps its pay. */
async function payDays(
  ctx: Ctx,
  communityId: string,
  { changes, programs }: { changes: readonly DayChange[]; programs: readonly Program[] },
): Promise<CountedDay[]> {
  const pointsOf = new Map(programs.map(({ id, definition }) => [id, definition.points]));
  for (const { before, claim } of changes) {
    const isLost = !claim || claim.kind === 'make_up';
    if (before?.entryId && isLost) await takeAwardBack(ctx, { communityId, entryId: before.entryId });
  }
  const fresh = changes.flatMap(({ before, claim }) => {
    const points = claim && claim.kind !== 'make_up' && !isLived(before) ? (pointsOf.get(claim.programId) ?? 0) : 0;
    return points > 0 ? [{ claim: claim!, points }] : [];
  });
  const entries = await grantPoints(ctx, communityId, fresh);
  return changes.flatMap(({ before, claim }): CountedDay[] => {
    if (!claim) return [];
    const { programId, identityId, day, kind: how, groupId, at, usedOn, granted } = claim;
    const kept = how !== 'make_up' && isLived(before) ? before : null;
    const entryId = kept?.entryId ?? entries.get(claim)?.entryId ?? null;
    const points = kept?.points ?? entries.get(claim)?.points ?? 0;
    return [{ programId, identityId, day, how, groupId, at, usedOn, granted, points, entryId }];
  });
}

/** Brings points to people, within the caps of the day; who has no open account any more (erased) gets none. */
async function grantPoints(
  ctx: Ctx,
  communityId: string,
  grants: readonly { claim: Claim; points: number }[],
): Promise<Map<Claim, { entryId: string; points: number }>> {
  const awards = grants.map(({ claim, points }) => ({
    kind: checkInEarning.key,
    // A claim counts once in its life, so a repeat finds the entry that is there.
    key: `programs.check_in:${claim.programId}:${claim.id}`,
    entryKind: 'programs.check_in_rewarded',
    identityId: claim.identityId,
    amount: points,
    at: claim.at,
    memo: ctx.t('programs:memo.check_in', { day: claim.day }),
  }));
  const results = await awardPoints(ctx, communityId, awards);
  return new Map(
    results.flatMap((result, at) => {
      const { claim, points } = grants[at]!;
      return result.ok ? [[claim, { entryId: result.entryId, points }] as const] : [];
    }),
  );
}

/** The group's own day hears of lived days only. */
async function countInGroups(ctx: Ctx, communityId: string, changes: readonly DayChange[]): Promise<void> {
  const rows = changes.flatMap(({ key: { day }, before, claim }) => {
    const from = isLived(before) ? before.groupId : null;
    const to = claim && claim.kind !== 'make_up' ? claim.groupId : null;
    if (from === to) return [];
    return [
      ...(from ? [{ communityId, groupId: from, day, checkIns: -1 }] : []),
      ...(to ? [{ communityId, groupId: to, day, checkIns: 1 }] : []),
    ];
  });
  await countGroupActivity(ctx, rows);
}

/** More changes of one group at once than this come from an import: pages ask again instead of hearing of each. */
const mostFrames = 20;

/** Shows the change to the group; those who hide from boards are not named, unless they said the word for all to see. */
async function tellGroups(ctx: Ctx, communityId: string, changes: readonly DayChange[]): Promise<void> {
  const hidden = await selectHidden(
    ctx,
    communityId,
    changes.map(({ key }) => key.identityId),
  );
  const frames = changes.map(({ key, before, claim }) => {
    const how = (claim?.kind ?? before?.how)!;
    const isNamed = how === 'word' || !hidden.has(key.identityId);
    return {
      groupId: (claim?.groupId ?? before?.groupId)!,
      frame: {
        type: 'check_in' as const,
        programId: key.programId,
        day: key.day,
        how,
        on: claim !== null,
        identityId: isNamed ? key.identityId : null,
      },
    };
  });
  ctx.afterCommit(() => {
    for (const [groupId, group] of Map.groupBy(frames, (one) => one.groupId)) {
      const shown = group.length > mostFrames ? [{ frame: { type: 'check_ins' as const } }] : group;
      for (const { frame } of shown) ctx.services.live.publish('group', groupId, frame);
    }
  });
}
