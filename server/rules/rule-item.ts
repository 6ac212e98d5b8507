import { z } from 'zod';
import { optionalLine, singleLine } from '../communities/index.ts';
import { checkNames } from './checks/check.ts';

const part = optionalLine(200).default('');

/** One rule as members read it: what is welcome, what is not, what follows, what it brings, and why. */
export const ruleItemFields = {
  name: singleLine(40),
  welcome: part,
  unwelcome: part,
  consequence: part,
  reward: part,
  reason: part,
  /** The checks that watch over it: what they find is explained with this rule. */
  watchedBy: z.array(z.enum(checkNames)).max(checkNames.length).default([]),
};

/** A rule as it is kept; its key stays when its words change. */
export const ruleItemShape = z.object({ key: z.string(), ...ruleItemFields });

/** A rule as it is kept. */
export type RuleItem = z.output<typeof ruleItemShape>;

/** Rules that people really keep are few. */
export const mostRules = 12;

/** Rules as they are given; one without a key is new. */
export const ruleItemsInput = z
  .array(
    z.strictObject({
      key: z
        .string()
        .regex(/^[a-z0-9]{4,12}$/)
        .optional(),
      ...ruleItemFields,
    }),
  )
  .min(1)
  .max(mostRules)
  .superRefine((items, issues) => {
    const keys = items.flatMap(({ key }) => key ?? []);
    if (new Set(keys).size < keys.length) issues.addIssue({ code: 'custom', message: 'key_twice' });
    const names = items.map(({ name }) => name);
    if (new Set(names).size < names.length) issues.addIssue({ code: 'custom', message: 'name_twice' });
  });
