import type { Ctx } from '../platform/context.ts';
import type { Question } from './question-state.ts';

/** Shows a new or moved question to the team after commit; on the channel of the community's team. */
export function showQuestion(ctx: Ctx, question: Question): void {
  const { communityId, id: questionId, groupId, state, assigneeId } = question;
  const frame = { type: 'question', questionId, groupId, state, assigneeId };
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, frame));
}

/** Tells the team after commit that a group's line in the inbox is another. */
export function showInbox(ctx: Ctx, communityId: string, groupId: string): void {
  ctx.afterCommit(() => ctx.services.live.publish('team', communityId, { type: 'inbox', groupId }));
}
