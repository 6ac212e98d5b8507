import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { defineModule } from '../module.ts';
import { platformModule } from '../module-definition.ts';
import { testApp } from '../testing.ts';

const allowed = new Set(['open', 'later']);
const app = await testApp({
  modules: [
    platformModule,
    defineModule({ name: 'probe', channels: [{ name: 'probe', mayListen: async (_ctx, id) => allowed.has(id) }] }),
  ],
});
const server = app.http.createServer();
const live = app.attachLive(server);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
after(async () => {
  await live.close();
  server.close();
});

const member = { 'x-test-actor': Buffer.from('{"kind":"device","deviceId":"d"}').toString('base64') };

async function open(
  headers: Record<string, string> = member,
): Promise<{ socket: WebSocket; next: () => Promise<any> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, { headers });
  const waiting: unknown[] = [];
  const asked: ((message: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message: unknown = JSON.parse((data as Buffer).toString('utf8'));
    const taker = asked.shift();
    if (taker) taker(message);
    else waiting.push(message);
  });
  await once(socket, 'open');
  return { socket, next: async () => waiting.shift() ?? new Promise((resolve) => asked.push(resolve)) };
}

async function refusal(headers: Record<string, string>): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, { headers });
  socket.on('error', () => {});
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
  return response.statusCode;
}

const listen = (id: string) => JSON.stringify({ op: 'listen', channel: 'probe', id });

test('a listener gets frames of rooms it may hear, and is denied others', async () => {
  const { socket, next } = await open();
  socket.send(listen('open'));
  assert.deepEqual(await next(), { t: 'ok', channel: 'probe', id: 'open' });
  socket.send(listen('closed'));
  assert.equal((await next()).t, 'denied');
  app.services.live.publish('probe', 'closed', { n: 0 });
  app.services.live.publish('probe', 'open', { n: 1 });
  assert.deepEqual(await next(), { t: 'frames', channel: 'probe', id: 'open', frames: [{ n: 1 }] });
  socket.close();
});

test('who loses the right is put out of the room', async () => {
  const { socket, next } = await open();
  socket.send(listen('later'));
  await next();
  allowed.delete('later');
  app.services.live.recheck('probe', 'later');
  assert.deepEqual(await next(), { t: 'denied', channel: 'probe', id: 'later' });
  assert.equal(app.services.live.count('probe', 'later'), 0);
  socket.close();
});

test('a full page is told that it does not hear the next room, and keeps its own when they are asked again', async () => {
  for (let at = 0; at <= 300; at++) allowed.add(`room ${at}`);
  const { socket, next } = await open();
  for (let at = 0; at < 300; at++) {
    socket.send(listen(`room ${at}`));
    assert.equal((await next()).t, 'ok');
  }
  socket.send(listen('room 300'));
  assert.equal((await next()).t, 'denied');
  app.services.live.recheck('probe', 'room 0');
  assert.deepEqual(await next(), { t: 'ok', channel: 'probe', id: 'room 0' });
  assert.equal(app.services.live.count('probe', 'room 0'), 1);
  socket.close();
});

test('a page that never stops asking is closed', async () => {
  const { socket } = await open();
  const closed = once(socket, 'close');
  for (let at = 0; at <= 1200; at++) socket.send(JSON.stringify({ op: 'leave', channel: 'probe', id: 'none' }));
  const [code] = (await closed) as [number];
  assert.equal(code, 1008);
});

test('the fifty-first page of one person is refused, and let in when another has closed', async () => {
  const other = { 'x-test-actor': Buffer.from('{"kind":"device","deviceId":"e"}').toString('base64') };
  const pages = [];
  for (let at = 0; at < 50; at++) pages.push((await open(other)).socket);
  assert.equal(await refusal(other), 429);
  const before = live.sockets;
  pages.shift()!.close();
  while (live.sockets === before) await nextTurn();
  for (const socket of [(await open(other)).socket, ...pages]) socket.terminate();
});

test('strangers, other sites and nonsense are refused', async () => {
  assert.equal(await refusal({}), 401);
  assert.equal(await refusal({ ...member, origin: 'https://elsewhere.test' }), 403);
  const { socket } = await open();
  socket.send('{"op":"shout"}');
  const [code] = (await once(socket, 'close')) as [number];
  assert.equal(code, 1008);
});
