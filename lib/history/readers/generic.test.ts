import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText, showMessage } from '../testing.ts';

test('well-known columns are found and the guess is noted', async () => {
  const { messages, report, format } = await readText(
    'time(Asia/Shanghai),group_id,group_name,from_id,from_nickname,content_type,content\n' +
      '2026-01-02 17:00:00,9,风筝会,u1,小陶,text,"大家好,早"\n2026-01-02 17:00:09,9,风筝会,u2,老穆,image,\n',
  );
  assert.equal(format, 'csv');
  assert.deepEqual(messages.map(showMessage), ['2026-01-02T17:00:00 小陶: 大家好,早', '2026-01-02T17:00:09 老穆: ']);
  assert.deepEqual(messages[1]?.author, { name: '老穆', externalId: 'u2' });
  assert.equal(messages[1]?.kind, 'image');
  assert.equal(messages[0]?.group?.name, '风筝会');
  assert.deepEqual(
    report.assumptions.map(({ code }) => code),
    ['mapping_guessed', 'zone_missing'],
  );
});

test('a mapping names the columns; rows without time or author are told with their line', async () => {
  const mapping = { time: 'when', author: 'who', text: 'what', replyTo: 're', id: 'no' };
  const { messages, report } = await readText(
    'no;when;who;what;re\n1;2026-01-02T09:00:00+01:00;Milo;hi;\n2;later;Milo;lost;\n3;1767344400;;lost;\n4;1767344460000;Rune;yes;1\n',
    { mapping },
  );
  assert.deepEqual(messages.map(showMessage), ['2026-01-02T08:00:00 Milo: hi', '2026-01-02T09:01:00 Rune: yes']);
  assert.deepEqual(messages[1]?.replyTo, { externalId: '1' });
  assert.deepEqual(
    report.unknownSamples.map(({ line }) => line),
    [3, 4],
  );
  assert.deepEqual(
    report.problems.map(({ code, line }) => [code, line]),
    [
      ['bad_time', 3],
      ['missing_author', 4],
    ],
  );
});

test('unknown columns ask for a mapping and list what there is', async () => {
  const text = 'alpha,beta,gamma\n1,2,3\n';
  await assert.rejects(readText(text), {
    code: 'mapping_needed',
    cure: 'choose_columns',
    data: { file: 'export', line: 1, columns: ['alpha', 'beta', 'gamma'] },
  });
  await assert.rejects(readText(text, { mapping: { time: 'alpha', author: 'x', text: 'beta' } }), {
    code: 'mapping_wrong',
    data: { file: 'export', line: 1, columns: ['x'] },
  });
});

test('JSON lines and a JSON list, with nested fields', async () => {
  const rows = [
    '{"sent":"2026-01-02T09:00:00Z","user":{"nick":"milo","id":7},"body":"hi","id":"a"}',
    '{"sent":"2026-01-02T09:01:00Z","user":{"nick":"rune","id":8},"body":"yo","id":"b"}',
  ];
  const mapping = { time: 'sent', author: 'user.nick', authorId: 'user.id', text: 'body', id: 'id' };
  for (const text of [rows.join('\n'), `[${rows.join(',\n')}]`, `${rows[0]}\n{broken\n${rows[1]}\n`]) {
    const { messages, format, report } = await readText(text, { mapping });
    assert.equal(format, 'jsonl');
    assert.deepEqual(messages.map(showMessage), ['2026-01-02T09:00:00 milo: hi', '2026-01-02T09:01:00 rune: yo']);
    assert.deepEqual(messages[1]?.author, { name: 'rune', externalId: '8' });
    assert.equal(report.unknownLines, text.includes('broken') ? 1 : 0);
  }
});

test('dates with the year at the end: dots mean the day first, slashes are settled by the rows or assumed', async () => {
  const times = async (rows: string, separator = ';') => {
    const { messages, report, format } = await readText(
      ['date', 'sender', 'message'].join(separator) + '\n' + rows.replaceAll(';', separator),
    );
    assert.equal(format, 'csv');
    assert.equal(report.unknownLines, 0);
    const told = report.assumptions.filter(({ code }) => code.startsWith('date_order'));
    return [messages.map(({ at }) => new Date(at).toISOString().slice(0, 16)), told.map(({ value }) => value)];
  };
  const days = ['2026-01-02T18:05', '2026-01-13T18:06'];
  assert.deepEqual(await times('02.01.2026 18:05;Jo;hi\n13.01.2026 18:06;Li;ho\n'), [days, []]);
  assert.deepEqual(await times('1/2/26, 6:05 PM;Jo;hi\n1/13/26, 6:06 PM;Li;ho\n', '\t'), [days, []]);
  assert.deepEqual(await times('02/01/2026 18:05;Jo;hi\n'), [days.slice(0, 1), ['dmy']]);
  const { messages } = await readText(
    '{"time":"13.01.2026 18:06","author":"Jo","text":"hi"}\n{"time":"14.01.2026 18:06","author":"Li","text":"ho"}\n',
  );
  assert.equal(new Date(messages[0]!.at).toISOString().slice(0, 16), days[1]);
});
