import { z } from 'zod';
import { twoFactorScopes } from '../../platform/auth/second-factor.ts';
import { can } from '../../platform/http/access.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { readTwoFactor, setTwoFactor, type TwoFactorStanding } from '../second-factor.ts';

const params = z.strictObject({ communityId: z.uuid() });
const wish = { from: z.enum(twoFactorScopes), graceDays: z.int().min(0).max(60) };
const standing = z
  .object({
    ...wish,
    since: z.string().nullable(),
    missing: z.array(z.object({ userId: z.string(), name: z.string(), roles: z.array(z.string()), dueAt: z.string() })),
  })
  .meta({ id: 'TwoFactorStanding' });

function show(found: TwoFactorStanding): z.input<typeof standing> {
  return { ...found, missing: found.missing.map((one) => ({ ...one, dueAt: one.dueAt.toISOString() })) };
}

/** What a community asks of its team when signing in. */
export const secondFactorRoutes = [
  defineRoute({
    name: 'team.get_two_factor',
    method: 'get',
    path: '/api/communities/{communityId}/two-factor',
    summary: 'From which roles on the second step of signing in is asked for, after how many days, and who lacks it',
    access: can('team.manage'),
    params,
    response: standing,
    handle: async (ctx, { params: { communityId } }) => show(await readTwoFactor(ctx, communityId)),
  }),
  defineRoute({
    name: 'team.set_two_factor',
    method: 'put',
    path: '/api/communities/{communityId}/two-factor',
    summary: 'Ask for the second step of signing in; whoever asks it of themselves has to have it first',
    access: can('team.manage'),
    params,
    body: z.strictObject(wish),
    response: standing,
    handle: async (ctx, { params: { communityId }, body }) => show(await setTwoFactor(ctx, communityId, body)),
  }),
];
