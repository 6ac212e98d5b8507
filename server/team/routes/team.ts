import { z } from 'zod';
import { teamRoles } from '../../platform/auth/permissions.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute } from '../../platform/http/route.ts';
import { readMatrix } from '../matrix.ts';
import { readRoles, rolesWish } from './roles-wish.ts';
import { changeMember, leaveTeam, listTeam, removeMember, type TeamMember } from '../team.ts';

const params = z.strictObject({ communityId: z.uuid() });
const memberParams = z.strictObject({ communityId: z.uuid(), userId: z.uuid() });

const memberShape = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  /** The highest of `roles`. */
  role: z.enum(teamRoles),
  roles: z.array(z.enum(teamRoles)),
  since: z.string(),
});

function show(member: TeamMember): z.input<typeof memberShape> {
  return { ...member, since: member.since.toISOString() };
}

/** The team itself. */
export const teamRoutes = [
  defineRoute({
    name: 'team.list_team',
    method: 'get',
    path: '/api/communities/{communityId}/team',
    summary: 'Who runs this community, highest roles first',
    access: can('team.read'),
    params,
    query: pageQuery,
    response: pageOf(memberShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = await listTeam(ctx, communityId, query);
      return { ...page, items: page.items.map(show) };
    },
  }),
  defineRoute({
    name: 'team.read_roles',
    method: 'get',
    path: '/api/communities/{communityId}/team-roles',
    summary:
      'Who may do what: each permission in words with the roles that have it, made from the table that is enforced',
    access: can('team.read'),
    params,
    response: z.object({
      roles: z.array(z.enum(teamRoles)),
      permissions: z.array(
        z.object({ permission: z.string(), area: z.string(), words: z.string(), roles: z.array(z.enum(teamRoles)) }),
      ),
    }),
    handle: async (ctx) => readMatrix(ctx),
  }),
  defineRoute({
    name: 'team.change_member',
    method: 'patch',
    path: '/api/communities/{communityId}/team/{userId}',
    summary: 'Give somebody of the team other roles (never above your own)',
    access: can('team.manage'),
    params: memberParams,
    body: z.strictObject(rolesWish),
    response: memberShape,
    handle: async (ctx, { params: { communityId, userId }, body }) =>
      show(await changeMember(ctx, communityId, { userId, roles: readRoles(body) })),
  }),
  defineRoute({
    name: 'team.remove_member',
    method: 'delete',
    path: '/api/communities/{communityId}/team/{userId}',
    summary: 'Take somebody off the team; their open tasks go back to all',
    access: can('team.manage'),
    params: memberParams,
    handle: (ctx, { params: member }) => removeMember(ctx, member),
  }),
  defineRoute({
    name: 'team.leave_team',
    method: 'post',
    path: '/api/communities/{communityId}/team/leave',
    summary: 'Leave the team; the last owner has to find a successor first',
    access: can('team.read'),
    params,
    body: z.strictObject({}),
    handle: (ctx, { params: { communityId } }) => leaveTeam(ctx, communityId),
  }),
];
