import type { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { defineSlot } from '../platform/slots.ts';

/** One field of a form step. */
export interface StepField {
  key: string;
  label: string;
  kind: 'text' | 'longText';
  maxLength: number;
  required: boolean;
  hint?: string;
}

/** One thing to do at the door. */
export interface Step {
  /** Its answer goes into `answers[key]`. */
  key: string;
  /** `email`: a code is sent by `POST /api/join/{code}/email`; the answer is `{ code }`. */
  kind: 'notice' | 'form' | 'choice' | 'approval' | 'email';
  title: string;
  text: string;
  fields?: StepField[];
  options?: { key: string; label: string }[];
  /** Version of the text that is acknowledged. */
  version?: number;
  /** What became of the mail with the code, once it was asked for. */
  email?: {
    state: 'queued' | 'delayed' | 'sent' | 'refused' | 'expired';
    expiresAt: string;
    /** From when on asking again sends another mail. */
    resendAt: string;
  };
  /** What is wrong with the answer that was given. */
  problem?: string;
}

/** Somebody at the door of a group. */
export interface JoinAttempt {
  communityId: string;
  groupId: string;
  linkId: string | null;
  /** Whose own invitation it is. */
  inviterId: string | null;
  /** Checked against the gates' schemas; absent keys have not been answered yet. */
  answers: Readonly<Record<string, unknown>>;
  deviceId: string | null;
  /** Who this device is in the community already. */
  identityId: string | null;
}

/** A gate's answer; `reason` is a code, `text` its kind words in the visitor's language. */
export type JoinVerdict = { ok: true } | { needs: Step[] } | { refused: string; text: string };

/** One condition for coming in. */
export interface JoinGate {
  readonly name: string;
  /** Schemas of the answers that this gate reads, by step key; answers that no gate declares are refused. */
  readonly answers?: Readonly<Record<string, z.ZodType>>;
  readonly consider: (ctx: Ctx, attempt: JoinAttempt) => Promise<JoinVerdict>;
  /** Hears, in the transaction of joining or applying, who has come through and with which answers. */
  readonly passed?: (ctx: Ctx, attempt: JoinAttempt & { identityId: string }) => Promise<void>;
}

/**
 * Gates before a group, asked one after another in module order inside the transaction of joining (outside of one when
 * the door is only looked at). Any refusal wins; steps are shown in this order. Read-only. One that throws stops the joining.
 */
export const mayJoin = defineSlot<JoinGate>('people.mayJoin');

/** A reason for which an entrance lets nobody in unseen for now, beside the setting of its group. */
export interface ApprovalReason {
  readonly name: string;
  readonly asks: (
    ctx: Ctx,
    entrance: Pick<JoinAttempt, 'communityId' | 'groupId' | 'linkId' | 'inviterId'>,
  ) => Promise<boolean>;
}

/**
 * Reasons to ask for approval at an entrance, in module order until one does; in the transaction of joining, or outside of one when the
 * door is only looked at. Read-only. One that throws stops the joining.
 */
export const asksApproval = defineSlot<ApprovalReason>('people.asksApproval');

/** What a module does to forget a person. */
export interface PersonEraser {
  readonly name: string;
  /**
   * Removes or moves to the tombstone at most about `budget` rows, in a transaction of its own chunk; called again until
   * `done`. Must be able to run after others have finished and to run twice.
   */
  readonly erase: (
    ctx: Ctx,
    who: { communityId: string; identityIds: readonly string[]; tombstoneId: string },
    budget: number,
  ) => Promise<{ done: boolean; rows?: number }>;
}

/** Contributors to an erasure, in module order, each chunk in its own transaction; one that throws is tried again later. */
export const personErase = defineSlot<PersonEraser>('people.personErase');

/** What a module knows about a person, for their own export. */
export interface PersonExporter {
  /** Key in the exported JSON. */
  readonly name: string;
  readonly export: (ctx: Ctx, who: { communityId: string; identityIds: readonly string[] }) => Promise<unknown>;
}

/** Parts of a person's export, in module order, outside a transaction; one that throws fails the export. */
export const personExport = defineSlot<PersonExporter>('people.personExport');

/** One thing that happened with a person. */
export interface TimelineEntry {
  /** Unique among the entries of a person, e.g. `question 0190…`. */
  key: string;
  at: Date;
  /** `module.what`; its words are the reader's. */
  kind: string;
  groupId: string | null;
  data: Readonly<Record<string, string | number | boolean | null>>;
}

/** Which part of a timeline is asked for. */
export interface TimelineWish {
  communityId: string;
  identityIds: readonly string[];
  /** Nothing after this moment; null = from the latest on. */
  until: Date | null;
  /** At least so many of the latest entries, if there are; more do no harm. */
  limit: number;
}

/** What a module knows of a person by time. */
export interface PersonTimeline {
  readonly name: string;
  readonly list: (ctx: Ctx, wish: TimelineWish) => Promise<readonly TimelineEntry[]>;
}

/** Parts of a person's timeline, outside a transaction, in no order; one that throws fails the page. Read-only. */
export const personTimeline = defineSlot<PersonTimeline>('people.personTimeline');
