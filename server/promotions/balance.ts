/**
 * The balance of groups, made from counters that others keep by (group, day): answered questions, check-ins, reactions. No message is
 * read. Finished days are kept once a night; what is shown is walked from the last kept day before the shown weeks, so late counts are in it.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { countAnsweredByDay } from '../desk/index.ts';
import { listDaysOfGroups, listGroupDays, listLivingCommunities, listLivingGroups } from '../groups/index.ts';
import { localDay, shiftDay, startOfLocalDay, weekStart } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { walkDays, type CreditDay, type Spending, type ValueCounts } from './credit.ts';
import { selectBalances, upsertDays, type KeptDay } from './store/days.ts';
import { selectCounted, type Place } from './store/promotions.ts';

/** Weeks that are shown, this one included. */
const shownWeeks = 5;
/** So many finished days are counted again every night; older ones only by the weekly recount. */
const openDays = 40;
/** Before any group was. */
const beginning = '2000-01-01';

/** The days of a group's credit that are shown, up to today. */
export async function listCreditDays(ctx: Ctx, place: Place): Promise<CreditDay[]> {
  const { communityId, groupId } = place;
  const zone = await getZone(ctx, communityId);
  const today = localDay(ctx.now(), zone);
  const shownFrom = shiftDay(weekStart(today), -7 * (shownWeeks - 1));
  const kept = await selectBalances(ctx, { communityId, groupIds: [groupId], day: shiftDay(shownFrom, -1) });
  const before = kept.get(groupId);
  const range = { communityId, from: before === undefined ? beginning : shownFrom, to: today };
  const days = await listGroupDays(ctx, { ...range, groupId });
  const answers = await countAnsweredByDay(ctx, { ...range, zone });
  const counts = countsOf(
    days.map((day) => ({ ...day, groupId })),
    answers.filter((one) => one.groupId === groupId),
  ).get(groupId);
  const spendings = await listSpendings(ctx, { communityId, groupId, from: range.from, zone });
  const from = before === undefined ? firstDay(counts, spendings, shownFrom) : shownFrom;
  const walked = walkDays({ from, to: today, before: before ?? 0, counts: counts ?? new Map(), spendings });
  return walked.filter(({ day }) => day >= shownFrom);
}

/** Nightly: keeps the finished days of all groups. */
export const rollCredit = defineJob({
  name: 'promotions.roll_credit',
  payload: z.object({}),
  cron: '30 20 * * *',
  run: async (ctx) => {
    for (const communityId of await listLivingCommunities(ctx)) await rollCommunity(ctx, communityId);
  },
});

/** Weekly: counts everything again from the first day on, for what was imported or corrected late. */
export const recountCredit = defineJob({
  name: 'promotions.recount_credit',
  payload: z.object({}),
  cron: '50 20 * * 6',
  run: async (ctx) => {
    for (const communityId of await listLivingCommunities(ctx)) await rollCommunity(ctx, communityId, true);
  },
});

/** Keeps the finished days of a community's groups; giving it twice changes nothing. */
export async function rollCommunity(ctx: Ctx, communityId: string, all = false): Promise<void> {
  const zone = await getZone(ctx, communityId);
  const to = shiftDay(localDay(ctx.now(), zone), -1);
  const openFrom = shiftDay(to, 1 - openDays);
  const groupIds = (await listLivingGroups(ctx, communityId)).map(({ id }) => id);
  const kept = all
    ? new Map<string, number>()
    : await selectBalances(ctx, { communityId, groupIds, day: shiftDay(openFrom, -1) });
  const from = groupIds.every((id) => kept.has(id)) ? openFrom : beginning;
  const range = { communityId, from, to };
  const counts = countsOf(await listDaysOfGroups(ctx, range), await countAnsweredByDay(ctx, { ...range, zone }));
  const spendings = Map.groupBy(
    await listSpendings(ctx, { communityId, groupId: null, from, zone }),
    (one) => one.groupId,
  );
  for (const groupId of groupIds) {
    const ours = { counts: counts.get(groupId) ?? new Map(), spendings: spendings.get(groupId) ?? [] };
    const before = kept.get(groupId);
    const start = before === undefined ? firstDay(ours.counts, ours.spendings, openFrom) : openFrom;
    const days = walkDays({ ...ours, from: start, to, before: before ?? 0 });
    const rows = days.map((day): KeptDay => ({ ...day, groupId }));
    await inTransaction(ctx, (inner) => upsertDays(inner, communityId, rows));
  }
}

/** Promotions from a day on and those of the week before it, which make them dearer. */
function listSpendings(
  ctx: Ctx,
  { communityId, groupId, from, zone }: { communityId: string; groupId: string | null; from: string; zone: string },
): Promise<(Spending & { groupId: string })[]> {
  return selectCounted(ctx, { communityId, groupId, since: startOfLocalDay(shiftDay(from, -8), zone) });
}

type CountsByDay = ReadonlyMap<string, ValueCounts>;

function countsOf(
  days: readonly { groupId: string; day: string; checkIns: number; reactions: number }[],
  answers: readonly { groupId: string; day: string; answers: number }[],
): Map<string, CountsByDay> {
  const groups = new Map<string, Map<string, ValueCounts>>();
  const add = (groupId: string, day: string, some: Partial<ValueCounts>) => {
    const ours = groups.get(groupId) ?? new Map<string, ValueCounts>();
    groups.set(groupId, ours.set(day, { answers: 0, checkIns: 0, reactions: 0, ...ours.get(day), ...some }));
  };
  for (const { groupId, day, checkIns, reactions } of days) add(groupId, day, { checkIns, reactions });
  for (const one of answers) add(one.groupId, one.day, { answers: one.answers });
  return groups;
}

/** Where a group's credit begins: with the first thing that was given or taken. */
function firstDay(counts: CountsByDay | undefined, spendings: readonly Spending[], latest: string): string {
  const days = [...(counts?.keys() ?? []), ...spendings.map(({ day }) => day)];
  return days.reduce((first, day) => (day < first ? day : first), latest);
}
