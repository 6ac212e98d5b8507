import { z } from 'zod';
import { defineSettings } from '../platform/settings.ts';

/** Where the sample of this installation stands; empty = there is none. */
export const sampleSettings = defineSettings({
  module: 'sample',
  scope: 'installation',
  schema: z.object({
    communityId: z.uuid().nullable().default(null),
    state: z.enum(['none', 'waiting', 'loading', 'ready', 'failed']).default('none'),
    /** Days of the history that are in. */
    done: z.int().default(0),
    seed: z.string().default(''),
    loadedAt: z.iso.datetime().nullable().default(null),
  }),
});

/** Where the sample stands. */
export type SampleState = z.output<typeof sampleSettings.schema>;
