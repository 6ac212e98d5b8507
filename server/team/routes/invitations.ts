import { z } from 'zod';
import { optionalLine } from '../../communities/index.ts';
import { teamRoles } from '../../platform/auth/permissions.ts';
import { missingRoles, readRoles, rolesWish } from './roles-wish.ts';

import { anyone, can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { defineRoute } from '../../platform/http/route.ts';
import {
  acceptInvitation,
  createInvitation,
  listInvitations,
  readInvitation,
  withdrawInvitation,
  type Invitation,
} from '../invitation.ts';

const params = z.strictObject({ communityId: z.uuid() });
const codeParams = z.strictObject({ code: z.string().regex(/^[\w-]{1,60}$/) });
const openLimit: RateLimit = { name: 'team.invitation', per: 'address', burst: 30, perMinute: 15 };

const facts = {
  id: z.string(),
  /** The highest of `roles`. */
  role: z.enum(teamRoles),
  roles: z.array(z.enum(teamRoles)),
  note: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
};
const listedShape = z.object({ ...facts, createdBy: z.string().nullable(), createdByName: z.string().nullable() });
const issuedShape = z.object({ ...facts, code: z.string(), url: z.string() });

function show({ id, roles, note, createdAt, expiresAt }: Invitation) {
  return { id, role: roles[0]!, roles, note, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

/** Invitations into the team: the team's side and the side of whoever has the link. */
export const invitationRoutes = [
  defineRoute({
    name: 'team.list_invitations',
    method: 'get',
    path: '/api/communities/{communityId}/team/invitations',
    summary: 'Invitations that wait to be accepted, newest first; their links are not kept',
    access: can('team.manage'),
    params,
    query: pageQuery,
    response: pageOf(listedShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listInvitations(ctx, communityId, query);
      const shown = items.map((row) => ({ ...show(row), createdBy: row.createdBy, createdByName: row.createdByName }));
      return { items: shown, nextCursor };
    },
  }),
  defineRoute({
    name: 'team.create_invitation',
    method: 'post',
    path: '/api/communities/{communityId}/team/invitations',
    summary:
      'Invite into the team by a link that works once, for seven days; the link is shown this once, and mailed when an address is given',
    access: can('team.manage'),
    limit: { name: 'team.invite', per: 'actor', burst: 20, perMinute: 10 },
    params,
    body: z.strictObject({
      ...rolesWish,
      note: optionalLine(60).optional(),
      /** Where the link is mailed, too; the address is not kept. */
      email: z.string().trim().min(3).max(254).optional(),
    }),
    status: 201,
    response: issuedShape,
    secretAnswer: true,
    handle: async (ctx, { params: { communityId }, body }) => {
      const { invitation, code, url } = await createInvitation(ctx, {
        communityId,
        note: body.note,
        email: body.email,
        roles: readRoles(body) ?? missingRoles(),
      });
      return { ...show(invitation), code, url };
    },
  }),
  defineRoute({
    name: 'team.withdraw_invitation',
    method: 'delete',
    path: '/api/communities/{communityId}/team/invitations/{invitationId}',
    summary: 'Take an invitation back',
    access: can('team.manage'),
    params: z.strictObject({ communityId: z.uuid(), invitationId: z.uuid() }),
    handle: (ctx, { params: { communityId, invitationId } }) => withdrawInvitation(ctx, communityId, invitationId),
  }),
  defineRoute({
    name: 'team.get_invitation',
    method: 'get',
    path: '/api/invitations/{code}',
    summary: 'What an invitation says: which community, which role, who invites',
    access: anyone,
    limit: openLimit,
    params: codeParams,
    response: z.object({
      communityName: z.string(),
      role: z.enum(teamRoles),
      roles: z.array(z.enum(teamRoles)),
      invitedBy: z.string().nullable(),
      expiresAt: z.string(),
    }),
    handle: async (ctx, { params: { code } }) => {
      const face = await readInvitation(ctx, code);
      return { ...face, role: face.roles[0]!, expiresAt: face.expiresAt.toISOString() };
    },
  }),
  defineRoute({
    name: 'team.accept_invitation',
    method: 'post',
    path: '/api/invitations/{code}/accept',
    summary: 'Accept an invitation: signed in with an empty body, else with name, e-mail and a new password',
    access: anyone,
    limit: openLimit,
    params: codeParams,
    // The fields are checked only when an account is to be made.
    body: z.strictObject({
      name: z.string().max(200).optional(),
      email: z.string().max(300).optional(),
      password: z.string().max(300).optional(),
    }),
    response: z.object({ communityId: z.string() }),
    handle: async (ctx, { params: { code }, body, request, reply }) => {
      const userAgent = request.headers.get('user-agent');
      const { communityId, cookie } = await acceptInvitation(ctx, code, { ...body, userAgent });
      if (cookie !== null) reply.append('set-cookie', cookie);
      return { communityId };
    },
  }),
];
