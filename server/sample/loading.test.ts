import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCommunity } from '../communities/index.ts';
import { createApart } from '../platform/jobs/apart.ts';
import { testApp } from '../platform/testing.ts';
import { loadJob, loadSample, requestSample } from './loading.ts';
import { clearJob, removeSample } from './removal.ts';
import { getSample, noSample, readState, writeState } from './sample.ts';
import { countCommunityRows, tryWhileLoading } from './store.ts';

const app = await testApp();
const { userId: founderId } = await app.operator('installer', null);

/** A community that a loading has begun and not finished. */
async function leaveHalf(): Promise<string> {
  const { id } = await createCommunity(app.ctx, { name: '半个样板', kind: 'local', founderId });
  await writeState(app.ctx, { ...noSample, state: 'loading', communityId: id, done: 6 });
  return id;
}

test('who removes the sample while it is being loaded ends the loading, and nothing is left', async () => {
  let removed: Promise<number> | undefined;
  let communityId: string | null = null;
  const loading = loadSample(app.ctx, {
    founderId,
    days: 24,
    progress: () => {
      removed ??= (async () => {
        ({ communityId } = await readState(app.ctx));
        return removeSample(app.ctx);
      })();
    },
  });
  await assert.rejects(loading, { code: 'sample.removed_meanwhile' });
  assert.ok((await removed!) > 100, 'rows were removed');
  assert.deepEqual(await countCommunityRows(app.ctx, communityId!), {});
  assert.equal((await getSample(app.ctx)).state, 'none');
});

test('a loading that has died is told as failed, and cleared away by the next round or the next wish', async () => {
  const first = await leaveHalf();
  const seen = await tryWhileLoading(app.ctx, () => getSample(app.ctx));
  assert.equal(seen!.state, 'loading', 'it lives as long as somebody holds the lock');
  assert.equal((await getSample(app.ctx)).state, 'failed');
  await clearJob.run(app.ctx, {});
  assert.deepEqual(await countCommunityRows(app.ctx, first), {});
  assert.deepEqual(await readState(app.ctx), { ...noSample, state: 'failed' });

  const second = await leaveHalf();
  assert.equal((await requestSample(app.ctx, founderId)).state, 'waiting');
  assert.equal((await readState(app.ctx)).communityId, second, 'still known, so that it can be cleared away');
  await removeSample(app.ctx);
  assert.deepEqual(await countCommunityRows(app.ctx, second), {});
});

test('two loadings at once: the second does nothing', async () => {
  await writeState(app.ctx, { ...noSample, state: 'waiting' });
  await tryWhileLoading(app.ctx, () => loadJob.run(app.ctx, { founderId }));
  assert.equal((await readState(app.ctx)).state, 'waiting');
  await writeState(app.ctx, noSample);
});

test('the job runs in a process of its own; one that fails, dies or comes too late is a failed job', async () => {
  const apart = createApart(app.services);
  const run = apart.taskList([loadJob])[loadJob.name] as (payload: unknown) => Promise<void>;
  // Nobody has asked for it: the process finds that out in the database, and ends well.
  await run({ founderId });
  assert.ok(app.logged.some((line) => line.includes('jobs.apart_ended') && line.includes(loadJob.name)));
  const failing = assert.rejects(run({ founderId: 'nobody' }), /has failed in a process of its own/);
  await failing;
  const dying = assert.rejects(run({ founderId }), /has died/);
  apart.stop();
  await dying;
  await assert.rejects(run({ founderId }), /stopping/);
});
