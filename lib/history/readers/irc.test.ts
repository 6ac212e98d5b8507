import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPeople } from '../people.ts';
import { makeFolder, readInput, readText, showMessage } from '../testing.ts';

test('bracketed clocks: joins, parts, nick changes, actions, midnight', async () => {
  const { messages, events, report, format } = await readText(
    `=== milo [~m@host] has joined #kites
[23:58] <milo> rune: hello
[23:59] <+rune> hi
[23:59] * milo waves
=== milo is now known as milo_away
[00:01] <milo_away> late: yes
=== rune [~r@host] has quit ["bye"]
[00:02] <kitebot> 3 kites
[00:02] -rune:#kites- psst
[00:02] (ann/#kites) from outside
[00:03] <gitter-relay> <ann> hello from elsewhere
garbage
`,
    { name: '#kites-2026-01-02.log' },
  );
  assert.equal(format, 'irc');
  assert.deepEqual(messages.map(showMessage), [
    '2026-01-02T23:58:00 milo: rune: hello',
    '2026-01-02T23:59:00 rune: hi',
    '2026-01-02T23:59:00 milo: waves',
    '2026-01-03T00:01:00 milo_away: late: yes',
    '2026-01-03T00:02:00 kitebot: 3 kites',
    '2026-01-03T00:02:00 rune: psst',
    '2026-01-03T00:02:00 ann: from outside',
    '2026-01-03T00:03:00 ann: hello from elsewhere',
  ]);
  assert.deepEqual(messages[0]?.mentions, [{ name: 'rune' }]);
  assert.equal(messages[0]?.group?.name, '#kites');
  assert.equal(messages[4]?.author.isBot, true);
  assert.equal(messages[7]?.author.relayedBy, 'gitter-relay');
  assert.deepEqual(
    events.map(({ kind, actor }) => [kind, actor?.name]),
    [
      ['join', 'milo'],
      ['rename', 'milo'],
      ['leave', 'rune'],
    ],
  );
  assert.deepEqual(report.unknownSamples, [{ line: 12, excerpt: 'garbage' }]);
  assert.deepEqual(listPeople(report).suggestions, [{ keys: ['name:milo', 'name:milo_away'], reason: 'renamed' }]);
});

const CLIENTS: [string, string][] = [
  ['a bouncer', '[2026-01-02 17:00:00] <milo> hi\n[2026-01-03 17:00:00] <rune> yo\n'],
  [
    'irssi',
    '--- Log opened Fri Jan 02 16:59:00 2026\n17:00 <@milo> hi\n--- Day changed Sat Jan 03 2026\n17:00 < rune> yo\n',
  ],
  [
    'HexChat',
    '**** BEGIN LOGGING AT Fri Jan  2 16:59:00 2026\n\nJan 02 17:00:00 <milo>\thi\nJan 03 17:00:00 <rune>\tyo\n',
  ],
  [
    'WeeChat',
    '2026-01-02 17:00:00\t@milo\thi\n2026-01-02 17:00:01\t-->\tann (a@h) has joined #kites\n2026-01-03 17:00:00\trune\tyo\n',
  ],
];
for (const [client, text] of CLIENTS) {
  test(`a log of ${client}`, async () => {
    const { messages, format, report } = await readText(text);
    assert.equal(format, 'irc');
    assert.deepEqual(messages.map(showMessage), ['2026-01-02T17:00:00 milo: hi', '2026-01-03T17:00:00 rune: yo']);
    assert.equal(report.unknownLines, 0);
  });
}

test('a folder of days is read in order, each with its own date', async () => {
  const folder = makeFolder('#kites', {
    '2026-01-10.log': '[09:00] <milo> c\n',
    '2026-01-02.log': '[09:00] <milo> a\n[09:01] <rune> b\n',
    'notes.bin': Uint8Array.from([0, 1, 0, 2, 0, 0]),
  });
  const { messages, report } = await readInput(folder);
  assert.deepEqual(messages.map(showMessage), [
    '2026-01-02T09:00:00 milo: a',
    '2026-01-02T09:01:00 rune: b',
    '2026-01-10T09:00:00 milo: c',
  ]);
  assert.equal(messages[0]?.group?.name, '#kites');
  assert.deepEqual(
    report.files.map(({ name, messages: count, skipped }) => [name, count, skipped]),
    [
      ['2026-01-02.log', 2, undefined],
      ['2026-01-10.log', 1, undefined],
      ['notes.bin', 0, 'unknown'],
    ],
  );
});

test('where every line is dated, bare lines continue the message above', async () => {
  const { messages, report } = await readText(
    '[2026-01-02 17:00:00] <milo> see: this\nsecond line\n[2026-01-02 17:00:09] <rune> yes\n',
  );
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['see: this\nsecond line', 'yes'],
  );
  assert.equal(report.unknownLines, 0);
});
