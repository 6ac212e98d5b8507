import type { Message } from '../carriers/index.ts';
import type { Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { AppError } from '../platform/errors.ts';
import { defineSlot } from '../platform/slots.ts';
import type { Draft } from './draft.ts';

/** A gate's answer about one message. `reason` is a code (`module.reason`); `error` is what the author reads, when the gate has words of its own. */
export type PostVerdict =
  | { ok: true }
  | { held: true; until: Date | null; reason: string; error?: AppError }
  | { refused: true; reason: string; retryAfterMs?: number; error?: AppError };

/** Messages of one group that ask to be recorded, oldest first. */
export interface PostAttempt {
  group: Group;
  carrier: string;
  origin: Draft['origin'];
  drafts: readonly Draft[];
}

/** A message that a gate has stopped. */
export interface Stopped {
  draft: Draft;
  verdict: Exclude<PostVerdict, { ok: true }>;
}

/** One condition for posting. */
export interface PostGate {
  readonly name: string;
  /** Judges and writes nothing: what it stops may turn out to be a repeat of something that was recorded long ago. */
  readonly consider: (ctx: Ctx, attempt: PostAttempt) => Promise<readonly PostVerdict[]>;
  /** Hears what it has stopped and is no repeat, e.g. to keep it for a moderator. A failure is thrown to the poster, who tries again. */
  readonly stopped?: (ctx: Ctx, attempt: PostAttempt, stopped: readonly Stopped[]) => Promise<void>;
}

/**
 * Gates before a message of a member is recorded: asked in module order, outside any transaction, with the batch of what
 * earlier gates let through; one verdict per draft. The first that is not ok wins. Must be done within 200 ms. A gate that throws
 * fails the batch; nothing is recorded. For carriers other than the built-in group the talk has already been seen: there only
 * gates that say so by themselves hear of it, and a refusal is ignored here (rules act on the recorded message).
 */
export const mayPost = defineSlot<PostGate>('messages.mayPost');

/** Something that the team or a program is about to say. */
export interface SendAttempt {
  group: Group;
  kind: 'text' | 'image' | 'announcement';
  text: string;
  clientId: string;
  replyTo: string | null;
  /** Who makes it speak: an operator, a token, or a module (`programs.step`). */
  by: string;
  /** What the speaker says of it: a promotion or not; null = nothing. */
  promotion: boolean | null;
  /** Why it has to go although a gate would hold it; gates decide whom they believe. */
  insist: string | null;
}

/** One condition for sending with the official voice. */
export interface SendGate {
  readonly name: string;
  readonly consider: (ctx: Ctx, attempt: SendAttempt) => Promise<PostVerdict>;
  /** Hears in the same transaction of what all gates have let through and is no repeat; what it throws takes the message back. */
  readonly said?: (ctx: Ctx, attempt: SendAttempt, message: Message) => Promise<void>;
}

/**
 * Gates before the community's own voice speaks; asked in module order in the transaction that records the message, before anything is
 * written; the first not-ok wins. A gate may lock what it counts until then, so that two who speak at once do not both take the last place.
 */
export const maySend = defineSlot<SendGate>('messages.maySend');
