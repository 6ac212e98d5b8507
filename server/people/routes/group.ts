/** Routes of members in a group: its home, who is in it, inviting a friend, leaving. */
import { z } from 'zod';
import { getGroup, publicGroup, publicGroupShape } from '../../groups/index.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { currentMembership, memberOfGroup } from '../access.ts';
import { cardShape } from '../card.ts';
import { peopleErrors } from '../errors.ts';
import { inviteToGroup } from '../invite.ts';
import { leaveGroup } from '../membership.ts';
import { listMembers } from '../person.ts';
import { getGroupMate } from '../profile.ts';
import { getSettings } from '../../platform/settings.ts';
import { peopleSettings } from '../settings.ts';
import { mateShape, memberGroupParams, membershipShape } from './shapes.ts';

const homeShape = z.object({
  group: publicGroupShape,
  communityId: z.uuid(),
  me: z.object({ identityId: z.uuid(), name: z.string(), pictureId: z.uuid().nullable(), membership: membershipShape }),
  /** What one may do here now. */
  abilities: z.object({ post: z.boolean(), invite: z.boolean(), moderate: z.boolean(), leave: z.boolean() }),
});

/** Routes of members in a group. */
export const groupRoutes: readonly Route[] = [
  defineRoute({
    name: 'people.get_group_home',
    method: 'get',
    path: '/api/member/groups/{groupId}',
    summary: 'The group, its notice, and what one is and may in it',
    access: memberOfGroup,
    params: memberGroupParams,
    response: homeShape,
    handle: async (ctx, { params: { groupId } }) => {
      const { communityId, identityId, name, pictureId, membership } = await currentMembership(ctx, groupId);
      const group = await getGroup(ctx, communityId, groupId);
      const team = membership.role !== 'member';
      const silenced = membership.mutedUntil !== null && membership.mutedUntil > ctx.now();
      const open = group.lifecycle !== 'dissolved';
      const { membersMayInvite } = await getSettings(ctx, peopleSettings, communityId);
      return {
        group: publicGroup(group),
        communityId,
        me: { identityId, name, pictureId, membership },
        abilities: {
          post: open && !silenced && (team || !group.mutedAll),
          invite: open && membersMayInvite,
          moderate: team,
          leave: membership.role !== 'owner',
        },
      };
    },
  }),
  defineRoute({
    name: 'people.list_group_mates',
    method: 'get',
    path: '/api/member/groups/{groupId}/members',
    summary: 'Who is in the group: team first, then by the time of joining',
    access: memberOfGroup,
    params: memberGroupParams,
    query: pageQuery.extend({ q: z.string().max(60).optional() }),
    response: pageOf(mateShape),
    handle: async (ctx, { params: { groupId }, query }) => {
      const { communityId } = await currentMembership(ctx, groupId);
      return listMembers(ctx, { communityId, groupId, q: query.q }, query);
    },
  }),
  defineRoute({
    name: 'people.get_group_mate',
    method: 'get',
    path: '/api/member/groups/{groupId}/members/{identityId}',
    summary: 'The card of somebody in the group, as they show it to group mates',
    access: memberOfGroup,
    params: memberGroupParams.extend({ identityId: z.uuid() }),
    response: mateShape.extend({ card: cardShape }),
    handle: async (ctx, { params: { groupId, identityId } }) => {
      const { communityId } = await currentMembership(ctx, groupId);
      const { identity, ...mate } = await getGroupMate(ctx, { communityId, groupId, identityId });
      const { name, pictureId, kind } = identity;
      return { ...mate, identityId, name, pictureId, kind };
    },
  }),
  defineRoute({
    name: 'people.invite_to_group',
    method: 'post',
    path: '/api/member/groups/{groupId}/invite',
    summary: 'The own invitation link to the group; always the same while one is in it',
    access: memberOfGroup,
    params: memberGroupParams,
    body: z.strictObject({}),
    response: z.object({ code: z.string(), url: z.string() }),
    handle: async (ctx, { params: { groupId } }) => inviteToGroup(ctx, await currentMembership(ctx, groupId)),
  }),
  defineRoute({
    name: 'people.leave_group',
    method: 'post',
    path: '/api/member/groups/{groupId}/leave',
    summary: 'Leave the group; one may come back through an entrance',
    access: memberOfGroup,
    params: memberGroupParams,
    body: z.strictObject({}),
    handle: async (ctx, { params: { groupId } }) => {
      const left = await leaveGroup(ctx, await currentMembership(ctx, groupId));
      if (!left.ok && left.reason === 'owner') throw peopleErrors.team_cannot_leave();
    },
  }),
];
