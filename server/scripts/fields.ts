import { z } from 'zod';
import { optionalLine, paragraphs, singleLine } from '../communities/index.ts';
import { scriptKinds } from './store.ts';

/** What the team writes into a script, checked. */
export const scriptFields = {
  kind: z.enum(scriptKinds).default('answer'),
  folder: optionalLine(20).default(''),
  title: singleLine(40),
  /** Letters and digits, so that they can be typed after `/` without changing the keyboard. */
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9]{0,12}$/)
    .default(''),
  text: paragraphs(2000).min(1),
  standard: z.boolean().default(false),
  asks: z.array(singleLine(100)).max(20).default([]),
};
