/**
 * Dry runs: what a list, a check or other thresholds would have stopped of the last thirty days. A job goes over the talk in pieces beside
 * everything else; what it finds is kept for a day, opens no case, and nobody hears of it.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { listMessages } from '../messages/index.ts';
import { listIdentities } from '../people/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { platformErrors } from '../platform/errors.ts';
import { decodeCursor, toPage } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { deciderOf } from './decision.ts';
import { dryRunAbout, openBooks, type DryRunAbout } from './dry-books.ts';
import { openLook } from './dry-look.ts';
import { findStretch, readStretchOf } from './dry-stream.ts';
import { sightOf } from './sight.ts';
import * as store from './store/dry-runs.ts';
import { hideFound } from './words.ts';

/** How far back it looks, at how many messages at most, and for how long it is kept. */
export const dryRunLimits = { days: 30, messages: 100_000, keptHours: 24 } as const;

const hour = 3_600_000;

/** A dry run as it is shown; what was pasted stays out of it, for it may be long. */
export type ShownDryRun = Omit<store.DryRun, 'about'> & { about: Omit<DryRunAbout, 'add'> & { adds?: boolean } };

/** Begins a dry run; what still runs in this community is stopped, so that one person's second thought does not wait for the first. */
export async function askDryRun(ctx: Ctx, communityId: string, about: DryRunAbout): Promise<ShownDryRun> {
  const askedBy = await deciderOf(ctx);
  return inTransaction(ctx, async (inner) => {
    await store.cancelDryRuns(inner, communityId, null);
    const runId = newId(inner.now());
    const since = new Date(inner.now().getTime() - dryRunLimits.days * 24 * hour);
    await store.insertDryRun(inner, { communityId, runId }, { about, since, askedBy });
    inner.enqueue(runJob, { communityId, runId }, { queue: 'rules.run_dry' });
    return getDryRun(inner, { communityId, runId });
  });
}

/** The dry runs of the last day, newest first. */
export async function listDryRuns(ctx: Ctx, communityId: string): Promise<ShownDryRun[]> {
  return (await store.selectDryRuns(ctx, communityId, keptSince(ctx))).map(show);
}

/** A dry run; throws `platform.not_found`, also when it was forgotten. */
export async function getDryRun(ctx: Ctx, which: store.DryRunId): Promise<ShownDryRun> {
  const run = await store.selectDryRun(ctx, which);
  if (!run || run.askedAt < keptSince(ctx)) throw platformErrors.not_found();
  return show(run);
}

/** Stops a dry run; one that has ended stays as it is. */
export async function cancelDryRun(ctx: Ctx, which: store.DryRunId): Promise<ShownDryRun> {
  await store.cancelDryRuns(ctx, which.communityId, which.runId);
  return getDryRun(ctx, which);
}

function show(run: store.DryRun): ShownDryRun {
  const about = dryRunAbout.parse(run.about);
  if (about.kind !== 'list') return { ...run, about };
  const { add, ...list } = about;
  return { ...run, about: { ...list, adds: add !== undefined } };
}

function keptSince(ctx: Ctx): Date {
  return new Date(ctx.now().getTime() - dryRunLimits.keptHours * hour);
}

/** What was found, with the words as they stand in the talk today: what was recalled or erased meanwhile has none. */
export async function listDryHits(
  ctx: Ctx,
  which: store.DryRunId,
  page: { doubtful: boolean; cursor?: string | undefined; limit: number },
) {
  await getDryRun(ctx, which);
  const before = page.cursor === undefined ? null : readNumber(page.cursor);
  const rows = await store.selectDryHits(ctx, which, { doubtful: page.doubtful, before, limit: page.limit + 1 });
  const { items, nextCursor } = toPage(rows, page.limit, ({ number }) => [number]);
  const { communityId } = which;
  const { seesWords } = await sightOf(ctx, communityId);
  const texts = seesWords ? await readTexts(ctx, communityId, items) : new Map<string, string>();
  const identities = await listIdentities(ctx, communityId, [...new Set(items.map(({ identityId }) => identityId))]);
  const names = new Map(identities.map(({ id, name }) => [id, name]));
  return {
    nextCursor,
    items: items.map((hit) => ({
      ...hit,
      evidence: seesWords ? hit.evidence : hit.evidence.map(hideFound),
      text: texts.get(hit.messageId) ?? null,
      name: names.get(hit.identityId) ?? '',
    })),
  };
}

async function readTexts(
  ctx: Ctx,
  communityId: string,
  hits: readonly Pick<store.DryHit, 'groupId' | 'messageId'>[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [groupId, some] of Map.groupBy(hits, (hit) => hit.groupId)) {
    const ids = some.map(({ messageId }) => messageId);
    for (const { id, text, recalledAt } of await listMessages(ctx, { communityId, groupId }, ids))
      if (recalledAt === null) texts.set(id, text);
  }
  return texts;
}

function readNumber(cursor: string): number {
  const [number] = decodeCursor(cursor, 1);
  if (!Number.isInteger(number) || Math.abs(Number(number)) > 1e9) throw platformErrors.bad_cursor();
  return Number(number);
}

/** Goes over the talk; when its process has died it begins anew. */
export const runJob = defineJob({
  name: 'rules.run_dry',
  payload: z.object({ communityId: z.uuid(), runId: z.uuid() }),
  maxAttempts: 2,
  run: async (ctx, which) => {
    const run = await store.selectDryRun(ctx, which);
    if (!run || (run.state !== 'waiting' && run.state !== 'running')) return;
    try {
      await lookBack(ctx, { ...run, ...which });
    } catch (error) {
      ctx.log.error('rules.dry_run_failed', { ...which, error });
      await store.updateDryRun(ctx, { ...run, ...which }, { state: 'failed', endedAt: ctx.now() });
    }
  },
});

/** After so many messages it is written down how far it is, and seen whether it was cancelled. */
const noteEvery = 2000;

async function lookBack(ctx: Ctx, run: store.DryRun & store.DryRunId): Promise<void> {
  const { communityId } = run;
  const books = await openBooks(ctx, communityId, dryRunAbout.parse(run.about));
  const stretch = await findStretch(ctx, communityId, { since: run.since, most: dryRunLimits.messages });
  const { since, said, total } = stretch;
  const begun = { ...run, state: 'running' as const, since, said, total, looked: 0 };
  if (!(await store.updateDryRun(ctx, run, begun))) return;
  const look = openLook(ctx, communityId, books);
  let looked = 0;
  for await (const piece of readStretchOf(ctx, communityId, stretch)) {
    await look.look(piece);
    const noted = Math.floor(looked / noteEvery);
    looked += piece.length;
    const { hits, freed } = look;
    if (Math.floor(looked / noteEvery) > noted && !(await store.updateDryRun(ctx, begun, { looked, hits, freed })))
      return;
    await nextTurn();
    // Whoever speaks meanwhile is not of the stretch.
    if (looked >= total) break;
  }
  const listed = await look.finish();
  await inTransaction(ctx, async (inner) => {
    const doubtful = listed.filter(({ doubts }) => doubts.length > 0).length;
    const { hits, freed } = look;
    const done = { state: 'done' as const, looked, hits, doubtful, freed, endedAt: inner.now() };
    if (await store.updateDryRun(inner, begun, done)) await store.insertDryHits(inner, run, listed);
  });
}

/** Hourly: what is older than a day is forgotten. */
export const forgetDryRuns = defineJob({
  name: 'rules.forget_dry_runs',
  payload: z.object({}),
  cron: '25 * * * *',
  run: async (ctx) => store.deleteDryRuns(ctx, keptSince(ctx)),
});
