/** The browsers that take pushes, and the key pair by which push services know us. */
import { createHash } from 'node:crypto';
import { checkAddress, ForbiddenAddress } from '../platform/http/outgoing.ts';
import type { Ctx } from '../platform/context.ts';
import type { Locale } from '../platform/i18n.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { areKeysGood, type PushTarget } from '../platform/push/encrypt.ts';
import { makeVapidKeys, type VapidKeys } from '../platform/push/vapid.ts';
import { z } from 'zod';
import { noticesErrors } from './errors.ts';
import { deleteUnused, insertKeys, selectKeys, selectSubscriptions, upsertSubscription } from './store.ts';

/** A browser that takes pushes, opened. */
export interface Subscription {
  deviceId: string;
  target: PushTarget;
  locale: Locale;
  failures: number;
}

const keySeal = 'notices_keys';
const sealOf = (deviceId: string) => `notices_subscriptions:${deviceId}`;

/** The key pair of this installation; made when it is asked for the first time. */
export async function getKeys(ctx: Ctx): Promise<VapidKeys> {
  const { secrets } = ctx.services;
  if (!(await selectKeys(ctx))) {
    const made = makeVapidKeys();
    await insertKeys(ctx, { publicKey: made.publicKey, sealed: secrets.seal(made.privateKey, keySeal) });
  }
  const { publicKey, sealed } = (await selectKeys(ctx))!;
  return { publicKey, privateKey: secrets.open(sealed, keySeal) };
}

/** Keeps where a device wants its pushes. Throws `notices.not_a_push_address` for anything that can be none. */
export async function subscribe(
  ctx: Ctx,
  given: { deviceId: string; target: PushTarget; locale: Locale },
): Promise<void> {
  const { deviceId, target, locale } = given;
  try {
    checkAddress(target.endpoint);
  } catch (error) {
    if (error instanceof ForbiddenAddress) throw noticesErrors.not_a_push_address();
    throw error;
  }
  if (!areKeysGood(target)) throw noticesErrors.not_a_push_address();
  const endpointHash = createHash('sha256').update(target.endpoint).digest('base64url');
  const sealed = ctx.services.secrets.seal(JSON.stringify(target), sealOf(deviceId));
  await upsertSubscription(ctx, { deviceId, endpointHash, sealed, locale });
}

/** The subscriptions of devices; devices without one are left out. */
export async function listSubscriptions(ctx: Ctx, deviceIds: readonly string[]): Promise<Subscription[]> {
  const { secrets } = ctx.services;
  return (await selectSubscriptions(ctx, deviceIds)).map(({ deviceId, sealed, locale, failures }) => ({
    deviceId,
    target: JSON.parse(secrets.open(sealed, sealOf(deviceId))) as PushTarget,
    locale: locale as Locale,
    failures,
  }));
}

/** Nightly: a browser that no push has reached for 90 days is forgotten; it subscribes again when its member comes back. */
export const forgetUnused = defineJob({
  name: 'notices.forget_unused',
  payload: z.object({}),
  cron: '20 20 * * *',
  run: (ctx) => deleteUnused(ctx, new Date(ctx.now().getTime() - 90 * 86_400_000)),
});
