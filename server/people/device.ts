/**
 * Members' browsers: which identity each carries, how it got there, signing one out. A member has no password; the
 * device cookie is the session, and a one-time link brings the identity to another phone (move.ts).
 */
import { createHmac } from 'node:crypto';
import { recordAudit } from '../platform/audit/audit.ts';
import { writeCookie } from '../platform/auth/cookies.ts';
import { deviceCookieName, issueDevice, revokeDevice } from '../platform/auth/devices.ts';
import { insertDevice, selectDevice } from '../platform/auth/session-store.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { hashSecret } from '../platform/ids.ts';
import { deviceOf } from './access.ts';
import { peopleErrors } from './errors.ts';
import { recheckGroupsOf } from './live.ts';
import { extendBans } from './store/ban.ts';
import {
  deleteBindings,
  lockDevice,
  selectDevicesOf,
  selectIdleDevices,
  upsertBinding,
  type Binding,
  type Release,
} from './store/device.ts';

export type { Binding } from './store/device.ts';

/** The browser that sent a request. */
export interface Visitor {
  deviceId: string | null;
  label: string;
  /** Names this attempt of a visitor without a device, so that a repeat over a weak network is known as the same. */
  attemptKey: string | null;
}

/** Who stands at the door. */
export function readVisitor(ctx: Ctx, headers: Headers): Visitor {
  const deviceId = deviceOf(ctx);
  const key = headers.get('idempotency-key');
  return {
    deviceId,
    label: labelDevice(headers.get('user-agent') ?? ''),
    attemptKey: key !== null && key.length >= 16 && key.length <= 200 ? key : null,
  };
}

/**
 * A device for a visitor who has none, with the cookie that gives it to the browser. When the answer is lost on the way
 * and the browser repeats the attempt within the hour, it gets the same device and so the same identity.
 */
export async function giveDevice(
  ctx: Ctx,
  visitor: Visitor,
  code: string,
): Promise<{ deviceId: string; cookie: string }> {
  if (visitor.attemptKey === null) return issueDevice(ctx);
  const hour = ctx.now().toISOString().slice(0, 13);
  const secret = createHmac('sha256', ctx.services.secrets.derive('people.join_device'))
    .update(JSON.stringify([visitor.attemptKey, code, hour]))
    .digest('base64url');
  const secretHash = hashSecret(secret);
  await lockDevice(ctx, secretHash);
  const known = await selectDevice(ctx.db, secretHash);
  const deviceId = known?.id ?? (await insertDevice(ctx.db, { secretHash, at: ctx.now() }));
  return { deviceId, cookie: writeCookie(deviceCookieName, secret, { secure: ctx.publicUrl.startsWith('https:') }) };
}

/** The devices that carry some identities now. */
export async function listDevicesOf(
  ctx: Ctx,
  communityId: string,
  identityIds: readonly string[],
): Promise<{ deviceId: string; identityId: string }[]> {
  return identityIds.length === 0 ? [] : selectDevicesOf(ctx, communityId, identityIds);
}

/** Lets a device carry an identity; bans of the identity then know the device too. */
export async function bindDevice(ctx: Ctx, binding: Omit<Binding, 'boundAt'>): Promise<void> {
  await upsertBinding(ctx, { ...binding, boundAt: ctx.now() });
  await extendBans(ctx, binding);
}

/** The devices of an identity, oldest first. */
export async function listDevices(ctx: Ctx, who: { communityId: string; identityId: string }): Promise<Binding[]> {
  return selectDevicesOf(ctx, who.communityId, [who.identityId]);
}

/** Signs one device out of an identity. The last one can't be: nothing would lead back. */
export async function signOutDevice(
  ctx: Ctx,
  who: { communityId: string; identityId: string },
  deviceId: string,
): Promise<void> {
  const devices = await listDevices(ctx, who);
  if (!devices.some((device) => device.deviceId === deviceId)) throw platformErrors.not_found();
  if (devices.length === 1) throw peopleErrors.last_device();
  await releaseDevices(ctx, { communityId: who.communityId, identityIds: [who.identityId], deviceId });
  const target = { kind: 'identity', id: who.identityId };
  await recordAudit(ctx, { communityId: who.communityId, action: 'people.sign_out_device', target });
}

/** Takes identities off devices; devices that carry nothing else become worthless. Gives how many were released. */
export async function releaseDevices(ctx: Ctx, which: Release): Promise<number> {
  const released = await deleteBindings(ctx, which);
  if (released.length > 0) {
    const { communityId, identityIds } = which;
    await recheckGroupsOf(ctx, { communityId, identityIds, deviceIds: released });
  }
  for (const idle of await selectIdleDevices(ctx, released)) await revokeDevice(ctx, idle);
  ctx.afterCommit(() => {
    for (const id of released) {
      ctx.services.live.publish('device', id, { type: 'membership', state: 'signed_out' });
      ctx.services.live.recheck('device', id);
    }
  });
  return released.length;
}

const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/QQ\//, 'QQ'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

/** What a member recognises a device by, empty where nothing is known; nothing finer is kept of the browser. */
export function labelDevice(userAgent: string): string {
  const nameOf = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [nameOf(systems), nameOf(browsers)].filter(Boolean).join(' · ');
}
