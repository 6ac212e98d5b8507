/** Routes of the sample: for those who own the installation. */
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { canInstall } from '../platform/http/access.ts';
import { defineRoute, type Route } from '../platform/http/route.ts';
import { requestSample } from './loading.ts';
import { removeSample } from './removal.ts';
import { getSample } from './sample.ts';

const sampleShape = z.object({
  state: z.enum(['none', 'waiting', 'loading', 'ready', 'failed']),
  communityId: z.string().nullable(),
  done: z.int().describe('Days of the history that are in.'),
  days: z.int(),
});

function show({ state, communityId, done, days }: Awaited<ReturnType<typeof getSample>>): z.input<typeof sampleShape> {
  return { state, communityId: state === 'ready' ? communityId : null, done, days };
}

function userOf({ actor }: Ctx): string {
  if (actor.kind === 'operator' || actor.kind === 'token') return actor.userId;
  throw platformErrors.not_signed_in();
}

/** The sample community: where it stands, load it, remove it. */
export const sampleRoutes: readonly Route[] = [
  defineRoute({
    name: 'sample.get_sample',
    method: 'get',
    path: '/api/sample',
    summary: 'Where the sample community stands',
    access: canInstall('sample.manage'),
    response: sampleShape,
    handle: async (ctx) => show(await getSample(ctx)),
  }),
  defineRoute({
    name: 'sample.load_sample',
    method: 'post',
    path: '/api/sample',
    summary: 'Load the sample community: three groups, about 180 people, 90 days of talk; asking twice gives one',
    access: canInstall('sample.manage'),
    response: sampleShape,
    handle: async (ctx) => show(await requestSample(ctx, userOf(ctx))),
  }),
  defineRoute({
    name: 'sample.remove_sample',
    method: 'delete',
    path: '/api/sample',
    summary: 'Remove the sample community with everything that belongs to it',
    access: canInstall('sample.manage'),
    // A loading that is under way must see that it is over before it can be waited for.
    transaction: false,
    response: sampleShape.extend({ removed: z.int().describe('Rows that were deleted.') }),
    handle: async (ctx) => {
      const removed = await removeSample(ctx);
      return { ...show(await getSample(ctx)), removed };
    },
  }),
];
