/** Routes of members: the rules, that one has read them, one's own cases, asking for another look. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { currentIdentityId, currentMembership, memberOfCommunity, memberOfGroup } from '../../people/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { appealCase } from '../decision.ts';
import { listOwnCases, showOwn, type OwnCase } from '../own-cases.ts';
import { acknowledgeRules, findAcknowledged, findDueText, findRuleText } from '../text.ts';
import { communityParams, memberGroupParams, memberRuleShape, moment, ownCaseShape } from './shapes.ts';

const group = '/api/member/groups/{groupId}';
const community = '/api/member/communities/{communityId}';
const appealBody = z.strictObject({ text: paragraphs(500).min(2) });
const appealLimit = { name: 'rules.appeal', per: 'actor', burst: 10, perMinute: 5 } as const;

async function appeal(ctx: Ctx, wish: Parameters<typeof appealCase>[1]): Promise<OwnCase> {
  const [own] = await showOwn(ctx, wish.communityId, [await appealCase(ctx, wish)]);
  return own!;
}

/** Routes of members about rules. Who was removed reaches their own cases through the community. */
export const memberRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.read_rules',
    method: 'get',
    path: `${group}/rules`,
    summary:
      'The rules of the community; version 0 when there are none. mustAcknowledge: show them, and tell when they were read',
    access: memberOfGroup,
    params: memberGroupParams,
    response: z.object({
      version: z.int(),
      tone: z.string(),
      items: z.array(memberRuleShape),
      publishedAt: moment.nullable(),
      acknowledged: z.int().nullable(),
      acknowledgedAt: moment.nullable(),
      mustAcknowledge: z.boolean(),
    }),
    handle: async (ctx, { params: { groupId } }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      const text = await findRuleText(ctx, communityId);
      const read = await findAcknowledged(ctx, communityId, identityId);
      const mustAcknowledge = (await findDueText(ctx, communityId, identityId)) !== null;
      const { version, tone, items, publishedAt } = text ?? { version: 0, tone: '', items: [], publishedAt: null };
      return {
        version,
        tone,
        items,
        publishedAt,
        acknowledged: read?.version ?? null,
        acknowledgedAt: read?.at ?? null,
        mustAcknowledge,
      };
    },
  }),
  defineRoute({
    name: 'rules.acknowledge_rules',
    method: 'post',
    path: `${group}/rules/acknowledge`,
    summary: 'Note that a version of the rules was read',
    access: memberOfGroup,
    params: memberGroupParams,
    body: z.strictObject({ version: z.int().min(1).max(1_000_000) }),
    handle: async (ctx, { params: { groupId }, body }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      await acknowledgeRules(ctx, { communityId, identityId, version: body.version });
    },
  }),
  defineRoute({
    name: 'rules.list_my_cases',
    method: 'get',
    path: `${group}/my-cases`,
    summary: 'What was stopped of oneself in the group, why, and what can be done; newest first',
    access: memberOfGroup,
    params: memberGroupParams,
    query: pageQuery,
    response: pageOf(ownCaseShape),
    handle: async (ctx, { params: { groupId }, query }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      return listOwnCases(ctx, { communityId, identityId, groupId }, query);
    },
  }),
  defineRoute({
    name: 'rules.appeal_case',
    method: 'post',
    path: `${group}/cases/{caseId}/appeal`,
    summary: 'Ask for another look, once; somebody else than decided first will decide',
    access: memberOfGroup,
    limit: appealLimit,
    params: memberGroupParams.extend({ caseId: z.uuid() }),
    body: appealBody,
    response: ownCaseShape,
    handle: async (ctx, { params: { groupId, caseId }, body }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      return appeal(ctx, { communityId, identityId, groupId, caseId, text: body.text });
    },
  }),
  defineRoute({
    name: 'rules.list_my_community_cases',
    method: 'get',
    path: `${community}/my-cases`,
    summary: 'What was stopped of oneself in any group of the community, also after one has left or was removed',
    access: memberOfCommunity,
    params: communityParams,
    query: pageQuery,
    response: pageOf(ownCaseShape),
    handle: async (ctx, { params: { communityId }, query }) => {
      const identityId = await currentIdentityId(ctx, communityId);
      return listOwnCases(ctx, { communityId, identityId, groupId: null }, query);
    },
  }),
  defineRoute({
    name: 'rules.appeal_from_outside',
    method: 'post',
    path: `${community}/cases/{caseId}/appeal`,
    summary: 'Ask for another look, also after one has left or was removed',
    access: memberOfCommunity,
    limit: appealLimit,
    params: communityParams.extend({ caseId: z.uuid() }),
    body: appealBody,
    response: ownCaseShape,
    handle: async (ctx, { params: { communityId, caseId }, body }) => {
      const identityId = await currentIdentityId(ctx, communityId);
      return appeal(ctx, { communityId, identityId, groupId: null, caseId, text: body.text });
    },
  }),
];
