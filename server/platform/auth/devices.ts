import type { Ctx } from '../context.ts';
import { hashSecret, newSecret } from '../ids.ts';
import { createRecent } from '../recent.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { insertDevice, markDeviceRevoked, selectDevice } from './session-store.ts';

/** The cookie of a member's browser. */
export const deviceCookieName = 'mh_device';

/** Makes a device; `cookie` is the `Set-Cookie` value that gives it to the browser. */
export async function issueDevice(ctx: Ctx): Promise<{ deviceId: string; cookie: string }> {
  const secret = newSecret(24);
  const deviceId = await insertDevice(ctx.db, { secretHash: hashSecret(secret), at: ctx.now() });
  return { deviceId, cookie: deviceCookie(ctx, secret) };
}

/**
 * Which device a secret belongs to never changes, and one that is revoked carries nobody any more, which is asked with every request.
 * So it may be known for a moment: a page asks for several things at once.
 */
const recentDevices = createRecent((ctx, secretHash) => selectDevice(ctx.db, secretHash));

/** The device of a cookie's secret, unless revoked. */
export function findDevice(ctx: Ctx, secret: string): Promise<{ id: string; seenAt: Date } | undefined> {
  return recentDevices.get(ctx, hashSecret(secret));
}

/** Makes the device's cookie worthless; true when it still was good. */
export async function revokeDevice(ctx: Ctx, deviceId: string): Promise<boolean> {
  const secretHash = await markDeviceRevoked(ctx.db, deviceId, ctx.now());
  if (secretHash !== undefined) recentDevices.drop(ctx, secretHash);
  return secretHash !== undefined;
}

/**
 * The same cookie with a new term: browsers drop cookies after 400 days, so a page that members open often sends it
 * again. Undefined when the request carries none.
 */
export function renewDeviceCookie(ctx: Ctx, headers: Headers): string | undefined {
  const secret = readCookie(headers, deviceCookieName);
  return ctx.actor.kind === 'device' && secret ? deviceCookie(ctx, secret) : undefined;
}

function deviceCookie(ctx: Ctx, secret: string): string {
  return writeCookie(deviceCookieName, secret, { secure: ctx.publicUrl.startsWith('https:') });
}
