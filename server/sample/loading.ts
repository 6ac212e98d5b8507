/**
 * Loading the sample: asked for by the button, done by a job in a process of its own, or at once by the command line. One loading at a
 * time holds a lock of the database as long as it lives, so that everybody sees when it has died; what has failed leaves nothing behind.
 */
import { z } from 'zod';
import { watchCommunity } from '../insight/index.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { AppError } from '../platform/errors.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { sampleErrors } from './errors.ts';
import { loadHistory, type Loaded } from './load.ts';
import { removeLeft } from './removal.ts';
import { getSample, noSample, readState, usualSeed, writeState } from './sample.ts';
import type { SampleState } from './settings.ts';
import { historyDays } from './simulate.ts';
import { lockSample, selectInstaller, tryWhileLoading } from './store.ts';

/** Asks for the sample; a job loads it. Asking twice gives one. */
export async function requestSample(ctx: Ctx, founderId: string): Promise<SampleState & { days: number }> {
  return inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const known = await getSample(inner);
    if (known.state !== 'none' && known.state !== 'failed') return known;
    const value = await writeState(inner, { ...waiting, communityId: known.communityId });
    inner.enqueue(loadJob, { founderId }, { key: 'sample.load' });
    return { ...value, days: historyDays };
  });
}

/** Loads the sample at once, e.g. for the command line; throws when it is there already. */
export async function loadSample(
  ctx: Ctx,
  wish: { founderId?: string | undefined; days?: number; progress?: (done: number, days: number) => void },
): Promise<Loaded> {
  const founderId = wish.founderId ?? (await selectInstaller(ctx));
  if (founderId === undefined) throw sampleErrors.nobody_yet();
  await inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const { state, communityId } = await getSample(inner);
    if (state === 'ready' || state === 'loading') throw sampleErrors.already_there();
    await writeState(inner, { ...waiting, communityId });
  });
  const loaded = await fillSample(ctx, { founderId, days: wish.days ?? historyDays, progress: wish.progress });
  if (!loaded) throw sampleErrors.already_there();
  return loaded;
}

/** Loads the sample that was asked for; when its process has died it begins anew. */
export const loadJob = defineJob({
  name: 'sample.load_sample',
  payload: z.object({ founderId: z.uuid() }),
  maxAttempts: 2,
  // Ninety days at once take twice the memory that the server needs afterwards.
  apart: true,
  run: async (ctx, { founderId }) => {
    const { state } = await readState(ctx);
    if (state !== 'waiting' && state !== 'loading') return;
    try {
      await fillSample(ctx, { founderId, days: historyDays });
    } catch (error) {
      if (!wasRemoved(error)) throw error;
      ctx.log.info('sample.removed_meanwhile');
    }
  },
});

const waiting: SampleState = { ...noSample, state: 'waiting', seed: usualSeed };

interface Wish {
  founderId: string;
  days: number;
  progress?: ((done: number, days: number) => void) | undefined;
}

/** Loads what was asked for and resolves with undefined when somebody else is doing that. */
async function fillSample(ctx: Ctx, wish: Wish): Promise<Loaded | undefined> {
  return tryWhileLoading(ctx, async () => {
    await removeLeft(ctx, waiting);
    try {
      return await fill(ctx, wish);
    } catch (error) {
      // Who has removed it meanwhile waits for us, and clears it away.
      if (!wasRemoved(error)) await removeLeft(ctx, { ...noSample, state: 'failed' });
      throw error;
    }
  });
}

async function fill(ctx: Ctx, wish: Wish): Promise<Loaded> {
  let state: SampleState = waiting;
  const note = (inner: Ctx, next: Partial<SampleState>) =>
    inTransaction(inner, async (within) => {
      await lockSample(within);
      const known = await readState(within);
      if (known.state === 'none' || known.communityId !== state.communityId) throw sampleErrors.removed_meanwhile();
      return writeState(within, { ...state, ...next });
    });
  const loaded = await loadHistory(ctx, {
    founderId: wish.founderId,
    name: ctx.t('sample:name'),
    seed: usualSeed,
    days: wish.days,
    founded: async (inner, communityId) => void (state = await note(inner, { state: 'loading', communityId })),
    progress: async (done, days) => {
      wish.progress?.(done, days);
      state = await note(ctx, { done });
    },
  });
  // While it was loading its groups looked silent.
  await watchCommunity(ctx, loaded.communityId);
  await note(ctx, { state: 'ready', done: wish.days, loadedAt: ctx.now().toISOString() });
  ctx.log.info('sample.loaded', { people: loaded.people, messages: loaded.messages });
  return loaded;
}

function wasRemoved(error: unknown): boolean {
  return error instanceof AppError && error.code === 'sample.removed_meanwhile';
}
