import { z } from 'zod';
import { defineSettings } from '../platform/settings.ts';

/** When a late task goes up by itself. */
export const teamSettings = defineSettings({
  module: 'team',
  scope: 'community',
  schema: z.strictObject({
    /** Hours after its time at which a task goes to a deputy or an owner; 0 = never by itself. */
    escalateHours: z
      .int()
      .min(0)
      .max(14 * 24)
      .default(24),
  }),
});
