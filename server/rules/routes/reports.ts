/** Routes of members who watch too: report a message, and see what became of it. */
import { z } from 'zod';
import { paragraphs } from '../../communities/index.ts';
import { currentMembership, memberOfGroup } from '../../people/index.ts';
import { pageOf, pageQuery } from '../../platform/http/cursor.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { listOwnReports, showOwnReports } from '../own-reports.ts';
import { reportMessage } from '../report.ts';
import { reportOutcomes, reportReason } from '../report-reason.ts';
import { memberGroupParams, moment } from './shapes.ts';

const group = '/api/member/groups/{groupId}';

const ownReportShape = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  messageId: z.uuid(),
  author: z.string(),
  reason: reportReason,
  ruleName: z.string().nullable(),
  words: z.string().nullable(),
  reportedAt: moment,
  outcome: z.enum(reportOutcomes),
  outcomeText: z.string(),
  points: z.int(),
});

/** Routes of members about their own reports. */
export const reportRoutes: readonly Route[] = [
  defineRoute({
    name: 'rules.report_message',
    method: 'post',
    path: `${group}/messages/{messageId}/report`,
    summary:
      'Ask the team to look at a message, once; a second time gives the first report. report=null: it was looked at before and may stay',
    access: memberOfGroup,
    limit: { name: 'rules.report', per: 'actor', burst: 10, perMinute: 5 },
    params: memberGroupParams.extend({ messageId: z.uuid() }),
    body: z
      .strictObject({
        reason: reportReason,
        rule: z.string().max(40).nullable().default(null),
        words: paragraphs(200).nullable().default(null),
      })
      .refine(({ reason, rule }) => (reason === 'rule') === (rule !== null), { path: ['rule'], error: 'rule' }),
    response: z.object({ report: ownReportShape.nullable(), text: z.string() }),
    handle: async (ctx, { params: { groupId, messageId }, body }) => {
      const { communityId, identityId: reporterId } = await currentMembership(ctx, groupId);
      const words = body.words === '' ? null : body.words;
      const found = await reportMessage(ctx, { communityId, groupId, messageId, reporterId, ...body, words });
      const [report = null] = await showOwnReports(ctx, communityId, found ? [found] : []);
      return { report, text: ctx.t(found ? 'rules:reports.received' : 'rules:reports.looked') };
    },
  }),
  defineRoute({
    name: 'rules.list_my_reports',
    method: 'get',
    path: `${group}/my-reports`,
    summary: 'What one has reported in the group and what became of it, newest first',
    access: memberOfGroup,
    params: memberGroupParams,
    query: pageQuery,
    response: pageOf(ownReportShape),
    handle: async (ctx, { params: { groupId }, query }) => {
      const { communityId, identityId } = await currentMembership(ctx, groupId);
      return listOwnReports(ctx, { communityId, identityId, groupId }, query);
    },
  }),
];
