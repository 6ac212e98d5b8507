import { z } from 'zod';
import { defineSettings } from '../platform/settings.ts';

/** How the talk behaves in one community. */
export const messagesSettings = defineSettings({
  module: 'messages',
  scope: 'community',
  schema: z.strictObject({
    /** How many messages one member may post at once, and how many more each minute. */
    floodBurst: z.int().min(5).max(10_000).default(60),
    floodPerMinute: z.int().min(5).max(10_000).default(60),
    /** For how long one may take back one's own message, in seconds. */
    recallSeconds: z.int().min(0).max(86_400).default(120),
    mostPins: z.int().min(1).max(100).default(20),
  }),
});

/** Longest text of one message, in characters. */
export const longestText = 4000;

/** How many people one message may speak to by name. */
export const mostMentions = 50;
