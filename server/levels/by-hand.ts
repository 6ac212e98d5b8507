/**
 * What an operator decides about one person: a lock with a reason and an end, and a payment that came from outside, confirmed by hand and
 * booked. What runs out falls back to what the rules give.
 */
import { openAccounts, reverse, transfer } from '../ledger/index.ts';
import { listAccountsOf } from '../people/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actorKey } from '../platform/auth/actor.ts';
import { shiftDay } from '../platform/clock.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { touchPeople } from '../profiles/index.ts';
import type { Level } from './definition.ts';
import { levelsErrors } from './errors.ts';
import { openLadder, presentDay, writeMoves, type Asked, type Occasion, type OpenLadder } from './evaluation.ts';
import { readStanding, settle, type Standing } from './standing.ts';
import { selectLadder } from './store/ladder.ts';
import { insertPayment, revokePayment, selectPayment, selectRunning, type Payment } from './store/payment.ts';
import { selectStandings } from './store/standing.ts';

/** One person on one ladder. */
export interface Place {
  communityId: string;
  ladderId: string;
  personId: string;
}

interface Hold {
  open: OpenLadder;
  asked: Asked;
}

/** Puts somebody on a level whatever the rules say, until the end of a day or until it is lifted. Call inside a transaction. */
export async function lockLevel(
  ctx: Ctx,
  place: Place,
  wish: { level: number; until: string | null; reason: string },
): Promise<void> {
  const hold = await holdPlace(ctx, place);
  if (wish.until !== null && wish.until < hold.open.today) throw levelsErrors.ends_in_the_past();
  const { at } = findLevel(hold.open, wish.level);
  const lock = { at, until: wish.until, reason: wish.reason, by: actorKey(ctx.actor) };
  await settlePlace(ctx, hold, {
    change: { lock },
    occasion: { cause: 'locked', tells: true, why: wish.reason },
    action: 'levels.lock_level',
  });
}

/** Lets the rules decide again. Call inside a transaction. */
export async function unlockLevel(ctx: Ctx, place: Place): Promise<void> {
  const hold = await holdPlace(ctx, place);
  const occasion: Occasion = { cause: 'unlocked', tells: true, why: '' };
  await settlePlace(ctx, hold, { change: { lock: null }, occasion, action: 'levels.unlock_level' });
}

/** Confirms that somebody has paid for a level; a further payment begins when the running one ends. Call inside a transaction. */
export async function confirmPayment(
  ctx: Ctx,
  place: Place,
  wish: { id: string; level: number; amount: number; note: string },
): Promise<Payment> {
  const { communityId, ladderId } = place;
  const known = await selectPayment(ctx, communityId, wish.id);
  if (known) return known;
  const hold = await holdPlace(ctx, place);
  const { level, at } = findLevel(hold.open, wish.level);
  if (!level.price) throw levelsErrors.not_for_sale({ level: level.name });
  const running = await selectRunning(ctx, { communityId, ladderId }, hold.asked.identityIds, hold.open.today);
  const before = running.filter((one) => one.level === wish.level).map(({ untilOn }) => untilOn);
  const fromOn = before.length > 0 ? shiftDay(before.toSorted().at(-1)!, 1) : hold.open.today;
  const payment: Payment = {
    id: wish.id,
    ladderId,
    identityId: hold.asked.identityId,
    level: wish.level,
    fromOn,
    untilOn: shiftDay(fromOn, level.price.days - 1),
    amount: wish.amount,
    currency: level.price.currency,
    entryId: null,
    note: wish.note,
    confirmedAt: ctx.now(),
    confirmedBy: actorKey(ctx.actor),
    revokedAt: null,
  };
  const paid = { at, until: payment.untilOn };
  const change = { paid: better(hold.asked.standing.paid, paid) };
  const occasion: Occasion = { cause: 'paid', tells: true, why: wish.note };
  await settlePlace(ctx, hold, { change, occasion, action: 'levels.confirm_payment' });
  // Value moves last, so that accounts are locked for a moment only.
  const entryId = await book(ctx, communityId, payment);
  await insertPayment(ctx, communityId, { ...payment, entryId });
  return { ...payment, entryId };
}

/** Takes a payment back, with its entry. Call inside a transaction. */
export async function takePaymentBack(ctx: Ctx, place: Place, id: string): Promise<void> {
  const { communityId, ladderId } = place;
  const hold = await holdPlace(ctx, place);
  const payment = await revokePayment(ctx, communityId, { id, identityIds: hold.asked.identityIds });
  if (!payment) throw platformErrors.not_found();
  const left = await selectRunning(ctx, { communityId, ladderId }, hold.asked.identityIds, hold.open.today);
  const paid = left
    .map((one) => ({ at: hold.open.ladder.levels.findIndex(({ number }) => number === one.level), until: one.untilOn }))
    .filter(({ at }) => at >= 0)
    .reduce<Standing['paid']>(better, null);
  const occasion: Occasion = { cause: 'expired', tells: true, why: '' };
  await settlePlace(ctx, hold, { change: { paid }, occasion, action: 'levels.take_payment_back' });
  if (payment.entryId) await reverse(ctx, { communityId, entryId: payment.entryId, memo: ctx.t('levels:memo.back') });
}

function better(one: Standing['paid'], other: { at: number; until: string }): { at: number; until: string } {
  if (!one || other.at > one.at) return other;
  return other.at === one.at && other.until > one.until ? other : one;
}

async function book(ctx: Ctx, communityId: string, payment: Payment): Promise<string | null> {
  const { amount, currency: unit } = payment;
  if (amount === 0) return null;
  const [outside, till] = await openAccounts(ctx, {
    communityId,
    names: [
      { owner: { kind: 'issuer', id: communityId }, unit },
      { owner: { kind: 'community', id: communityId }, unit },
    ],
  });
  const booked = await transfer(ctx, {
    communityId,
    key: `levels.payment:${payment.id}`,
    kind: 'levels.membership_paid',
    legs: [
      { account: outside!.id, amount: -amount },
      { account: till!.id, amount },
    ],
    memo: ctx.t('levels:memo.paid'),
  });
  if (!booked.ok) throw platformErrors.conflict();
  return booked.entryId;
}

/** Holds the ladder, so that nobody else moves the person meanwhile. */
async function holdPlace(ctx: Ctx, { communityId, ladderId, personId }: Place): Promise<Hold> {
  const ladder = await selectLadder(ctx, communityId, { id: ladderId, lock: true });
  const [person] = await listAccountsOf(ctx, communityId, [personId]);
  if (!ladder || !person) throw platformErrors.not_found();
  const { identityIds } = person;
  const open = await openLadder(ctx, ladder);
  const standing = readStanding(ladder, await selectStandings(ctx, { communityId, ladderId }, identityIds));
  const answers = { entry: [], staying: [] };
  return { open, asked: { personId, identityId: identityIds[0]!, identityIds, fits: 0, answers, standing } };
}

async function settlePlace(
  ctx: Ctx,
  { open, asked }: Hold,
  given: { change: Partial<Standing>; occasion: Occasion; action: string },
): Promise<void> {
  const today = await presentDay(ctx, open.ladder.communityId);
  const next = settle({ ...asked.standing, ...given.change, ruleDueOn: today }, today);
  await writeMoves(ctx, open, { moves: [{ asked, next }], occasion: given.occasion });
  const { communityId, id } = open.ladder;
  // A payment is a fact, too; what the rules say now is looked at with it.
  await touchPeople(ctx, communityId, [asked.identityId]);
  const target = { kind: 'identity', id: asked.identityId };
  await recordAudit(ctx, { communityId, action: given.action, target, detail: { ladderId: id } });
}

function findLevel({ ladder }: OpenLadder, number: number): { level: Level; at: number } {
  const at = ladder.levels.findIndex((level) => level.number === number);
  if (at < 0) throw levelsErrors.unknown_level({ level: String(number) });
  return { level: ladder.levels[at]!, at };
}

/** An id for a payment that is not repeated. */
export function newPaymentId(ctx: Ctx): string {
  return newId(ctx.now());
}
