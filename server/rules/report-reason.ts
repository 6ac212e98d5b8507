import { z } from 'zod';

/** Why a member reports a message: a rule of the text, or what everybody understands without one. */
export const reportReasons = ['rule', 'advert', 'insult', 'fraud', 'unsafe', 'other'] as const;

/** One of them. */
export type ReportReason = (typeof reportReasons)[number];

/** Reasons that a case can have in place of a rule. */
const spokenReasons = ['insult', 'fraud', 'unsafe', 'other'] as const satisfies readonly ReportReason[];

/** One of them. */
export type SpokenReason = (typeof spokenReasons)[number];

/** Whether the rule of a case is a reason that members gave. */
export function isSpokenReason(rule: string): rule is SpokenReason {
  return spokenReasons.some((reason) => reason === rule);
}

/** What has become of a report: nobody has looked, there was something, there was nothing. */
export const reportOutcomes = ['waiting', 'true', 'false'] as const;

/** One of them. */
export type ReportOutcome = (typeof reportOutcomes)[number];

/** Reasons as they are sent. */
export const reportReason = z.enum(reportReasons);
