import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Services } from '../context.ts';

/**
 * Browsers keep no cookie longer than 400 days. The cookie is only the carrier: whether it still counts stands in the
 * database, where sessions roll on with use.
 */
export const cookieDays = 400;

/** The session cookie's name without the prefix that https adds. */
export const sessionCookie = 'mh_session';

/** The key that better-auth signs its cookies and encrypts its secrets with. */
export function engineSecret(services: Services): string {
  return services.secrets.derive('better-auth').toString('base64url');
}

/** The session cookie; over https its name binds it to https (`__Secure-`), so that http can't overwrite it. */
export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}${sessionCookie}`;
}

/** One cookie of a request, decoded; undefined when absent or malformed. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** A `Set-Cookie` value: HttpOnly, SameSite=Lax, whole site; `days` 0 removes the cookie. */
export function writeCookie(name: string, value: string, options: { secure: boolean; days?: number }): string {
  const maxAge = (options.days ?? cookieDays) * 24 * 60 * 60;
  const parts = [`${name}=${encodeURIComponent(value)}`, `Max-Age=${maxAge}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(options.secure ? ['Secure'] : [])].join('; ');
}

/** `value.signature`, the form of better-auth's signed cookies: HMAC-SHA256, base64. */
export function signValue(value: string, secret: string): string {
  return `${value}.${createHmac('sha256', secret).update(value).digest('base64')}`;
}

/** The value of a signed cookie, undefined when the signature is not ours. */
export function openSigned(signed: string | undefined, secret: string): string | undefined {
  const at = signed?.lastIndexOf('.') ?? -1;
  if (signed === undefined || at < 1) return undefined;
  const value = signed.slice(0, at);
  const given = Buffer.from(signed);
  const expected = Buffer.from(signValue(value, secret));
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : undefined;
}
