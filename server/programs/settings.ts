import { z } from 'zod';
import { paragraphs } from '../communities/index.ts';
import { defineSettings } from '../platform/settings.ts';
import { windowSchema } from './definition.ts';

/** How newcomers are welcomed. */
export const welcomeSchema = z.strictObject({
  on: z.boolean().default(false),
  /** One of them is taken in turn of chance, so that regulars don't read the same words every time. */
  texts: z.array(paragraphs(500)).max(5).default([]),
  /** Nobody is welcomed in these hours; the morning catches up. Null = at any time. */
  quiet: windowSchema.nullable().default({ from: '22:30', to: '07:30' }),
});

/** How newcomers are welcomed, in a community or a group. */
export type Welcome = z.output<typeof welcomeSchema>;

/** Choices of a community about its programs. */
export const programsSettings = defineSettings({
  module: 'programs',
  scope: 'community',
  schema: z.strictObject({
    /** What holds in every group that has no welcome of its own. */
    welcome: welcomeSchema.default({ on: false, texts: [], quiet: { from: '22:30', to: '07:30' } }),
  }),
});
