import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSample, readText, samplesMissing, showMessage, showTime } from '../testing.ts';

test('reads the public sample', { skip: samplesMissing }, async () => {
  const { messages, format, report } = await readText(await readSample('qq/file.txt'));
  assert.equal(format, 'qq-txt');
  assert.deepEqual(messages.map(showMessage), ['1883-03-07T11:22:33 A: A', '1883-03-07T12:34:56 B: B']);
  assert.deepEqual(
    messages.map(({ author }) => author.externalId),
    ['123123', '456456'],
  );
  assert.deepEqual(report.unknownSamples, [{ line: 2, excerpt: '假装我是文件头' }]);
});

test('the export of a group: titles, mail accounts, system rows, placeholders', async () => {
  const { messages, events, report } = await readText(`消息记录（此消息记录为文本格式，不支持重新导入）

================================================================
消息分组:我的QQ群
================================================================
消息对象:风筝会
================================================================

2026-01-02 17:00:00 【管理员】小陶(10001)
大家好
第二行

2026-01-02 17:00:09 老穆<mu@example.com>
[图片]

2026-01-02 5:01:00 PM 阿鲁(外号)(10003)
@小陶 来了

2026-01-02 17:02:00 系统消息(10000)
阿鲁(10003)加入本群。

2026-01-02 17:03:00 系统消息(1000000)
老穆撤回了一条消息

2026-01-02 17:04:00 只有昵称
12:30:00 见
`);
  assert.deepEqual(
    messages.map((one) => [showTime(one.at), one.author.name, one.author.externalId, one.kind, one.text]),
    [
      ['2026-01-02T17:00:00', '小陶', '10001', 'text', '大家好\n第二行'],
      ['2026-01-02T17:00:09', '老穆', 'mu@example.com', 'image', '[图片]'],
      ['2026-01-02T17:01:00', '阿鲁(外号)', '10003', 'text', '@小陶 来了'],
      ['2026-01-02T17:04:00', '只有昵称', undefined, 'text', '12:30:00 见'],
    ],
  );
  assert.equal(messages[0]?.author.role, '管理员');
  assert.equal(messages[0]?.group?.name, '风筝会');
  assert.deepEqual(
    events.map(({ kind, actor }) => [kind, actor?.name]),
    [
      ['join', '阿鲁'],
      ['recall', '老穆'],
    ],
  );
  assert.equal(report.unknownLines, 0);
});

test('day bars with the clock behind the name', async () => {
  const { messages, format } = await readText(`— —  2026-2-21  — —
小陶 9:59:54 PM
早点睡
老穆 下午10:00:01
好
— —  2026-2-22  — —
小陶 12:05:00 AM
没睡
`);
  assert.equal(format, 'qq-txt');
  assert.deepEqual(messages.map(showMessage), [
    '2026-02-21T21:59:54 小陶: 早点睡',
    '2026-02-21T22:00:01 老穆: 好',
    '2026-02-22T00:05:00 小陶: 没睡',
  ]);
});

test('a discussion group without title: nicknames only', async () => {
  const { messages, format } = await readText('2026-01-02 17:00:00 小陶\n大家好\n\n2026-01-02 17:00:09 老穆\n[图片]\n');
  assert.equal(format, 'qq-txt');
  assert.deepEqual(messages.map(showMessage), ['2026-01-02T17:00:00 小陶: 大家好', '2026-01-02T17:00:09 老穆: [图片]']);
  await assert.rejects(readText('2026-01-02 17:00:00 started\n2026-01-02 17:00:09 stopped\n'), {
    code: 'unknown_format',
  });
});
