/**
 * What a ladder is made of: levels from the first one up, each with a rule for coming in and one for staying, a price and what it gives.
 * The rules are segments' definitions, so that the builder of rules is the builder of segments.
 */
import { z } from 'zod';
import { singleLine } from '../communities/index.ts';
import { unitSchema } from '../ledger/index.ts';
import { definitionShape, type Definition } from '../profiles/index.ts';

/** What a level gives, by kinds that other modules ask for; `words` is for people only. */
export const privilegeShape = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('discount'), name: singleLine(20), percent: z.int().min(1).max(100) }),
    z.strictObject({ kind: z.literal('early_access'), name: singleLine(20), hours: z.int().min(1).max(720) }),
    z.strictObject({ kind: z.literal('free_seats'), name: singleLine(20), seats: z.int().min(1).max(1000) }),
    z.strictObject({ kind: z.literal('words'), name: singleLine(20), text: singleLine(80) }),
  ])
  .meta({ id: 'LevelPrivilege' });

/** Something that a level gives. */
export type Privilege = z.output<typeof privilegeShape>;

/** What a level costs for so many days, paid outside and confirmed by the team. */
export const priceShape = z.strictObject({
  amount: z.int().min(0).max(100_000_000),
  currency: unitSchema.refine((unit) => unit !== 'points', 'currency'),
  days: z.int().min(1).max(3660),
});

/** One level as it is written down. */
export const levelShape = z
  .strictObject({
    /** Null = a new level; it gets a number that stays. */
    number: z.int().min(1).nullable(),
    name: singleLine(20),
    /** Who comes in; null = nobody by rules (only by payment or by hand), on the first level everybody. */
    entry: definitionShape.nullable(),
    /** Who stays; null = once reached it is kept. Who meets the entry rule stays in any case. */
    staying: definitionShape.nullable(),
    price: priceShape.nullable().default(null),
    privileges: z.array(privilegeShape).max(12).default([]),
  })
  .meta({ id: 'Level' });

/** How slowly people go up and down. */
export const policyShape = z.strictObject({
  /** In the first so many days on a level nobody is demoted. */
  keepDays: z.int().min(0).max(366).default(14),
  /** So many days pass between falling below the rule for staying and the demotion. */
  graceDays: z.int().min(0).max(366).default(7),
  /** So many days on a level before the next one, step by step; 0 = at once, as far as the rules carry. */
  stepDays: z.int().min(0).max(366).default(0),
});

/** How slowly people go up and down. */
export type Policy = z.output<typeof policyShape>;

/** A ladder as it is sent in. */
export const draftShape = z
  .strictObject({
    name: singleLine(20),
    main: z.boolean().default(false),
    policy: policyShape.prefault({}),
    levels: z.array(levelShape).min(2).max(12),
  })
  .meta({ id: 'LadderDraft' });

/** A ladder as it is sent in. */
export type Draft = Omit<z.output<typeof draftShape>, 'levels'> & { levels: DraftLevel[] };

/** One level as it is sent in. */
export type DraftLevel = Omit<Level, 'number'> & { number: number | null };

/** One level. */
export interface Level {
  number: number;
  name: string;
  entry: Definition | null;
  staying: Definition | null;
  price: z.output<typeof priceShape> | null;
  privileges: Privilege[];
}
