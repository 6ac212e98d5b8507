/**
 * A message comes in: who says it → has it the right form → may it be posted → record → was what is refused there before → result per
 * item. This file is the whole road in order; each step stands in a file of its own.
 */
import type { IncomingBatch, IncomingResult } from '../carriers/index.ts';
import { findRecentGroup, type Group } from '../groups/index.ts';
import type { Ctx } from '../platform/context.ts';
import { isConnectionLoss, sqlState } from '../platform/db/database.ts';
import type { AppError } from '../platform/errors.ts';
import { identifyAuthors, namesOf } from './authors.ts';
import { draftOf, type Draft } from './draft.ts';
import { matchEchoes } from './echo.ts';
import { refusalOf } from './errors.ts';
import { askMayPost, tellStopped } from './gates.ts';
import { earlierKeys, keyed, keysOf, placeOf, recordDrafts } from './record.ts';
import { listParents, presentOwn } from './present.ts';
import { selectEarlier } from './store/record.ts';
import type { MessageRow } from './store/row.ts';

/**
 * Takes a batch of one group, in order; answers per item after commit. A bad item never fails its neighbours: when the batch fails
 * for a reason of its own, its items go the same road one by one. Loss of the database is thrown: nothing is known to be recorded.
 */
export async function receive(ctx: Ctx, batch: IncomingBatch): Promise<IncomingResult[]> {
  try {
    return await receiveTogether(ctx, batch);
  } catch (error) {
    if (isConnectionLoss(error)) throw error;
    const facts = { group: batch.groupId, items: batch.items.length, code: sqlState(error) ?? 'none' };
    if (batch.items.length === 1) {
      ctx.log.error('messages.record_failed', facts);
      return [refusalOf('failed')];
    }
    ctx.log.warn('messages.batch_failed', facts);
  }
  const results: IncomingResult[] = [];
  for (const item of batch.items) results.push(...(await receive(ctx, { ...batch, items: [item] })));
  return results;
}

async function receiveTogether(ctx: Ctx, batch: IncomingBatch): Promise<IncomingResult[]> {
  if (batch.items.length === 0) return [];
  const group = await findRecentGroup(ctx, batch.groupId);
  if (!group || group.communityId !== batch.communityId) return batch.items.map(() => refusalOf('unknown_group'));
  if (batch.carrier === 'web' && group.carrier !== 'web') return batch.items.map(() => refusalOf('wrong_carrier'));
  const results: (IncomingResult | undefined)[] = batch.items.map(() => undefined);
  const refuse: Refuse = (at, reason, more) => {
    results[at] = more?.error ? { ok: false, reason, error: more.error } : refusalOf(reason, more?.retryAfterMs);
  };

  const waiting = await readDrafts(ctx, batch, refuse);
  await dropForeignReplies(ctx, group, waiting);
  const fresh = await answerEchoes(ctx, group, { waiting, results });
  const { admitted, stopped } = await askMayPost(ctx, { group, batch, waiting: fresh, refuse });
  if (admitted.length > 0) {
    const recorded = await recordDrafts(ctx, group, { drafts: admitted.map(({ draft }) => draft) });
    admitted.forEach(({ at }, position) => {
      results[at] = { ok: true, ...recorded[position]! };
    });
  }
  if (stopped.length > 0) {
    // A repeat is answered whatever a gate says: slow mode or a mute must not turn a lost acknowledgement into a lost message.
    const earlier = await selectEarlier(ctx, placeOf(group), earlierKeys(draftsOf(stopped)));
    const left = new Set((await answerWith(ctx, earlier, { waiting: stopped, results })).map(({ at }) => at));
    await tellStopped(ctx, { group, batch, stopped: stopped.filter(({ at }) => left.has(at)) });
  }
  return results.map((result) => result ?? refusalOf('failed'));
}

/** A draft with its place in the batch. */
export interface Waiting {
  at: number;
  draft: Draft;
}

/** Says no to one item. */
export type Refuse = (
  at: number,
  reason: string,
  more?: { retryAfterMs?: number | undefined; error?: AppError | undefined },
) => void;

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

/** What a human sent for us and now comes back from its platform is the message that is there. */
async function answerEchoes(ctx: Ctx, group: Group, open: Open): Promise<Waiting[]> {
  const drafts = draftsOf(open.waiting).filter((draft) => draft.externalId !== null);
  if (group.carrier === 'web' || drafts.length === 0) return [...open.waiting];
  const earlier = await selectEarlier(ctx, placeOf(group), earlierKeys(drafts));
  const seen = new Set(earlier.map((row) => row.externalId));
  const unseen = drafts.filter((draft) => !seen.has(draft.externalId));
  return answerWith(ctx, [...earlier, ...(await matchEchoes(ctx, group, unseen))], open);
}

/** Items without their last word, and where it is written. */
interface Open {
  waiting: readonly Waiting[];
  results: (IncomingResult | undefined)[];
}

/** Answers items with the rows that have one of their keys; gives the items that have none. */
async function answerWith(ctx: Ctx, rows: readonly MessageRow[], { waiting, results }: Open): Promise<Waiting[]> {
  if (rows.length === 0) return [...waiting];
  const known = keyed(rows);
  const shown = await presentOwn(ctx, rows);
  return waiting.filter(({ at, draft }) => {
    const row = keysOf(draft.author.identityId, draft)
      .map((key) => known.get(key))
      .find((found) => found !== undefined);
    if (!row) return true;
    results[at] = { ok: true, message: shown.get(row.id)!, duplicate: true };
    return false;
  });
}

function draftsOf(waiting: readonly Waiting[]): Draft[] {
  return waiting.map(({ draft }) => draft);
}
