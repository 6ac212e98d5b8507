/**
 * A community may ask for the second step of signing in from some roles on, after days of grace. Whoever has none by then can do
 * nothing in that community but switch it on (one's own account is outside of communities), and neither can their tokens: a token does at
 * most what its maker may. So nobody is locked out for good, the last owner neither; backup codes and the command line help with lost phones.
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { defineSettings, getRecentSettings } from '../settings.ts';
import type { TeamRole } from './permissions.ts';

/** From which roles on the second step is asked for; each step contains the one before. */
export const twoFactorScopes = ['nobody', 'owner', 'admin', 'workers', 'everybody'] as const;

/** What a community asks for. */
export const twoFactorPolicy = defineSettings({
  module: 'auth',
  scope: 'community',
  schema: z.strictObject({
    from: z.enum(twoFactorScopes).default('nobody'),
    graceDays: z.int().min(0).max(60).default(14),
    /** Since when it is asked for; grace is counted from then, or from joining the team later. */
    since: z.iso.datetime().nullable().default(null),
  }),
});

/** A policy of a community. */
export type TwoFactorPolicy = z.output<typeof twoFactorPolicy.schema>;

const concerned: Record<TwoFactorPolicy['from'], (role: string) => boolean> = {
  nobody: () => false,
  owner: (role) => role === 'owner',
  admin: (role) => role === 'owner' || role === 'admin',
  workers: (role) => role !== 'viewer',
  everybody: () => true,
};

/** Until when somebody with these roles has to switch it on; null where nothing is asked of them. */
export function twoFactorDue(
  { from, graceDays, since }: TwoFactorPolicy,
  member: { roles: readonly (TeamRole | string)[]; since: Date },
): Date | null {
  if (since === null || !member.roles.some(concerned[from])) return null;
  const begins = Math.max(Date.parse(since), member.since.getTime());
  return new Date(begins + graceDays * 24 * 60 * 60 * 1000);
}

/** Until when a user has to switch it on in a community; null where they have it already or nothing is asked. */
export async function findTwoFactorDue(
  ctx: Ctx,
  { userId, communityId }: { userId: string; communityId: string },
): Promise<Date | null> {
  return ctx.memo(`two factor:${userId}:${communityId}`, async () => {
    const policy = await getRecentSettings(ctx, twoFactorPolicy, communityId);
    if (policy.from === 'nobody') return null;
    const { rows } = await sql<{ roles: string[]; since: Date }>`
      select g.roles, g.created_at as since from platform_grants g
      join platform_users u on u.id = g.subject_id::uuid and not u.two_factor_enabled
      where g.subject_kind = 'operator' and g.subject_id = ${userId} and g.community_id = ${communityId}`.execute(
      ctx.db,
    );
    return rows[0] ? twoFactorDue(policy, rows[0]) : null;
  });
}
