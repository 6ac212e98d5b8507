/** Removing the sample with everything that has grown on it, also while it is being loaded or when its loading has died. */
import { z } from 'zod';
import { recordAudit } from '../platform/audit/audit.ts';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { deletePictures } from '../platform/files/index.ts';
import { defineJob } from '../platform/jobs/job.ts';
import { getSample, isSample, noSample, readState, writeState } from './sample.ts';
import type { SampleState } from './settings.ts';
import {
  countCommunityRows,
  deleteCommunity,
  lockSample,
  selectPictureIds,
  tryWhileLoading,
  waitForLoading,
} from './store.ts';

/** Removes the sample and everything that belongs to it; gives how many rows that were, 0 when there is none. */
export async function removeSample(ctx: Ctx): Promise<number> {
  // A loading that is under way sees this after a few days of its history, and stops.
  const communityId = await inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const known = await readState(inner);
    await writeState(inner, noSample);
    // A reaction that is under way may still write a line, and this process may die.
    const runAt = new Date(inner.now().getTime() + 15_000);
    if (known.communityId !== null)
      inner.enqueue(sweepJob, { communityId: known.communityId }, { key: 'sample.sweep', runAt });
    return known.communityId;
  });
  if (communityId === null) return 0;
  await waitForLoading(ctx);
  const rows = await inTransaction(ctx, async (inner) => {
    const deleted = await removeRows(inner, communityId);
    await recordAudit(inner, { communityId: null, action: 'sample.remove_sample', detail: { rows: deleted } });
    return deleted;
  });
  ctx.services.live.recheckAll();
  return rows;
}

/** Removes what an earlier loading has left, and notes what holds from now on; for those who hold the lock of loading. */
export async function removeLeft(ctx: Ctx, next: SampleState): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await lockSample(inner);
    const { state, communityId } = await readState(inner);
    if (communityId !== null) await removeRows(inner, communityId);
    if (state !== 'none') await writeState(inner, next);
  });
}

async function removeRows(ctx: Ctx, communityId: string): Promise<number> {
  await deletePictures(ctx, await selectPictureIds(ctx, communityId));
  return deleteCommunity(ctx, communityId);
}

/** Removes what was still being written about a sample that is gone. */
export const sweepJob = defineJob({
  name: 'sample.sweep_remains',
  payload: z.object({ communityId: z.uuid() }),
  run: async (ctx, { communityId }) => {
    if (await isSample(ctx, communityId)) return;
    await waitForLoading(ctx);
    const left = await countCommunityRows(ctx, communityId);
    if (Object.keys(left).length > 0) await inTransaction(ctx, (inner) => removeRows(inner, communityId));
  },
});

/** Removes half a sample whose loading has died, e.g. together with the server; asking for it anew does the same. */
export const clearJob = defineJob({
  name: 'sample.clear_failed',
  payload: z.object({}),
  cron: '*/5 * * * *',
  run: async (ctx) => {
    const { state, communityId } = await getSample(ctx);
    if (state !== 'failed' || communityId === null) return;
    await tryWhileLoading(ctx, () => removeLeft(ctx, { ...noSample, state: 'failed' }));
  },
});
