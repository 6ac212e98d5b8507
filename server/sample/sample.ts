/** Where the sample stands. */
import { actAs, type Ctx } from '../platform/context.ts';
import { getSettings, setSettings } from '../platform/settings.ts';
import { sampleSettings, type SampleState } from './settings.ts';
import { historyDays } from './simulate.ts';
import { selectIsLoading } from './store.ts';

/** The town that everybody gets. */
export const usualSeed = 'miaohui';

/** No sample. */
export const noSample: SampleState = sampleSettings.schema.parse({});

/** What is noted; a loading that has died still stands there as `loading`. */
export async function readState(ctx: Ctx): Promise<SampleState> {
  // Read anew: what this request has read before may be from before a change of its own.
  return getSettings(actAs(ctx, ctx.actor), sampleSettings, null);
}

/** Notes where the sample stands. */
export async function writeState(ctx: Ctx, value: SampleState): Promise<SampleState> {
  return setSettings(ctx, sampleSettings, { communityId: null, value });
}

/** Where the sample stands; `days` is how many there will be. A loading whose process is gone has failed. */
export async function getSample(ctx: Ctx): Promise<SampleState & { days: number }> {
  const known = await readState(ctx);
  const isDead = known.state === 'loading' && !(await selectIsLoading(ctx));
  // It may have come to its end between the two looks.
  const state = isDead && (await readState(ctx)).state === 'loading' ? 'failed' : known.state;
  return { ...known, state, days: historyDays };
}

/** Whether this community is the sample. */
export async function isSample(ctx: Ctx, communityId: string): Promise<boolean> {
  return (await readState(ctx)).communityId === communityId;
}
