/** Routes of the team about trying before acting: dry runs over the last thirty days, and how right something was while it only noted. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { platformErrors } from '../../platform/errors.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { checkNames } from '../checks/check.ts';
import { dryRunAbout } from '../dry-books.ts';
import { askDryRun, cancelDryRun, getDryRun, listDryHits, listDryRuns } from '../dry-run.ts';
import { reportShadow } from '../shadow.ts';
import { trusts } from '../trust.ts';
import { communityParams, evidenceShape, moment } from './shapes.ts';

const path = '/api/communities/{communityId}/rules/dry-runs';
const runParams = communityParams.extend({ runId: z.uuid() });

const runShape = z.object({
  id: z.uuid(),
  about: z.object({
    kind: z.enum(['list', 'check', 'settings']),
    listId: z.uuid().optional(),
    check: z.enum(checkNames).optional(),
    /** Only lines that may come into the list are tried. */
    adds: z.boolean().optional(),
  }),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  since: moment,
  /** Messages of the last thirty days; how many of them are looked at (the newest), and how many have been. */
  said: z.int(),
  total: z.int(),
  looked: z.int(),
  hits: z.int(),
  doubtful: z.int(),
  freed: z.int(),
  askedAt: moment,
  endedAt: moment.nullable(),
});

const hitShape = z.object({
  number: z.int(),
  groupId: z.uuid(),
  messageId: z.uuid(),
  identityId: z.uuid(),
  name: z.string(),
  /** As it stands in the talk today; null when it is gone, and for who only looks on. */
  text: z.string().nullable(),
  at: moment,
  action: z.enum(['hold', 'stop']),
  trust: z.enum(trusts),
  score: z.number(),
  evidence: z.array(evidenceShape),
  /** Why it is probably wrong: a well known author, liked or answered by others, let through before. */
  doubts: z.array(z.enum(['known', 'welcomed', 'released'])),
});

/** Routes about dry runs and notes. */
export const dryRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.ask_dry_run',
    method: 'post',
    path,
    summary:
      'Try a list, a check or settings on the last thirty days; what still runs is stopped. Nothing follows from it',
    access: can('rules.manage'),
    params: communityParams,
    body: z.strictObject({ about: dryRunAbout }),
    maxBodyBytes: 5 * 1024 * 1024,
    response: runShape,
    status: 202,
    handle: (ctx, { params, body }) => askDryRun(ctx, params.communityId, body.about),
  }),
  defineRoute({
    name: 'rules.list_dry_runs',
    method: 'get',
    path,
    summary: 'Dry runs of the last day, newest first',
    access: can('rules.read'),
    params: communityParams,
    response: z.object({ items: z.array(runShape) }),
    handle: async (ctx, { params }) => ({ items: await listDryRuns(ctx, params.communityId) }),
  }),
  defineRoute({
    name: 'rules.get_dry_run',
    method: 'get',
    path: `${path}/{runId}`,
    summary: 'How far a dry run is, and what it has counted',
    access: can('rules.read'),
    params: runParams,
    response: runShape,
    handle: (ctx, { params }) => getDryRun(ctx, params),
  }),
  defineRoute({
    name: 'rules.list_dry_hits',
    method: 'get',
    path: `${path}/{runId}/hits`,
    summary: 'What would have been stopped, newest first; doubtful=true = what is probably wrong',
    access: can('rules.read'),
    params: runParams,
    query: pageQuery.extend({ doubtful: z.literal('true').optional() }),
    response: pageOf(hitShape),
    handle: (ctx, { params, query }) => {
      const { doubtful, ...page } = query;
      return listDryHits(ctx, params, { ...page, doubtful: doubtful !== undefined });
    },
  }),
  defineRoute({
    name: 'rules.cancel_dry_run',
    method: 'post',
    path: `${path}/{runId}/cancel`,
    summary: 'Stop a dry run',
    access: can('rules.manage'),
    params: runParams,
    body: z.strictObject({}),
    response: runShape,
    handle: (ctx, { params }) => cancelDryRun(ctx, params),
  }),
  defineRoute({
    name: 'rules.report_shadow',
    method: 'get',
    path: '/api/communities/{communityId}/rules/shadow',
    summary: 'How right a check or a list was while it only noted: what moderators said of it, with the interval',
    access: can('rules.read'),
    params: communityParams,
    query: z.object({ check: z.enum(checkNames).optional(), listId: z.uuid().optional() }),
    response: z.object({
      since: moment.nullable(),
      noticed: z.int(),
      right: z.int(),
      wrong: z.int(),
      oldest: moment.nullable(),
      newest: moment.nullable(),
      precision: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
      /** few: too little was looked at; bad: too often wrong, or that cannot be ruled out. */
      standing: z.enum(['few', 'bad', 'good']),
      /** So many have to be looked at before figures say anything. */
      fewest: z.int(),
    }),
    handle: (ctx, { params, query }) => {
      const { check, listId } = query;
      if ((check === undefined) === (listId === undefined)) throw platformErrors.bad_input({ field: 'check' });
      return reportShadow(ctx, params.communityId, check === undefined ? { listId: listId! } : { check });
    },
  }),
];
