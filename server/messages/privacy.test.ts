import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../carriers/index.ts';
import { newId } from '../platform/ids.ts';
import { exportMessages } from './privacy.ts';
import { enter, openTalk, openTalkApp, read, said, write } from './testing.ts';

const app = await openTalkApp();

test('being forgotten takes out words, quotes, mentions of the name, reactions, marks and what search finds', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '独孤小兰'), await enter(talk, '阿波')];
  const secret = await said(talk, lan, '我家住在桂花巷');
  await said(talk, bo, { text: '回你', replyTo: secret.id });
  const naming = await said(talk, bo, { text: '@独孤小兰 下次聚会带上你做的月饼', mentions: [lan.identityId] });
  const other = await said(talk, bo, '大家晚安');
  await write(talk, lan, { method: 'PUT', path: `/messages/${other.id}/reactions/like` });
  await write(talk, lan, { method: 'POST', path: '/read', body: { seq: 4 } });
  const before = (await read(talk, bo, '/messages')).body.lastSeq;
  const me = `/api/member/communities/${talk.communityId}/me`;
  const own = await app.request('GET', `${me}/export`, { as: lan.actor });
  assert.deepEqual(
    own.body.messages.messages.map((message: Message) => message.text),
    ['我家住在桂花巷'],
  );
  assert.equal(own.body.messages.reactions.length, 1);
  const erased = await app.request('POST', `${me}/erase`, { as: lan.actor, body: { confirm: '抹去我' } });
  assert.ok(erased.status < 300, erased.text);
  await app.settle();

  const { items, lastSeq } = (await read(talk, bo, '/messages')).body;
  assert.deepEqual(
    items.map((message: Message) => message.text),
    ['', '回你', '@已离开的群友 下次聚会带上你做的月饼', '大家晚安'],
  );
  assert.deepEqual([items[0].author.kind, items[0].recalledAt !== null, items[0].clientId], ['tombstone', true, null]);
  assert.notEqual(items[0].author.identityId, lan.identityId);
  assert.deepEqual([items[1].replyTo.excerpt, items[1].replyTo.recalled], ['', true]);
  assert.deepEqual([items[2].mentions, items[3].reactions], [[], []]);
  assert.ok(lastSeq > before);
  const caught = (await read(talk, bo, `/messages?after=${before}`)).body.items.map((message: Message) => message.id);
  assert.deepEqual(caught.toSorted(), [secret.id, naming.id].toSorted());
  for (const q of ['桂花巷', '独孤']) assert.deepEqual((await read(talk, bo, `/search?q=${q}`)).body.items, [], q);
  assert.equal((await read(talk, bo, '/search?q=月饼')).body.items.length, 1);
  for (const table of [
    'messages',
    'messages_mentions',
    'messages_reactions',
    'messages_reads',
    'messages_search',
    'carriers_acts',
    'carriers_notes',
  ]) {
    const { rows } = await app.services.database.pool.query(`select t::text as line from ${table} t`);
    const left = rows.filter(({ line }: { line: string }) => line.includes(lan.identityId) || /桂花巷|独孤/.test(line));
    assert.deepEqual(left, [], table);
  }
});

test('the export of a community has every message once, with the author as they are called now', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '小兰');
  const texts = Array.from({ length: 12 }, (_, at) => `第${at}句`);
  for (const text of texts) await said(talk, lan, { text, clientId: newId() });
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const row of exportMessages.rows(app.ctx, talk.communityId)) rows.push(row);
  assert.deepEqual(
    rows.map((row) => [row.text, row.authorName]),
    texts.map((text) => [text, '小兰']),
  );
  assert.ok(!('clientId' in rows[0]!));
});
