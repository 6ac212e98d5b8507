import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../platform/testing.ts';
import { loadSample, removeSample } from './index.ts';

const app = await testApp();
const owner = await app.operator('installer', null);

test('probe', async () => {
  const t0 = performance.now();
  const loaded = await loadSample(app.ctx, { founderId: owner.userId });
  console.log(process.cpuUsage(), loaded, Math.round(performance.now() - t0), process.memoryUsage().rss / 1e6);
  const t1 = performance.now();
  await app.settle();
  console.log('settled', Math.round(performance.now() - t1));
  console.log(await removeSample(app.ctx));
  assert.ok(loaded);
});
