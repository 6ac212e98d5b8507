/**
 * Telling members: a job looks once more who still wants and needs to hear of a message, and pushes to their phones. Who is
 * in quiet hours is told once in the morning.
 */
import { z } from 'zod';
import { getZone } from '../communities/index.ts';
import { findGroupById, type Group } from '../groups/index.ts';
import { countUnread, excerptMessage, listMessages, listReads, type MessageFacts } from '../messages/index.ts';
import { listDevicesOf, listIdentities, listMemberships } from '../people/index.ts';
import { inTransaction, type Ctx, type Services } from '../platform/context.ts';
import type { Translate } from '../platform/i18n.ts';
import { defineJob, type Job } from '../platform/jobs/job.ts';
import { sendPush, type PushOutcome, type PushSender } from '../platform/push/send.ts';
import { quietUntil, usualQuiet } from '../platform/quiet.ts';
import { deleteSubscriptions, noteOutcomes, selectLevels, selectQuiet } from './store.ts';
import { getKeys, listSubscriptions, type Subscription } from './subscription.ts';

/** Why somebody is told, the strongest first. */
export const reasons = ['called', 'answered', 'announced', 'said'] as const;

/** One of the reasons. */
export type Reason = (typeof reasons)[number];

/** A push waits this long: whoever is looking has read the message by then. */
export const waitMs = 8000;
/** Members in one job. */
export const mostAtOnce = 200;
/** Pushes on the way at the same time; push services are few and far away. */
const lanes = 8;
const mostAttempts = 3;
/** A browser that failed so often in a row is taken for gone. */
const mostFailures = 10;

const place = { communityId: z.uuid(), groupId: z.uuid() };
const target = z.object({ identityId: z.uuid(), reason: z.enum(reasons) });
const tellPayload = z.object({
  ...place,
  messageId: z.uuid(),
  targets: z.array(target).max(mostAtOnce),
  attempt: z.int(),
});
type Told = z.infer<typeof tellPayload>;

/** Pushes one message to those whom it concerns. */
export const tellMembers: Job<Told> = defineJob({
  name: 'notices.tell_members',
  payload: tellPayload,
  run: async (ctx, told) => {
    const group = await findGroupById(ctx, told.groupId);
    const [message] = await listMessages(ctx, told, [told.messageId]);
    if (!group || group.lifecycle === 'dissolved' || !message || message.recalledAt !== null) return;
    const concerned = await sieve(ctx, told, message);
    const { now, later } = await sortByQuiet(ctx, told, concerned);
    if (later.length > 0) await queueMornings(ctx, told, later);
    const [author] = await listIdentities(ctx, told.communityId, [message.authorId]);
    const failed = await deliver(ctx, group, {
      identityIds: now.map(({ identityId }) => identityId),
      write: (t, identityId) => {
        const { reason } = now.find((one) => one.identityId === identityId)!;
        return t(`notices:push.${reason}`, { name: author?.name ?? '', excerpt: excerptMessage(message) });
      },
      messageId: message.id,
    });
    await tryAgain(ctx, told, failed);
  },
});

/** Those of the targets who are still in the group, want to hear of it, and have not read it. */
async function sieve(ctx: Ctx, told: Told, message: MessageFacts): Promise<Told['targets']> {
  const identityIds = told.targets.map(({ identityId }) => identityId);
  const inside = new Set((await listMemberships(ctx, { ...told, identityIds })).map(({ identityId }) => identityId));
  const levels = await selectLevels(ctx, told, { identityIds });
  const reads = await listReads(ctx, told, identityIds);
  return told.targets.filter(({ identityId, reason }) => {
    const level = levels.get(identityId) ?? 'calls';
    const isWanted = level === 'all' || (level === 'calls' && reason !== 'said');
    return inside.has(identityId) && isWanted && (reads.get(identityId) ?? 0) < message.seq;
  });
}

async function sortByQuiet(ctx: Ctx, { communityId }: Told, targets: Told['targets']) {
  const zone = await getZone(ctx, communityId);
  const identityIds = targets.map(({ identityId }) => identityId);
  const chosen = await selectQuiet(ctx, communityId, identityIds);
  const now: Told['targets'] = [];
  const later: { identityId: string; until: Date }[] = [];
  for (const one of targets) {
    const until = quietUntil(chosen.get(one.identityId) ?? usualQuiet, zone, ctx.now());
    if (until) later.push({ identityId: one.identityId, until });
    else now.push(one);
  }
  return { now, later };
}

async function queueMornings(
  ctx: Ctx,
  told: Told,
  later: readonly { identityId: string; until: Date }[],
): Promise<void> {
  const { communityId, groupId } = told;
  await inTransaction(ctx, async (inner) => {
    for (const { identityId, until } of later) {
      const key = `notices:${groupId}:${identityId}`;
      inner.enqueue(tellInTheMorning, { communityId, groupId, identityId }, { runAt: until, key });
    }
  });
}

/** Tells a member once what came in their quiet hours, if it is still unread. */
export const tellInTheMorning = defineJob({
  name: 'notices.tell_in_the_morning',
  payload: z.object({ ...place, identityId: z.uuid() }),
  run: async (ctx, { communityId, groupId, identityId }) => {
    const group = await findGroupById(ctx, groupId);
    const stays = await listMemberships(ctx, { communityId, groupId, identityIds: [identityId] });
    const level = (await selectLevels(ctx, { communityId, groupId }, { identityIds: [identityId] })).get(identityId);
    if (!group || group.lifecycle === 'dissolved' || stays.length === 0 || level === 'none') return;
    const [count] = await countUnread(ctx, communityId, [{ groupId, identityId }]);
    if (!count || count.unread === 0) return;
    const words = count.mentioned ? 'notices:push.morning_called' : 'notices:push.morning';
    await deliver(ctx, group, {
      identityIds: [identityId],
      write: (t) => t(words, { count: count.unread }),
      messageId: null,
    });
  },
});

/** What is pushed to whom. */
export interface Delivery {
  identityIds: readonly string[];
  write: (t: Translate, identityId: string) => string;
  messageId: string | null;
  /** A page of the group instead of its talk. */
  page?: string;
}

/** Pushes to every phone of the members; gives the identities of which one could not be reached for now. */
export async function deliver(
  ctx: Ctx,
  group: Group,
  delivery: Delivery,
): Promise<{ identityIds: string[]; afterSeconds: number }> {
  const devices = await listDevicesOf(ctx, group.communityId, delivery.identityIds);
  const owners = new Map(devices.map(({ deviceId, identityId }) => [deviceId, identityId]));
  const waiting = await listSubscriptions(ctx, [...owners.keys()]);
  if (waiting.length === 0) return { identityIds: [], afterSeconds: 0 };
  const sender = await makeSender(ctx);
  const outcomes = new Map<Subscription, PushOutcome>();
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const t = ctx.services.i18n.translator(next.locale);
      const body = delivery.write(t, owners.get(next.deviceId)!);
      const sub = delivery.page === undefined ? '' : `/${delivery.page}`;
      const url = `/g/${group.id}${sub}${delivery.messageId === null ? '' : `?at=${delivery.messageId}`}`;
      const text = JSON.stringify({ title: group.name, body, url, tag: group.id + sub });
      const push = { target: next.target, text, topic: group.id.replaceAll('-', ''), isUrgent: true };
      outcomes.set(next, await sendPush(push, sender));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return settle(ctx, { outcomes, owners });
}

async function settle(
  ctx: Ctx,
  { outcomes, owners }: { outcomes: ReadonlyMap<Subscription, PushOutcome>; owners: ReadonlyMap<string, string> },
): Promise<{ identityIds: string[]; afterSeconds: number }> {
  const of = (wanted: (subscription: Subscription, outcome: PushOutcome) => boolean) =>
    [...outcomes].flatMap(([one, outcome]) => (wanted(one, outcome) ? [one.deviceId] : []));
  const isLost = (one: Subscription, { state }: PushOutcome) =>
    state === 'gone' || (state === 'later' && one.failures + 1 >= mostFailures);
  const failed = of((one, outcome) => outcome.state === 'later' && !isLost(one, outcome));
  await deleteSubscriptions(ctx, of(isLost));
  await noteOutcomes(ctx, { taken: of((_, { state }) => state === 'taken'), failed });
  const later = [...outcomes.values()].filter((outcome) => outcome.state === 'later');
  if (later.length > 0) ctx.log.warn('notices.push_failed', { count: later.length, code: later[0]!.code });
  const afterSeconds = Math.max(60, ...later.map((outcome) => outcome.afterSeconds ?? 0));
  return { identityIds: failed.map((deviceId) => owners.get(deviceId)!), afterSeconds };
}

/** A push service that could not take some is asked again later, only for these. */
async function tryAgain(ctx: Ctx, told: Told, failed: { identityIds: string[]; afterSeconds: number }): Promise<void> {
  const targets = told.targets.filter(({ identityId }) => failed.identityIds.includes(identityId));
  if (targets.length === 0 || told.attempt >= mostAttempts) return;
  const runAt = new Date(ctx.now().getTime() + failed.afterSeconds * 1000 * told.attempt);
  await inTransaction(ctx, async (inner) =>
    inner.enqueue(tellMembers, { ...told, targets, attempt: told.attempt + 1 }, { runAt }),
  );
}

const ways = new WeakMap<Services, PushSender['post']>();

/** Lets pushes of one app leave by another way than the public internet; tests put their own receiver there. */
export function setWayOut(services: Services, post: NonNullable<PushSender['post']>): void {
  ways.set(services, post);
}

async function makeSender(ctx: Ctx): Promise<PushSender> {
  const { publicUrl, mailFrom } = ctx.services.config;
  const mailbox = /[^\s<>]+@[^\s<>]+/.exec(mailFrom ?? '')?.[0];
  const subject = publicUrl?.startsWith('https:') ? publicUrl : `mailto:${mailbox ?? 'nobody@localhost'}`;
  const post = ways.get(ctx.services);
  return { keys: await getKeys(ctx), subject, now: ctx.now(), ...(post ? { post } : {}) };
}
