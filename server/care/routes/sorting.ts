/** Routes of sorting: likelihoods with evidence, for the team alone. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { confidences, kinds } from '../sorting/kinds.ts';
import { judgeSorted, listBands, listSorted, readSorting, talkToSorted } from '../sorting/list.ts';
import { beginSorting } from '../sorting/night.ts';
import { communityParams } from './shapes.ts';

const base = '/api/communities/{communityId}/care/sorting';
const kind = z.enum(kinds);
const oneParams = communityParams.extend({ groupId: z.uuid(), identityId: z.uuid(), kind });
const one = `${base}/{kind}/{groupId}/{identityId}`;
const interval = z.array(z.number()).length(2);
const three = z.array(z.number()).length(3);

/** Lists, 2-7-1, what the team says. */
export const sortingRoutes: readonly Route[] = [
  defineRoute({
    name: 'care.get_sorting',
    method: 'get',
    path: base,
    summary: 'When groups were sorted, how many are on each list, and how often the team called it right',
    access: can('care.sort'),
    params: communityParams,
    response: z.object({
      sortedOn: z.string().nullable(),
      groups: z.int(),
      /** Silent people in groups whose platform does not tell who reads. */
      unknown: z.int(),
      lists: z.array(
        z.object({
          kind,
          people: z.int(),
          /** Hints with too little evidence. */
          few: z.int(),
          /** On the list, but called wrong. */
          wrong: z.int(),
          verdicts: z.object({ right: z.int(), of: z.int(), interval: interval.nullable() }),
        }),
      ),
    }),
    handle: async (ctx, { params: { communityId } }) => {
      const { lists, ...night } = await readSorting(ctx, communityId);
      return {
        ...night,
        lists: lists.map((list) => ({
          ...list,
          verdicts: { ...list.verdicts, interval: list.verdicts.interval && [...list.verdicts.interval] },
        })),
      };
    },
  }),
  defineRoute({
    name: 'care.begin_sorting',
    method: 'post',
    path: base,
    summary: 'Sort all groups in the background now, not only at night',
    access: can('care.manage'),
    limit: { name: 'care.sort', per: 'actor', burst: 3, perMinute: 1 },
    params: communityParams,
    handle: (ctx, { params: { communityId } }) => beginSorting(ctx, communityId),
  }),
  defineRoute({
    name: 'care.list_sorted',
    method: 'get',
    path: `${base}/people`,
    summary: 'One list, surest first, with the numbers that speak for it; `wrong` = those whom the team called wrong',
    access: can('care.sort'),
    params: communityParams,
    query: pageQuery.extend({ kind, wrong: z.stringbool().default(false) }),
    response: pageOf(
      z.object({
        personId: z.uuid().nullable(),
        identityId: z.uuid(),
        name: z.string(),
        pictureId: z.uuid().nullable(),
        groupId: z.uuid(),
        groupName: z.string(),
        kind,
        confidence: z.enum(confidences),
        n: z.int(),
        evidence: z.record(z.string(), z.number()),
        isRight: z.boolean().nullable(),
        taskId: z.uuid().nullable(),
      }),
    ),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listSorted(ctx, communityId, query);
      return {
        items: items.map(({ one: row, identity, groupName }) => ({
          personId: identity.personId,
          identityId: identity.id,
          name: identity.name,
          pictureId: identity.pictureId,
          groupId: row.groupId,
          groupName,
          kind: row.kind,
          confidence: row.confidence,
          n: row.n,
          evidence: row.evidence,
          isRight: row.isRight,
          taskId: row.taskId,
        })),
        nextCursor,
      };
    },
  }),
  defineRoute({
    name: 'care.list_bands',
    method: 'get',
    path: `${base}/bands`,
    summary: '2-7-1 of each group: whose words are worth how much, as a comparison and never a quota',
    access: can('care.sort'),
    params: communityParams,
    query: pageQuery,
    response: pageOf(
      z.object({
        groupId: z.uuid(),
        name: z.string(),
        sortedOn: z.string(),
        since: z.string(),
        messages: z.int(),
        bands: z.object({ sizes: three, shares: three, ci95: interval }).nullable(),
        reason: z.string().nullable(),
      }),
    ),
    handle: async (ctx, { params: { communityId }, query }) => {
      const { items, nextCursor } = await listBands(ctx, communityId, query);
      return {
        items: items.map(({ groupId, name, sortedOn, since, messages, bands, reason }) => ({
          groupId,
          name,
          sortedOn,
          since,
          messages,
          bands,
          reason,
        })),
        nextCursor,
      };
    },
  }),
  defineRoute({
    name: 'care.judge_sorted',
    method: 'put',
    path: `${one}/verdict`,
    summary: 'Say whether it is so; null takes that back',
    access: can('care.manage'),
    params: oneParams,
    body: z.strictObject({ isRight: z.boolean().nullable() }),
    handle: (ctx, { params, body }) => judgeSorted(ctx, params, body.isRight),
  }),
  defineRoute({
    name: 'care.talk_to_sorted',
    method: 'post',
    path: `${one}/task`,
    summary: 'Make a task to talk to them',
    access: can('care.manage'),
    params: oneParams,
    response: z.object({ taskId: z.uuid() }),
    status: 201,
    handle: (ctx, { params }) => talkToSorted(ctx, params),
  }),
];
