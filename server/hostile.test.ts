/** What a hostile or unlucky client sends, through the door: nothing of it may be a 500, and nothing may be half-written. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, hold, openTalk, openTalkApp, say } from './messages/testing.ts';
import { newId } from './platform/ids.ts';

const app = await openTalkApp();
const talk = await openTalk(app);
const lan = await enter(talk, '小兰');
const community = `/api/communities/${talk.communityId}`;
const me = `/api/member/communities/${talk.communityId}/me`;
const cursor = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Bodies are JSON texts, because half a surrogate pair must reach the server as an escape. */
const bodies: [string, string, string, 'owner' | 'member', string][] = [
  ['half an emoji in a group name', 'POST', `${community}/groups`, 'owner', '{"name":"a\\ud800b"}'],
  ['half an emoji in a card', 'PATCH', me, 'member', '{"card":{"city":{"text":"a\\ud800b"}}}'],
  ['half an emoji in a todo', 'POST', `${community}/tasks`, 'owner', '{"title":"a","text":"\\udc00"}'],
  ['NUL in a token name', 'POST', `${community}/tokens`, 'owner', '{"name":"a\\u0000b","scopes":["groups.read"]}'],
  ['half an emoji in a canvas', 'PUT', `${community}/canvas`, 'owner', '{"canvas":{"vision":"\\ud83d"}}'],
];
for (const [what, method, path, who, body] of bodies) {
  test(`${what} is refused, not a failure of ours`, async () => {
    const answer = await app.request(method, path, { as: who === 'owner' ? talk.owner : lan.actor, body });
    assert.equal(answer.status, 400, answer.text);
    assert.ok(answer.body.detail.length > 5);
  });
}

const readings: [string, string, 'owner' | 'member'][] = [
  ['NUL in a filter of the audit log', `${community}/audit?actorId=a%00b`, 'owner'],
  ['NUL in a carrier', `${community}/groups?carrier=%00`, 'owner'],
  ['a cursor that is no id', `${community}/assumptions?cursor=${cursor('x')}`, 'owner'],
  [
    'a cursor long before history',
    `${talk.base}/messages?before=${cursor('-271821-04-20T00:00:00.000Z', newId())}`,
    'member',
  ],
  [
    'a date that only JavaScript reads',
    `${talk.base}/members?cursor=${cursor(4, 'Mar 7 2020 (later)', newId())}`,
    'member',
  ],
];
for (const [what, path, who] of readings) {
  test(`${what} is refused, not a failure of ours`, async () => {
    const answer = await app.request('GET', path, { as: who === 'owner' ? talk.owner : lan.actor });
    assert.equal(answer.status, 400, answer.text);
  });
}

test('a community whose name is cut in the middle of an emoji for the official voice can be founded', async () => {
  const installer = await app.operator('installer', null);
  const body = { name: `${'庙'.repeat(49)}😀会`, kind: 'interest' };
  const answer = await app.request('POST', '/api/communities', { as: installer, body });
  assert.equal(answer.status, 201, answer.text);
  assert.ok((answer.body.official.name as string).isWellFormed());
});

test('a clock that was set back by an hour does not silence people for an hour in slow mode', async () => {
  const slow = await openTalk(app);
  const bo = await enter(slow, '阿波');
  await hold(slow, { slowModeSeconds: 10 });
  assert.equal((await say(slow, bo, '先说一句')).status, 201);
  app.clock.advance(-3_600_000);
  assert.equal((await say(slow, bo, '钟拨回来了')).status, 201);
  assert.equal((await say(slow, bo, '太快')).status, 429);
  app.clock.advance(10_000);
  assert.equal((await say(slow, bo, '十秒以后')).status, 201);
  app.clock.advance(3_600_000);
});

test('acts give nobody what the routes beside them refuse, neither by role nor by scope', async () => {
  const moderator = await app.operator('moderator', talk.communityId);
  const { userId } = talk.owner;
  const { communityId } = talk;
  const scopes = ['carriers.act'];
  const token = { kind: 'token', tokenId: newId(), userId, name: 'bot', communityId, scopes } as const;
  const ask = async (as: typeof moderator | typeof token, body: Record<string, unknown>) =>
    (await app.request('POST', `${talk.team}/acts`, { as, body })).status;
  for (const body of [{ op: 'inviteLink' }, { op: 'setName', name: '别的名' }, { op: 'setAvatar', pictureId: null }]) {
    assert.equal(await ask(moderator, body), 403, body.op);
    assert.equal(await ask(token, body), 403, body.op);
  }
  assert.equal(await ask(token, { op: 'listMembers' }), 403);
  assert.equal(await ask(moderator, { op: 'listMembers' }), 200);
  for (const as of [moderator, token]) assert.equal(await ask(as, { op: 'muteAll', on: false }), 200);
});
