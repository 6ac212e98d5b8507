import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HistoryError } from './errors.ts';
import { readers } from './formats.ts';
import { eachItem, openHistory } from './history.ts';
import { makeSource } from './sources.ts';
import { makeFolder, readInput, readText } from './testing.ts';

/** The smallest chat of two people in every format. */
const SMALL: Record<string, string> = {
  telegram:
    '{"name":"K","type":"private_group","id":1,"messages":[{"id":1,"type":"message","date":"2026-01-02T09:00:00","date_unixtime":"1767344400","from":"Milo","from_id":"user1","text":"a"},{"id":2,"type":"message","date":"2026-01-02T09:00:00","date_unixtime":"1767344401","from":"Rune","from_id":"user2","text":"b"}]}',
  'discord-json':
    '{"guild":{"id":"9","name":"K"},"channel":{"id":"1","name":"c"},"messages":[{"id":"1","type":"Default","timestamp":"2026-01-02T09:00:00Z","content":"a","author":{"id":"1","name":"Milo"}},{"id":"2","type":"Default","timestamp":"2026-01-02T09:00:01Z","content":"b","author":{"id":"2","name":"Rune"}}],"messageCount":2}',
  'discord-csv':
    'AuthorID,Author,Date,Content,Attachments,Reactions\n1,Milo,2026-01-02T09:00:00Z,a,,\n2,Rune,2026-01-02T09:00:01Z,b,,\n',
  slack:
    '[{"type":"message","user":"Milo","text":"a","ts":"1767344400.000100"},{"type":"message","user":"Rune","text":"b","ts":"1767344401.000100"}]',
  instagram:
    '{"participants":[],"messages":[{"sender_name":"Milo","timestamp_ms":1767344400000,"content":"a"},{"sender_name":"Rune","timestamp_ms":1767344401000,"content":"b"}]}',
  'qq-exporter':
    '{"metadata":{"name":"QQChatExporter V4"},"chatInfo":{"name":"K","type":"group"},"messages":[{"messageId":"1","timestamp":1767344400000,"sender":{"uin":"1","name":"Milo"},"content":{"text":"a"}},{"messageId":"2","timestamp":1767344401000,"sender":{"uin":"2","name":"Rune"},"content":{"text":"b"}}]}',
  chatlab:
    '{"chatlab":{"version":"0.0.1"},"meta":{"name":"K","type":"group"},"members":[],"messages":[{"sender":"1","accountName":"Milo","timestamp":1767344400,"type":0,"content":"a"},{"sender":"2","accountName":"Rune","timestamp":1767344401,"type":0,"content":"b"}]}',
  'chatlab-jsonl':
    '{"_type":"header","chatlab":{"version":"0.0.1"},"meta":{"name":"K"}}\n{"_type":"message","sender":"1","accountName":"Milo","timestamp":1767344400,"type":0,"content":"a"}\n{"_type":"message","sender":"2","accountName":"Rune","timestamp":1767344401,"type":0,"content":"b"}\n',
  weflow:
    '{"session":{"wxid":"9@chatroom","nickname":"K","type":"群聊","messageCount":2},"messages":[{"localId":1,"createTime":1767344400,"type":"文本消息","content":"a","senderUsername":"1","senderDisplayName":"Milo"},{"localId":2,"createTime":1767344401,"type":"文本消息","content":"b","senderUsername":"2","senderDisplayName":"Rune"}]}',
  'chatlog-json':
    '[{"seq":1,"time":"2026-01-02T09:00:00Z","talker":"9@chatroom","sender":"1","senderName":"Milo","type":1,"content":"a"},{"seq":2,"time":"2026-01-02T09:00:01Z","talker":"9@chatroom","sender":"2","senderName":"Rune","type":1,"content":"b"}]',
  'chatlog-csv':
    'Time,SenderName,Sender,TalkerName,Talker,Content\n2026-01-02 09:00:00,Milo,1,K,9,a\n2026-01-02 09:00:01,Rune,2,K,9,b\n',
  'chatlog-text': 'Milo(1) 2026-01-02 09:00:00\na\n\nRune(2) 2026-01-02 09:00:01\nb\n',
  wechatmsg:
    'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender\n1,5,1,0,0,1767344400,2,a,x,,Milo,1\n2,5,1,0,0,1767344401,2,b,x,,Rune,2\n',
  signal: '[2026-01-02, 09:00] Milo: a\n[2026-01-02, 09:01] Rune: b\n',
  whatsapp: '02/01/2026, 09:00 - Milo: a\n02/01/2026, 09:01 - Rune: b\n',
  'qq-txt':
    '消息记录（此消息记录为文本格式，不支持重新导入）\n消息对象:K\n\n2026-01-02 09:00:00 Milo(10001)\na\n\n2026-01-02 09:00:01 Rune(10002)\nb\n',
  line: '[LINE] Chat history in K\nSaved on: 2026/01/05 10:00\n\n2026.01.02 Friday\n09:00\tMilo\ta\n09:01\tRune\tb\n',
  irc: '[09:00] <Milo> a\n[09:01] <Rune> b\n',
  'wechat-paste': 'Milo\n2026年1月2日 09:00\na\nRune\n2026年1月2日 09:01\nb\n',
  csv: 'time,author,text\n2026-01-02 09:00:00,Milo,a\n2026-01-02 09:00:01,Rune,b\n',
  jsonl:
    '{"time":"2026-01-02T09:00:00Z","author":"Milo","text":"a"}\n{"time":"2026-01-02T09:00:01Z","author":"Rune","text":"b"}\n',
};

test('every format has its smallest chat here', () => {
  assert.deepEqual(Object.keys(SMALL).sort(), readers.map(({ format }) => format).sort());
});

for (const [format, text] of Object.entries(SMALL)) {
  test(`${format} is told by its content, whatever its name, and read whole`, async () => {
    for (const name of ['chat.jpg', '2026-01-02.csv', 'x.json']) {
      const { format: found, messages, report } = await readText(text, { name });
      assert.equal(found, format);
      assert.deepEqual(
        messages.map(({ author, text: said }) => [author.name, said]),
        [
          ['Milo', 'a'],
          ['Rune', 'b'],
        ],
      );
      assert.deepEqual(report.problems, []);
      assert.deepEqual([report.unknownLines, report.messages, report.systemRows], [0, 2, 0]);
    }
  });

  test(`${format} cut or damaged anywhere gives a report or a coded error`, async () => {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0x22, 0x5d]), bytes.subarray(at + 2)]);
      for (const broken of [bytes.subarray(0, at), damaged]) {
        try {
          const { messages } = await readText(broken);
          assert.ok(messages.length <= 4);
        } catch (error) {
          assert.ok(error instanceof HistoryError, `byte ${at}: ${String(error)}`);
        }
      }
    }
  });
}

test('all formats in one folder: every file read, every message there', async () => {
  const files = Object.entries(SMALL).map(([format, text]): [string, string] => [`${format}.dat`, text]);
  const { messages, report } = await readInput(makeFolder('all', Object.fromEntries(files)));
  assert.equal(messages.length, files.length * 2);
  assert.deepEqual(
    report.files.map(({ messages: count }) => count),
    files.map(() => 2),
  );
  assert.equal(report.format.split('+').length, readers.length);
});

test('a table that needs a mapping does not cost the chat beside it; alone it asks for the mapping', async () => {
  const table = 'item,price,count\nkite,3,4\n';
  const { messages, report } = await readInput(makeFolder('k', { 'a.csv': table, 'b.txt': SMALL.whatsapp ?? '' }));
  assert.equal(messages.length, 2);
  assert.deepEqual(
    report.files.map(({ name, skipped }) => [name, skipped]),
    [
      ['a.csv', 'mapping_needed'],
      ['b.txt', undefined],
    ],
  );
  await assert.rejects(readInput(makeFolder('k', { 'a.csv': table })), { code: 'mapping_needed' });
});

test('an endless stream is read without holding it', async () => {
  const line = new TextEncoder().encode('25/12/2025, 18:05 - Milo: hello there\n'.repeat(1000));
  let given = 0;
  const source = {
    name: 'pipe',
    async *bytes() {
      for (;;) {
        given += 1;
        yield line;
      }
    },
  };
  const history = await openHistory(source);
  let count = 0;
  for await (const item of eachItem(history)) {
    assert.equal(item.type, 'message');
    count += 1;
    if (count === 50_000) break;
  }
  // Detection, the scan for the date order and the reading itself: each takes what it needs and stops.
  assert.ok(given < 500, `${given} pieces taken for 50 of them`);
});

test('endless text without a line end, and an endless message, do not pile up', async () => {
  const source = (first: string, more: string) => ({
    name: 'pipe',
    async *bytes() {
      yield new TextEncoder().encode(first);
      for (let index = 0; index < 300; index += 1) yield new TextEncoder().encode(more);
    },
  });
  const flat = await readInput(source('25/12/2025, 18:05 - Milo: a', 'x'.repeat(20_000)));
  assert.ok(flat.report.problems.some(({ code }) => code === 'line_cut'));
  const tall = await readInput(source('25/12/2025, 18:05 - Milo: a\n', 'x\n'.repeat(10_000)));
  assert.deepEqual(
    tall.report.problems.map(({ code }) => code),
    ['text_cut'],
  );
  assert.ok((tall.messages[0]?.text.length ?? 0) <= 200_100);
});

test('a given format overrides the detection', async () => {
  const { format } = await readText(SMALL.signal ?? '', { format: 'whatsapp' });
  assert.equal(format, 'whatsapp');
  await assert.rejects(openHistory(makeSource('x', '\0\0\0\0')), { code: 'binary' });
});
