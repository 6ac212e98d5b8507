/** Who is meant by what was just said: called by name, answered, or everybody. Only finds out; the push goes later. */
import { listMessages, messagesReceived, type MessageFacts } from '../messages/index.ts';
import { listMemberIds } from '../people/index.ts';
import { subscribe } from '../platform/bus/event.ts';
import type { Ctx } from '../platform/context.ts';
import { mostAtOnce, tellMembers, waitMs, type Reason } from './tell.ts';
import { selectLevels } from './store.ts';

/** Hears what is said live and queues one job for each message that concerns somebody. */
export const hearMessages = subscribe('notices.hear_messages', messagesReceived, async (ctx, events) => {
  const live = events.filter(({ communityId, payload }) => payload.origin === 'live' && communityId !== null);
  // Side by side, so that what is asked about one group and about the next travels together.
  await Promise.all(
    [...Map.groupBy(live, ({ payload }) => payload.groupId)].map(([groupId, some]) => {
      const ids = some.flatMap(({ payload }) => payload.messageIds);
      return hear(ctx, { communityId: some[0]!.communityId!, groupId }, ids);
    }),
  );
});

async function hear(ctx: Ctx, place: { communityId: string; groupId: string }, ids: readonly string[]): Promise<void> {
  const messages = (await listMessages(ctx, place, ids)).filter(({ recalledAt }) => recalledAt === null);
  if (messages.length === 0) return;
  const [parents, levels] = await Promise.all([
    findParents(ctx, place, messages),
    selectLevels(ctx, place, { level: 'all' }),
  ]);
  const curious = [...levels.keys()];
  const isForAll = messages.some((message) => callsEverybody(message));
  const everybody = isForAll ? await listMemberIds(ctx, place) : [];
  for (const message of messages) {
    const told = whoIsMeant(message, { parentAuthor: parents.get(message.replyTo ?? ''), curious, everybody });
    const targets = [...told].map(([identityId, reason]) => ({ identityId, reason }));
    const runAt = new Date(ctx.now().getTime() + waitMs);
    for (let at = 0; at < targets.length; at += mostAtOnce) {
      const some = targets.slice(at, at + mostAtOnce);
      ctx.enqueue(tellMembers, { ...place, messageId: message.id, targets: some, attempt: 1 }, { runAt });
    }
  }
}

/** Everybody who is meant, each for the strongest reason; never the author. */
export function whoIsMeant(
  message: Pick<MessageFacts, 'authorId' | 'mentions' | 'kind'>,
  around: { parentAuthor: string | undefined; curious: readonly string[]; everybody: readonly string[] },
): Map<string, Reason> {
  const meant = new Map<string, Reason>();
  const add = (identityIds: readonly string[], reason: Reason) => {
    for (const id of identityIds) if (!meant.has(id)) meant.set(id, reason);
  };
  const called = (message.mentions ?? []).map(({ identityId }) => identityId).filter((id) => id !== 'all');
  add(called, 'called');
  if (around.parentAuthor !== undefined) add([around.parentAuthor], 'answered');
  if (callsEverybody(message)) add(around.everybody, message.kind === 'announcement' ? 'announced' : 'called');
  add(around.curious, 'said');
  meant.delete(message.authorId);
  return meant;
}

function callsEverybody({ kind, mentions }: Pick<MessageFacts, 'kind' | 'mentions'>): boolean {
  return kind === 'announcement' || (mentions ?? []).some(({ identityId }) => identityId === 'all');
}

async function findParents(
  ctx: Ctx,
  place: { communityId: string; groupId: string },
  messages: readonly MessageFacts[],
): Promise<Map<string, string>> {
  const ids = [...new Set(messages.flatMap(({ replyTo }) => replyTo ?? []))];
  if (ids.length === 0) return new Map();
  return new Map((await listMessages(ctx, place, ids)).map(({ id, authorId }) => [id, authorId]));
}
