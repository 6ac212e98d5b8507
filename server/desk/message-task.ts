import { getGroup } from '../groups/index.ts';
import { excerptMessage, listMessages } from '../messages/index.ts';
import { getIdentity } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { createTask, type Task, type TaskKind } from '../team/index.ts';
import { deskErrors } from './errors.ts';

/** What the team has noted from a message; nothing follows from it. */
export const messageTaskKind: TaskKind = { kind: 'desk.message_task' };

/** A message in its group. */
export interface MessageId {
  communityId: string;
  groupId: string;
  messageId: string;
}

/** Makes a task of a message: it shows the words and leads back to them. The same message makes one open task. */
export async function makeMessageTask(
  ctx: Ctx,
  id: MessageId & { assigneeId?: string | null | undefined },
): Promise<Task> {
  const { communityId, groupId, messageId } = id;
  const group = await getGroup(ctx, communityId, groupId);
  const [message] = await listMessages(ctx, { communityId, groupId }, [messageId]);
  if (!message || message.recalledAt !== null) throw deskErrors.message_gone();
  const author = await getIdentity(ctx, communityId, message.authorId);
  const wish = {
    communityId,
    groupId,
    kind: messageTaskKind.kind,
    key: `${messageTaskKind.kind} ${messageId}`,
    title: ctx.t('desk:task.message', { name: author.name, group: group.name }),
    text: message.kind === 'text' ? message.text : excerptMessage(message),
    assigneeId: id.assigneeId ?? null,
    payload: { messageId },
    about: [author.id],
  };
  const task = await createTask(ctx, wish);
  // What was done or skipped stays so; who notes the message once more means something new.
  return task.state === 'open' ? task : createTask(ctx, { ...wish, key: `${wish.key} ${newId(ctx.now())}` });
}
