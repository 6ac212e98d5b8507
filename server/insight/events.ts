import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

/** Something unusual was seen in a group; a task asks a human to look at it. */
export const alarmRaised = defineEvent(
  'insight.alarm_raised',
  z.object({ alarmId: z.uuid(), groupId: z.uuid(), kind: z.string(), taskId: z.uuid() }),
);

/** An alarm was looked at, dismissed, or its cause has passed. */
export const alarmSettled = defineEvent(
  'insight.alarm_settled',
  z.object({ alarmId: z.uuid(), groupId: z.uuid(), how: z.enum(['seen', 'dismissed', 'passed']) }),
);
