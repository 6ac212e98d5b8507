/** Routes at the door, open to everybody: look at a join link, go in, open a one-time link, read a receipt. */
import { z } from 'zod';
import { getCommunity, purposeLine } from '../../communities/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { anyone } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { readVisitor } from '../device.ts';
import { sendEmailCode } from '../email-proof.ts';
import { getReceipt } from '../erase.ts';
import { findIdentity } from '../identity.ts';
import { longestCode } from '../invite.ts';
import { joinByCode, lookAtDoor, type Door } from '../join.ts';
import { useMoveLink } from '../move.ts';
import { moment, stepShape } from './shapes.ts';

const codeParams = z.object({ code: z.string().min(1).max(longestCode) });

const states = [
  'unknown',
  'expired',
  'used_up',
  'revoked',
  'dissolved',
  'full',
  'joined',
  'waiting',
  'refused',
] as const;

const doorShape = z.object({
  state: z.enum([...states, 'open']),
  /** Once inside or waiting. */
  groupId: z.uuid().nullable(),
  /** Code and kind words of a refusal. */
  reason: z.string().nullable(),
  reasonText: z.string().nullable(),
  steps: z.array(stepShape),
  group: z
    .object({
      name: z.string(),
      tier: z.string(),
      members: z.int(),
      capacity: z.int(),
      pictureId: z.uuid().nullable(),
      approval: z.boolean(),
    })
    .nullable(),
  community: z
    .object({
      id: z.uuid(),
      name: z.string(),
      purpose: z.string(),
      officialName: z.string(),
      officialPictureId: z.uuid().nullable(),
    })
    .nullable(),
  /** Whose own invitation it is; null when the team invites. */
  inviter: z.object({ name: z.string(), pictureId: z.uuid().nullable() }).nullable(),
  /** Who this browser is in the community already. */
  you: z.object({ name: z.string(), pictureId: z.uuid().nullable() }).nullable(),
});

async function describeDoor(ctx: Ctx, { state, entrance, identity }: Door): Promise<z.input<typeof doorShape>> {
  const shown = {
    state: state.state as (typeof states)[number],
    groupId: state.state === 'joined' || state.state === 'waiting' ? state.groupId : null,
    reason: state.state === 'refused' ? state.reason : null,
    reasonText: state.state === 'refused' ? state.text : null,
    steps: state.state === 'open' ? state.steps : [],
  };
  if (!entrance) return { ...shown, group: null, community: null, inviter: null, you: null };
  const { group, inviterId } = entrance;
  const community = await getCommunity(ctx, group.communityId);
  const inviter = inviterId === null ? undefined : await findIdentity(ctx, group.communityId, inviterId);
  return {
    ...shown,
    group,
    community: {
      id: community.id,
      name: community.name,
      purpose: purposeLine(community),
      officialName: community.official.name,
      officialPictureId: community.official.pictureId,
    },
    inviter: inviter ? { name: inviter.name, pictureId: inviter.pictureId } : null,
    you: identity ? { name: identity.name, pictureId: identity.pictureId } : null,
  };
}

const joinAnswer = z.object({
  state: z.enum([...states, 'needs']),
  groupId: z.uuid().optional(),
  steps: z.array(stepShape).optional(),
  reason: z.string().optional(),
  text: z.string().optional(),
});

/** Routes for whoever stands at the door. */
export const joinRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.look_at_door',
    method: 'get',
    path: '/api/join/{code}',
    summary: 'What a join link leads to, for this browser',
    access: anyone,
    limit: { name: 'join.look', per: 'address', burst: 300, perMinute: 300 },
    params: codeParams,
    response: doorShape,
    handle: async (ctx, { params, request }) =>
      describeDoor(ctx, await lookAtDoor(ctx, params.code, readVisitor(ctx, request.headers))),
  }),
  defineRoute({
    name: 'people.join_group',
    method: 'post',
    path: '/api/join/{code}',
    summary: 'Go in, or learn what is still missing; sets the cookie of the device',
    access: anyone,
    limit: { name: 'join', per: 'address', burst: 120, perMinute: 120 },
    params: codeParams,
    body: z.strictObject({ answers: z.record(z.string().max(40), z.unknown()).default({}) }),
    response: joinAnswer,
    handle: async (ctx, { params, body, request, reply }) => {
      const visitor = readVisitor(ctx, request.headers);
      const { state, cookie } = await joinByCode(ctx, { code: params.code, answers: body.answers, visitor });
      if (cookie !== null) reply.append('set-cookie', cookie);
      return { ...state, state: state.state === 'open' ? ('needs' as const) : state.state };
    },
  }),
  defineRoute({
    name: 'people.send_email_code',
    method: 'post',
    path: '/api/join/{code}/email',
    summary: 'Have a code sent to an e-mail address, for the step `email` of joining; sets the cookie of the device',
    access: anyone,
    limit: { name: 'join.email', per: 'address', burst: 30, perMinute: 6 },
    params: codeParams,
    body: z.strictObject({ email: z.string().min(1).max(320) }),
    response: z.object({ sent: z.literal(true), expiresAt: moment, resendAt: moment }),
    handle: async (ctx, { params, body, request, reply }) => {
      const visitor = readVisitor(ctx, request.headers);
      const { cookie, ...sent } = await sendEmailCode(ctx, { code: params.code, email: body.email, visitor });
      if (cookie !== null) reply.append('set-cookie', cookie);
      return { sent: true as const, ...sent };
    },
  }),
  defineRoute({
    name: 'people.use_move_link',
    method: 'post',
    path: '/api/member/move/{code}',
    summary: 'Bring an identity to this browser with a one-time link',
    access: anyone,
    limit: { name: 'move', per: 'address', burst: 20, perMinute: 20 },
    params: codeParams,
    body: z.strictObject({ replace: z.boolean().default(false) }),
    response: z.object({ communityId: z.uuid(), identityId: z.uuid() }),
    handle: async (ctx, { params, body, request, reply }) => {
      const visitor = readVisitor(ctx, request.headers);
      const { cookie, ...moved } = await useMoveLink(ctx, { code: params.code, replace: body.replace, visitor });
      if (cookie !== null) reply.append('set-cookie', cookie);
      return moved;
    },
  }),
  defineRoute({
    name: 'people.get_receipt',
    method: 'get',
    path: '/api/member/erasures/{code}',
    summary: 'What has become of a request to be forgotten',
    access: anyone,
    limit: { name: 'receipt', per: 'address', burst: 30, perMinute: 30 },
    params: codeParams,
    response: z.object({ requestedAt: moment, doneAt: moment.nullable(), counts: z.record(z.string(), z.int()) }),
    handle: (ctx, { params }) => getReceipt(ctx, params.code),
  }),
];
