/**
 * What a segment is made of: conditions joined by "all" or "any", where one of them may be a group of conditions joined the other way.
 * One level deep, because nobody can read two.
 */
import { z } from 'zod';
import { memberRoles } from '../people/index.ts';
import { ops } from './catalogue.ts';

/** More conditions than this can't be read as a sentence. */
const mostConditions = 30;
const mostOptions = 100;

/** One condition; which values belong to it depends on `op`. */
export const conditionShape = z.strictObject({
  fact: z.string().min(1).max(120),
  op: z.enum(ops),
  /** The window of behaviour. */
  days: z.int().min(1).max(366).optional(),
  not: z.boolean().default(false),
  /** at_least, at_most, between (with `to`), within and before (days ago). */
  number: z.number().min(-1e15).max(1e15).optional(),
  to: z.number().min(-1e15).max(1e15).optional(),
  /** dates: the first and the last day. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** one_of, all_of, in_now, in_ever: values, tags, groups, or identities of inviters. */
  options: z.array(z.string().min(1).max(200)).min(1).max(mostOptions).optional(),
  /** contains, equals. */
  text: z.string().trim().min(1).max(100).optional(),
  /** in_now, in_ever: only with one of these roles there. */
  roles: z.array(z.enum(memberRoles)).min(1).optional(),
});

/** One condition. */
export type Condition = z.output<typeof conditionShape>;

const join = z.enum(['all', 'any']);
const groupShape = z.strictObject({ join, items: z.array(conditionShape).min(1).max(mostConditions) });

/** What a segment is made of. */
export const definitionShape = z
  .strictObject({
    join,
    items: z
      .array(z.union([groupShape, conditionShape]))
      .min(1)
      .max(mostConditions),
  })
  .refine((definition) => conditionsOf(definition).length <= mostConditions, 'too_many_conditions')
  .meta({ id: 'SegmentDefinition' });

/** Conditions joined by one word. */
export type ConditionGroup = z.output<typeof groupShape>;

/** What a segment is made of. */
export interface Definition {
  join: 'all' | 'any';
  items: (ConditionGroup | Condition)[];
}

/** Whether an item is a group of conditions. */
export function isGroup(item: ConditionGroup | Condition): item is ConditionGroup {
  return 'items' in item;
}

/** All conditions in the order in which they are read. */
export function conditionsOf(definition: Definition): Condition[] {
  return definition.items.flatMap((item) => (isGroup(item) ? item.items : [item]));
}
