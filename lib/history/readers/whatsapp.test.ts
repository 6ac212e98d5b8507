import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSample, readTarget, readText, samplesMissing, showMessage, showTime } from '../testing.ts';

const SAMPLES = [
  'test_mmddyy_24hrs',
  'test_ddmmyy_24hrs',
  'test_[mmddyy]_24hrs',
  'test_mmddyyyy_12hrs',
  'test_yyyymmdd_24hrs',
];

for (const sample of SAMPLES) {
  test(`reads the public sample ${sample}`, { skip: samplesMissing }, async () => {
    const { messages, events, report } = await readText(await readSample(`whatsapp/${sample}.txt`));
    assert.deepEqual(messages.map(showMessage), await readTarget('whatsapp'));
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['other', 'create', 'invite'],
    );
    assert.equal(report.unknownLines, 0);
  });
}

test('an Android export: continued lines, system rows, media, mentions, edits', async () => {
  const { messages, events, report, format } = await readText(
    `02/01/2026, 09:00 - Messages and calls are end-to-end encrypted.
02/01/2026, 09:00 - Tova created group "Kite club: north"
02/01/2026, 09:01 - Tova added Milo and Rune
02/01/2026, 09:02 - Milo: hello
second line

fourth line
02/01/2026, 09:03 - Rune: <Media omitted>
02/01/2026, 09:04 - Rune: IMG-20260102-WA0001.jpg (file attached)
14/01/2026, 23:59 - Milo: see you @\u2068Tova\u2069: at 9 <This message was edited>
15/01/2026, 00:01 - Rune: This message was deleted
15/01/2026, 00:02 - Milo left
`,
    { name: 'WhatsApp Chat with Kite club.txt' },
  );
  assert.equal(format, 'whatsapp');
  assert.deepEqual(
    messages.map((one) => [showTime(one.at), one.author.name, one.kind, one.text]),
    [
      ['2026-01-02T09:02:00', 'Milo', 'text', 'hello\nsecond line\n\nfourth line'],
      ['2026-01-02T09:03:00', 'Rune', 'other', ''],
      ['2026-01-02T09:04:00', 'Rune', 'image', ''],
      ['2026-01-14T23:59:00', 'Milo', 'text', 'see you @\u2068Tova\u2069: at 9'],
      ['2026-01-15T00:01:00', 'Rune', 'text', 'This message was deleted'],
    ],
  );
  assert.deepEqual(messages[3]?.mentions, [{ name: 'Tova' }]);
  assert.equal(messages[3]?.edited, true);
  assert.equal(messages[4]?.recalled, true);
  assert.deepEqual(
    events.map(({ kind, actor, targets }) => [kind, actor?.name, targets?.map(({ name }) => name)]),
    [
      ['settings', undefined, undefined],
      ['create', 'Tova', undefined],
      ['invite', 'Tova', ['Milo', 'Rune']],
      ['leave', 'Milo', undefined],
    ],
  );
  assert.equal(messages[0]?.group?.name, 'Kite club');
  assert.equal(messages[0]?.zoneKnown, false);
  assert.deepEqual(report.assumptions.map(({ code }) => code).sort(), ['group_from_file_name', 'zone_missing']);
});

test('a Chinese iOS export: 上午/下午/中午, omitted media, group rows said by the group', async () => {
  const { messages, events } = await readText(
    `[2026/1/2 上午9:02:03] 风筝会: \u200e消息和通话已进行端到端加密。
[2026/1/2 上午12:02:03] 小陶: 早
\u200e[2026/1/2 下午12:05:00] 老穆: \u200e<省略影音内容>
[2026/1/2 下午9:02:03] 老穆: \u200e图像已忽略
[2026/1/2 中午12:30:00] 小陶: 吃饭：走吗？
[2026/1/3 上午1:00:00] 小陶: \u200e小陶退出了群组
`,
  );
  assert.deepEqual(
    messages.map((one) => [showTime(one.at), one.author.name, one.kind, one.text]),
    [
      ['2026-01-02T00:02:03', '小陶', 'text', '早'],
      ['2026-01-02T12:05:00', '老穆', 'other', ''],
      ['2026-01-02T21:02:03', '老穆', 'image', ''],
      ['2026-01-02T12:30:00', '小陶', 'text', '吃饭：走吗？'],
    ],
  );
  assert.deepEqual(
    events.map(({ kind, actor }) => [kind, actor?.name]),
    [
      ['settings', undefined],
      ['leave', '小陶'],
    ],
  );
});

const FORMS: [string, string, string][] = [
  ['German', '24.12.25, 18:05 - Jo: a', '2025-12-24T18:05:00'],
  ['French', '24/12/2025 à 18:05 - Jo: a', '2025-12-24T18:05:00'],
  ['Dutch', '24-12-2025 18:05 - Jo: a', '2025-12-24T18:05:00'],
  ['Finnish', '24.12.2025 klo 18.05 - Jo: a', '2025-12-24T18:05:00'],
  ['American', '12/24/25, 6:05\u202fPM - Jo: a', '2025-12-24T18:05:00'],
  ['Spanish', '24/12/25, 6:05 p. m. - Jo: a', '2025-12-24T18:05:00'],
  ['Taiwanese', '2025/12/24 下午6:05 - Jo: a', '2025-12-24T18:05:00'],
  ['Korean', '2025. 12. 24. 오후 6:05 - Jo: a', '2025-12-24T18:05:00'],
  ['Japanese', '[2025/12/24 18:05:09] Jo: a', '2025-12-24T18:05:09'],
  ['Swedish', '[2025-12-24 18:05:09] Jo: a', '2025-12-24T18:05:09'],
  [
    'short year first',
    '25/12/24, 18:05 - Jo: a\n25/12/25, 18:05 - Jo: a\n26/01/31, 18:05 - Jo: a',
    '2025-12-24T18:05:00',
  ],
];
for (const [name, text, time] of FORMS) {
  test(`date as written on a ${name} phone`, async () => {
    const { messages } = await readText(text);
    assert.equal(showTime(messages[0]?.at ?? 0), time);
    assert.equal(messages[0]?.author.name, 'Jo');
  });
}

test('the order of day and month is settled by a line far below', async () => {
  const early = '03/04/2025, 10:00 - Jo: a\n04/04/2025, 10:00 - Jo: b\n';
  const dayFirst = await readText(`${early}25/04/2025, 10:00 - Jo: c\n`);
  const monthFirst = await readText(`${early}04/25/2025, 10:00 - Jo: c\n`);
  assert.equal(showTime(dayFirst.messages[0]?.at ?? 0), '2025-04-03T10:00:00');
  assert.equal(showTime(monthFirst.messages[0]?.at ?? 0), '2025-03-04T10:00:00');
  assert.deepEqual(dayFirst.report.assumptions, [{ code: 'zone_missing' }]);
});

test('without a field above 12 the order that runs forward wins and is noted', async () => {
  const forward = await readText('05/01/2025, 10:00 - Jo: a\n04/02/2025, 10:00 - Jo: b\n03/03/2025, 10:00 - Jo: c\n');
  assert.equal(showTime(forward.messages[2]?.at ?? 0), '2025-03-03T10:00:00');
  assert.equal(showTime(forward.messages[1]?.at ?? 0), '2025-02-04T10:00:00');
  assert.deepEqual(forward.report.assumptions[0], { code: 'date_order_from_file', value: 'dmy' });
  const close = await readText('05/01/2025, 10:00 - Jo: a\n05/02/2025, 10:00 - Jo: b\n05/03/2025, 10:00 - Jo: c\n');
  assert.equal(showTime(close.messages[2]?.at ?? 0), '2025-05-03T10:00:00');
});

test('two phones in one file: a year in front is a year', async () => {
  const { messages, report } = await readText(
    '25/01/2026, 09:01 - Jo: a\n[2026/1/26 上午9:02:03] 小陶: <省略影音内容>\n',
  );
  assert.deepEqual(
    messages.map(({ at }) => showTime(at)),
    ['2026-01-25T09:01:00', '2026-01-26T09:02:03'],
  );
  assert.deepEqual(report.problems, []);
});

test('nothing to tell by: custom decides and the report says so', async () => {
  const { messages, report } = await readText('05/01/2025, 10:00 - Jo: a\n');
  assert.equal(showTime(messages[0]?.at ?? 0), '2025-01-05T10:00:00');
  assert.deepEqual(report.assumptions[0], { code: 'date_order_assumed', value: 'dmy' });
  const told = await readText('05/01/2025, 10:00 - Jo: a\n', { dateOrder: 'mdy' });
  assert.equal(showTime(told.messages[0]?.at ?? 0), '2025-05-01T10:00:00');
});

test('three defects: an impossible date, text before the first header, a line in another encoding', async () => {
  const utf8 = new TextEncoder();
  const gbk = Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3]); // 你好
  const bytes = Buffer.concat([
    utf8.encode('25/12/2025, 18:05 - 小陶: 一\n31/02/2026, 18:05 - 小陶: 二\nstray\n26/12/2025, 18:06 - 老穆: '),
    gbk,
    utf8.encode('\n26/12/2025, 18:07 - 小陶: 三\n'),
  ]);
  const { messages, report } = await readText(bytes);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['一', '你好', '三'],
  );
  assert.equal(report.unknownLines, 2);
  assert.deepEqual(
    report.unknownSamples.map(({ line }) => line),
    [2, 3],
  );
  assert.deepEqual(report.problems.map(({ code }) => code).sort(), ['bad_time', 'date_order_mixed', 'mixed_encoding']);
});

test('a zone turns wall time into UTC, over a clock change too', async () => {
  const text = '28/03/2026, 12:00 - Jo: a\n30/03/2026, 12:00 - Jo: b\n';
  const { messages, report } = await readText(text, { zone: 'Europe/Berlin' });
  assert.deepEqual(
    messages.map(({ at }) => showTime(at)),
    ['2026-03-28T11:00:00', '2026-03-30T10:00:00'],
  );
  assert.equal(messages[0]?.zoneAssumed, 'Europe/Berlin');
  assert.deepEqual(report.assumptions.at(-1), { code: 'zone_assumed', value: 'Europe/Berlin' });
  await assert.rejects(readText(text, { zone: 'Nowhere/Land' }), { code: 'zone_unknown', cure: 'choose_zone' });
});

const ROWS: [string, string, string, string][] = [
  ['Tova changed the subject from "A: b" to "C: d"', 'rename', 'Tova', ''],
  ['You removed Rune', 'remove', 'You', 'Rune'],
  ["Milo joined using this group's invite link", 'join', 'Milo', ''],
  ['小陶创建了群组“风筝会”', 'create', '小陶', ''],
  ['小陶添加了老穆', 'invite', '小陶', '老穆'],
  ['小陶将老穆移除', 'remove', '小陶', '老穆'],
  ['小陶 已新增 老穆', 'invite', '小陶', '老穆'],
  ['小陶 已移除 老穆', 'remove', '小陶', '老穆'],
  ['老穆 已加入群組', 'join', '老穆', ''],
  ['老穆 已離開', 'leave', '老穆', ''],
  ['Tova hat Milo hinzugefügt', 'invite', 'Tova', 'Milo'],
  ['Milo hat die Gruppe verlassen', 'leave', 'Milo', ''],
  ['Tova añadió a Milo', 'invite', 'Tova', 'Milo'],
];
for (const [text, kind, actor, target] of ROWS) {
  test(`system row: ${text}`, async () => {
    const { events, messages } = await readText(
      `13/01/2026, 21:01 - ${text}\n13/01/2026, 21:02 - Milo: we all left: bye\n`,
    );
    assert.deepEqual(
      events.map((event) => [event.kind, event.actor?.name, event.targets?.map(({ name }) => name).join() ?? '']),
      [[kind, actor, target]],
    );
    assert.equal(messages[0]?.text, 'we all left: bye');
  });
}

test('dates in Arabic digits and in Buddhist years', async () => {
  const arabic = await readText('٢/١/٢٠٢٦، ٩:٠١ ص - منى: مرحبا ٥\n١٣/١/٢٠٢٦، ٩:٠٢ م - علي: اهلا\n');
  assert.deepEqual(arabic.messages.map(showMessage), [
    '2026-01-02T09:01:00 منى: مرحبا ٥',
    '2026-01-13T21:02:00 علي: اهلا',
  ]);
  const thai = await readText('2/1/2569 09:01 - Ana: x\n13/1/2569 10:01 - Luc: y\n');
  assert.deepEqual(thai.messages.map(showMessage), ['2026-01-02T09:01:00 Ana: x', '2026-01-13T10:01:00 Luc: y']);
});
