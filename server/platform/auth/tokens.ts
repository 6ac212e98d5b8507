import { recordAudit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import { hashSecret, isId, newSecret } from '../ids.ts';
import { authErrors } from './errors.ts';
import { findRoles } from './grants.ts';
import { insertToken, markTokenRevoked, selectTokens, type TokenLine } from './token-store.ts';

/**
 * API tokens: a program acts with at most the token's scopes and at most what its maker may do at that moment, so a
 * maker who leaves the team takes their tokens' power along. Scopes are names of permissions.
 */

/** What a new token shall be. */
export interface TokenWish {
  name: string;
  scopes: readonly string[];
  expiresAt: Date | null;
}

/** A token with its secret, which is shown this once. */
export interface IssuedToken extends TokenLine {
  secret: string;
}

/** What no token may do, whoever makes it: make or revoke tokens. (Users and passwords are for browsers only anyway.) */
export const neverScopes: readonly string[] = ['tokens.manage'];

/** The scopes that the signed-in operator may give to a token of this community. */
export async function listScopes(ctx: Ctx, communityId: string): Promise<string[]> {
  if (ctx.actor.kind !== 'operator') return [];
  const roles = await findRoles(ctx, ctx.actor.userId, communityId);
  return ctx.services.permissions.of(roles).filter((scope) => !neverScopes.includes(scope));
}

/** Makes a token for one community, in the name of the signed-in operator. Run it in a transaction. */
export async function createToken(ctx: Ctx, communityId: string, wish: TokenWish): Promise<IssuedToken> {
  if (ctx.actor.kind !== 'operator') throw platformErrors.not_allowed();
  const mine = await listScopes(ctx, communityId);
  const wrong = wish.scopes.filter((scope) => !mine.includes(scope));
  if (wrong.length > 0) throw authErrors.scopes_not_possible({ scopes: wrong });
  return issue(ctx, { ...wish, communityId, userId: ctx.actor.userId });
}

/**
 * Makes a token from the command line, which may also reach over all communities of its user (`communityId` null) and
 * hold any scope; what the user may not do, it may not do either.
 */
export async function createTokenForUser(
  ctx: Ctx,
  wish: TokenWish & { userId: string; communityId: string | null },
): Promise<IssuedToken> {
  const { all } = ctx.services.permissions;
  const wrong = wish.scopes.filter((scope) => !all.includes(scope) || neverScopes.includes(scope));
  if (wrong.length > 0) throw authErrors.scopes_not_possible({ scopes: wrong });
  return issue(ctx, wish);
}

/** The tokens of a community, newest first. */
export async function listTokens(
  ctx: Ctx,
  communityId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: TokenLine[]; nextCursor: string | null }> {
  const before = page.cursor === undefined ? null : String(decodeCursor(page.cursor, 1)[0]);
  if (before !== null && !isId(before)) throw platformErrors.bad_cursor();
  const rows = await selectTokens(ctx.db, { communityId, before, limit: page.limit + 1 });
  return toPage(rows, page.limit, (row) => [row.id]);
}

/** Makes a token worthless at once. */
export async function revokeToken(ctx: Ctx, communityId: string, tokenId: string): Promise<void> {
  const name = await markTokenRevoked(ctx.db, { communityId, id: tokenId, at: ctx.now() });
  if (name === undefined) throw platformErrors.not_found();
  await recordAudit(ctx, {
    communityId,
    action: 'auth.revoke_token',
    target: { kind: 'token', id: tokenId },
    detail: { name },
  });
}

async function issue(ctx: Ctx, wish: TokenWish & { userId: string; communityId: string | null }): Promise<IssuedToken> {
  const at = ctx.now();
  if (wish.expiresAt && wish.expiresAt <= at) throw authErrors.expiry_past();
  const secret = `mh_${newSecret(24)}`;
  const { name, communityId, userId, expiresAt } = wish;
  const scopes = [...new Set(wish.scopes)];
  const start = secret.slice(0, 8);
  const line = await insertToken(ctx.db, {
    name,
    communityId,
    userId,
    scopes,
    expiresAt,
    secretHash: hashSecret(secret),
    start,
    at,
  });
  await recordAudit(ctx, {
    communityId,
    action: 'auth.create_token',
    target: { kind: 'token', id: line.id },
    detail: { name, scopes: scopes.join(' '), expiresAt: expiresAt?.toISOString() ?? null },
  });
  return { ...line, secret };
}
