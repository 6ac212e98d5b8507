/** Shapes that several routes of this module share: rules, evidence, cases, steps. */
import { z } from 'zod';
import { pictureShape } from '../../carriers/index.ts';
import { caseKinds, caseStates } from '../case-state.ts';
import { checkNames } from '../checks/check.ts';
import { sanctionSteps } from '../ladder.ts';
import { reportReason } from '../report-reason.ts';
import { recordWords } from '../reporter.ts';
import { ruleItemShape } from '../rule-item.ts';
import { heldBackBy, lessonSources } from '../store/lessons.ts';
import { trusts } from '../trust.ts';

/** A moment: a `Date` inside, ISO text outside. */
export const moment = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime());

/** Params of a community's routes. */
export const communityParams = z.object({ communityId: z.uuid() });

/** Params of a case's routes. */
export const caseParams = communityParams.extend({ caseId: z.uuid() });

/** Params of a group's routes for members. */
export const memberGroupParams = z.object({ groupId: z.uuid() });

/** A version of the rules as the team sees it; version 0 = there are none yet. */
export const textShape = z.object({
  version: z.int(),
  tone: z.string(),
  items: z.array(ruleItemShape),
  mustAcknowledgeAgain: z.boolean(),
  publishedAt: moment.nullable(),
  /** The user who did; null when it was a program or a playbook. */
  publishedBy: z.preprocess(readUser, z.uuid().nullable()),
});

/** Whoever acted is kept as text with the kind before it; a person's is `operator:<id>`. */
function readUser(key: unknown): string | null {
  return typeof key === 'string' && key.startsWith('operator:') ? key.slice('operator:'.length) : null;
}

/** A rule as members see it. */
export const memberRuleShape = ruleItemShape.omit({ watchedBy: true });

/** What a check has found. */
export const evidenceShape = z
  .object({
    check: z.enum(checkNames),
    score: z.number(),
    spans: z.array(z.object({ start: z.int(), end: z.int() })),
    words: z.array(z.string()),
    /** What each of the words is; stays when words are forgotten. */
    kinds: z.array(z.string()).optional(),
    effect: z.enum(['hold', 'stop']),
    mode: z.enum(['on', 'dry']),
    /** The version of the model that found it. */
    model: z.string().optional(),
  })
  .meta({ id: 'Evidence' });

/** How the program reads a message: without its disguises, and why it looks like an advertisement. */
export const readingShape = z.object({ plain: z.string().nullable(), cues: z.array(z.string()) });

/** What somebody taught the community's model, and how much it counted. */
export const lessonShape = z
  .object({
    number: z.int(),
    source: z.enum(lessonSources),
    caseId: z.uuid().nullable(),
    /** Null once its words are forgotten, and for who only looks on. */
    text: z.string().nullable(),
    isUnwelcome: z.boolean(),
    /** A second person decided after the first. */
    isFinal: z.boolean(),
    taughtBy: z.uuid(),
    taughtAt: moment,
    /** 0 to 1; less when one person, one day or one text has taught much already, which `heldBack` names. */
    weight: z.number(),
    heldBack: z.enum(heldBackBy).nullable(),
  })
  .meta({ id: 'Lesson' });

/** A step of the ladder as the team sees it. */
export const sanctionShape = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  groupId: z.uuid(),
  identityId: z.uuid(),
  rule: z.string(),
  step: z.enum(sanctionSteps),
  state: z.enum(['proposed', 'applied', 'dry', 'declined', 'undone']),
  givenAt: moment,
  givenBy: z.uuid().nullable(),
  until: moment.nullable(),
  decaysAt: moment,
  taskId: z.uuid().nullable(),
});

/** A case as the team sees it. */
export const caseShape = z
  .object({
    id: z.uuid(),
    kind: z.enum(caseKinds),
    state: z.enum(caseStates),
    groupId: z.uuid(),
    identityId: z.uuid(),
    author: z.object({ name: z.string(), pictureId: z.uuid().nullable() }),
    trust: z.enum(trusts),
    /** The message as it was meant; null when its words were forgotten, and for who only looks on. */
    draft: z
      .object({
        at: z.iso.datetime(),
        kind: z.string(),
        text: z.string(),
        picture: pictureShape.nullable(),
        replyTo: z.uuid().nullable(),
        mentions: z.array(z.object({ identityId: z.string(), name: z.string() })),
      })
      .nullable(),
    evidence: z.array(evidenceShape),
    score: z.number(),
    rule: z.string(),
    /** Number of the rules at that time, and what the score was weighed against: with them it is decided again. */
    revision: z.int(),
    thresholds: z.object({ new: z.number(), member: z.number(), core: z.number() }).nullable(),
    openedAt: moment,
    decidedAt: moment.nullable(),
    decidedBy: z.uuid().nullable(),
    note: z.string(),
    appeal: z.string().nullable(),
    appealedAt: moment.nullable(),
    appealDecidedAt: moment.nullable(),
    appealDecidedBy: z.uuid().nullable(),
    appealNote: z.string(),
    messageId: z.uuid().nullable(),
    sanctions: z.array(sanctionShape),
    /** How many people have reported it. */
    reports: z.int(),
    /** leads: about somebody of the team; only owners and admins see it. */
    audience: z.enum(['team', 'leads']),
    /** Taken out of the group by the weight of reports, until somebody looks. */
    hiddenAt: moment.nullable(),
  })
  .meta({ id: 'Case' });

/** A case with what the ladder would bring. */
export const caseDetailShape = caseShape
  .extend({
    proposedStep: z.enum(sanctionSteps).nullable(),
    reading: readingShape.nullable(),
    /** What its decisions have taught, oldest first. */
    lessons: z.array(lessonShape),
    /** What members have reported, oldest first. */
    reportedBy: z.array(
      z.object({
        reason: reportReason,
        rule: z.string().nullable(),
        reportedAt: moment,
        record: z.enum(recordWords),
        /** Null for those who only look on. */
        reporter: z.object({ identityId: z.uuid(), name: z.string() }).nullable(),
        words: z.string().nullable(),
      }),
    ),
    /** Who the author is to the community: for the eyes of the team only. */
    standing: z.object({
      personId: z.uuid().nullable(),
      since: moment.nullable(),
      messages: z.int(),
      /** Decisions against them that stand. */
      upheld: z.int(),
    }),
  })
  .meta({ id: 'CaseDetail' });

/** A case as its author sees it. */
export const ownCaseShape = z.object({
  id: z.uuid(),
  groupId: z.uuid(),
  kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  stateText: z.string(),
  /** Of the post, so that the author's own bubble finds its case. */
  clientId: z.string().nullable(),
  messageId: z.uuid().nullable(),
  text: z.string().nullable(),
  picture: pictureShape.nullable(),
  rule: z.object({ key: z.string(), name: z.string() }).nullable(),
  why: z.string(),
  openedAt: moment,
  decidedAt: moment.nullable(),
  note: z.string(),
  appeal: z.object({ text: z.string(), at: moment, decidedAt: moment.nullable(), note: z.string() }).nullable(),
  canAppeal: z.boolean(),
  sanctions: z.array(
    z.object({
      step: z.enum(sanctionSteps),
      state: z.string(),
      text: z.string(),
      until: moment.nullable(),
      decaysAt: moment,
    }),
  ),
});
