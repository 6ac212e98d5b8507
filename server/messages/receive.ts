/**
 * A message comes in: who says it → has it the right form → is it already there → may it be posted → record → result per item. This file is
 * the whole road in order; each step stands in a file of its own.
 */
import type { IncomingBatch, IncomingResult, Message } from '../carriers/index.ts';
import { findGroupById, type Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { isConnectionLoss } from '../platform/db/database.ts';
import { identifyAuthors, namesOf } from './authors.ts';
import { draftOf, type Draft } from './draft.ts';
import { matchEchoes } from './echo.ts';
import { refusalOf } from './errors.ts';
import { askMayPost } from './gates.ts';
import { earlierKeys, keyed, keysOf, placeOf, recordDrafts } from './record.ts';
import { listParents, presentMessages } from './present.ts';
import { selectEarlier } from './store/record.ts';

/** Takes a batch of one group, in order; answers per item after commit. A bad item never fails its neighbours. */
export async function receive(ctx: Ctx, batch: IncomingBatch): Promise<IncomingResult[]> {
  if (batch.items.length === 0) return [];
  const group = await findGroupById(ctx, batch.groupId);
  if (!group || group.communityId !== batch.communityId) return batch.items.map(() => refusalOf('unknown_group'));
  if (batch.carrier === 'web' && group.carrier !== 'web') return batch.items.map(() => refusalOf('wrong_carrier'));
  const results = new Array<IncomingResult | undefined>(batch.items.length);
  const refuse: Refuse = (at, reason, retryAfterMs) => {
    results[at] = refusalOf(reason, retryAfterMs);
  };

  const waiting = await readDrafts(ctx, batch, refuse);
  await dropForeignReplies(ctx, group, waiting);
  const fresh = await answerEarlier(ctx, group, { waiting, results });
  const admitted = await askMayPost(ctx, { group, batch, waiting: fresh, refuse });
  await recordAdmitted(ctx, group, { admitted, results, refuse });
  return results.map((result) => result ?? refusalOf('failed'));
}

/** A draft with its place in the batch. */
export interface Waiting {
  at: number;
  draft: Draft;
}

/** Says no to one item. */
export type Refuse = (at: number, reason: string, retryAfterMs?: number) => void;

async function readDrafts(ctx: Ctx, batch: IncomingBatch, refuse: Refuse): Promise<Waiting[]> {
  const senders = await identifyAuthors(ctx, batch);
  const names = await namesOf(ctx, batch);
  return batch.items.flatMap((item, at): Waiting[] => {
    const { author, mutedUntil } = senders[at]!;
    const read = draftOf(item, { author, mutedUntil, origin: batch.origin, names });
    if (read.ok) return [{ at, draft: read.draft }];
    refuse(at, read.reason);
    return [];
  });
}

/** An answer to something that is not in this group stays a message, but answers nothing. */
async function dropForeignReplies(ctx: Ctx, group: Group, waiting: readonly Waiting[]): Promise<void> {
  const parents = await listParents(
    ctx,
    placeOf(group),
    waiting.map(({ draft }) => draft),
  );
  for (const { draft } of waiting) if (draft.replyTo !== null && !parents.has(draft.replyTo)) draft.replyTo = null;
}

/** A repeat is answered before any gate: slow mode or a mute must not turn a lost acknowledgement into a lost message. */
async function answerEarlier(
  ctx: Ctx,
  group: Group,
  { waiting, results }: { waiting: readonly Waiting[]; results: (IncomingResult | undefined)[] },
): Promise<Waiting[]> {
  const place = placeOf(group);
  const drafts = waiting.map(({ draft }) => draft);
  const earlier = await selectEarlier(ctx, place, earlierKeys(drafts));
  const seen = new Set(earlier.map((row) => row.externalId));
  const rows = [
    ...earlier,
    ...(await matchEchoes(
      ctx,
      group,
      drafts.filter((draft) => !seen.has(draft.externalId)),
    )),
  ];
  if (rows.length === 0) return [...waiting];
  const known = keyed(rows);
  const shown = new Map<string, Message>();
  for (const row of rows) {
    const [message] = await presentMessages(ctx, place, { rows: [row], viewer: { identityId: row.authorId } });
    if (message) shown.set(row.id, message);
  }
  return waiting.filter(({ at, draft }) => {
    const row = keysOf(draft.author.identityId, draft)
      .map((key) => known.get(key))
      .find((found) => found !== undefined);
    if (!row) return true;
    results[at] = { ok: true, message: shown.get(row.id)!, duplicate: true };
    return false;
  });
}

/** All in one transaction; if that fails for a reason of its own, one by one, so that only the bad one is refused. */
async function recordAdmitted(
  ctx: Ctx,
  group: Group,
  what: { admitted: readonly Waiting[]; results: (IncomingResult | undefined)[]; refuse: Refuse },
): Promise<void> {
  const { admitted, results, refuse } = what;
  if (admitted.length === 0) return;
  const record = async (some: readonly Waiting[]) => {
    const recorded = await recordDrafts(ctx, group, { drafts: some.map(({ draft }) => draft) });
    some.forEach(({ at }, position) => {
      results[at] = { ok: true, ...recorded[position]! };
    });
  };
  try {
    return await record(admitted);
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    ctx.log.warn('messages.batch_failed', { group: group.id, size: admitted.length, error });
  }
  for (const one of admitted) {
    try {
      await record([one]);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      ctx.log.error('messages.record_failed', { group: group.id, error });
      refuse(one.at, 'failed');
    }
  }
}
