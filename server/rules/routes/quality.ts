/** The route about how well the checks do. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { checkNames } from '../checks/check.ts';
import { fewestDecided, readQuality } from '../quality.ts';
import { communityParams } from './shapes.ts';

const precision = z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable();

const period = z.object({
  days: z.int(),
  stopped: z.int(),
  right: z.int(),
  wrong: z.int(),
  /** Nobody has decided, or an appeal waits. */
  waiting: z.int(),
  overturned: z.int(),
  /** Share of right ones with Wilson's interval (95%); null while too few were decided. */
  precision,
  decided: z.int(),
  /** From stopping to the first decision. */
  medianSeconds: z.number().nullable(),
  dry: z.object({ noted: z.int(), right: z.int(), wrong: z.int(), precision }),
});

/** The route of the quality page. */
export const qualityRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.get_quality',
    method: 'get',
    path: '/api/communities/{communityId}/rules/quality',
    summary:
      'What each check has stopped in 7, 30 and 90 days, how often people found it right, and how long somebody had to wait',
    access: can('rules.read'),
    params: communityParams,
    response: z.object({
      all: z.object({ check: z.literal('all'), periods: z.array(period) }),
      /** A case counts for each check that took part in it. */
      checks: z.array(z.object({ check: z.enum(checkNames), periods: z.array(period) })),
      /** With fewer decisions no share is told. */
      fewestDecided: z.int(),
    }),
    handle: async (ctx, { params }) => ({ ...(await readQuality(ctx, params.communityId)), fewestDecided }),
  }),
];
