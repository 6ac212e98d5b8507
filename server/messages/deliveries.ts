/** What becomes of messages that people carry over to their platform: confirmed or skipped, told to the team at once. */
import { actConfirmed, actSkipped } from '../carriers/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { upsertDelivery } from './store/change.ts';

interface Settled {
  communityId: string | null;
  payload: { groupId: string; op: string; messageId: string | null };
}

/** A human has sent it. */
export const noteConfirmed = subscribe('messages.note_confirmed', actConfirmed, (ctx, events) =>
  note(ctx, events, 'delivered'),
);

/** A human has decided not to send it. */
export const noteSkipped = subscribe('messages.note_skipped', actSkipped, (ctx, events) =>
  note(ctx, events, 'skipped'),
);

async function note(ctx: Ctx, events: readonly Settled[], state: 'delivered' | 'skipped'): Promise<void> {
  for (const { communityId, payload } of events) {
    const { groupId, op, messageId } = payload;
    if (op !== 'send' || messageId === null || communityId === null) continue;
    await upsertDelivery(ctx, { communityId, groupId }, { messageId, state });
    ctx.afterCommit(() => ctx.services.live.publish('group', groupId, { type: 'delivery', messageId, state }));
  }
}
