import type { Ctx } from '../context.ts';
import { platformErrors } from '../errors.ts';
import { findRoles, listGrantedCommunities } from './grants.ts';
import { installationRole } from './permissions.ts';
import { findTwoFactorDue } from './second-factor.ts';
import { deleteOtherSessions, deleteSession, selectSessionsOf } from './session-store.ts';
import { communityNames } from './slots.ts';
import { selectUsers, type User } from './user-store.ts';

/** One's own account: who am I, where may I do what, in which browsers am I signed in. */

/** What the console asks first. */
export interface Me {
  user: User;
  /** Signed in with a browser, or a program with a token. */
  via: 'session' | 'token';
  /** Runs the installation: makes communities and users. */
  installer: boolean;
  installationPermissions: readonly string[];
  communities: {
    id: string;
    name: string;
    role: string;
    roles: readonly string[];
    permissions: readonly string[];
    twoFactorDue: Date | null;
  }[];
}

/** The operator behind the request (for a token: its maker, narrowed to the token's scopes). */
export async function describeMe(ctx: Ctx): Promise<Me> {
  const { actor } = ctx;
  if (actor.kind !== 'operator' && actor.kind !== 'token') throw platformErrors.not_signed_in();
  const [user] = await selectUsers(ctx.db, [actor.userId]);
  if (!user) throw platformErrors.not_signed_in();
  const { permissions } = ctx.services;
  const allowed = (roles: readonly string[]) => {
    const all = permissions.of(roles);
    return actor.kind === 'token' ? all.filter((permission) => actor.scopes.includes(permission)) : all;
  };
  const anywhere = actor.kind === 'operator' || actor.communityId === null;
  const installation = anywhere ? await findRoles(ctx, user.id, null) : [];
  const grants = await listGrantedCommunities(ctx);
  const names = await nameCommunities(
    ctx,
    grants.map((grant) => grant.communityId),
  );
  return {
    user,
    via: actor.kind === 'token' ? 'token' : 'session',
    installer: installation.includes(installationRole),
    installationPermissions: allowed(installation),
    communities: await Promise.all(
      grants.map(async ({ communityId: id, roles }) => ({
        id,
        name: names.get(id) ?? '',
        role: roles[0]!,
        roles,
        permissions: allowed(roles),
        twoFactorDue: user.twoFactorEnabled ? null : await findTwoFactorDue(ctx, { userId: user.id, communityId: id }),
      })),
    ),
  };
}

async function nameCommunities(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  if (ids.length === 0) return names;
  for (const findNames of ctx.slots(communityNames)) {
    for (const [id, name] of await findNames(ctx, ids)) if (!names.has(id)) names.set(id, name);
  }
  return names;
}

/** The signed-in operator; only for routes whose access is `signedInOperator`. */
export function signedIn(ctx: Ctx): { userId: string; sessionId: string | undefined } {
  if (ctx.actor.kind !== 'operator') throw platformErrors.not_signed_in();
  return { userId: ctx.actor.userId, sessionId: ctx.actor.sessionId };
}

/** The browsers in which one is signed in, last used first. */
export async function listSessions(ctx: Ctx) {
  const { userId, sessionId } = signedIn(ctx);
  const lines = await selectSessionsOf(ctx.db, userId, ctx.now());
  return lines.map((line) => ({ ...line, current: line.id === sessionId }));
}

/** Signs one browser out. */
export async function revokeSession(ctx: Ctx, id: string): Promise<void> {
  if (!(await deleteSession(ctx.db, { userId: signedIn(ctx).userId, id }))) throw platformErrors.not_found();
  ctx.afterCommit(() => ctx.services.live.recheckAll());
}

/** Signs all other browsers out; how many. */
export async function revokeOtherSessions(ctx: Ctx): Promise<number> {
  const { userId, sessionId } = signedIn(ctx);
  const ended = await deleteOtherSessions(ctx.db, userId, sessionId ?? null);
  ctx.afterCommit(() => ctx.services.live.recheckAll());
  return ended;
}
