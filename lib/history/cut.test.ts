import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './testing.ts';

/** Files that stop where no writer stops, with how many whole messages stand before. */
const CUT: Record<string, { text: string; messages: number }> = {
  'whatsapp inside a header': {
    text: '25/12/2025, 18:05 - Jo: hello\n25/12/2025, 18:06 - Li: hi\n25/12/2025, 18:0',
    messages: 2,
  },
  'signal inside a header': {
    text: '[2026-01-02, 09:00] Milo: a\n[2026-01-02, 09:01] Rune: b\n[2026-01-02, 0',
    messages: 2,
  },
  'qq inside a header': {
    text: '2026-01-02 17:00:00 小陶(10001)\n大家好\n2026-01-02 17:00:09 老穆(10002)\n早\n2026-01-02 17:',
    messages: 2,
  },
  'chatlog text inside a header': { text: 'Milo(w1) 2026-01-02 09:00:00\na\n\nMilo(w1) 2026-01-02 09:', messages: 1 },
  'irc inside a stamp': { text: '[09:00] <Milo> a\n[09:01] <Rune> b\n[09:01] <Ru', messages: 2 },
  'csv before the last cell': { text: 'time,author,text\n2026-01-02 09:00:00,Milo,a\n2026-01-02 09:0', messages: 1 },
  'csv inside quotes': {
    text: 'time,author,text\n2026-01-02 09:00:00,Milo,a\n2026-01-02 09:00:01,Milo,"b',
    messages: 2,
  },
  'json lines inside an object': {
    text: '{"time":"2026-01-02T09:00:00Z","author":"Milo","text":"a"}\n{"time":"2026-01-02T09:00:01Z","auth',
    messages: 1,
  },
  'chatlab lines inside an object': {
    text: '{"_type":"header","chatlab":{"version":"0.0.1"},"meta":{"name":"K"}}\n{"_type":"message","sender":"1","accountName":"Milo","timestamp":1767344400,"type":0,"content":"a"}\n{"_type":"mess',
    messages: 1,
  },
};

for (const [where, { text, messages }] of Object.entries(CUT)) {
  test(`cut ${where}: told, and what stands before is read`, async () => {
    const { report, messages: found } = await readText(text);
    assert.equal(report.truncated, true);
    assert.equal(found.length, messages);
  });
}

test('cut inside a character: told, without a strange sign at the end', async () => {
  const bytes = Buffer.from('25/12/2025, 18:05 - 小陶: 大家好啊');
  for (const missing of [1, 2]) {
    const { report, messages } = await readText(bytes.subarray(0, bytes.length - missing));
    assert.equal(report.truncated, true);
    assert.equal(messages[0]?.text, '大家好');
  }
});

test('a whole file without a last line end, and one that ends with a number, are not called cut', async () => {
  for (const text of [
    '25/12/2025, 18:05 - Jo: hello\n25/12/2025, 18:06 - Li: hi',
    '25/12/2025, 18:05 - Jo: count\n3 4 5 6',
    '2026-01-02 17:00:00 小陶(10001)\n12:30:00 见',
    'time,author,text\n2026-01-02 09:00:00,Milo,a',
    '[09:00] <Milo> hello there\n[09:01] <Milo> hello',
    '{"time":"2026-01-02T09:00:00Z","author":"Milo","text":"a"}',
    '25/12/2025, 18:05 - Jo: 大家好',
  ]) {
    const { report } = await readText(text);
    assert.equal(report.truncated, false, text);
  }
});

test('three defects in one QQ file: no date, text before the first header, another encoding', async () => {
  const bytes = Buffer.concat([
    Buffer.from('别处来的一行\n2026-01-02 17:00:00 小陶(10001)\n大家好\n2026-13-02 17:00:05 老穆(10002)\n丢了\n'),
    Buffer.from('2026-01-02 17:00:09 \u8001\u7a46(10002)\n'),
    Buffer.from([0xd4, 0xe7, 0x0a]),
    Buffer.from('2026-01-02 17:00:10 小陶(10001)\n早\n'),
  ]);
  const { messages, report } = await readText(bytes);
  assert.deepEqual(
    messages.map(({ author, text }) => `${author.name}: ${text}`),
    ['小陶: 大家好', '老穆: 早', '小陶: 早'],
  );
  assert.deepEqual(
    report.problems.map(({ code, line }) => [code, line]),
    [
      ['mixed_encoding', undefined],
      ['bad_time', 4],
    ],
  );
  assert.deepEqual(report.unknownSamples, [
    { line: 1, excerpt: '别处来的一行' },
    { line: 4, excerpt: '2026-13-02 17:00:05 老穆(10002)' },
    { line: 5, excerpt: '丢了' },
  ]);
});

test('three defects in one Telegram file: a message without time, one cut value, an end in the middle', async () => {
  const { messages, report } = await readText(`{"name":"K","type":"private_group","id":1,"messages":[
{"id":1,"type":"message","date":"2026-01-02T09:00:00","date_unixtime":"1767344400","from":"Milo","from_id":"user1","text":"a"},
{"id":2,"type":"message","from":"Milo","from_id":"user1","text":"b"},
{"id":3,"type":"message","date":"2026-01-02T09:00:02","date_unixtime":1767344402x,"from":"Milo","from_id":"user1","text":"c"},
{"id":4,"type":"message","date":"2026-01-02T09:00:03","date_unixtime":"1767344403","from":"Rune","from_id":"user2","text":"d"},
{"id":5,"type":"mes`);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['a', 'd'],
  );
  assert.deepEqual(report.problems.map(({ code }) => code).sort(), ['bad_time', 'broken_value', 'truncated']);
  assert.equal(report.truncated, true);
});
