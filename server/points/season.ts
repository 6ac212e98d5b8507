/**
 * Seasons: on a day that was said before, everybody's points are taken by one entry for each account, batch by batch. Every batch is a
 * transaction that holds the season and notes how far it has come, so a break loses nothing and nobody pays twice.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { listAccounts, listBalancesOf, openAccount, sumBalances, transferMany } from '../ledger/index.ts';
import type { AccountBalance } from '../ledger/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay, shiftDay } from '../platform/clock.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { pointsErrors } from './errors.ts';
import {
  insertSeason,
  selectComingSeason,
  selectOpenSeasons,
  selectSeason,
  updateSeason,
  type Season,
  type SeasonId,
} from './store/season.ts';

/** Members hear of the end at least so many days before. */
export const noticeDays = 3;

/** Members are told so many days before the last one. */
export const tellDays = 7;

/** Accounts of one transaction. */
const batchSize = 500;

/** What a team plans. */
export interface SeasonWish {
  id: string;
  name: string;
  endsOn: string;
  words: string;
}

/** What would be taken if the season ended now, and words to tell members with. */
export async function trySeason(
  ctx: Ctx,
  communityId: string,
): Promise<{ people: number; points: number; earliest: string; words: string }> {
  const { holders: people, total: points } = await sumBalances(ctx, communityId, 'points');
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  const words = ctx.t('points:season.words', { name: '{{name}}', day: '{{day}}' });
  return { people, points, earliest: shiftDay(today, noticeDays), words };
}

/** Plans the end of a season; the same id plans once. Call inside a transaction. */
export async function planSeason(ctx: Ctx, communityId: string, wish: SeasonWish): Promise<Season> {
  const known = await selectSeason(ctx, { communityId, id: wish.id });
  if (known) return known;
  const today = localDay(ctx.now(), await getZone(ctx, communityId));
  if (wish.endsOn < shiftDay(today, noticeDays)) throw pointsErrors.season_too_soon({ days: noticeDays });
  const season: Season = {
    ...wish,
    communityId,
    state: 'planned',
    plannedAt: ctx.now(),
    toldAt: null,
    offId: null,
    offToldAt: null,
    afterAccount: null,
    people: 0,
    points: 0,
    endedAt: null,
  };
  if (!(await insertSeason(ctx, season))) throw pointsErrors.season_is_planned();
  await audit(ctx, season, 'points.plan_season');
  return season;
}

/** Gives a season up before it has ended; who was told of it is told that, too. Call inside a transaction. */
export async function callSeasonOff(ctx: Ctx, id: SeasonId): Promise<Season> {
  const season = await selectSeason(ctx, id, true);
  if (!season) throw platformErrors.not_found();
  if (season.state === 'called_off') return season;
  if (season.state !== 'planned') throw pointsErrors.season_has_ended();
  // Telling may have begun in some groups.
  const isTold = (await presentDay(ctx, id.communityId)) >= shiftDay(season.endsOn, -tellDays);
  const offId = isTold ? newId(ctx.now()) : null;
  await audit(ctx, season, 'points.call_season_off');
  return updateSeason(ctx, season, { state: 'called_off', offId });
}

async function audit(ctx: Ctx, { communityId, id, name, endsOn }: Season, action: string): Promise<void> {
  await recordAudit(ctx, { communityId, action, target: { kind: 'season', id }, detail: { name, endsOn } });
}

/** Every ten minutes: seasons whose last day is over, and those whose end was broken off. */
export const endSeasons = defineJob({
  name: 'points.end_seasons',
  payload: z.object({}),
  cron: '*/10 * * * *',
  run: async (ctx) => {
    for (const season of await selectOpenSeasons(ctx)) {
      const isDue = season.state === 'planned' && season.endsOn < (await presentDay(ctx, season.communityId));
      if (isDue || season.state === 'running') await endSeason(ctx, season);
    }
  },
});

async function presentDay(ctx: Ctx, communityId: string): Promise<string> {
  return localDay(ctx.now(), await getZone(ctx, communityId));
}

/** Goes on with the end of a season until nobody is left. */
export async function endSeason(ctx: Ctx, id: SeasonId, size = batchSize): Promise<void> {
  while (await inTransaction(ctx, (inner) => endBatch(inner, id, size))) {
    // Batch after batch.
  }
}

/** One batch, the season held; false when it is over. Call inside a transaction. */
export async function endBatch(ctx: Ctx, id: SeasonId, size: number): Promise<boolean> {
  const season = await selectSeason(ctx, id, true);
  if (!season || season.state === 'done' || season.state === 'called_off') return false;
  const query = season.afterAccount === null ? {} : { cursor: season.afterAccount };
  const filter = { ownerKind: 'identity' as const, unit: 'points', limit: size };
  const page = await listAccounts(ctx, season.communityId, { ...filter, ...query });
  const taken = await takePoints(ctx, season, page.items);
  const isOver = page.nextCursor === null;
  const now = await updateSeason(ctx, season, {
    state: isOver ? 'done' : 'running',
    afterAccount: page.nextCursor,
    people: season.people + taken.people,
    points: season.points + taken.points,
    endedAt: isOver ? ctx.now() : null,
  });
  if (isOver) {
    const { communityId, people, points } = now;
    const target = { kind: 'season', id: now.id };
    await recordAudit(ctx, { communityId, action: 'points.end_season', target, detail: { people, points } });
  }
  return !isOver;
}

/** Takes what is on some accounts. Who spends at the same moment is asked again, with the account held. */
async function takePoints(
  ctx: Ctx,
  { communityId, id, name }: Season,
  accounts: readonly AccountBalance[],
): Promise<{ people: number; points: number }> {
  const issuer = await openAccount(ctx, { communityId, owner: { kind: 'issuer', id: communityId }, unit: 'points' });
  const taken = { people: 0, points: 0 };
  let left = accounts.filter(({ closedAt, balance }) => closedAt === null && balance > 0);
  while (left.length > 0) {
    const results = await transferMany(
      ctx,
      left.map((account) => ({
        communityId,
        key: `points.season:${id}:${account.id}`,
        kind: 'points.season_ended',
        legs: [
          { account: account.id, amount: -account.balance },
          { account: issuer.id, amount: account.balance },
        ],
        memo: ctx.t('points:memo.season', { name }),
      })),
    );
    const done = left.filter((_, at) => results[at]!.ok);
    taken.people += done.length;
    taken.points += done.reduce((sum, { balance }) => sum + balance, 0);
    const short = left.filter((_, at) => {
      const result = results[at]!;
      return !result.ok && result.reason === 'insufficient';
    });
    const balances = await listBalancesOf(ctx, communityId, {
      ownerIds: short.map(({ owner }) => owner.id),
      unit: 'points',
    });
    left = short
      .map((account) => ({ ...account, balance: balances.get(account.owner.id) ?? 0 }))
      .filter(({ balance }) => balance > 0);
  }
  return taken;
}

/** What members see of the season that is to end. */
export async function readComingSeason(
  ctx: Ctx,
  communityId: string,
): Promise<{ name: string; endsOn: string } | null> {
  const season = await selectComingSeason(ctx, communityId);
  return season ? { name: season.name, endsOn: season.endsOn } : null;
}
