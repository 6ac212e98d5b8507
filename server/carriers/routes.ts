/** Routes of the team: what can be done with a group, and doing it. */
import { z } from 'zod';
import { getGroup } from '../groups/index.ts';
import { checkPermission } from '../platform/auth/grants.ts';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { can } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { abilitiesOf, act, limitsOf, type ActOutcome } from './act.ts';
import { actInput, furtherPermissions } from './act-shape.ts';
import { ops } from './contract.ts';
import { carriersErrors } from './errors.ts';
import { webRoutes } from './web/routes.ts';

const params = z.object({ communityId: z.uuid(), groupId: z.uuid() });
const ability = z.enum(['native', 'emulated', 'human', 'unsupported']);

const limitsShape = z.object({
  idempotentSend: z.boolean(),
  maxMuteSeconds: z.int().nullable(),
  recallWithinSeconds: z.int().nullable(),
  sendsPerWindow: z.object({ sends: z.int(), seconds: z.int() }).nullable(),
  memberList: z.enum(['full', 'admins', 'diff', 'none']),
  delivery: z.enum(['immediate', 'memberConfirms']),
  reads: z.boolean(),
  reactions: z.boolean(),
  replies: z.boolean(),
  silentLeaves: z.boolean(),
});

/** All routes of this module. */
export const routes: readonly Route[] = [
  defineRoute({
    name: 'carriers.list_abilities',
    method: 'get',
    path: '/api/communities/{communityId}/groups/{groupId}/abilities',
    summary: 'What can be done with the group on its platform: at once, by a human, or not at all',
    access: can('carriers.read'),
    params,
    response: z.object({ carrier: z.string(), abilities: z.record(z.enum(ops), ability), limits: limitsShape }),
    handle: async (ctx, { params: { communityId, groupId } }) => {
      const group = await getGroup(ctx, communityId, groupId);
      return { carrier: group.carrier, abilities: { ...(await abilitiesOf(ctx, group)) }, limits: limitsOf(group) };
    },
  }),
  defineRoute({
    name: 'carriers.act_on_group',
    method: 'post',
    path: '/api/communities/{communityId}/groups/{groupId}/acts',
    summary: 'Do something with the group: mute, kick, ban, rename, notice, … `how: human` means that a task was made',
    access: can('carriers.act'),
    limit: { name: 'carriers.act', per: 'actor', burst: 100, perMinute: 300 },
    params,
    body: actInput,
    response: z.object({
      how: z.enum(['native', 'emulated', 'human']),
      taskId: z.uuid().nullable(),
      value: z.unknown().optional(),
    }),
    handle: async (ctx, { params: { communityId, groupId }, body }) => {
      const permission = furtherPermissions[body.op];
      if (permission !== undefined) await requirePermission(ctx, permission, communityId);
      const outcome = await act(ctx, { communityId, groupId, ...body });
      if (!outcome.ok) throw refusal(outcome);
      return {
        how: outcome.how,
        taskId: outcome.how === 'human' ? outcome.taskId : null,
        ...(outcome.how !== 'human' && outcome.value !== undefined ? { value: outcome.value } : {}),
      };
    },
  }),
  ...webRoutes,
];

async function requirePermission(ctx: Ctx, permission: string, communityId: string): Promise<void> {
  if ((await checkPermission(ctx, permission, communityId)) !== 'granted')
    throw platformErrors.not_allowed({ permission });
}

function refusal({ reason, retryAfterMs }: Extract<ActOutcome, { ok: false }>) {
  return carriersErrors[reason](
    retryAfterMs === undefined ? {} : { retryAfterMs, seconds: Math.ceil(retryAfterMs / 1000) },
  );
}
