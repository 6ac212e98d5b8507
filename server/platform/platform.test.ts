import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { defineEvent, subscribe, type Happened } from './bus/event.ts';
import { inTransaction } from './context.ts';
import { anyone } from './http/access.ts';
import { defineRoute } from './http/route.ts';
import { defineModule } from './module.ts';
import { testApp } from './testing.ts';
import { sql } from 'kysely';
import { platformModule } from './module-definition.ts';

const rang = defineEvent('probe.bell_rang', z.object({ number: z.number() }));
const heard: number[] = [];
const probe = defineModule({
  name: 'probe',
  on: [
    subscribe('probe.listener', rang, async (_ctx, events: Happened<{ number: number }>[]) => {
      heard.push(...events.map((event) => event.payload.number));
    }),
  ],
  routes: [
    defineRoute({
      name: 'probe.ring_bell',
      method: 'post',
      path: '/api/probe',
      summary: 'Rings',
      access: anyone,
      body: z.strictObject({ number: z.number() }),
      response: z.object({ count: z.number() }),
      status: 201,
      handle: async (ctx, { body }) => {
        ctx.emit(rang, null, { number: body.number });
        const { rows } = await sql<{ count: number }>`select count(*) as count from platform_events`.execute(ctx.db);
        if (body.number < 0) throw new Error('secret inside');
        return { count: rows[0]!.count, inner: 'not shown' };
      },
    }),
    defineRoute({
      name: 'probe.make_secret',
      method: 'post',
      path: '/api/probe/secret',
      summary: 'Gives a secret that is shown once',
      access: anyone,
      body: z.strictObject({}),
      response: z.object({ secret: z.string() }),
      secretAnswer: true,
      handle: async () => ({ secret: `open-sesame-${Math.random()}` }),
    }),
  ],
});

const app = await testApp({ modules: [platformModule, probe] });
const system = { kind: 'system', name: 'tester' } as const;

test('events reach their subscriber in order, once', async () => {
  for (const number of [1, 2, 3]) await app.request('POST', '/api/probe', { body: { number } });
  await app.settle();
  await app.settle();
  assert.deepEqual(heard, [1, 2, 3]);
});

test('the answer of what is written last can be read after the commit and not before; outside of a transaction at once', async () => {
  const count = sql<{ count: number }>`select count(*)::int as count from platform_events`;
  const early = await app.ctx.writeLast(count);
  const read = await inTransaction(app.ctx, async (inner) => {
    const rows = await inner.writeLast(count);
    assert.throws(rows, /before the transaction has committed/);
    return rows;
  });
  assert.deepEqual(read(), early());
});

test('an event of a transaction that commits late is not skipped', async () => {
  heard.length = 0;
  let release = () => {};
  const slow = inTransaction(app.ctx, async (inner) => {
    await sql`insert into platform_settings values (default, 'slow', '{}', now(), 'x')`.execute(inner.db);
    inner.emit(rang, null, { number: 10 });
    await new Promise<void>((resolve) => (release = resolve));
  });
  await app.request('POST', '/api/probe', { body: { number: 11 } });
  setTimeout(() => release(), 20);
  await Promise.all([slow, app.bus.drain()]);
  await app.bus.drain();
  assert.deepEqual(
    heard.toSorted((a, b) => a - b),
    [10, 11],
  );
});

test('the same Idempotency-Key gives the first answer again and refuses another request', async () => {
  const headers = { 'idempotency-key': 'k1' };
  const first = await app.request('POST', '/api/probe', { body: { number: 4 }, headers, as: system });
  const again = await app.request('POST', '/api/probe', { body: { number: 4 }, headers, as: system });
  assert.equal(first.status, 201);
  assert.deepEqual(again.body, first.body);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
  const other = await app.request('POST', '/api/probe', { body: { number: 5 }, headers, as: system });
  assert.equal(other.body.code, 'platform.idempotency_key_reused');
});

test('a secret answer is repeated too, and not readable where it is stored', async () => {
  const make = () =>
    app.request('POST', '/api/probe/secret', { body: {}, headers: { 'idempotency-key': 'secret' }, as: system });
  const first = await make();
  assert.match(first.body.secret, /^open-sesame/);
  assert.deepEqual((await make()).body, first.body);
  const { rows } = await sql<{ body: string }>`select body from platform_idempotency where key = 'secret'`.execute(
    app.ctx.db,
  );
  assert.equal(rows.length, 1);
  assert.ok(!rows[0]!.body.includes('sesame'));
});

test('repeats that race run once', async () => {
  const headers = { 'idempotency-key': 'race' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => app.request('POST', '/api/probe', { body: { number: 6 }, headers, as: system })),
  );
  assert.equal(new Set(answers.map((answer) => answer.text)).size, 1);
  assert.equal(answers.filter((answer) => answer.headers.get('idempotency-replayed') === null).length, 1);
});

test('an unknown error is a 500 that tells nothing of the inside and writes nothing', async () => {
  const before = await app.request('POST', '/api/probe', { body: { number: 7 } });
  const failed = await app.request('POST', '/api/probe', { body: { number: -1 } });
  assert.equal(failed.status, 500);
  assert.ok(!failed.text.includes('secret'));
  const afterwards = await app.request('POST', '/api/probe', { body: { number: 8 } });
  assert.equal(afterwards.body.count, before.body.count + 1);
  assert.deepEqual(Object.keys(afterwards.body), ['count']);
});

test('bad input names the field and the cure', async () => {
  const wrong = await app.request('POST', '/api/probe', {
    body: { number: 'x', extra: 1 },
    headers: { 'accept-language': 'en' },
  });
  assert.equal(wrong.status, 400);
  assert.deepEqual(
    wrong.body.fields.map((field: { path: string }) => field.path),
    ['body.number', 'body'],
  );
  assert.match(wrong.body.fields[1].detail, /extra/);
  const malformed = await app.request('POST', '/api/probe', {
    body: '{"number":',
    headers: { 'accept-language': 'zh-TW' },
  });
  assert.equal(malformed.body.code, 'platform.malformed_json');
  assert.match(malformed.body.detail, /請求/);
  const huge = await app.request('POST', '/api/probe', { body: { number: 1, text: 'x'.repeat(70_000) } });
  assert.equal(huge.status, 413);
  const form = await app.request('POST', '/api/probe', { body: 'number=1', headers: { 'content-type': 'text/plain' } });
  assert.equal(form.status, 415);
});

test('health, readiness, metrics and security headers', async () => {
  assert.equal((await app.request('GET', '/healthz')).status, 200);
  assert.equal((await app.request('GET', '/readyz')).status, 200);
  assert.match((await app.request('GET', '/metrics')).text, /miaohui_http_requests_total\{route="probe.ring_bell"/);
  assert.equal((await app.request('GET', '/metrics', { peer: '10.1.2.3' })).status, 403);
  const missing = await app.request('GET', '/api/nowhere');
  assert.equal(missing.body.code, 'platform.not_found');
  assert.match(missing.headers.get('content-security-policy') ?? '', /default-src 'none'/);
});
