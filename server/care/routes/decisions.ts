/** Routes of what is done once the answers of a round are in. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { decide } from '../decisions.ts';
import { startRemovals, stopRemovals, undoRemoval } from '../removals.ts';
import { closeRound, endRound } from '../rounds.ts';
import { decisions } from '../store/round-people.ts';
import { moment, roundParams, roundShape } from './shapes.ts';
import { answerRound } from './show.ts';

const base = '/api/communities/{communityId}/care/rounds';

/** Ending, deciding, removing, taking back. */
export const decisionRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.end_round',
    method: 'post',
    path: `${base}/{roundId}/end`,
    summary: 'End the collecting before its time',
    access: can('care.manage'),
    params: roundParams,
    response: roundShape,
    handle: async (ctx, { params }) => {
      await endRound(ctx, params);
      return answerRound(ctx, params);
    },
  }),
  defineRoute({
    name: 'care.decide_people',
    method: 'post',
    path: `${base}/{roundId}/decisions`,
    summary: 'Decide about people who have not answered: keep, talk to them, remove; null takes it back',
    access: can('care.manage'),
    params: roundParams,
    body: z.strictObject({
      identityIds: z.array(z.uuid()).min(1).max(200),
      decision: z.enum(decisions).nullable(),
    }),
    response: roundShape,
    handle: async (ctx, { params, body }) => {
      await decide(ctx, params, { ...body, identityIds: [...new Set(body.identityIds)] });
      return answerRound(ctx, params);
    },
  }),
  defineRoute({
    name: 'care.start_removals',
    method: 'post',
    path: `${base}/{roundId}/removals`,
    summary: 'Plan the removals that were decided, at most so many a day',
    access: can('care.manage'),
    params: roundParams,
    response: z.object({ planned: z.int(), lastAt: moment }),
    handle: (ctx, { params }) => startRemovals(ctx, params),
  }),
  defineRoute({
    name: 'care.stop_removals',
    method: 'delete',
    path: `${base}/{roundId}/removals`,
    summary: 'Stop all planned removals at once',
    access: can('care.manage'),
    params: roundParams,
    response: z.object({ stopped: z.int() }),
    handle: async (ctx, { params }) => ({ stopped: await stopRemovals(ctx, params) }),
  }),
  defineRoute({
    name: 'care.undo_removal',
    method: 'post',
    path: `${base}/{roundId}/people/{identityId}/undo`,
    summary: 'Take a removal back: in again as before, and told so',
    access: can('care.manage'),
    params: roundParams.extend({ identityId: z.uuid() }),
    response: roundShape,
    handle: async (ctx, { params }) => {
      await undoRemoval(ctx, params);
      return answerRound(ctx, params);
    },
  }),
  defineRoute({
    name: 'care.close_round',
    method: 'post',
    path: `${base}/{roundId}/close`,
    summary: 'Close a round; what was planned and not done will not be done',
    access: can('care.manage'),
    params: roundParams,
    response: roundShape,
    handle: async (ctx, { params }) => {
      await closeRound(ctx, params);
      return answerRound(ctx, params);
    },
  }),
];
