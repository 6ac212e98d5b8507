import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rulesSettings } from '../settings.ts';
import { createRepeatMemory, repeatsCheck, type RepeatMemory } from './repeats.ts';
import { openBook, saidAt, spokenOf } from './testing.ts';

const text = '周末团购草莓，两斤一份，要的说一声';
const copied = '这家的早教课真的很好，我们娃上了三个月，现在报名还送绘本，名额不多';
const window = 600_000;

const times = (memory: RepeatMemory, what: Parameters<typeof spokenOf>[0]) => memory.meet(spokenOf(what), window).times;
const found = (memory: RepeatMemory, what: Parameters<typeof spokenOf>[0]) =>
  repeatsCheck.look(spokenOf(what), openBook(), memory).map(({ kinds, words, score }) => [kinds?.[0], words[0], score]);

test('the same again and again: counted for one person over all groups, not for short words, not for a post that is tried again', () => {
  const memory = createRepeatMemory();
  assert.equal(times(memory, { text, attemptId: '1' }), 1);
  assert.equal(times(memory, { text, attemptId: '1' }), 1, 'tried again');
  assert.equal(times(memory, { text: `${text}！！`, attemptId: '2' }), 2);
  assert.equal(times(memory, { text, identityId: 'b', attemptId: '3' }), 1, 'somebody else');
  assert.equal(times(memory, { text: '今天路上看到一只很大的白猫在晒太阳', attemptId: '4' }), 1, 'something else');
  assert.equal(times(memory, { text, groupId: 'other', attemptId: '5' }), 3);
  const later = new Date(saidAt.getTime() + 2 * window);
  assert.equal(times(memory, { text, attemptId: '6', at: later }), 1, 'long ago');
  for (let time = 0; time < 5; time++) assert.equal(times(memory, { text: '打卡', attemptId: `${time}` }), 1);
  const spoken = spokenOf({ text, at: later });
  assert.equal(memory.meet(spoken, window), memory.meet(spoken, window), 'asked twice about one message');
});

test('people who copy each other: the third is seen, who says it twice counts once, and two groups weigh a little', () => {
  const memory = createRepeatMemory();
  assert.deepEqual(found(memory, { text: copied, identityId: 'a' }), []);
  assert.deepEqual(found(memory, { text: `${copied}！`, identityId: 'a' }), []);
  assert.deepEqual(found(memory, { text: copied, identityId: 'b' }), []);
  assert.deepEqual(found(memory, { text: `【转】${copied}`, identityId: 'c' }), [['people', '×3', 0.55]]);
  assert.deepEqual(found(createRepeatMemory(), { text: copied, identityId: 'd' }), [], 'another community');
  const groups = createRepeatMemory();
  assert.deepEqual(found(groups, { text: copied, groupId: 'one' }), []);
  assert.deepEqual(found(groups, { text: copied, groupId: 'two' }), [['groups', '×2', 0.35]]);
  assert.deepEqual(found(groups, { text: copied, groupId: 'two' }), [['self', '×3', 0.7]]);
});

test('what many say for good reasons is no ring: wishes, check-ins, 接龙, and what the team has said', () => {
  const notice = '通知：周六下午两点在社区活动室做青团，请自带围裙，名额二十位';
  for (const said of [
    '祝王老师生日快乐，身体健康，万事如意',
    '第 21 天打卡，今天读了三十页书',
    '#接龙 周六做青团\n1. 小满 2 份\n2. 阿圆 1 份\n3. 何小曼 3 份',
    '欢迎新朋友来我们的大家庭，一起学习',
    '大家早上好，新的一天开始了，加油',
    `转发：${notice}`,
  ]) {
    const memory = createRepeatMemory();
    memory.hearTeam(notice);
    for (const identityId of ['a', 'b', 'c', 'd', 'e']) {
      assert.deepEqual(found(memory, { text: said, identityId }), [], `${said} ${identityId}`);
    }
  }
  const memory = createRepeatMemory();
  const baited = '欢迎新朋友加我微信 abc12345 领资料';
  for (const identityId of ['a', 'b']) assert.deepEqual(found(memory, { text: baited, identityId }), []);
  assert.deepEqual(
    found(memory, { text: baited, identityId: 'c' }),
    [['people', '×3', 0.55]],
    'a wish with a contact is none',
  );
});

test('how many people make a ring can be chosen', () => {
  const settings = rulesSettings.schema.parse({ repeats: { people: 2 } });
  const memory = createRepeatMemory();
  repeatsCheck.look(spokenOf({ text: copied, identityId: 'a' }), openBook({ settings }), memory);
  const [one] = repeatsCheck.look(spokenOf({ text: copied, identityId: 'b' }), openBook({ settings }), memory);
  assert.deepEqual(one?.kinds, ['people']);
});

test('the memory does not grow without end', () => {
  const memory = createRepeatMemory();
  const said = (person: number) =>
    times(memory, { text: `${text} ${person % 7} ${'草莓苹果香蕉'.repeat(person % 5)}`, identityId: `p${person}` });
  said(0);
  for (let person = 1; person < 6000; person++) said(person);
  assert.equal(said(0), 1);
  assert.equal(said(5999), 2);
});
