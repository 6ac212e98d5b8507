import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryMessage } from '../history/index.ts';
import { collectTalks } from './collect.ts';
import type { Talk } from './talk.ts';
import { makeEvent, makeHistory, makeMessage, TEST_START } from './testing.ts';

async function collectOne(items: Parameters<typeof makeHistory>[0]): Promise<Talk> {
  const talks = await collectTalks(makeHistory(items));
  assert.equal(talks.length, 1);
  return talks[0]!;
}

function show(talk: Talk): string[] {
  return Array.from(
    { length: talk.count },
    (_, row) => `${talk.people[talk.author[row]!]!.name}: ${talk.text(row)} <- ${talk.parent[row]}`,
  );
}

function line(who: string, text: string, at: number | (Partial<HistoryMessage> & { minutes: number })): HistoryMessage {
  const { minutes, ...rest } = typeof at === 'number' ? { minutes: at } : at;
  return { ...makeMessage({ who, text, at: TEST_START + minutes * 60_000 }), ...rest };
}

test('a file that runs backwards is put in order, and quotes find their messages', async () => {
  const talk = await collectOne([
    line('丙', '三', { minutes: 3, externalId: 'm3', replyTo: { externalId: 'm1' } }),
    line('乙', '二', { minutes: 2, externalId: 'm2', replyTo: { externalId: 'm9' } }),
    line('乙', '二之前', { minutes: 2, externalId: 'm2b' }),
    line('甲', '一', { minutes: 1, externalId: 'm1', replyTo: { externalId: 'm3' } }),
  ]);
  assert.deepEqual(show(talk), ['甲: 一 <- -1', '乙: 二之前 <- -1', '乙: 二 <- -1', '丙: 三 <- 0']);
  assert.deepEqual(
    [0, 1, 2, 3].map((row) => talk.id(row)),
    ['m1', 'm2b', 'm2', 'm3'],
  );
  assert.equal(talk.quotes, 3);
});

test('a quote without an id is found by its author and first words, the newest before it', async () => {
  const talk = await collectOne([
    line('甲', '周六去东山看日出，六点出发', 1),
    line('乙', '周六去东山看日出，六点出发', 2),
    line('甲', '周六去东山看日出，六点出发', 3),
    line('丙', '我报名', { minutes: 4, replyTo: { authorName: '乙', text: '周六去东山看日出，六点…' } }),
    line('丁', '我也报名', { minutes: 5, replyTo: { authorId: 'u-甲', text: '周六去东山看日出，六点出发' } }),
    line('戊', '说的什么', { minutes: 6, replyTo: { authorName: '丙', text: '没有说过的话没有说过的话' } }),
  ]);
  assert.deepEqual(Array.from(talk.parent), [-1, -1, -1, 1, 2, -1]);
});

test('bots speak beside the talk; names, owners, reactions and mentions are kept', async () => {
  const bot = makeMessage({ who: '签到机器人', text: '签到成功', at: TEST_START });
  bot.author.isBot = true;
  const owner = line('甲', '大家好', {
    minutes: 1,
    mentions: [{ name: '乙' }],
    reactions: [{ emoji: '👍', count: 2, by: [{ name: '乙', externalId: 'u-乙' }] }],
  });
  owner.author = { ...owner.author, role: '群主' };
  const renamed = line('乙', '你好', 2);
  renamed.author = { name: '乙二', externalId: 'u-乙' };
  const talk = await collectOne([
    bot,
    owner,
    line('乙', '来了', 1.5),
    renamed,
    line('乙', '嗯', 3),
    makeEvent('join', TEST_START, { who: '丙' }),
  ]);
  assert.equal(talk.count, 4);
  assert.equal(talk.botMessages, 1);
  assert.equal(talk.systemRows, 1);
  const person = (name: string): number => talk.people.findIndex((one) => one.name === name);
  assert.equal(talk.people[person('签到机器人')]?.bot, 'marked');
  assert.equal(talk.people[person('甲')]?.isOwner, true);
  assert.deepEqual(talk.people[person('乙')]?.otherNames, ['乙二']);
  assert.deepEqual(talk.marked(0), [person('乙')]);
  assert.deepEqual(talk.reactors(0), [person('乙')]);
  assert.equal(talk.reactions[0], 2);
  assert.deepEqual(
    talk.events.map(({ kind, targets }) => [kind, targets]),
    [['join', [person('丙')]]],
  );
});

test('long texts, wide texts and lone halves of characters come back as they were', async () => {
  const texts = [
    'plain',
    '中文和 latin',
    'latin 和中文',
    '长'.repeat(30_000),
    'x'.repeat(20_000),
    '',
    '😀笑',
    '前\ud83d',
  ];
  const talk = await collectOne(texts.map((text, at) => line('甲', text, at)));
  assert.deepEqual(
    Array.from({ length: talk.count }, (_, row) => talk.text(row)),
    texts,
  );
});

test('messages of a wrong clock are told and left out, so that one of them does not move all windows', async () => {
  const items = [line('甲', '零', { minutes: 0, at: 0 }), line('甲', '一', 1), line('乙', '二', 2)];
  const late = line('丙', '来自未来', { minutes: 60 * 24 * 365 * 80 });
  const history = makeHistory([...items, late]);
  const [talk] = await collectTalks(history, { latest: TEST_START + 86_400_000 });
  assert.deepEqual(show(talk!), ['甲: 一 <- -1', '乙: 二 <- -1']);
  assert.deepEqual(
    history.report.problems.map(({ code, count }) => [code, count]),
    [['bad_time', 2]],
  );
});
