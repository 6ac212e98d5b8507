/**
 * An introduction that both agree to. Who asks says why; who is asked accepts or says nothing; only when both have agreed does each see
 * how the other wants to be reached. A decline is never told: to who asked it looks like no answer, and one may ask the same person once
 * in ninety days whatever became of it.
 */
import { z } from 'zod';
import { readSignals } from '../../lib/text/index.ts';
import { findIdentity, listPersonsOf } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { createTask } from '../team/index.ts';
import { askerOf, type Asker } from './asker.ts';
import { sieveVisible } from './directory.ts';
import { introductionsErrors } from './errors.ts';
import { introductionMoved } from './events.ts';
import { lockFace } from './store/directory.ts';
import {
  countAsked,
  expireRequests,
  hasMet,
  insertBlock,
  insertRequest,
  lockRequest,
  updateRequest,
  type Outcome,
  type Request,
} from './store/request.ts';

const day = 86_400_000;
/** Limits against pestering. */
export const limits = { asksPerWeek: 5, daysBetween: 90, daysOpen: 14, daysToOutcome: 14 } as const;
/** The kind of the task that a report becomes. */
export const reportKind = 'introductions.report';

/** What somebody asks for. */
export interface Wish {
  toId: string;
  why: string;
  /** How the asker wants to be reached if the other agrees. */
  words: string;
  entryId: string | null;
}

/** Asks for an introduction to somebody whom one may see, or who has put something on the board. */
export async function askForIntroduction(
  ctx: Ctx,
  asker: Asker,
  wish: Wish,
  { isOnBoard }: { isOnBoard: boolean },
): Promise<string> {
  const { communityId } = asker;
  checkPublicText(wish.why);
  // Two requests of one person at the same moment would each count without the other.
  await lockFace(ctx, communityId, asker.personId);
  const other = await personOf(ctx, communityId, wish.toId);
  if (asker.identityIds.includes(wish.toId)) throw platformErrors.not_found();
  const visible = await sieveVisible(ctx, asker, [other.personId], { isOnBoard });
  if (visible.length === 0) throw platformErrors.not_found();
  const since = new Date(ctx.now().getTime() - limits.daysBetween * day);
  if (await hasMet(ctx, communityId, { ones: asker.identityIds, others: other.identityIds, since }))
    throw introductionsErrors.asked_before({ days: limits.daysBetween });
  const week = new Date(ctx.now().getTime() - 7 * day);
  if ((await countAsked(ctx, communityId, { identityIds: asker.identityIds, since: week })) >= limits.asksPerWeek)
    throw introductionsErrors.asked_enough({ most: limits.asksPerWeek });
  const id = await keep(ctx, {
    communityId,
    fromId: asker.identityId,
    toId: wish.toId,
    suggestedBy: null,
    entryId: wish.entryId,
    why: wish.why,
    fromWords: wish.words,
    fromAgreedAt: ctx.now(),
  });
  ctx.emit(introductionMoved, communityId, { requestId: id, what: 'asked', identityIds: [wish.toId] });
  return id;
}

/** Suggests two people to each other; both must agree. They must be able to see each other. */
export async function suggestIntroduction(
  ctx: Ctx,
  communityId: string,
  wish: { oneId: string; otherId: string; why: string; userId: string },
): Promise<string> {
  checkPublicText(wish.why);
  const one = await askerOf(ctx, communityId, wish.oneId);
  const other = await personOf(ctx, communityId, wish.otherId);
  if (one.personId === other.personId) throw introductionsErrors.not_visible();
  if ((await sieveVisible(ctx, one, [other.personId])).length === 0) throw introductionsErrors.not_visible();
  const since = new Date(ctx.now().getTime() - limits.daysBetween * day);
  if (await hasMet(ctx, communityId, { ones: one.identityIds, others: other.identityIds, since }))
    throw introductionsErrors.asked_before({ days: limits.daysBetween });
  const pair = { fromId: wish.oneId, toId: wish.otherId };
  const id = await keep(ctx, {
    communityId,
    ...pair,
    suggestedBy: wish.userId,
    entryId: null,
    why: wish.why,
    fromWords: null,
    fromAgreedAt: null,
  });
  ctx.emit(introductionMoved, communityId, { requestId: id, what: 'asked', identityIds: [wish.oneId, wish.otherId] });
  return id;
}

async function keep(ctx: Ctx, request: Omit<Parameters<typeof insertRequest>[1], 'id' | 'expiresAt'>): Promise<string> {
  const id = newId(ctx.now());
  await insertRequest(ctx, { ...request, id, expiresAt: new Date(ctx.now().getTime() + limits.daysOpen * day) });
  return id;
}

/** Agrees, with the words for the other, or declines without a word. */
export async function answerRequest(
  ctx: Ctx,
  asker: Asker,
  answer: { id: string; words: string | null },
): Promise<void> {
  const { request, side } = await lockOwn(ctx, asker, answer.id);
  if (request.state !== 'open' || request.expiresAt <= ctx.now() || agreedAt(request, side) !== null)
    throw introductionsErrors.already_settled();
  if (answer.words === null) return decline(ctx, request, side);
  const agreed: Request = {
    ...request,
    ...(side === 'from'
      ? { fromWords: answer.words, fromAgreedAt: ctx.now() }
      : { toWords: answer.words, toAgreedAt: ctx.now() }),
  };
  const isBoth = agreed.fromAgreedAt !== null && agreed.toAgreedAt !== null;
  await updateRequest(ctx, isBoth ? { ...agreed, state: 'accepted', settledAt: ctx.now() } : agreed);
  if (!isBoth) return;
  const tell = side === 'from' ? request.toId : request.fromId;
  ctx.emit(introductionMoved, asker.communityId, { requestId: request.id, what: 'agreed', identityIds: [tell] });
}

async function decline(ctx: Ctx, request: Request, side: Side): Promise<void> {
  const declinedBy = side === 'from' ? request.fromId : request.toId;
  await updateRequest(ctx, { ...request, ...forgotten, state: 'declined', declinedBy, settledAt: ctx.now() });
}

const forgotten = { fromWords: null, toWords: null } as const;

/** Takes one's own request back. A decline that was not told stays untold. */
export async function withdrawRequest(ctx: Ctx, asker: Asker, id: string): Promise<void> {
  const { request, side } = await lockOwn(ctx, asker, id);
  if (side !== 'from' || agreedAt(request, side) === null) throw platformErrors.not_found();
  if (request.withdrawnAt || !['open', 'declined'].includes(request.state) || request.expiresAt <= ctx.now())
    throw introductionsErrors.already_settled();
  const state = request.state === 'open' ? 'withdrawn' : request.state;
  const settledAt = request.settledAt ?? ctx.now();
  await updateRequest(ctx, { ...request, ...forgotten, state, withdrawnAt: ctx.now(), settledAt });
}

/** Says what came of an introduction; may be said again. */
export async function tellOutcome(
  ctx: Ctx,
  asker: Asker,
  { id, outcome }: { id: string; outcome: Outcome },
): Promise<void> {
  const { request, side } = await lockOwn(ctx, asker, id);
  if (request.state !== 'accepted') throw introductionsErrors.already_settled();
  await updateRequest(ctx, { ...request, ...(side === 'from' ? { fromOutcome: outcome } : { toOutcome: outcome }) });
}

/** Is not to be asked by the other any more; what is open between them is declined without a word. */
export async function blockRequester(ctx: Ctx, asker: Asker, id: string): Promise<void> {
  const { request, side } = await lockOwn(ctx, asker, id);
  const [blockerId, blockedId] = side === 'from' ? [request.fromId, request.toId] : [request.toId, request.fromId];
  await insertBlock(ctx, { communityId: asker.communityId, blockerId, blockedId });
  if (request.state === 'open') await decline(ctx, request, side);
}

/** Asks the team to look at a request; it is declined, and who has sent it cannot ask again. */
export async function reportRequest(ctx: Ctx, asker: Asker, id: string): Promise<void> {
  const { request, side } = await lockOwn(ctx, asker, id);
  await blockRequester(ctx, asker, id);
  const [mineId, otherId] = side === 'from' ? [request.fromId, request.toId] : [request.toId, request.fromId];
  const name = async (identityId: string) => (await findIdentity(ctx, asker.communityId, identityId))?.name ?? '';
  await createTask(ctx, {
    communityId: asker.communityId,
    kind: reportKind,
    title: ctx.t('introductions:report.title', { name: await name(otherId) }),
    text: ctx.t('introductions:report.text', { name: await name(mineId), why: request.why }),
    key: `introductions.report ${id} ${mineId}`,
    about: [mineId, otherId],
  });
}

/** Every hour: what nobody has answered in fourteen days. */
export const endRequests = defineJob({
  name: 'introductions.end_requests',
  payload: z.object({}),
  cron: '7 * * * *',
  run: async (ctx) => inTransaction(ctx, async (inner) => void (await expireRequests(inner))),
});

/** On which side of a request somebody stands. */
export type Side = 'from' | 'to';

/** When one side has agreed. */
export function agreedAt(request: Request, side: Side): Date | null {
  return side === 'from' ? request.fromAgreedAt : request.toAgreedAt;
}

async function lockOwn(ctx: Ctx, asker: Asker, id: string): Promise<{ request: Request; side: Side }> {
  const request = await lockRequest(ctx, asker.communityId, id);
  const side = request && sideOf(request, asker.identityIds);
  if (!request || !side) throw platformErrors.not_found();
  return { request, side };
}

/** The side of somebody with these accounts, undefined when it is not theirs. */
export function sideOf(request: Pick<Request, 'fromId' | 'toId'>, identityIds: readonly string[]): Side | undefined {
  if (identityIds.includes(request.fromId)) return 'from';
  return identityIds.includes(request.toId) ? 'to' : undefined;
}

/** Words that others read before both have agreed hold no way around that. */
export function checkPublicText(text: string): void {
  const { hasContact, links } = readSignals(text);
  if (hasContact || links > 0) throw introductionsErrors.contact_in_text();
}

async function personOf(ctx: Ctx, communityId: string, identityId: string) {
  const [person] = await listPersonsOf(ctx, communityId, [identityId]);
  if (!person) throw platformErrors.not_found();
  return person;
}
