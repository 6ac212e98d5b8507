import { z } from 'zod';
import { can } from '../../platform/http/access.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { checkAssignee } from '../../team/index.ts';
import { makeMessageTask } from '../message-task.ts';

/** Notes from the talk. */
export const messageTaskRoutes: readonly Route[] = [
  defineRoute({
    name: 'desk.make_message_task',
    method: 'post',
    path: '/api/communities/{communityId}/groups/{groupId}/messages/{messageId}/task',
    summary: 'Make a task of a message; it shows the words and leads back to them',
    access: can('desk.work'),
    params: z.strictObject({ communityId: z.uuid(), groupId: z.uuid(), messageId: z.uuid() }),
    body: z.strictObject({ assigneeId: z.uuid().nullable().optional() }),
    status: 201,
    response: z.object({ taskId: z.string() }),
    handle: async (ctx, { params: id, body: { assigneeId } }) => {
      if (assigneeId) await checkAssignee(ctx, id.communityId, assigneeId);
      return { taskId: (await makeMessageTask(ctx, { ...id, assigneeId })).id };
    },
  }),
];
