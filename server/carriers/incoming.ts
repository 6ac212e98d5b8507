import type { Ctx } from '../platform/context.ts';
import type { AppError } from '../platform/errors.ts';
import { defineSlot } from '../platform/slots.ts';
import type { Author, Message, PictureShown } from './message-shape.ts';

/** A sender who is known and whose standing was just checked, e.g. by the session of their phone. */
export interface KnownSender {
  author: Author;
  mutedUntil: Date | null;
}

/** A sender as another platform names them. */
export interface ForeignSender {
  externalId: string;
  name: string;
}

/** One message that a driver has heard. */
export interface IncomingItem {
  sender: KnownSender | ForeignSender;
  /** Chosen by the sender's own program; a repeat under it gives the message that is already there. */
  clientId: string | null;
  /** The platform's id of the message; the same kind of key. */
  externalId: string | null;
  at: Date;
  kind: 'text' | 'image' | 'announcement' | 'system';
  text: string;
  picture: PictureShown | null;
  /** Our id of the message that is answered. */
  replyTo: string | null;
  mentions: readonly string[];
}

/** Messages of one group, in the order in which they were said. */
export interface IncomingBatch {
  communityId: string;
  groupId: string;
  carrier: string;
  origin: 'live' | 'import' | 'sample';
  items: readonly IncomingItem[];
}

/** What became of one item. `error` says the refusal in any language; a driver that answers over HTTP throws it. */
export type IncomingResult =
  { ok: true; message: Message; duplicate: boolean } | { ok: false; reason: string; error: AppError };

/** Takes what drivers have heard. */
export interface IncomingReceiver {
  readonly receive: (ctx: Ctx, batch: IncomingBatch) => Promise<IncomingResult[]>;
}

/**
 * Where messages go: exactly one filling. Called outside a transaction with a batch of one group, never in parallel for
 * one group by one driver. Answers per item in order, after commit; a driver acknowledges its platform only then. If it
 * throws, nothing of the batch is known to be recorded and the driver offers the batch again.
 */
export const incoming = defineSlot<IncomingReceiver>('carriers.incoming');
