/** Where a group stands with its promotions: what holds for it, what is taken of this week, what its credit allows. */
import { getZone } from '../communities/index.ts';
import type { Group } from '../groups/index.ts';
import { localDay, shiftDay, startOfLocalDay, weekStart } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { listCreditDays } from './balance.ts';
import { costOf, fadeBalance, type CreditDay } from './credit.ts';
import { findHold, type Hold, type Policy } from './guard.ts';
import { getPromotionsSettings, type OwnPolicy, type PromotionsSettings } from './settings.ts';
import { selectCounted, selectOwn, type Place } from './store/promotions.ts';
import { selectWaiting } from './store/scheduled.ts';

/** What holds for a group: its own, or what its tier has. */
export function policyOf(settings: PromotionsSettings, tier: Group['tier'], own: OwnPolicy | null | undefined): Policy {
  const { perWeek, gapHours, quiet, creditFloor } = settings;
  return { perWeek: perWeek[tier], gapHours, quiet, ...own, creditFloor };
}

/** Where a group stands. */
export interface Standing {
  settings: PromotionsSettings;
  policy: Policy;
  own: OwnPolicy | null;
  zone: string;
  /** The Monday of this week. */
  week: string;
  /** Promotions of this week, and those that are still to be said in it. */
  used: number;
  planned: number;
  /** Those of the last seven days and this week, and those that are planned. */
  said: Date[];
  waiting: { clientId: string; dueAt: Date }[];
}

/** Reads where a group stands; `own` when the caller has it already. */
export async function readStanding(
  ctx: Ctx,
  group: Pick<Group, 'id' | 'communityId' | 'tier'>,
  known?: { own: OwnPolicy | null },
): Promise<Standing> {
  const { communityId, id: groupId } = group;
  const settings = await getPromotionsSettings(ctx, communityId);
  const own = known ? known.own : ((await selectOwn(ctx, communityId, [groupId])).get(groupId) ?? null);
  const policy = policyOf(settings, group.tier, own);
  const zone = await getZone(ctx, communityId);
  const week = weekStart(localDay(ctx.now(), zone));
  const [from, to] = [startOfLocalDay(week, zone), startOfLocalDay(shiftDay(week, 7), zone)];
  const gapFrom = new Date(ctx.now().getTime() - Math.max(7 * 24, policy.gapHours) * 3_600_000);
  const said = await selectCounted(ctx, { communityId, groupId, since: gapFrom < from ? gapFrom : from });
  const waiting = await selectWaiting(ctx, { communityId, groupId });
  return {
    settings,
    policy,
    own,
    zone,
    week,
    used: said.filter(({ at }) => at >= from).length,
    planned: waiting.filter(({ dueAt }) => dueAt < to).length,
    said: said.map(({ at }) => at),
    waiting: waiting.map(({ clientId, dueAt }) => ({ clientId, dueAt })),
  };
}

/** A promotion that is about to be said. */
export interface Wish {
  isAnswer: boolean;
  /** The client id that it will have; one that is planned does not stand in its own way, nor do those planned after it. */
  clientId?: string;
}

/** Whether it has to wait; null = it may go. What it takes of the credit is `cost`. */
export async function judgeWish(
  ctx: Ctx,
  place: Place,
  { standing, wish }: { standing: Standing; wish: Wish },
): Promise<{ hold: Hold | null; cost: number }> {
  const { policy, zone, said } = standing;
  const now = ctx.now();
  const isPlanned = standing.waiting.some(({ clientId }) => clientId === wish.clientId);
  const taken = isPlanned ? said : [...said, ...standing.waiting.map(({ dueAt }) => dueAt)];
  const leftAt =
    policy.creditFloor === null ? () => 0 : forecast(await listCreditDays(ctx, place), { now, said, wish });
  return { hold: findHold(policy, { now, zone, taken, leftAt }), cost: costOf(now, wish.isAnswer, said) };
}

const dayMs = 86_400_000;
const lookBackDays = 14;

/** What would be left at a moment, if every day brings what the last two weeks have brought on average. */
function forecast(
  days: readonly CreditDay[],
  { now, said, wish }: { now: Date; said: readonly Date[]; wish: Wish },
): (at: Date) => number {
  const balance = days.at(-1)?.balance ?? 0;
  const recent = days.slice(-1 - lookBackDays, -1);
  const value = recent.reduce((sum, day) => sum + day.value, 0) / lookBackDays;
  return (at) => {
    const ahead = Math.max(0, Math.round((at.getTime() - now.getTime()) / dayMs));
    return fadeBalance(balance, ahead, value) - costOf(at, wish.isAnswer, said);
  };
}
