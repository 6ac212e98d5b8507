/** The talk of a group as the neutral stream that the analysis reads: a page at a time, ids instead of names. */
import type { HistoryItem } from '../../../lib/history/index.ts';
import { listGroupDays } from '../../groups/index.ts';
import { listFollowing, type MessageFacts } from '../../messages/index.ts';
import { shiftDay, startOfLocalDay } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';

/** The longest that is read: roles look back eight weeks, own pauses and bands a little longer. */
const days = 84;
/** In a group that talks more than this the window is shorter, and says so. */
const mostMessages = 20_000;
const pageSize = 1000;
const firstId = '00000000-0000-0000-0000-000000000000';

interface Place {
  communityId: string;
  groupId: string;
}

/** The first day that is read: twelve weeks back, or as far as the bound of messages reaches; and how much was said since. */
export async function findWindow(ctx: Ctx, place: Place, today: string): Promise<{ since: string; messages: number }> {
  const from = shiftDay(today, -days);
  const counted = await listGroupDays(ctx, { ...place, from, to: today });
  let messages = 0;
  for (const one of counted.toReversed()) {
    if (messages > 0 && messages + one.messages > mostMessages) return { since: shiftDay(one.day, 1), messages };
    messages += one.messages;
  }
  return { since: from, messages };
}

/** What people said since a day, oldest first; the official voice is nobody's, and what was taken back was not said. */
export async function* streamTalk(
  ctx: Ctx,
  place: Place,
  window: { since: string; zone: string },
): AsyncGenerator<HistoryItem[]> {
  let after = { at: startOfLocalDay(window.since, window.zone), id: firstId };
  for (;;) {
    const page = await listFollowing(ctx, place, { after, limit: pageSize });
    yield page.filter(isSaid).map(toItem);
    const last = page.at(-1);
    if (page.length < pageSize || !last) return;
    after = { at: last.at, id: last.id };
  }
}

function isSaid({ kind, operatorId, recalledAt }: MessageFacts): boolean {
  return kind !== 'system' && operatorId === null && recalledAt === null;
}

function toItem({ id, at, authorId, kind, text, replyTo, mentions }: MessageFacts): HistoryItem {
  const named = (mentions ?? []).filter(({ identityId }) => identityId !== 'all');
  return {
    type: 'message',
    externalId: id,
    at: at.getTime(),
    zoneKnown: true,
    author: { externalId: authorId, name: authorId },
    kind: kind === 'image' ? 'image' : 'text',
    text,
    ...(replyTo === null ? {} : { replyTo: { externalId: replyTo } }),
    ...(named.length === 0 ? {} : { mentions: named.map(({ identityId }) => ({ externalId: identityId })) }),
  };
}
