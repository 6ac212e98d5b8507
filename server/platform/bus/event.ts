import type { z } from 'zod';
import type { Ctx } from '../context.ts';

/** A kind of event: something that has happened, named in the past tense `module.noun_verbed`; payloads hold ids only. */
export interface EventKind<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** An event as it is delivered. */
export interface Happened<Payload> {
  id: number;
  name: string;
  /** Null for events of the whole installation. */
  communityId: string | null;
  at: Date;
  payload: Payload;
}

/**
 * A module's reaction. Called with a batch in order, in the transaction that also moves the cursor; so what it writes
 * happens once, and what it does outside the database may happen again after a crash and must be idempotent.
 */
export interface Subscription {
  /** `module.reaction_name`; the key of its cursor, never reused. */
  readonly name: string;
  readonly events: readonly EventKind<unknown>[];
  readonly handle: (ctx: Ctx, events: Happened<unknown>[]) => Promise<void>;
}

/** Declares an event kind. */
export function defineEvent<Payload>(name: string, payload: z.ZodType<Payload>): EventKind<Payload> {
  return { name, payload };
}

/** Subscribes to one kind of event under a name that stays the same for ever. */
export function subscribe<Payload>(
  name: string,
  event: EventKind<Payload>,
  handle: (ctx: Ctx, events: Happened<Payload>[]) => Promise<void>,
): Subscription {
  return {
    name,
    events: [event as EventKind<unknown>],
    handle: (ctx, events) => handle(ctx, events as Happened<Payload>[]),
  };
}
