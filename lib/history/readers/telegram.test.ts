import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSample, readTarget, readText, samplesMissing, showMessage, showTime } from '../testing.ts';

for (const sample of ['test_single_export', 'test_batch_export']) {
  test(`reads the public sample ${sample}`, { skip: samplesMissing }, async () => {
    const { messages, format } = await readText(await readSample(`telegram/${sample}.json`));
    assert.equal(format, 'telegram');
    // The reference puts a space between runs of text; the runs carry their own.
    const bare = (line: string): string => line.replaceAll(/\s/gu, '');
    assert.deepEqual(messages.map(showMessage).map(bare), (await readTarget('telegram')).map(bare));
    assert.equal(messages[0]?.zoneKnown, true);
  });
}

const CHAT = String.raw`{
 "name": "Kite club", "type": "private_supergroup", "id": 900100,
 "messages": [
  {"id": 1, "type": "service", "date": "2026-01-02T09:00:00", "date_unixtime": "1767344400", "actor": "Tova", "actor_id": "user11", "action": "create_group", "title": "Kite club", "members": ["Milo"], "text": ""},
  {"id": 2, "type": "service", "date": "2026-01-02T09:00:10", "date_unixtime": "1767344410", "actor": "Rune", "actor_id": "user13", "action": "invite_members", "members": ["Rune"], "text": ""},
  {"id": 3, "type": "message", "date": "2026-01-02T09:01:00", "date_unixtime": "1767344460", "from": "Milo", "from_id": "user12", "text": ["hi ", {"type": "mention", "text": "@tova"}, " \x0b", {"type": "mention_name", "text": "Rune", "user_id": 13}], "reply_to_message_id": 1, "edited": "2026-01-02T09:02:00", "edited_unixtime": "1767344520",
   "reactions": [{"type": "emoji", "count": 2, "emoji": "👍", "recent": [{"from": "Tova", "from_id": "user11", "date": "2026-01-02T09:03:00"}]}]},
  {"id": 4, "type": "message", "date": "2026-01-02T09:04:00", "date_unixtime": "1767344640", "from": null, "from_id": "user14", "media_type": "voice_message", "mime_type": "audio/ogg", "duration_seconds": 7, "file": "(File not included.)", "text": ""},
  {"id": 5, "type": "message", "date": "2026-01-02T09:05:00", "date_unixtime": "1767344700", "from": "Tova", "from_id": "user11", "photo": "photos/1.jpg", "forwarded_from": "News", "text": "look"},
  {"id": 6, "type": "service", "date": "2026-01-02T09:06:00", "date_unixtime": "1767344760", "actor": "Tova", "actor_id": "user11", "action": "remove_members", "members": ["Milo"], "text": ""}
 ]
}`;

test('one chat: service rows, runs of text, mentions, quotes, edits, reactions, media', async () => {
  const { messages, events, report } = await readText(CHAT);
  const [first, voice, photo] = messages;
  assert.deepEqual(
    messages.map(({ externalId, author, kind, text }) => [externalId, author.externalId, author.name, kind, text]),
    [
      ['3', 'user12', 'Milo', 'text', 'hi @tova \u000bRune'],
      ['4', 'user14', '', 'voice', ''],
      ['5', 'user11', 'Tova', 'image', 'look'],
    ],
  );
  assert.equal(showTime(first?.at ?? 0), '2026-01-02T09:01:00');
  assert.deepEqual(first?.group, { name: 'Kite club', kind: 'group', externalId: '900100' });
  assert.deepEqual(first?.replyTo, { externalId: '1' });
  assert.deepEqual(first?.mentions, [{ name: 'tova' }, { name: 'Rune', externalId: 'user13' }]);
  assert.deepEqual(first?.reactions, [{ emoji: '👍', count: 2, by: [{ name: 'Tova', externalId: 'user11' }] }]);
  assert.equal(showTime(first?.editedAt ?? 0), '2026-01-02T09:02:00');
  assert.deepEqual(voice?.attachments, [{ kind: 'voice', mimeType: 'audio/ogg', seconds: 7 }]);
  assert.equal(photo?.forwardedFrom, 'News');
  assert.deepEqual(
    events.map(({ kind, actor, targets }) => [kind, actor?.name, targets?.map(({ name }) => name)]),
    [
      ['create', 'Tova', ['Milo']],
      ['join', 'Rune', undefined],
      ['remove', 'Tova', ['Milo']],
    ],
  );
  assert.deepEqual(report.problems, [{ code: 'repaired_value', count: 1, line: 6 }]);
});

test('a whole account: chats keep their own names, left chats too', async () => {
  const chat = (name: string, id: number): string =>
    `{"name":"${name}","type":"private_group","id":${id},"messages":[{"id":1,"type":"message","date":"2026-01-02T09:00:00","from":"Ida","from_id":4999,"text":"in ${name}"}]}`;
  const { messages, report } = await readText(
    `{"about":"x","personal_information":{"user_id":4999},"contacts":{"list":[{"name":"not a chat"}]},
      "chats":{"about":"y","list":[${chat('A', 1)},{"type":"saved_messages","id":3,"messages":[]},${chat('B', 2)}]},"left_chats":{"list":[${chat('C', 5)}]}}`,
  );
  assert.deepEqual(
    messages.map(({ group, text }) => [group?.name, group?.externalId, text]),
    [
      ['A', '1', 'in A'],
      ['B', '2', 'in B'],
      ['C', '5', 'in C'],
    ],
  );
  assert.deepEqual(messages[0]?.author, { name: 'Ida', externalId: 'user4999', isSelf: true });
  assert.equal(messages[0]?.zoneKnown, false);
  assert.deepEqual(report.assumptions, [{ code: 'zone_missing' }]);
});

test('three defects: no time, a broken value, the end cut off', async () => {
  const cut = CHAT.slice(0, CHAT.indexOf('"id": 5')).replace(
    '"date": "2026-01-02T09:00:10", "date_unixtime": "1767344410",',
    '',
  );
  const { messages, events, report } = await readText(cut.replace('"id": 1,', '"id": ,'));
  assert.deepEqual([messages.length, events.length], [2, 0]);
  assert.deepEqual(
    report.problems.map(({ code, line }) => [code, line]),
    [
      ['broken_value', 4],
      ['repaired_value', 6],
      ['bad_time', 5],
      ['truncated', 9],
    ],
  );
  assert.equal(report.unknownLines, 2);
});

test('a chat in which nothing was written is empty, not a table; its zone is assumed only where it is not known', async () => {
  const chat = (messages: object[]): string => JSON.stringify({ name: '空', type: 'private_group', id: 1, messages });
  await assert.rejects(readText(chat([]), { zone: 'Asia/Shanghai' }), { code: 'empty' });
  const message = { id: 1, type: 'message', date: '2026-01-02T17:00:00', from: '甲', from_id: 'user1', text: '早' };
  const known = await readText(chat([{ ...message, date_unixtime: '1767344400' }]), { zone: 'Asia/Shanghai' });
  assert.deepEqual(known.report.assumptions, []);
  const local = await readText(chat([message]), { zone: 'Asia/Shanghai' });
  assert.ok(local.report.assumptions.some(({ code }) => code === 'zone_assumed'));
  assert.equal(known.messages[0]!.at, local.messages[0]!.at);
});

test('a time that is no date is told as unknown, whatever the rest of the file says', async () => {
  const said = (unix: string, text: string) => {
    return { id: 1, type: 'message', date_unixtime: unix, from: 'A', from_id: 'user1', text };
  };
  const rows = [said('1767230000', 'now'), said('99999999999999', 'never'), said('-5', 'then')];
  const { messages, report } = await readText(
    JSON.stringify({ name: 'Kites', type: 'private_group', id: 1, messages: rows }),
  );
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['now', 'then'],
  );
  assert.deepEqual([report.messages, report.unknownLines], [2, 1]);
  assert.deepEqual(
    report.problems.map(({ code, count }) => [code, count]),
    [['bad_time', 1]],
  );
});
