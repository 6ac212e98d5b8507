/**
 * Gifts between members: from somebody who has been here for a while to somebody who is here, within a day's limit, with a line of thanks.
 * What is given stays given; only the team takes a gift back, and both read it in their statements.
 */
import { getZone } from '../communities/index.ts';
import { openAccounts, reverse, transfer } from '../ledger/index.ts';
import {
  listIdentities,
  listIdentitiesNamed,
  listPeopleByIds,
  listPersonsOf,
  listStandings,
  readIdCursor,
} from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { localDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { toPage } from '../platform/http/cursor.ts';
import { pointsErrors } from './errors.ts';
import { getPointsSettings } from './settings.ts';
import { addToDays } from './store/award.ts';
import { selectDay } from './store/earning.ts';
import { insertGift, selectGift, selectGifts, updateReversed, type Gift } from './store/gift.ts';

const dayMs = 86_400_000;

/** The counter of what somebody gave away on a day. */
const dayKind = 'points.gift';

/** What is given, and by whom; the id is the giver's, so a repeat gives once. */
export interface GiftWish {
  id: string;
  fromId: string;
  toId: string;
  amount: number;
  note: string;
  messageId: string | null;
}

/** Gives points. Call inside a transaction. */
export async function givePoints(ctx: Ctx, communityId: string, wish: GiftWish): Promise<Gift> {
  const known = await selectGift(ctx, communityId, { id: wish.id });
  if (known && known.fromId !== wish.fromId) throw platformErrors.conflict();
  if (known) return known;
  await checkWish(ctx, communityId, wish);
  const { fromId, toId, amount } = wish;
  const { gifts } = await getPointsSettings(ctx, communityId);
  const day = localDay(ctx.now(), await getZone(ctx, communityId));
  const [given] = await addToDays(ctx, communityId, [{ identityId: fromId, day, kind: dayKind, points: amount }]);
  // The transaction is given up, and the counter with it.
  if (given!.points > gifts.perDay) throw pointsErrors.enough_today({ most: gifts.perDay });
  const owner = (id: string) => ({ owner: { kind: 'identity' as const, id }, unit: 'points' });
  const [from, to] = await openAccounts(ctx, { communityId, names: [owner(fromId), owner(toId)] });
  const moved = await transfer(ctx, {
    communityId,
    key: `points.gift:${wish.id}`,
    kind: 'points.gift_given',
    legs: [
      { account: from!.id, amount: -amount },
      { account: to!.id, amount },
    ],
    memo: wish.note === '' ? ctx.t('points:memo.gift') : ctx.t('points:memo.gift_note', { note: wish.note }),
  });
  if (!moved.ok) throw pointsErrors.not_enough();
  const gift: Gift = { ...wish, entryId: moved.entryId, at: ctx.now(), reversedAt: null };
  await insertGift(ctx, communityId, gift);
  return gift;
}

async function checkWish(ctx: Ctx, communityId: string, { fromId, toId, amount }: GiftWish): Promise<void> {
  const { gifts } = await getPointsSettings(ctx, communityId);
  if (!gifts.on) throw pointsErrors.gifts_off();
  if (amount > gifts.most) throw pointsErrors.too_much({ most: gifts.most });
  const people = await listPersonsOf(ctx, communityId, [fromId, toId]);
  const of = (id: string) => people.find(({ identityIds }) => identityIds.includes(id))?.personId;
  if (of(fromId) === undefined || of(toId) === undefined) throw pointsErrors.not_here();
  if (of(fromId) === of(toId)) throw pointsErrors.to_oneself();
  const lines = await listPeopleByIds(
    ctx,
    communityId,
    people.map(({ personId }) => personId),
  );
  if (lines.filter(({ stays }) => stays.length > 0).length < 2) throw pointsErrors.not_here();
  if ((await opensAt(ctx, communityId, fromId)) > ctx.now()) throw pointsErrors.too_new({ days: gifts.afterDays });
}

/** From when on somebody may give. */
async function opensAt(ctx: Ctx, communityId: string, identityId: string): Promise<Date> {
  const { gifts } = await getPointsSettings(ctx, communityId);
  const [tenure] = await listStandings(ctx, communityId, [identityId]);
  return new Date((tenure?.since ?? ctx.now()).getTime() + gifts.afterDays * dayMs);
}

/** What somebody may give today: how much at once, what is left of the day, from when on. */
export async function readGiftLimits(ctx: Ctx, communityId: string, identityId: string) {
  const { gifts } = await getPointsSettings(ctx, communityId);
  const day = localDay(ctx.now(), await getZone(ctx, communityId));
  const given = await selectDay(ctx, communityId, { identityId, day, kind: dayKind });
  const opens = await opensAt(ctx, communityId, identityId);
  return { ...gifts, leftToday: Math.max(0, gifts.perDay - given), opensAt: opens > ctx.now() ? opens : null };
}

/** A page of gifts with the names of both, the latest first; `q` = of or to somebody with that in their name. */
export async function listGifts(
  ctx: Ctx,
  communityId: string,
  { q, cursor, limit }: { q?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const identityIds = q === undefined ? null : (await listIdentitiesNamed(ctx, communityId, q)).map(({ id }) => id);
  const rows = await selectGifts(ctx, communityId, { identityIds, before: readIdCursor(cursor), limit: limit + 1 });
  const page = toPage(rows, limit, ({ id }) => [id]);
  const both = [...new Set(page.items.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const names = new Map((await listIdentities(ctx, communityId, both)).map(({ id, name }) => [id, name]));
  const items = page.items.map((gift) => ({
    ...gift,
    fromName: names.get(gift.fromId) ?? '',
    toName: names.get(gift.toId) ?? '',
  }));
  return { items, nextCursor: page.nextCursor };
}

/** Takes a gift back, by the team only; who has spent it pays it back from what comes next. Call inside a transaction. */
export async function takeGiftBack(
  ctx: Ctx,
  communityId: string,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const gift = await selectGift(ctx, communityId, { id, lock: true });
  if (!gift) throw platformErrors.not_found();
  if (gift.reversedAt) return;
  await updateReversed(ctx, communityId, id);
  await recordAudit(ctx, { communityId, action: 'points.take_gift_back', target: { kind: 'gift', id } });
  await reverse(ctx, { communityId, entryId: gift.entryId, memo: ctx.t('points:memo.gift_back', { reason }) });
}
