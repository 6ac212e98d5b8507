import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute } from '../../platform/http/route.ts';
import {
  addAssumption,
  assumptionStatuses,
  changeAssumption,
  listAssumptions,
  removeAssumption,
  type Assumption,
} from '../assumptions.ts';
import { stages } from '../kinds.ts';
import { paragraphs, singleLine } from '../wording.ts';

const status = z.enum(assumptionStatuses);
const params = z.strictObject({ communityId: z.uuid() });
const oneParams = z.strictObject({ communityId: z.uuid(), assumptionId: z.uuid() });
const facts = {
  stage: z.enum(stages).optional(),
  status: status.optional(),
  evidence: paragraphs(2000).optional(),
};

const shape = z.object({
  id: z.string(),
  statement: z.string(),
  stage: z.enum(stages),
  status,
  evidence: z.string(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
});

function show(assumption: Assumption): z.input<typeof shape> {
  const { createdAt, decidedAt } = assumption;
  return { ...assumption, createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}

/** The log of assumptions. */
export const assumptionRoutes = [
  defineRoute({
    name: 'communities.list_assumptions',
    method: 'get',
    path: '/api/communities/{communityId}/assumptions',
    summary: 'What the team believes and has or has not tested, oldest first',
    access: can('communities.read'),
    params,
    query: pageQuery.extend({ status: status.optional() }),
    response: pageOf(shape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const page = await listAssumptions(ctx, communityId, query);
      return { ...page, items: page.items.map(show) };
    },
  }),
  defineRoute({
    name: 'communities.add_assumption',
    method: 'post',
    path: '/api/communities/{communityId}/assumptions',
    summary: 'Note an assumption',
    access: can('communities.manage'),
    params,
    body: z.strictObject({ statement: singleLine(300), ...facts }),
    status: 201,
    response: shape,
    handle: async (ctx, { params: { communityId }, body }) => show(await addAssumption(ctx, communityId, body)),
  }),
  defineRoute({
    name: 'communities.change_assumption',
    method: 'patch',
    path: '/api/communities/{communityId}/assumptions/{assumptionId}',
    summary: 'Change an assumption; confirming or refuting it needs evidence',
    access: can('communities.manage'),
    params: oneParams,
    body: z.strictObject({ statement: singleLine(300).optional(), ...facts }),
    response: shape,
    handle: async (ctx, { params: target, body }) => show(await changeAssumption(ctx, target, body)),
  }),
  defineRoute({
    name: 'communities.remove_assumption',
    method: 'delete',
    path: '/api/communities/{communityId}/assumptions/{assumptionId}',
    summary: 'Strike an assumption from the log',
    access: can('communities.manage'),
    params: oneParams,
    handle: (ctx, { params: target }) => removeAssumption(ctx, target),
  }),
];
