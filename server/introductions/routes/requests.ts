/** Routes of members: introductions that both agree to. */
import { z } from 'zod';
import { paragraphs, singleLine } from '../../communities/index.ts';
import { memberOfCommunity } from '../../people/index.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { currentAsker } from '../asker.ts';
import { isOnBoard } from '../board.ts';
import { listOwnRequests } from '../own-requests.ts';
import {
  answerRequest,
  askForIntroduction,
  blockRequester,
  reportRequest,
  tellOutcome,
  withdrawRequest,
} from '../request.ts';
import { outcomes } from '../store/request.ts';
import { communityParams, memberBase, moment, requestStates } from './shapes.ts';

const base = `${memberBase}/introductions`;
const requestParams = communityParams.extend({ requestId: z.uuid() });
const words = paragraphs(120).min(1);

const requestShape = z
  .object({
    id: z.uuid(),
    how: z.enum(['sent', 'received', 'suggested']),
    state: z.enum(requestStates),
    other: z.object({ identityId: z.uuid(), name: z.string(), pictureId: z.uuid().nullable() }),
    why: z.string(),
    isMine: z.boolean(),
    createdAt: moment,
    expiresAt: moment,
    myWords: z.string().nullable(),
    theirWords: z.string().nullable(),
    outcome: z.enum(outcomes).nullable(),
    asksOutcome: z.boolean(),
  })
  .meta({ id: 'IntroductionRequest' });

/** Routes of introductions. */
export const requestRoutes: readonly Route[] = [
  defineRoute({
    name: 'introductions.list_own',
    method: 'get',
    path: base,
    summary: 'Own introductions: what waits for an answer first, then the newest',
    access: memberOfCommunity,
    params: communityParams,
    response: z.object({ items: z.array(requestShape), waiting: z.int() }),
    handle: async (ctx, { params }) => {
      const items = await listOwnRequests(ctx, await currentAsker(ctx, params.communityId));
      return { items, waiting: items.filter(({ isMine, asksOutcome }) => isMine || asksOutcome).length };
    },
  }),
  defineRoute({
    name: 'introductions.ask',
    method: 'post',
    path: base,
    summary: 'Ask for an introduction; `words` are shown to the other only when they agree',
    access: memberOfCommunity,
    limit: { name: 'introductions.ask', per: 'actor', burst: 10, perMinute: 5 },
    params: communityParams,
    body: z.strictObject({
      toId: z.uuid(),
      why: singleLine(120),
      words,
      entryId: z.uuid().nullable().default(null),
    }),
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async (ctx, { params: { communityId }, body }) => {
      const { entryId, toId: identityId } = body;
      const board = entryId !== null && (await isOnBoard(ctx, communityId, { entryId, identityId }));
      const wish = { ...body, entryId: board ? entryId : null };
      return { id: await askForIntroduction(ctx, await currentAsker(ctx, communityId), wish, { isOnBoard: board }) };
    },
  }),
  defineRoute({
    name: 'introductions.answer',
    method: 'post',
    path: `${base}/{requestId}/answer`,
    summary: 'Agree with the words for the other, or decline (null) without a word',
    access: memberOfCommunity,
    params: requestParams,
    body: z.strictObject({ words: words.nullable() }),
    handle: async (ctx, { params, body }) =>
      answerRequest(ctx, await currentAsker(ctx, params.communityId), { id: params.requestId, words: body.words }),
  }),
  defineRoute({
    name: 'introductions.withdraw',
    method: 'post',
    path: `${base}/{requestId}/withdraw`,
    summary: 'Take the own request back',
    access: memberOfCommunity,
    params: requestParams,
    body: z.strictObject({}),
    handle: async (ctx, { params }) =>
      withdrawRequest(ctx, await currentAsker(ctx, params.communityId), params.requestId),
  }),
  defineRoute({
    name: 'introductions.tell_outcome',
    method: 'post',
    path: `${base}/{requestId}/outcome`,
    summary: 'What came of an introduction',
    access: memberOfCommunity,
    params: requestParams,
    body: z.strictObject({ outcome: z.enum(outcomes) }),
    handle: async (ctx, { params, body }) =>
      tellOutcome(ctx, await currentAsker(ctx, params.communityId), { id: params.requestId, outcome: body.outcome }),
  }),
  defineRoute({
    name: 'introductions.refuse',
    method: 'post',
    path: `${base}/{requestId}/refuse`,
    summary: 'Not to be asked by this person again; `report` asks the team to look, too',
    access: memberOfCommunity,
    params: requestParams,
    body: z.strictObject({ report: z.boolean().default(false) }),
    handle: async (ctx, { params, body }) => {
      const asker = await currentAsker(ctx, params.communityId);
      await (body.report ? reportRequest : blockRequester)(ctx, asker, params.requestId);
    },
  }),
];
