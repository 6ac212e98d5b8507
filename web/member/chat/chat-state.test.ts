import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../kit/message.ts';
import { createCell, hearGroup, hearMyself, slowUntil, type ChatState } from './chat-state.ts';

const now = Date.parse('2026-11-19T11:42:00Z');
const group = {
  id: 'g',
  name: 'old name',
  tier: 'ordinary',
  lifecycle: 'growing',
  members: 3,
  pictureId: null,
  mutedAll: false,
  slowModeSeconds: 30,
  notice: null,
};
const membership = {
  identityId: 'me',
  name: '',
  pictureId: null,
  role: 'member' as const,
  joinedAt: '',
  mutedUntil: null,
};
const abilities = { post: true, invite: true, moderate: false, leave: true };
const ready: ChatState = {
  ...createCell('open').get(),
  phase: 'ready',
  view: { group, communityId: 'c', membership, abilities },
};

test('frames of the group change its name, rules and head count', () => {
  const renamed = hearGroup(ready, { type: 'group', group: { ...group, name: 'new name', mutedAll: true } });
  assert.deepEqual([renamed.view?.group.name, renamed.view?.group.mutedAll], ['new name', true]);
  const counted = hearGroup(ready, { type: 'people', members: 137, watching: 14 });
  assert.deepEqual([counted.view?.group.members, counted.watching], [137, 14]);
  assert.deepEqual(hearGroup(ready, { type: 'something new' }), {});
});

test('frames of my phone: muted and heard again, another role, out; other groups do not matter', () => {
  const until = '2026-11-19T12:00:00Z';
  const muted = hearMyself(ready, { type: 'membership', groupId: 'g', state: 'muted', mutedUntil: until });
  assert.equal(muted.view?.membership.mutedUntil, until);
  const heard = hearMyself({ ...ready, ...muted }, { type: 'membership', groupId: 'g', state: 'unmuted' });
  assert.equal(heard.view?.membership.mutedUntil, null);
  assert.equal(
    hearMyself(ready, { type: 'membership', groupId: 'g', state: 'role', role: 'steward' }).view?.membership.role,
    'steward',
  );
  assert.deepEqual(hearMyself(ready, { type: 'membership', groupId: 'g', state: 'kicked' }), {
    phase: 'gone',
    gone: 'kicked',
  });
  assert.deepEqual(hearMyself(ready, { type: 'membership', state: 'signed_out' }), {
    phase: 'gone',
    gone: 'signed_out',
  });
  assert.deepEqual(hearMyself(ready, { type: 'membership', groupId: 'other', state: 'kicked' }), {});
});

test('the slow pause runs from my last word and is never longer than itself', () => {
  const said = (by: string, at: number): Message =>
    ({ id: `${by}${at}`, at: new Date(at).toISOString(), author: { identityId: by } }) as Message;
  const talk = (messages: Message[]): ChatState => ({ ...ready, log: { messages, hasOlder: false, isLatest: true } });
  assert.equal(slowUntil(talk([said('me', now - 10_000), said('tan', now - 1000)]), now), now + 20_000);
  assert.equal(slowUntil(talk([said('tan', now)]), now), 0);
  assert.equal(slowUntil(talk([said('me', now + 3_600_000)]), now), now + 30_000, 'the phone is an hour behind');
});

test('after closing, late answers change nothing', () => {
  const cell = createCell('open');
  let told = 0;
  cell.watch(() => (told += 1));
  cell.set({ phase: 'ready' });
  cell.close();
  cell.set({ phase: 'gone' });
  assert.deepEqual([cell.get().phase, told], ['ready', 1]);
});
