import assert from 'node:assert/strict';
import { connect, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import sharp from 'sharp';
import { newId } from '../ids.ts';
import { platformModule } from '../module-definition.ts';
import { testApp } from '../testing.ts';
import { filesModule } from './module.ts';
import { createBudget, createWorkQueue } from '../work-queue.ts';

const app = await testApp({ modules: [platformModule, filesModule] });
const communityId = newId();

test('work runs in order within its weight, and too much of it is refused at once', async () => {
  const queue = createWorkQueue({ capacity: 2, mostWaiting: 2 });
  const log: string[] = [];
  const gates = new Map<string, () => void>();
  const work = (name: string, weight: number) =>
    queue.run(weight, async () => {
      log.push(name);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      if (name === 'b') throw new Error('b fails');
      return name;
    });
  const finish = async (name: string, running: Promise<unknown> | undefined) => {
    gates.get(name)!();
    return running!.catch((error: Error) => error.message);
  };
  const a = work('a', 1);
  const b = work('b', 1);
  const heavy = work('heavy', 2);
  const light = work('light', 1);
  assert.equal(work('refused', 1), undefined);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(log, ['a', 'b']);
  assert.equal(await finish('a', a), 'a');
  assert.deepEqual(log, ['a', 'b'], 'the heavy one waits for both, the light one waits behind it');
  assert.equal(await finish('b', b), 'b fails');
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(log, ['a', 'b', 'heavy']);
  await finish('heavy', heavy);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await finish('light', light), 'light');
  assert.equal(queue.waiting, 0);
});

test('a budget is given back once', () => {
  const budget = createBudget(10);
  const giveBack = budget.take(7)!;
  assert.equal(budget.take(4), undefined);
  giveBack();
  giveBack();
  assert.ok(budget.take(10));
  assert.equal(budget.take(1), undefined);
});

test('a flood of uploads from many is refused with a time to come back, and afterwards all is well', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const bytes = await sharp({ create: { width: 900, height: 900, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
  const operators = await Promise.all(Array.from({ length: 60 }, () => app.operator('operator', communityId)));
  const upload = (as: (typeof operators)[number]) =>
    app.request('POST', `/api/communities/${communityId}/pictures`, { as, bytes });
  const answers = await Promise.all(operators.map(upload));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(refused.length > 0);
  assert.ok(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0));
  assert.equal(answers.filter(({ status }) => status === 201).length, answers.length - refused.length);
  assert.equal((await upload(operators[0]!)).status, 201);
});

test('one sender has a few uploads on the way at once, so others still get theirs through', async () => {
  const bytes = await sharp({ create: { width: 1600, height: 1600, channels: 3, background: '#357' } })
    .png()
    .toBuffer();
  const [greedy, other] = [await app.operator('operator', communityId), await app.operator('operator', communityId)];
  const upload = (as: typeof greedy) => app.request('POST', `/api/communities/${communityId}/pictures`, { as, bytes });
  const many = Promise.all(Array.from({ length: 12 }, () => upload(greedy)));
  assert.equal((await upload(other)).status, 201);
  const refused = (await many).filter(({ status }) => status === 429);
  assert.ok(refused.length > 0);
  assert.equal((await upload(greedy)).status, 201);
});

test('over a real socket: too large is answered, a connection cut in the middle gives its memory back', async (t) => {
  const server = app.http.createServer();
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/communities/${communityId}/pictures`;
  const operator = await app.operator('operator', communityId);
  const headers = { 'x-test-actor': Buffer.from(JSON.stringify(operator)).toString('base64') };
  const large = await fetch(url, { method: 'POST', headers, body: Buffer.alloc(20 * 1024 * 1024) });
  assert.equal(large.status, 413);
  assert.equal(((await large.json()) as { code: string }).code, 'platform.picture_too_large');
  // Nine cut uploads of 12 MB each would use up the budget if it were not given back.
  for (let round = 0; round < 9; round++) await cutUpload(new URL(url), headers['x-test-actor']);
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
  const after = await fetch(url, { method: 'POST', headers, body: picture });
  assert.equal(after.status, 201);
  const { id } = (await after.json()) as { id: string };
  const head = await fetch(new URL(`/api/files/${id}`, url), { method: 'HEAD', headers });
  assert.deepEqual([head.status, head.headers.get('content-type')], [200, 'image/webp']);
});

/** Announces 12 MB, sends 64 kB and hangs up once the server has taken them. */
async function cutUpload(url: URL, actor: string): Promise<void> {
  const socket = connect(Number(url.port), url.hostname);
  const head = [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    `x-test-actor: ${actor}`,
    'content-length: 12582912',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.write(Buffer.alloc(64 * 1024), () => resolve()));
  socket.destroy();
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
}
