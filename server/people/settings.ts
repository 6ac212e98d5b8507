import { z } from 'zod';
import { defineSettings } from '../platform/settings.ts';

/** Choices of a community about its people. */
export const peopleSettings = defineSettings({
  module: 'people',
  scope: 'community',
  schema: z.strictObject({
    /** Whether members get an invitation link of their own. */
    membersMayInvite: z.boolean().default(true),
    /** Hours until somebody who was declined may ask again. */
    hoursBetweenApplications: z
      .int()
      .min(0)
      .max(24 * 30)
      .default(24),
  }),
});
