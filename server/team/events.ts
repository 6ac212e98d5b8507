import { z } from 'zod';
import { defineEvent } from '../platform/bus/event.ts';

const member = z.object({ userId: z.uuid() });
const task = z.object({ taskId: z.uuid(), groupId: z.uuid().nullable(), kind: z.string() });

/** Somebody has come into the team. */
export const memberAdded = defineEvent('team.member_added', member);

/** Somebody of the team has another role; what they may read and do is another. */
export const roleChanged = defineEvent('team.role_changed', member);

/** Somebody is no longer in the team. */
export const memberRemoved = defineEvent('team.member_removed', member);

/** Somebody's open work was given to another (null = to all), as when they are away. */
export const workHandedOver = defineEvent(
  'team.work_handed_over',
  z.object({ userId: z.uuid(), toId: z.uuid().nullable() }),
);

/** A human has something to do. */
export const taskCreated = defineEvent('team.task_created', task);

/** A human has done it. */
export const taskDone = defineEvent('team.task_done', task);

/** A human has decided not to do it. */
export const taskSkipped = defineEvent('team.task_skipped', task);

/** The program has taken it back: it is no longer needed. */
export const taskCancelled = defineEvent('team.task_cancelled', task);
