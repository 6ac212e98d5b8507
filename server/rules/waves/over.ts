/** The end of a wave: by its time, or because the team says that they are guests. Who came in it is forgotten then. */
import { z } from 'zod';
import { inTransaction, type Ctx } from '../../platform/context.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { userOf } from '../../team/index.ts';
import { waveOver } from '../events.ts';
import { deleteWaves, endWave, selectPassed, type Wave, type WaveKey } from '../store/waves.ts';
import { audit, getOpenWave } from './answers.ts';
import { bumpWaves } from './counting.ts';
import { showWave } from './live.ts';

const step = 100;
/** For so long the numbers of a wave that is over can be read. */
const keptMs = 30 * 24 * 3_600_000;

/** They are guests: the wave is over at once, and what was done about it with it. */
export async function callGuests(ctx: Ctx, key: WaveKey): Promise<void> {
  await inTransaction(ctx, async (inner) => {
    await bumpWaves(inner, key.communityId);
    const wave = await getOpenWave(inner, key);
    await end(inner, wave, userOf(inner.actor));
    await audit(inner, wave, { action: 'rules.call_guests', people: wave.people });
  });
}

/** Every ten minutes: waves whose time is over end, and those of long ago are forgotten. */
export const endWaves = defineJob({
  name: 'rules.end_waves',
  payload: z.object({}),
  cron: '*/10 * * * *',
  run: async (ctx) => {
    for (const wave of await selectPassed(ctx, step))
      await inTransaction(ctx, async (inner) => {
        await bumpWaves(inner, wave.communityId);
        await end(inner, wave, null);
      });
    await deleteWaves(ctx, new Date(ctx.now().getTime() - keptMs));
  },
});

async function end(ctx: Ctx, wave: Wave, userId: string | null): Promise<void> {
  const { communityId, id: waveId, groupId } = wave;
  if (!(await endWave(ctx, { communityId, waveId }, userId))) return;
  ctx.emit(waveOver, communityId, { waveId, groupId, how: userId === null ? 'time' : 'guests' });
  showWave(ctx, wave);
}
