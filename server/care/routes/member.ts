/** Routes of members: the round of their group, the button, and what those read who were removed. */
import { z } from 'zod';
import { anyMember, memberOfGroup } from '../../people/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { findMyRound, sayHere } from '../answers.ts';
import { findMyFarewell } from '../removals.ts';
import { myRoundShape } from './shapes.ts';

/** What members ask. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.get_my_round',
    method: 'get',
    path: '/api/member/groups/{groupId}/round',
    summary: 'The name-card round of the group; null when there is none, or nobody asks this member',
    access: memberOfGroup,
    params: z.object({ groupId: z.uuid() }),
    response: z.object({ round: myRoundShape.nullable() }),
    handle: async (ctx, { params: { groupId } }) => ({ round: await findMyRound(ctx, groupId) }),
  }),
  defineRoute({
    name: 'care.say_here',
    method: 'post',
    path: '/api/member/groups/{groupId}/round/here',
    summary: 'Say: I am still here',
    access: memberOfGroup,
    limit: { name: 'care.here', per: 'actor', burst: 10, perMinute: 5 },
    params: z.object({ groupId: z.uuid() }),
    response: z.object({ round: myRoundShape }),
    handle: async (ctx, { params: { groupId } }) => ({ round: await sayHere(ctx, groupId) }),
  }),
  defineRoute({
    name: 'care.get_farewell',
    method: 'get',
    path: '/api/member/farewells/{groupId}',
    summary: 'The kind word and the way back for somebody who was removed in a round; null for all others',
    access: anyMember,
    params: z.object({ groupId: z.uuid() }),
    response: z.object({ farewell: z.object({ text: z.string(), code: z.string().nullable() }).nullable() }),
    handle: async (ctx, { params: { groupId } }) => ({ farewell: await findMyFarewell(ctx, groupId) }),
  }),
];
