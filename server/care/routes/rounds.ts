/** Routes of name-card rounds for the team. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { knowsReaders, listRoundPeople } from '../round-people.ts';
import { listRounds, previewRound, startRound } from '../rounds.ts';
import { views } from '../store/round-people.ts';
import { suggestTexts } from '../words.ts';
import { communityParams, newRoundInput, roundParams, roundPersonShape, roundShape } from './shapes.ts';
import { answerRound, showPerson, showRound } from './show.ts';

const base = '/api/communities/{communityId}/care/rounds';
const texts = roundShape.shape.texts;

/** Routes of rounds. */
export const roundRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.list_rounds',
    method: 'get',
    path: base,
    summary: 'Name-card rounds with their figures, newest first',
    access: can('care.read'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(roundShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listRounds(ctx, communityId, query);
      return { items: items.map(showRound), nextCursor };
    },
  }),
  defineRoute({
    name: 'care.preview_round',
    method: 'get',
    path: '/api/communities/{communityId}/care/round-preview',
    summary: 'Texts to begin with, and how many a round in this group would ask or leave alone',
    access: can('care.manage'),
    params: communityParams,
    query: z.strictObject({ groupId: z.uuid() }),
    response: z.object({
      texts,
      people: z.int(),
      asked: z.int(),
      spared: z.object({ team: z.int(), kept: z.int(), new: z.int(), uncontacted: z.int() }),
      /** False = the platform does not tell who reads, so nobody can be called silent. */
      knowsReaders: z.boolean(),
    }),
    handle: async (ctx, { params: { communityId }, query: { groupId } }) => ({
      texts: suggestTexts(ctx),
      ...(await previewRound(ctx, { communityId, groupId })),
      knowsReaders: await knowsReaders(ctx, { communityId, groupId }),
    }),
  }),
  defineRoute({
    name: 'care.start_round',
    method: 'post',
    path: base,
    summary: 'Begin a round: the group is told, answers are collected',
    access: can('care.manage'),
    params: communityParams,
    body: newRoundInput,
    response: roundShape,
    status: 201,
    handle: async (ctx, { params: { communityId }, body }) => {
      const { id: roundId } = await startRound(ctx, communityId, body);
      return answerRound(ctx, { communityId, roundId });
    },
  }),
  defineRoute({
    name: 'care.get_round',
    method: 'get',
    path: `${base}/{roundId}`,
    summary: 'One round with its figures',
    access: can('care.read'),
    params: roundParams,
    response: z.object({ round: roundShape, knowsReaders: z.boolean() }),
    handle: async (ctx, { params }) => {
      const round = await answerRound(ctx, params);
      return { round, knowsReaders: await knowsReaders(ctx, { ...params, groupId: round.groupId }) };
    },
  }),
  defineRoute({
    name: 'care.list_round_people',
    method: 'get',
    path: `${base}/{roundId}/people`,
    summary: 'People of a round by where they stand, with evidence',
    access: can('care.read'),
    params: roundParams,
    query: pageQuery.extend({ view: z.enum(views).default('silent') }),
    response: pageOf(roundPersonShape),
    handle: async (ctx, { params, query }) => {
      const { items, nextCursor } = await listRoundPeople(ctx, params, query);
      return { items: items.map(showPerson), nextCursor };
    },
  }),
];
