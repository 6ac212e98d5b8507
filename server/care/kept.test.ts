import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, enterAll, openTalk, openTalkApp } from './testing.ts';

const app = await openTalkApp();

test('who is kept for good stands in a list with the reason, page by page, until it is taken back', async () => {
  const talk = await openTalk(app);
  const phones = await enterAll(talk, ['甲', '乙', '丙']);
  for (const [name, note] of Object.entries({ 甲: '群里的老师', 乙: '', 丙: '休产假' })) {
    assert.equal((await ask(talk, 'PUT', `/kept/${phones[name]!.identityId}`, { note })).status, 204);
    app.clock.advance(1000);
  }
  const first = (await ask(talk, 'GET', '/kept?limit=2')).body;
  assert.deepEqual(
    first.items.map(({ name, note }: { name: string; note: string }) => [name, note]),
    [
      ['丙', '休产假'],
      ['乙', ''],
    ],
  );
  const rest = (await ask(talk, 'GET', `/kept?limit=2&cursor=${first.nextCursor}`)).body;
  assert.deepEqual([rest.items.map(({ name }: { name: string }) => name), rest.nextCursor], [['甲'], null]);
  assert.equal((await ask(talk, 'GET', '/kept?cursor=x')).body.code, 'platform.bad_cursor');

  await ask(talk, 'PUT', `/kept/${phones.甲!.identityId}`, { note: '去读书了' });
  await ask(talk, 'DELETE', `/kept/${phones.丙!.identityId}`);
  const { items } = (await ask(talk, 'GET', '/kept')).body;
  assert.deepEqual(
    items.map(({ name, note }: { name: string; note: string }) => [name, note]),
    [
      ['甲', '去读书了'],
      ['乙', ''],
    ],
  );
});
