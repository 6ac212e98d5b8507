/** Routes of rules of tags: everybody in a saved segment has the tag until they leave it. */
import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { endTagRule, followTagRule, setTagRule } from '../tag-rule.ts';
import { base, communityParams } from './shapes.ts';

const path = `${base}/tags/{tagId}/rule`;
const tagParams = communityParams.extend({ tagId: z.uuid() });
const followedShape = z.object({ given: z.int(), taken: z.int() });

/** Routes of rules of tags. */
export const tagRuleRoutes: readonly Route[] = [
  defineRoute({
    name: 'profiles.set_tag_rule',
    method: 'put',
    path,
    summary: 'Everybody in a saved segment has this tag until they leave it; followed at once and every night',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({ segmentId: z.uuid() }),
    response: followedShape,
    handle: (ctx, { params, body }) => setTagRule(ctx, { ...params, ...body }),
  }),
  defineRoute({
    name: 'profiles.follow_tag_rule',
    method: 'post',
    path: `${path}/follow`,
    summary: 'Compare now who is in the segment and who has the tag',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({}),
    response: followedShape,
    handle: (ctx, { params }) => followTagRule(ctx, params),
  }),
  defineRoute({
    name: 'profiles.end_tag_rule',
    method: 'post',
    path: `${path}/end`,
    summary: 'End the rule; what it gave is taken, or stays as if given by hand',
    access: can('profiles.manage'),
    params: tagParams,
    body: z.strictObject({ given: z.enum(['keep', 'take']) }),
    response: z.object({ people: z.int() }),
    handle: (ctx, { params, body }) => endTagRule(ctx, params, body.given),
  }),
];
