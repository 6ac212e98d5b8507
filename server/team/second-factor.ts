/** What a community asks of its team when signing in: who must have the second step, by when, and who lacks it. */
import { recordAudit } from '../platform/audit/audit.ts';
import { listGrants } from '../platform/auth/grants.ts';
import { findUsers } from '../platform/auth/index.ts';
import {
  twoFactorDue,
  twoFactorPolicy,
  twoFactorScopes,
  type TwoFactorPolicy,
} from '../platform/auth/second-factor.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { getSettings, setSettings } from '../platform/settings.ts';
import { teamErrors } from './errors.ts';
import { userOf } from './task.ts';

/** The policy, and everybody it concerns who has not switched the second step on. */
export interface TwoFactorStanding extends TwoFactorPolicy {
  missing: { userId: string; name: string; roles: string[]; dueAt: Date }[];
}

/** Reads what is asked for and who lacks it, the most urgent first. */
export async function readTwoFactor(ctx: Ctx, communityId: string): Promise<TwoFactorStanding> {
  return describe(ctx, communityId, await getSettings(ctx, twoFactorPolicy, communityId));
}

/** Changes what is asked for. Who asks it of themselves needs it first; asking more people begins the grace anew. */
export async function setTwoFactor(
  ctx: Ctx,
  communityId: string,
  wish: Pick<TwoFactorPolicy, 'from' | 'graceDays'>,
): Promise<TwoFactorStanding> {
  return inTransaction(ctx, async (inner) => {
    const before = await getSettings(inner, twoFactorPolicy, communityId);
    const isWider = twoFactorScopes.indexOf(wish.from) > twoFactorScopes.indexOf(before.from);
    const since = wish.from === 'nobody' ? null : isWider ? inner.now().toISOString() : before.since;
    const after = await describe(inner, communityId, { ...wish, since });
    const own = userOf(inner.actor);
    if (after.missing.some(({ userId }) => userId === own)) throw teamErrors.two_factor_first();
    await setSettings(inner, twoFactorPolicy, { communityId, value: { ...wish, since } });
    const detail = { from: wish.from, graceDays: wish.graceDays, before: before.from };
    await recordAudit(inner, { communityId, action: 'team.set_two_factor', detail });
    inner.afterCommit(() => inner.services.live.recheckAll());
    return after;
  });
}

async function describe(ctx: Ctx, communityId: string, policy: TwoFactorPolicy): Promise<TwoFactorStanding> {
  const grants = (await listGrants(ctx, communityId)).filter(({ subjectKind }) => subjectKind === 'operator');
  const users = await findUsers(
    ctx,
    grants.map(({ subjectId }) => subjectId),
  );
  const byId = new Map(users.map((user) => [user.id, user]));
  const missing = grants.flatMap(({ subjectId: userId, roles, createdAt }) => {
    const user = byId.get(userId);
    const dueAt = twoFactorDue(policy, { roles, since: createdAt });
    return user && dueAt && !user.twoFactorEnabled ? [{ userId, name: user.name, roles, dueAt }] : [];
  });
  return { ...policy, missing: missing.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()) };
}
