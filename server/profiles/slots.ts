import type { PersonAccounts } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { TextKey } from '../platform/i18n.ts';
import { defineSlot } from '../platform/slots.ts';

/** One thing that is known of people. */
export interface Fact {
  /** `module.noun`; stands in saved segments, so it never changes its meaning. */
  readonly key: string;
  /** `day` = a calendar day; `choice` = one of `options`; `word` = one of the words that have come up so far. */
  readonly kind: 'number' | 'day' | 'choice' | 'word';
  readonly label: TextKey;
  /** Counted in the last so many days, today included; each window is a value of its own, `key.28`. */
  readonly windows?: readonly number[];
  /** The choices in their order; `value` stands in saved segments. */
  readonly options?: readonly { readonly value: string; readonly label: TextKey }[];
  /** Choices that every community has of its own, by numbers that are never given twice; readings are those numbers. */
  readonly choices?: (
    ctx: Ctx,
    communityId: string,
  ) => Promise<readonly { readonly number: number; readonly label: string }[]>;
}

/** What a module knows of one person. Absent or null = not known. */
export interface FactReading {
  /** By key, or `key.days` for a window: a number, a day (`YYYY-MM-DD`), the value of a choice, a word. */
  readonly values: Readonly<Record<string, number | string | null>>;
  /** The first day on which the values change by the mere passing of time. */
  readonly dueOn?: string | null;
}

/** Whose facts are read. */
export interface FactWish {
  communityId: string;
  people: readonly PersonAccounts[];
  /** The present day of the community. */
  today: string;
  zone: string;
}

/** A module that knows facts of people. */
export interface FactSource {
  readonly name: string;
  readonly facts: readonly Fact[];
  /** Readings by person; who is absent has nothing. A few statements, whatever the number of people. */
  readonly read: (ctx: Ctx, wish: FactWish) => Promise<ReadonlyMap<string, FactReading>>;
}

/** A module that wants to know whose facts were made anew. */
export interface FactListener {
  readonly name: string;
  readonly hear: (ctx: Ctx, made: { communityId: string; identityIds: readonly string[] }) => Promise<void>;
}

/**
 * Hears, in module order and in the transaction that has written facts of a batch of people down, whose they are: one small statement,
 * such as a mark for later. One that throws leaves the batch for later.
 */
export const factsMade = defineSlot<FactListener>('profiles.factsMade');

/**
 * What is known of people, in module order, in the transaction that writes it down for a batch of at most a few hundred; read-only,
 * one that throws leaves the batch for later. A module that fills it calls `touchPeople` when something of it has changed.
 */
export const personFacts = defineSlot<FactSource>('profiles.personFacts');
