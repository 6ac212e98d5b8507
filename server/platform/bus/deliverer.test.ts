import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { inTransaction } from '../context.ts';
import { defineModule } from '../module.ts';
import { platformModule } from '../module-definition.ts';
import { testApp } from '../testing.ts';
import { startDeliverer } from './deliverer.ts';
import { defineEvent, subscribe } from './event.ts';

const heard: number[] = [];
const bellRung = defineEvent('probe.bell_rung', z.object({ number: z.number() }));
const hearBell = subscribe('probe.hear_bell', bellRung, async (_ctx, events) => {
  heard.push(...events.map(({ payload }) => payload.number));
});
const app = await testApp({ modules: [platformModule, defineModule({ name: 'probe', on: [hearBell] })] });
const ring = (number: number) => inTransaction(app.ctx, async (ctx) => ctx.emit(bellRung, null, { number }));

test('a log that was restored on another server is delivered to its end, and goes on', async () => {
  const { pool } = app.services.database;
  await ring(1);
  await app.bus.drain();
  await ring(2);
  // As after a restore: what is in the tables has numbers that this server has not come to yet.
  await pool.query(`update platform_events set xid = (xid::text::bigint + 1000000000)::text::xid8`);
  await pool.query(`update platform_subscriptions set xid = (xid::text::bigint + 1000000000)::text::xid8`);
  const bus = await startDeliverer({ services: app.services, subscriptions: [hearBell], pollMs: 0 });
  await bus.drain();
  await ring(3);
  await bus.drain();
  assert.deepEqual(heard, [1, 2, 3]);
  const { rows } = await pool.query(
    `select xid < pg_snapshot_xmax(pg_current_snapshot()) as ok from platform_subscriptions`,
  );
  assert.deepEqual(rows, [{ ok: true }]);
});
