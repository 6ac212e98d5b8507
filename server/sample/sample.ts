/** The sample as use cases: ask for it, load it, see where it stands, remove it with everything that has grown on it. */
import { z } from 'zod';
import { watchCommunity } from '../insight/index.ts';
import { recordAudit } from '../platform/audit/audit.ts';
import { actAs, inTransaction, type Ctx } from '../platform/context.ts';
import { deletePictures } from '../platform/files/index.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { getSettings, setSettings } from '../platform/settings.ts';
import { sampleErrors } from './errors.ts';
import { loadHistory, type Loaded } from './load.ts';
import { sampleSettings, type SampleState } from './settings.ts';
import { historyDays } from './simulate.ts';
import { countCommunityRows, deleteCommunity, lockSample, selectInstaller, selectPictureIds } from './store.ts';

/** The town that everybody gets. */
export const usualSeed = 'miaohui';

/** Where the sample stands; `days` is how many there will be. */
export async function getSample(ctx: Ctx): Promise<SampleState & { days: number }> {
  // Read anew: what this request has read before may be from before a change of its own.
  return { ...(await getSettings(actAs(ctx, ctx.actor), sampleSettings, null)), days: historyDays };
}

/** Whether this community is the sample. */
export async function isSample(ctx: Ctx, communityId: string): Promise<boolean> {
  return (await getSample(ctx)).communityId === communityId;
}

/** Asks for the sample; a job loads it. Asking twice gives one. */
export async function requestSample(ctx: Ctx, founderId: string): Promise<SampleState & { days: number }> {
  return inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const known = await getSample(inner);
    if (known.state !== 'none' && known.state !== 'failed') return known;
    const value = await writeState(inner, { ...empty, state: 'waiting', seed: usualSeed });
    inner.enqueue(loadJob, { founderId }, { key: 'sample.load' });
    return { ...value, days: historyDays };
  });
}

/** Loads the sample at once, e.g. for the command line; throws when it is there already. */
export async function loadSample(
  ctx: Ctx,
  wish: { founderId?: string | undefined; days?: number; progress?: (done: number, days: number) => void },
): Promise<Loaded> {
  await inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const { state } = await getSample(inner);
    if (state === 'ready' || state === 'loading') throw sampleErrors.already_there();
    await writeState(inner, { ...empty, state: 'waiting', seed: usualSeed });
  });
  const founderId = wish.founderId ?? (await selectInstaller(ctx));
  if (founderId === undefined) throw sampleErrors.nobody_yet();
  return fillSample(ctx, { founderId, days: wish.days ?? historyDays, progress: wish.progress });
}

/** Removes the sample and everything that belongs to it; gives how many rows that were, 0 when there is none. */
export async function removeSample(ctx: Ctx): Promise<number> {
  const { communityId, rows } = await inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const known = await getSample(inner);
    await writeState(inner, empty);
    if (known.communityId === null) return { communityId: null, rows: 0 };
    const deleted = await removeRows(inner, known.communityId);
    await recordAudit(inner, { communityId: null, action: 'sample.remove_sample', detail: { rows: deleted } });
    // A reaction that was under way may still write a line.
    const runAt = new Date(inner.now().getTime() + 15_000);
    inner.enqueue(sweepJob, { communityId: known.communityId }, { key: 'sample.sweep', runAt });
    return { communityId: known.communityId, rows: deleted };
  });
  if (communityId !== null) ctx.services.live.recheckAll();
  return rows;
}

async function removeRows(ctx: Ctx, communityId: string): Promise<number> {
  await deletePictures(ctx, await selectPictureIds(ctx, communityId));
  return deleteCommunity(ctx, communityId);
}

const empty = sampleSettings.schema.parse({});

async function writeState(ctx: Ctx, value: SampleState): Promise<SampleState> {
  return setSettings(ctx, sampleSettings, { communityId: null, value });
}

/** Loads into what was asked for; what does not succeed leaves nothing behind. */
async function fillSample(
  ctx: Ctx,
  wish: { founderId: string; days: number; progress?: ((done: number, days: number) => void) | undefined },
): Promise<Loaded> {
  let state: SampleState = { ...empty, state: 'loading', seed: usualSeed };
  try {
    const loaded = await loadHistory(ctx, {
      founderId: wish.founderId,
      name: ctx.t('sample:name'),
      seed: usualSeed,
      days: wish.days,
      founded: async (inner, communityId) => {
        state = { ...state, communityId };
        await writeState(inner, state);
      },
      progress: async (done, days) => {
        wish.progress?.(done, days);
        await writeState(ctx, (state = { ...state, done }));
      },
    });
    // While it was loading its groups looked silent.
    if (state.communityId !== null) await watchCommunity(ctx, state.communityId);
    await writeState(ctx, { ...state, state: 'ready', done: wish.days, loadedAt: ctx.now().toISOString() });
    ctx.log.info('sample.loaded', { people: loaded.people, messages: loaded.messages });
    return loaded;
  } catch (error) {
    await removeSample(ctx);
    await writeState(ctx, { ...empty, state: 'failed' });
    throw error;
  }
}

/** Loads the sample that was asked for; after a crash it begins anew. */
export const loadJob = defineJob({
  name: 'sample.load_sample',
  payload: z.object({ founderId: z.uuid() }),
  maxAttempts: 2,
  run: async (ctx, { founderId }) => {
    const { state } = await getSample(ctx);
    if (state === 'ready' || state === 'none') return;
    if (state === 'loading') await removeSample(ctx);
    await fillSample(ctx, { founderId, days: historyDays });
  },
});

/** Removes what was still being written about a sample that is gone. */
export const sweepJob = defineJob({
  name: 'sample.sweep_remains',
  payload: z.object({ communityId: z.uuid() }),
  run: async (ctx, { communityId }) => {
    if (await isSample(ctx, communityId)) return;
    const left = await countCommunityRows(ctx, communityId);
    if (Object.keys(left).length > 0) await inTransaction(ctx, (inner) => removeRows(inner, communityId));
  },
});
