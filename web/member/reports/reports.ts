import { answerOf, api } from '../../kit/api.ts';

/** Why a message is reported, when no rule of the text says it. */
export const reasons = ['advert', 'insult', 'fraud', 'unsafe', 'other'] as const;

/** What is wrong: a rule, by its key, or one of the reasons. */
export interface ReportDraft {
  reason: 'rule' | (typeof reasons)[number];
  rule: string | null;
  words: string;
}

/** Asks the stewards to look at a message, once; gives what they say to it. */
export async function reportMessage(groupId: string, messageId: string, draft: ReportDraft) {
  const path = '/api/member/groups/{groupId}/messages/{messageId}/report';
  return answerOf(api.POST(path, { params: { path: { groupId, messageId } }, body: draft }));
}

/** A page of what I have reported, newest first. */
export async function listOwnReports(groupId: string, query: { cursor?: string; limit?: number }) {
  return answerOf(api.GET('/api/member/groups/{groupId}/my-reports', { params: { path: { groupId }, query } }));
}

/** Something that I have reported. */
export type OwnReport = Awaited<ReturnType<typeof listOwnReports>>['items'][number];
