/**
 * Echoes: what was recorded first and then sent by a human into another platform comes back when that platform's talk is read.
 * It is the same message, and gets the platform's id instead of a twin.
 */
import type { Group } from '../groups/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import type { Draft } from './draft.ts';
import { placeOf } from './record.ts';
import { attachExternalId, selectAwaitingEcho } from './store/record.ts';
import type { MessageRow } from './store/row.ts';

/** Ties sent messages to the drafts that are their echo (same group, same text, at most 24 hours apart); each at most once. */
export async function matchEchoes(ctx: Ctx, group: Group, drafts: readonly Draft[]): Promise<MessageRow[]> {
  const heard = drafts.filter((draft) => draft.externalId !== null && draft.text !== '');
  if (group.carrier === 'web' || heard.length === 0) return [];
  const place = placeOf(group);
  const sent = await selectAwaitingEcho(
    ctx,
    place,
    heard.map(({ text, at }) => ({ text, at: at })),
  );
  const matched: MessageRow[] = [];
  for (const row of sent) {
    const echo = heard.find(
      (draft) => draft.text === row.text && !matched.some((other) => other.externalId === draft.externalId),
    );
    if (!echo) continue;
    matched.push({ ...row, externalId: echo.externalId });
  }
  await inTransaction(ctx, async (inner) => {
    for (const { id, externalId } of matched) await attachExternalId(inner, place, { id, externalId: externalId! });
  });
  return matched;
}
