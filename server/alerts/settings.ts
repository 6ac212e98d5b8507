import { z } from 'zod';
import { defineSettings } from '../platform/settings.ts';

/** Who is told first. */
export const alertsSettings = defineSettings({
  module: 'alerts',
  scope: 'community',
  schema: z.strictObject({
    /** So many minutes after whoever is on duty the others are told, if nothing has happened; 0 = all at once. */
    othersAfterMinutes: z.int().min(0).max(240).default(20),
  }),
});
