/** Routes of those who could lead and of what a new steward learns. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { confidences, rule, successorKinds, weeksBack } from '../successors/judging.ts';
import { listSuccessors, talkToSuccessor } from '../successors/list.ts';
import { listTrainings, startTraining } from '../training.ts';

const base = '/api/communities/{communityId}/rotation';
const params = z.object({ communityId: z.uuid() });
const kind = z.enum(successorKinds);

const leastShape = z.object({ weeks: z.int(), answers: z.int(), askers: z.int() });

/** Successors and training. */
export const successorRoutes: readonly Route[] = [
  defineRoute({
    name: 'rotation.list_successors',
    method: 'get',
    path: `${base}/successors`,
    summary:
      'Who could become a steward or an owner by a written rule over twelve weeks, surest first, at most 30; for the team alone, and nothing follows by itself',
    access: can('rotation.choose'),
    params,
    query: z.strictObject({ kind }),
    response: z.object({
      /** Weeks that are looked at. */
      weeks: z.int(),
      /** The least of each confidence. */
      rule: z.object({ high: leastShape, medium: leastShape, few: leastShape }),
      items: z.array(
        z.object({
          personId: z.string(),
          identityId: z.string(),
          name: z.string(),
          pictureId: z.string().nullable(),
          confidence: z.enum(confidences),
          groups: z.int(),
          joinedOn: z.string(),
          weeks: z.int(),
          answers: z.int(),
          askers: z.int(),
          helpful: z.int(),
          unsolved: z.int(),
          /** Upheld cases; always 0, whoever has one is not listed. */
          cases: z.int(),
          taskId: z.string().nullable(),
        }),
      ),
    }),
    handle: async (ctx, { params: { communityId }, query }) => ({
      weeks: weeksBack,
      rule: rule[query.kind],
      items: (await listSuccessors(ctx, communityId, query.kind)).map(({ identity, ...one }) => ({
        ...one,
        identityId: identity.id,
        name: identity.name,
        pictureId: identity.pictureId,
      })),
    }),
  }),
  defineRoute({
    name: 'rotation.talk_to_successor',
    method: 'post',
    path: `${base}/successors/{kind}/{personId}/task`,
    summary: 'Make a task to talk to somebody about leading; one open task for each',
    access: can('rotation.choose'),
    params: params.extend({ kind, personId: z.uuid() }),
    status: 201,
    response: z.object({ taskId: z.string() }),
    handle: (ctx, { params: one }) => talkToSuccessor(ctx, one),
  }),
  defineRoute({
    name: 'rotation.list_trainings',
    method: 'get',
    path: `${base}/trainings`,
    summary: 'New stewards and how far they are with what they learn in their first ten days',
    access: can('rotation.train'),
    params,
    response: z.object({
      items: z.array(
        z.object({ userId: z.string(), name: z.string(), done: z.int(), of: z.int(), next: z.string().nullable() }),
      ),
    }),
    handle: async (ctx, { params: { communityId } }) => ({ items: await listTrainings(ctx, communityId) }),
  }),
  defineRoute({
    name: 'rotation.start_training',
    method: 'post',
    path: `${base}/trainings`,
    summary: 'Give somebody of the team the tasks of a new steward, each once',
    access: can('rotation.train'),
    params,
    body: z.strictObject({ userId: z.uuid() }),
    status: 201,
    response: z.object({ tasks: z.int() }),
    handle: (ctx, { params: { communityId }, body }) => startTraining(ctx, communityId, body.userId),
  }),
];
