/** Who listens by a right hears no more when the right ends: role taken away, session ended. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { WebSocket } from 'ws';
import { createUser, openSession } from './platform/auth/index.ts';
import { removeGrant, setGrant } from './platform/auth/grants.ts';
import { inTransaction } from './platform/context.ts';
import { newCode } from './platform/ids.ts';
import { testApp } from './platform/testing.ts';

const app = await testApp();
const server = app.http.createServer();
const live = app.attachLive(server);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
after(async () => {
  await live.close();
  server.close();
});

const installer = await app.operator('installer', null);
const community = await app.request('POST', '/api/communities', {
  as: installer,
  body: { name: '灶边', kind: 'interest' },
});
const communityId = community.body.id as string;

/** A viewer with a real session who listens to the team's channel. */
async function openListener(): Promise<{ userId: string; cookie: string; socket: WebSocket }> {
  const { userId, cookie } = await inTransaction(app.ctx, async (inner) => {
    const user = await createUser(inner, { name: '何晚舟', email: `${newCode(12).toLowerCase()}@fair.test` });
    await setGrant(inner, { userId: user.id, communityId, role: 'viewer' });
    return { userId: user.id, cookie: (await openSession(inner, user.id, null)).split(';')[0]! };
  });
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, { headers: { cookie } });
  await once(socket, 'open');
  socket.send(JSON.stringify({ op: 'listen', channel: 'team', id: communityId }));
  assert.equal((await hear(socket)).t, 'ok');
  return { userId, cookie, socket };
}

async function hear(socket: WebSocket): Promise<{ t: string }> {
  const [data] = (await once(socket, 'message')) as [Buffer];
  return JSON.parse(data.toString('utf8')) as { t: string };
}

test('a removed operator hears no more', async () => {
  const { userId, socket } = await openListener();
  const told = hear(socket);
  await inTransaction(app.ctx, (inner) => removeGrant(inner, { userId, communityId }));
  assert.equal((await told).t, 'denied');
  socket.close();
});

test('a browser that signs out hears no more', async () => {
  const { cookie, socket } = await openListener();
  const told = hear(socket);
  const headers = { cookie, origin: 'http://fair.test' };
  const answer = await app.request('POST', '/api/auth/sign-out', { headers });
  assert.ok(answer.status < 300, answer.text);
  assert.equal((await told).t, 'denied');
  socket.close();
});
