/** Scripts through the door and their pure parts: filled, never sent with a gap, versions kept, carried in a playbook, suggested. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInitials } from '../../lib/text/initials.ts';
import { enter, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import { newId } from '../platform/ids.ts';
import { compareGrams, readGrams } from './likeness.ts';
import { fillVariables, findUnknown } from './variables.ts';

const app = await openTalkApp();

function at(talk: Talk) {
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/communities/${talk.communityId}${path}`, {
      as: talk.owner,
      ...(body === undefined ? {} : { body }),
    });
  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  return { call, ok };
}

test('variables are understood in every language, and what is not known is named and stays', () => {
  assert.deepEqual(fillVariables('{昵称}你好，{今天}{暱稱}', { name: '陶然' }), {
    text: '陶然你好，{今天}陶然',
    missing: ['{今天}'],
  });
  assert.deepEqual(findUnknown('{称呼} {name} {很长很长很长很长很长很长很} {}'), ['{称呼}']);
});

test('initials find Chinese titles', () => {
  assert.equal(readInitials('砂锅开锅 A1'), 'sgkga1');
  assert.equal(readInitials('安额杂'), 'aez');
});

test('a question is like itself in other words, and unlike another', () => {
  const likeness = (one: string, other: string) => compareGrams(readGrams(one), readGrams(other));
  assert.ok(likeness('砂锅第一次开锅要不要煮米汤？', '新砂锅开锅要煮米汤吗') > 0.5);
  assert.ok(likeness('砂锅第一次开锅要不要煮米汤？', '长桌饭能带老人吗') < 0.2);
  assert.equal(likeness('？', '！'), 0);
});

test('a script is filled for the asker, refused with a gap, counted when said', async () => {
  const talk = await openTalk(app);
  const { call, ok } = at(talk);
  const tao = await enter(talk, '陶然');
  await said(talk, tao, '砂锅第一次开锅，要不要先煮米汤？');
  await app.settle();
  const [question] = (await ok('GET', '/questions')).items;
  const text = '{昵称}，{今天}先接住：老谭晚上来答。';
  const refused = await call('POST', '/scripts', { title: '先接住', text: '{称呼}，稍等' });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /\{称呼\}.*\{昵称\}/);
  const script = await ok('POST', '/scripts', { title: '先接住', shortcut: 'XJ', text });
  assert.equal(script.letters.trim(), 'xjz');
  assert.equal((await call('POST', '/scripts', { title: '先接住', text: '好' })).status, 409);
  assert.equal((await call('POST', '/scripts', { title: '另一条', shortcut: 'xj', text: '好' })).status, 409);
  const place = `groupId=${talk.groupId}&identityId=${question.askedBy.identityId}`;
  const filled = await ok('GET', `/scripts/${script.id}/filled?${place}`);
  assert.match(filled.text, /^陶然，\d+月\d+日先接住/);
  assert.deepEqual(filled.missing, []);
  assert.deepEqual((await ok('GET', `/scripts/${script.id}/filled`)).missing, ['{昵称}']);
  const answer = { clientId: newId(), scriptId: script.id };
  const gap = await call('POST', `/questions/${question.id}/answer`, { ...answer, text: '{昵称}，等等' });
  assert.equal(gap.body.code, 'scripts.unfilled');
  await ok('POST', `/questions/${question.id}/answer`, { ...answer, text: filled.text });
  await ok('POST', `/questions/${question.id}/answer`, { ...answer, text: filled.text });
  assert.equal((await ok('GET', '/scripts')).items[0].uses, 1, 'a repeat counts once');
});

test('a change keeps what stood before; who has not seen it overwrites nothing; put away and taken out', async () => {
  const talk = await openTalk(app);
  const { call, ok } = at(talk);
  const script = await ok('POST', '/scripts', { title: '群规', kind: 'rules', text: '不发广告。' });
  const after = await ok('PATCH', `/scripts/${script.id}`, { version: 1, text: '不发广告，先看群规。' });
  assert.equal(after.version, 2);
  assert.equal((await call('PATCH', `/scripts/${script.id}`, { version: 1, text: '随便。' })).status, 409);
  const { versions } = await ok('GET', `/scripts/${script.id}`);
  assert.deepEqual(
    versions.map(({ text }: { text: string }) => text),
    ['不发广告。'],
  );
  await ok('DELETE', `/scripts/${script.id}`);
  assert.deepEqual((await ok('GET', '/scripts')).items, []);
  await ok('POST', '/scripts', { title: '群规', text: '新的一条' });
  assert.equal((await call('POST', `/scripts/${script.id}/restore`, {})).status, 409, 'its title is taken by now');
});

test('the library travels in the playbook, and standard answers are suggested', async () => {
  const here = at(await openTalk(app));
  const there = at(await openTalk(app));
  const asks = ['砂锅开锅要煮米汤吗'];
  await here.ok('POST', '/scripts', { title: '开锅', shortcut: 'kg', text: '{昵称}，煮。', standard: true, asks });
  const { text } = await here.call('GET', '/playbook');
  assert.match(text, /scripts:/);
  await there.ok('POST', '/scripts', { title: '别的', shortcut: 'kg', text: '我们自己的。' });
  await there.ok('POST', '/playbook:apply', { file: text });
  const found = await there.ok(
    'GET',
    `/script-suggestions?question=${encodeURIComponent('新砂锅第一次开锅煮不煮米汤？')}`,
  );
  assert.deepEqual(
    found.items.map(({ title, shortcut }: { title: string; shortcut: string }) => [title, shortcut]),
    [['开锅', '']],
    'the letters stay with the script that had them',
  );
  const none = await there.ok('GET', `/script-suggestions?question=${encodeURIComponent('长桌饭能带老人吗')}`);
  assert.deepEqual(none.items, []);
});

test('a question is put off by whoever then has it, and a message becomes one task that leads back', async () => {
  const talk = await openTalk(app);
  const { call, ok } = at(talk);
  const tao = await enter(talk, '陶然');
  const asked = await said(talk, tao, '长桌饭能带老人吗？');
  await app.settle();
  const [question] = (await ok('GET', '/questions')).items;
  const until = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
  assert.equal((await call('POST', `/questions/${question.id}/snooze`, { until: until(-1) })).status, 422);
  const put = await ok('POST', `/questions/${question.id}/snooze`, { until: until(60) });
  assert.equal(put.assigneeId, talk.owner.userId);
  assert.deepEqual((await ok('GET', '/questions?snoozed=without')).items, []);
  assert.equal((await ok('GET', '/questions?snoozed=only')).items.length, 1);
  app.clock.advance(61 * 60_000);
  assert.equal((await ok('GET', '/questions?snoozed=without')).items.length, 1, 'it comes back by itself');
  const note = `/groups/${talk.groupId}/messages/${asked.id}/task`;
  const { taskId } = await ok('POST', note, {});
  assert.equal((await ok('POST', note, {})).taskId, taskId);
  const task = await ok('GET', `/tasks/${taskId}`);
  assert.deepEqual([task.messageId, task.text, task.groupId], [asked.id, '长桌饭能带老人吗？', talk.groupId]);
  await ok('POST', `/tasks/${taskId}/skip`, {});
  assert.notEqual((await ok('POST', note, {})).taskId, taskId, 'noted once more after it was skipped');
});
