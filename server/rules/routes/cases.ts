/** Routes of the team about what was stopped: the queue, deciding, taking back, and the steps of one person. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { caseKinds, caseResults, caseStates, type CaseResult } from '../case-state.ts';
import { checkNames } from '../checks/check.ts';
import { countCases, getCase, listCases, tallyWeek } from '../cases.ts';
import { deciderOf, releaseCase, stepWishes, undoDecision, upholdCase } from '../decision.ts';
import { undoSanction } from '../sanctions.ts';
import { openCaseAbout } from '../said.ts';
import { selectSanctionsOf } from '../store/sanctions.ts';
import { caseDetailShape, caseParams, caseShape, communityParams, moment, sanctionShape } from './shapes.ts';

const base = '/api/communities/{communityId}/rules';
const caseResultNames = Object.keys(caseResults) as CaseResult[];
/** Told to the author. */
const note = paragraphs(500).optional();

const queueRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_cases',
    method: 'get',
    path: `${base}/cases`,
    summary:
      'Cases: state=open is the queue, oldest first; others newest first. kind=dry is what would have been stopped; taskId = the case behind a task; check, listId = it took part; days = opened in so many days; reported=true = reported by members. Words are for rules.moderate only',
    access: can('rules.read'),
    params: communityParams,
    query: pageQuery.extend({
      state: z.enum([...caseStates, 'open', 'decided']).optional(),
      kind: z.enum(caseKinds).optional(),
      groupId: z.uuid().optional(),
      identityId: z.uuid().optional(),
      rule: z.string().max(40).optional(),
      taskId: z.uuid().optional(),
      check: z.enum([...checkNames, 'all']).optional(),
      listId: z.uuid().optional(),
      result: z.enum(caseResultNames).optional(),
      days: z.coerce.number().int().min(1).max(366).optional(),
      reported: z.enum(['true', 'false']).optional(),
    }),
    response: pageOf(caseShape),
    handle: (ctx, { params, query }) => {
      const { cursor, limit, reported, ...filter } = query;
      const isReported = reported === undefined ? undefined : reported === 'true';
      return listCases(ctx, params.communityId, { filter: { ...filter, isReported }, cursor, limit });
    },
  }),
  defineRoute({
    name: 'rules.count_cases',
    method: 'get',
    path: `${base}/counts`,
    summary: 'How many cases wait, in all and by group, and what became of those of the last seven days',
    access: can('rules.read'),
    params: communityParams,
    response: z.object({
      waiting: z.int(),
      appealed: z.int(),
      oldest: moment.nullable(),
      groups: z.array(z.object({ groupId: z.uuid(), waiting: z.int(), appealed: z.int(), oldest: moment })),
      week: z.object({
        stopped: z.int(),
        released: z.int(),
        upheld: z.int(),
        overturned: z.int(),
        /** Notes of dry mode that nobody has judged. */
        dry: z.int(),
      }),
    }),
    handle: async (ctx, { params: { communityId } }) => ({
      ...(await countCases(ctx, communityId)),
      week: await tallyWeek(ctx, communityId),
    }),
  }),
  defineRoute({
    name: 'rules.open_case',
    method: 'post',
    path: `${base}/cases`,
    summary: 'Put a message that was said into the queue, under one of the rules',
    access: can('rules.moderate'),
    params: communityParams,
    body: z.strictObject({ groupId: z.uuid(), messageId: z.uuid(), rule: z.string().max(40) }),
    response: caseDetailShape,
    status: 201,
    handle: (ctx, { params, body }) => openCaseAbout(ctx, { ...params, ...body }),
  }),
  defineRoute({
    name: 'rules.get_case',
    method: 'get',
    path: `${base}/cases/{caseId}`,
    summary: 'One case with its evidence, and the step that the ladder would take',
    access: can('rules.read'),
    params: caseParams,
    response: caseDetailShape,
    handle: (ctx, { params }) => getCase(ctx, params),
  }),
];

const decisionRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.release_case',
    method: 'post',
    path: `${base}/cases/{caseId}/release`,
    summary:
      'Let it through: the message appears in the group. On an appeal: overturn the decision, by another person than decided it',
    access: can('rules.moderate'),
    params: caseParams,
    body: z.strictObject({ note }),
    response: caseDetailShape,
    handle: async (ctx, { params, body }) => {
      await releaseCase(ctx, { ...params, ...body });
      return getCase(ctx, params);
    },
  }),
  defineRoute({
    name: 'rules.uphold_case',
    method: 'post',
    path: `${base}/cases/{caseId}/uphold`,
    summary:
      'Keep it away. step: ladder (default) takes the next step of the ladder, none takes none; removing and banning are only proposed. rule: what was said is filed under this rule of the text',
    access: can('rules.moderate'),
    params: caseParams,
    body: z.strictObject({ note, step: z.enum(stepWishes).optional(), rule: z.string().max(40).optional() }),
    response: caseDetailShape,
    handle: async (ctx, { params, body }) => {
      await upholdCase(ctx, { ...params, ...body });
      return getCase(ctx, params);
    },
  }),
  defineRoute({
    name: 'rules.undo_decision',
    method: 'post',
    path: `${base}/cases/{caseId}/undo`,
    summary: 'Take the last decision back with all that followed from it; the case waits again',
    access: can('rules.moderate'),
    params: caseParams,
    body: z.strictObject({}),
    response: caseDetailShape,
    handle: async (ctx, { params }) => {
      await undoDecision(ctx, params);
      return getCase(ctx, params);
    },
  }),
];

const sanctionRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_sanctions',
    method: 'get',
    path: `${base}/sanctions`,
    summary: 'Steps of the ladder that somebody has come to, newest first',
    access: can('rules.read'),
    params: communityParams,
    query: z.strictObject({ identityId: z.uuid() }),
    response: z.object({ items: z.array(sanctionShape) }),
    handle: async (ctx, { params, query }) => ({
      items: await selectSanctionsOf(ctx, params.communityId, [query.identityId]),
    }),
  }),
  defineRoute({
    name: 'rules.undo_sanction',
    method: 'post',
    path: `${base}/sanctions/{sanctionId}/undo`,
    summary: 'Take a step back: unmute, let in again, cancel the task',
    access: can('rules.moderate'),
    params: communityParams.extend({ sanctionId: z.uuid() }),
    body: z.strictObject({}),
    response: sanctionShape,
    handle: async (ctx, { params }) => undoSanction(ctx, { ...params, by: await deciderOf(ctx) }),
  }),
];

/** Routes of the team about what was stopped. */
export const caseRoutes: readonly Route[] = [...queueRoutes, ...decisionRoutes, ...sanctionRoutes];
