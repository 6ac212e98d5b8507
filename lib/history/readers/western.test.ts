import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  makeFolder,
  readInput,
  readSample,
  readTarget,
  readText,
  samplesMissing,
  showMessage,
  showTime,
} from '../testing.ts';

for (const [folder, file] of [
  ['signal', 'test_export.txt'],
  ['instagram', 'test_export.json'],
] as const) {
  test(`reads the public sample of ${folder}`, { skip: samplesMissing }, async () => {
    const { messages, format } = await readText(await readSample(`${folder}/${file}`));
    assert.equal(format, folder);
    assert.deepEqual(messages.map(showMessage).sort(), await readTarget(folder));
  });
}

test('Signal: continued lines, times without zone', async () => {
  const { messages } = await readText('[2026-01-02, 09:00] Milo: one: two\nthree\n[2026-01-02, 09:01] Rune: \n');
  assert.deepEqual(
    messages.map(({ author, text }) => [author.name, text]),
    [
      ['Milo', 'one: two\nthree'],
      ['Rune', ''],
    ],
  );
  assert.equal(messages[0]?.zoneKnown, false);
});

test('Instagram: bytes written as characters are mended, other accents are left alone', async () => {
  const { messages, events, report } = await readText(
    String.raw`{"participants":[{"name":"Jos\u00c3\u00a9"},{"name":"Quiet"}],"messages":[
 {"sender_name":"Jos\u00c3\u00a9","timestamp_ms":1767344460000,"content":"\u00e4\u00bd\u00a0\u00e5\u00a5\u00bd","reactions":[{"reaction":"\u00e2\u009d\u00a4","actor":"Ida"}]},
 {"sender_name":"Ida","timestamp_ms":1767344450000,"content":"caf\u00e9"},
 {"sender_name":"Ida","timestamp_ms":1767344440000,"photos":[{"uri":"x/photos/1.jpg"}]},
 {"sender_name":"Ida","timestamp_ms":1767344430000,"content":"Ida left the group."},
 {"sender_name":"Ida"}],"title":"Kites","thread_path":"inbox/kites_1"}`,
  );
  assert.deepEqual(messages.map(showMessage), [
    '2026-01-02T09:01:00 José: 你好',
    '2026-01-02T09:00:50 Ida: café',
    '2026-01-02T09:00:40 Ida: ',
  ]);
  assert.deepEqual(messages[0]?.reactions, [{ emoji: '❤', count: 1, by: [{ name: 'Ida' }] }]);
  assert.deepEqual(messages[2]?.attachments, [{ kind: 'image', name: '1.jpg' }]);
  assert.equal(events[0]?.kind, 'leave');
  assert.equal(report.unknownLines, 1);
  assert.equal(report.authors.get('name:Quiet')?.messages, 0);
});

test('Discord JSON: replies, reactions, bots, joins, files, a count that does not agree', async () => {
  const author = (id: string, name: string, bot = false): string =>
    `{"id":"${id}","name":"${name}","discriminator":"0000","nickname":"${name.toUpperCase()}","isBot":${bot},"roles":[]}`;
  const { messages, events, report, format } =
    await readText(`{"guild":{"id":"9","name":"Makers"},"channel":{"id":"91","type":"GuildTextChat","category":"Main","name":"chat"},"dateRange":{},"messages":[
 {"id":"1","type":"GuildMemberJoin","timestamp":"2026-01-02T09:00:00+00:00","content":"Joined.","author":${author('7', 'milo')}},
 {"id":"2","type":"Default","timestamp":"2026-01-02T10:00:00.123+01:00","timestampEdited":"2026-01-02T10:05:00+01:00","content":"hello @RUNE","author":${author('7', 'milo')},"attachments":[],"reactions":[{"emoji":{"id":"","name":"👍"},"count":2,"users":[${author('8', 'rune')}]}],"mentions":[${author('8', 'rune')}]},
 {"id":"3","type":"Reply","timestamp":"2026-01-02T09:01:00+00:00","content":"hi","author":${author('8', 'rune')},"reference":{"messageId":"2","channelId":"91"}},
 {"id":"4","type":"Default","timestamp":"2026-01-02T09:02:00+00:00","content":"","author":${author('9', 'helper', true)},"attachments":[{"id":"a","url":"u","fileName":"kite.png","fileSizeBytes":9}]}
],"messageCount":6}`);
  assert.equal(format, 'discord-json');
  assert.deepEqual(
    messages.map(({ externalId, author: { name, externalId: id, isBot }, kind, text }) => [
      externalId,
      name,
      id,
      isBot,
      kind,
      text,
    ]),
    [
      ['2', 'MILO', '7', undefined, 'text', 'hello @RUNE'],
      ['3', 'RUNE', '8', undefined, 'text', 'hi'],
      ['4', 'HELPER', '9', true, 'image', ''],
    ],
  );
  assert.equal(new Date(messages[0]?.at ?? 0).toISOString(), '2026-01-02T09:00:00.123Z');
  assert.equal(showTime(messages[0]?.editedAt ?? 0), '2026-01-02T09:05:00');
  assert.deepEqual(messages[1]?.replyTo, { externalId: '2' });
  assert.deepEqual(messages[0]?.reactions, [{ emoji: '👍', count: 2, by: [{ name: 'RUNE', externalId: '8' }] }]);
  assert.deepEqual(messages[0]?.mentions, [{ name: 'RUNE', externalId: '8' }]);
  assert.deepEqual(messages[0]?.group, { name: 'Makers / chat', externalId: '91', kind: 'group' });
  assert.deepEqual(
    events.map(({ kind, actor }) => [kind, actor?.name]),
    [['join', 'MILO']],
  );
  assert.deepEqual(
    report.problems.map(({ code, detail }) => [code, detail]),
    [['count_mismatch', '6/4']],
  );
});

test('Discord CSV, new dates with zone and old ones without', async () => {
  const { messages, format } = await readText(
    'AuthorID,Author,Date,Content,Attachments,Reactions\n"7","milo","2026-01-02T10:00:00.0000000+01:00","hello, all","","👍 (2)"\n"8","rune","02-Jan-26 09:01 PM","","https://x.example/a/kite.png?x=1",""\n',
    { name: 'Makers - Main - chat [91].csv' },
  );
  assert.equal(format, 'discord-csv');
  assert.deepEqual(
    messages.map(({ at, zoneKnown, kind }) => [showTime(at), zoneKnown, kind]),
    [
      ['2026-01-02T09:00:00', true, 'text'],
      ['2026-01-02T21:01:00', false, 'image'],
    ],
  );
  assert.deepEqual(messages[0]?.reactions, [{ emoji: '👍', count: 2 }]);
  assert.equal(messages[0]?.group?.externalId, '91');
});

const SLACK = {
  'users.json': `[{"id":"U1","name":"milo","is_bot":false,"profile":{"real_name":"Milo M","display_name":"Milo"}},{"id":"U2","name":"rune","profile":{"real_name":"Rune R","display_name":""}},{"id":"U3","name":"quiet","profile":{"real_name":"Quiet Q"}}]`,
  'channels.json': `[{"id":"C1","name":"general","members":["U1","U2"]},{"id":"C2","name":"kites"}]`,
  'integration_logs.json': '[]',
  'general/2026-01-02.json': `[{"type":"message","subtype":"channel_join","user":"U1","text":"<@U1> has joined the channel","ts":"1767344390.000100"},
 {"type":"message","user":"U1","text":"hi <@U2> see <https://x.example|this> &amp; <#C2|kites>","ts":"1767344400.000100","thread_ts":"1767344400.000100","reply_count":1,"reactions":[{"name":"wave","users":["U2"],"count":1}]},
 {"type":"message","user":"U2","text":"hey","ts":"1767344460.000200","thread_ts":"1767344400.000100","parent_user_id":"U1","edited":{"user":"U2","ts":"1767344470.000000"}},
 {"type":"message","subtype":"bot_message","bot_id":"B1","username":"weather","text":"sunny","ts":"1767344480.000000"},
 {"type":"message","text":"no time"}]`,
  'kites/2026-01-01.json': `[{"type":"message","user":"U9","text":"","files":[{"name":"kite.png","mimetype":"image/png","size":9}],"ts":"1767258000.000000"}]`,
};

test('Slack: names from the lists, threads, markup, reactions, bots', async () => {
  for (const prefix of ['', 'export/']) {
    const files = Object.fromEntries(Object.entries(SLACK).map(([name, text]) => [prefix + name, text]));
    const { messages, events, report, format } = await readInput(makeFolder('slack', files));
    assert.equal(format, 'slack');
    assert.deepEqual(messages.map(showMessage), [
      '2026-01-02T09:00:00 Milo: hi @Rune R see this & #kites',
      '2026-01-02T09:01:00 Rune R: hey',
      '2026-01-02T09:01:20 weather: sunny',
      '2026-01-01T09:00:00 U9: ',
    ]);
    assert.deepEqual(messages[1]?.replyTo, { externalId: '1767344400.000100', authorId: 'U1' });
    assert.equal(messages[0]?.replyTo, undefined);
    assert.deepEqual(messages[0]?.mentions, [{ externalId: 'U2', name: 'Rune R' }]);
    assert.deepEqual(messages[0]?.reactions, [
      { emoji: ':wave:', count: 1, by: [{ name: 'Rune R', externalId: 'U2' }] },
    ]);
    assert.equal(messages[1]?.edited, true);
    assert.equal(messages[2]?.author.isBot, true);
    assert.deepEqual(messages[3]?.group, { externalId: 'C2', name: 'kites', kind: 'group' });
    assert.deepEqual(
      events.map(({ kind, actor }) => [kind, actor?.name]),
      [['join', 'Milo']],
    );
    assert.equal(report.authors.get('id:U3')?.messages, 0);
    assert.deepEqual(
      report.files.map(({ messages: count }) => count),
      [3, 1],
    );
    assert.deepEqual(report.problems, [
      { code: 'bad_time', count: 1, file: `${prefix}general/2026-01-02.json`, line: 5, detail: undefined },
    ]);
  }
});

test('LINE: day lines in three orders, quoted texts, system rows', async () => {
  const chinese = await readText(`[LINE] 與風箏會的聊天記錄
儲存日期：2026/01/05 10:00

2026/01/02（五）
下午05:00\t小陶\t大家好
下午05:01\t老穆\t"第一行
2026/01/01（四）
第三行"
下午05:02\t\t阿魯已加入群組
2026/01/03（六）
上午12:10\t小陶\t[貼圖]
`);
  assert.equal(chinese.format, 'line');
  assert.deepEqual(chinese.messages.map(showMessage), [
    '2026-01-02T17:00:00 小陶: 大家好',
    '2026-01-02T17:01:00 老穆: 第一行 2026/01/01（四） 第三行',
    '2026-01-03T00:10:00 小陶: [貼圖]',
  ]);
  assert.equal(chinese.messages[2]?.kind, 'sticker');
  assert.equal(chinese.messages[0]?.group?.name, '風箏會');
  assert.deepEqual(
    chinese.events.map(({ kind, actor }) => [kind, actor?.name]),
    [['join', '阿魯']],
  );
  const english = await readText(
    '[LINE] Chat history with Milo\nSaved on: 05/01/2026, 10:00\n\nFri, 02/01/2026\n17:00\tMilo\thi\n',
  );
  assert.deepEqual(english.messages.map(showMessage), ['2026-01-02T17:00:00 Milo: hi']);
  const american = await readText(
    '[LINE] Chat history with Milo\nSaved on: 1/5/2026, 10:00\n\nFri, 1/2/2026\n05:00PM\tMilo\thi\n',
  );
  assert.deepEqual(american.messages.map(showMessage), ['2026-01-02T17:00:00 Milo: hi']);
});
