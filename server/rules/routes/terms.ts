/** Routes of the team about the terms of one list: looked through, added, taken off. */
import { z } from 'zod';
import { singleLine } from '../../communities/index.ts';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listLimits } from '../lists.ts';
import { addTerms, listTerms, removeTerms } from '../terms.ts';
import { communityParams } from './shapes.ts';

const path = '/api/communities/{communityId}/rules/lists/{listId}/terms';
const params = communityParams.extend({ listId: z.uuid() });

const term = singleLine(60);

/** Terms that are sent at once. */
export const termsInput = z.array(term).max(listLimits.terms);

/** Room for the longest list. */
export const largestList = 16 * 1024 * 1024;

/** Routes of the team about the terms of a list. */
export const termRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.list_terms',
    method: 'get',
    path,
    summary: 'Terms of a list in their order; q = those that contain it',
    access: can('rules.read'),
    params,
    query: pageQuery.extend({ q: z.string().trim().max(60).optional() }),
    response: pageOf(z.string()),
    handle: (ctx, request) => listTerms(ctx, request.params, request.query),
  }),
  defineRoute({
    name: 'rules.add_terms',
    method: 'post',
    path,
    summary: 'Add terms at the end of a list; known = those that stood there already',
    access: can('rules.manage'),
    params,
    body: z.strictObject({ terms: termsInput.min(1) }),
    maxBodyBytes: largestList,
    response: z.object({ added: z.int(), known: z.int() }),
    handle: (ctx, request) => addTerms(ctx, request.params, request.body.terms),
  }),
  defineRoute({
    name: 'rules.remove_terms',
    method: 'post',
    path: `${path}/remove`,
    summary: 'Take terms off a list',
    access: can('rules.manage'),
    params,
    body: z.strictObject({ terms: z.array(z.string().max(60)).min(1).max(10_000) }),
    maxBodyBytes: largestList,
    response: z.object({ removed: z.int() }),
    handle: (ctx, request) => removeTerms(ctx, request.params, request.body.terms),
  }),
];
