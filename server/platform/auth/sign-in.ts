import { createHash } from 'node:crypto';
import { recordAudit } from '../audit/audit.ts';
import { actAs, inTransaction, type Ctx } from '../context.ts';
import { newSecret } from '../ids.ts';
import { takeAttempt } from './attempts.ts';
import { engineSecret, readCookie, sessionCookie, sessionCookieName, signValue, writeCookie } from './cookies.ts';
import { getEngine, type Engine } from './engine.ts';
import { authErrors } from './errors.ts';
import { deleteSession, insertSession } from './session-store.ts';
import { selectUserByEmail, type User } from './user-store.ts';

/**
 * Signing in and out. better-auth decides; this file limits attempts, keeps the audit and turns
 * better-auth's codes into our errors.
 */

/** What the page does next. */
export type SignInState = { state: 'signed_in' } | { state: 'two_factor_needed' };

/** The headers of a sign-in request and of its answer, to which cookies are added. */
export interface Browser {
  request: Headers;
  reply: Headers;
}

/** Signs in with e-mail and password; with a second factor on, the password only opens the question for the code. */
export async function signIn(
  ctx: Ctx,
  credentials: { email: string; password: string },
  browser: Browser,
): Promise<SignInState> {
  takeAttempt(ctx, createHash('sha256').update(credentials.email).digest('base64url'));
  const engine = await getEngine(ctx.services, isSecure(ctx));
  const answer = await attempt(
    engine.api.signInEmail({ body: credentials, headers: browser.request, returnHeaders: true }),
  );
  const user = await selectUserByEmail(ctx.db, credentials.email);
  if (!answer.ok) {
    await auditFailure(ctx, user?.id, 'password');
    throw toAuthError(answer.code, answer.cause);
  }
  copyCookies(answer.value.headers, browser.reply);
  if ('twoFactorRedirect' in answer.value.response) return { state: 'two_factor_needed' };
  await auditSuccess(ctx, user!, 'password');
  return { state: 'signed_in' };
}

/** The second step of signing in: the code of the authenticator app, or a backup code, which is then used up. */
export async function verifySecondFactor(
  ctx: Ctx,
  input: { method: 'totp' | 'backup_code'; code: string },
  browser: Browser,
): Promise<SignInState> {
  const engine = await getEngine(ctx.services, isSecure(ctx));
  // A session that is still there would make better-auth check *its* owner's code instead of the newcomer's.
  const request = {
    body: { code: input.code },
    headers: withoutSession(browser.request),
    returnHeaders: true,
  } as const;
  const answer = await attempt(
    input.method === 'totp' ? engine.api.verifyTOTP(request) : engine.api.verifyBackupCode(request),
  );
  if (!answer.ok) {
    await auditFailure(ctx, await challengedUserId(ctx, engine, browser.request), input.method);
    throw toAuthError(answer.code, answer.cause);
  }
  copyCookies(answer.value.headers, browser.reply);
  const { user } = answer.value.response;
  await auditSuccess(ctx, { id: user.id, name: user.name }, input.method);
  return { state: 'signed_in' };
}

/** Ends the session of this browser. */
export async function signOut(ctx: Ctx, reply: Headers): Promise<void> {
  if (ctx.actor.kind === 'operator' && ctx.actor.sessionId) {
    await deleteSession(ctx.db, { userId: ctx.actor.userId, id: ctx.actor.sessionId });
    await recordAudit(ctx, { communityId: null, action: 'auth.sign_out' });
    ctx.afterCommit(() => ctx.services.live.recheckAll());
  }
  for (const secure of isSecure(ctx) ? [true, false] : [false]) {
    reply.append('set-cookie', writeCookie(sessionCookieName(secure), '', { secure, days: 0 }));
  }
}

/** Opens a session without asking for a password: after set-up, or after accepting an invitation. Gives the cookie. */
export async function openSession(ctx: Ctx, userId: string, userAgent: string | null): Promise<string> {
  const token = newSecret(24);
  await insertSession(ctx.db, { userId, token, userAgent: userAgent?.slice(0, 300) ?? null, at: ctx.now() });
  const secure = isSecure(ctx);
  return writeCookie(sessionCookieName(secure), signValue(token, engineSecret(ctx.services)), { secure });
}

/** Whether people reach us over https. */
export function isSecure(ctx: Ctx): boolean {
  return ctx.publicUrl.startsWith('https:');
}

type Attempt<Value> = { ok: true; value: Value } | { ok: false; code: string; cause: unknown };

/** Runs a call of better-auth; its refusals (`APIError`) become values, anything else is thrown on. */
async function attempt<Value>(call: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const { name, body } = error as { name?: unknown; body?: { code?: unknown } };
    if (name !== 'APIError' || typeof body?.code !== 'string') throw error;
    return { ok: false, code: body.code, cause: error };
  }
}

function toAuthError(code: string, cause: unknown): Error {
  switch (code) {
    case 'INVALID_EMAIL_OR_PASSWORD':
    case 'INVALID_EMAIL':
      return authErrors.wrong_email_or_password();
    case 'INVALID_CODE':
    case 'INVALID_BACKUP_CODE':
      return authErrors.wrong_code();
    case 'INVALID_TWO_FACTOR_COOKIE':
    case 'TOTP_NOT_ENABLED':
    case 'BACKUP_CODES_NOT_ENABLED':
      return authErrors.sign_in_again();
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return authErrors.too_many_attempts({ retryAfterMs: 30_000, seconds: 30 });
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return authErrors.locked({ minutes: 15 });
    default:
      return cause instanceof Error ? cause : new Error(code);
  }
}

function auditSuccess(ctx: Ctx, user: Pick<User, 'id' | 'name'>, method: string): Promise<void> {
  const known = actAs(ctx, { kind: 'operator', userId: user.id, name: user.name });
  return recordAudit(known, { communityId: null, action: 'auth.sign_in', detail: { method } });
}

/** What was typed is kept nowhere; a failure at an account that exists is kept with that account. */
async function auditFailure(ctx: Ctx, userId: string | undefined, method: string): Promise<void> {
  const target = userId === undefined ? undefined : { kind: 'user', id: userId };
  await inTransaction(ctx, (inner) =>
    recordAudit(inner, { communityId: null, action: 'auth.fail_sign_in', target, detail: { method } }),
  );
}

/** Whose password opened the question that this browser failed to answer. */
async function challengedUserId(ctx: Ctx, engine: Engine, headers: Headers): Promise<string | undefined> {
  const context = await engine.$context;
  const { name } = context.createAuthCookie('two_factor');
  const signed = readCookie(headers, name);
  const identifier = signed?.slice(0, signed.lastIndexOf('.'));
  if (!identifier) return undefined;
  return (await context.internalAdapter.findVerificationValue(identifier))?.value;
}

function withoutSession(headers: Headers): Headers {
  const kept = new Headers(headers);
  const others = (headers.get('cookie') ?? '')
    .split(';')
    .filter((part) => !part.split('=')[0]!.trim().endsWith(sessionCookie));
  kept.set('cookie', others.join(';'));
  return kept;
}

function copyCookies(from: Headers, to: Headers): void {
  for (const cookie of from.getSetCookie()) to.append('set-cookie', cookie);
}
