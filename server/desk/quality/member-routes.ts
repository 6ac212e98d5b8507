/** Routes of members: the answers under which they are asked, what they say, and whom of the team they may ask. */
import { z } from 'zod';
import { currentMembership, memberOfGroup } from '../../people/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listShownCards } from '../../team/index.ts';
import { verdicts } from '../store/answers.ts';
import { listAsks, sayVerdict } from './verdict.ts';

const params = z.object({ groupId: z.uuid() });

/** What an asker sees and says under an answer. */
export const verdictRoutes: readonly Route[] = [
  defineRoute({
    name: 'desk.list_asks',
    method: 'get',
    path: '/api/member/groups/{groupId}/answer-asks',
    summary: 'Answers to my questions under which I am asked whether they helped: once each, for some days',
    access: memberOfGroup,
    params,
    response: z.object({ asks: z.array(z.object({ questionId: z.string(), messageId: z.string() })) }),
    handle: async (ctx, { params: { groupId } }) => ({
      asks: (await listAsks(ctx, groupId)).map(({ questionId, messageId }) => ({ questionId, messageId })),
    }),
  }),
  defineRoute({
    name: 'desk.say_verdict',
    method: 'post',
    path: '/api/member/groups/{groupId}/answer-asks/{questionId}',
    summary:
      'Say that an answer helped, that it is not solved yet (the team sees the question again), or not to be asked',
    access: memberOfGroup,
    limit: { name: 'desk.verdict', per: 'actor', burst: 20, perMinute: 10 },
    params: params.extend({ questionId: z.uuid() }),
    body: z.strictObject({ verdict: z.enum(verdicts) }),
    response: z.object({ verdict: z.enum(verdicts) }),
    handle: (ctx, { params: { groupId, questionId }, body: { verdict } }) =>
      sayVerdict(ctx, groupId, { questionId, verdict }),
  }),
  defineRoute({
    name: 'desk.list_stewards',
    method: 'get',
    path: '/api/member/groups/{groupId}/stewards',
    summary: 'Whom of the team I may ask for what, and when they are there: cards that they show themselves',
    access: memberOfGroup,
    params,
    response: z.object({ cards: z.array(z.object({ name: z.string(), asks: z.string(), hours: z.string() })) }),
    handle: async (ctx, { params: { groupId } }) => {
      const { communityId } = await currentMembership(ctx, groupId);
      return {
        cards: (await listShownCards(ctx, communityId)).map(({ name, asks, hours }) => ({ name, asks, hours })),
      };
    },
  }),
];
