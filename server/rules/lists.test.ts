/** Lists of terms through the door: comments and last days, patterns, files in and out, and posts while long lists are made ready. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getRulebook } from './rulebook.ts';
import { buildIndex, settleTerms } from './term-index.ts';
import { ask, enter, heldWord, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const addList = async (court: Court, terms: string[]) => {
  const made = await ask(court, 'POST /lists', { as: court.owner, body: { name: '新表', effect: 'hold', terms } });
  assert.equal(made.status, 201, made.text.slice(0, 300));
  return `/lists/${made.body.list.id}`;
};
const ownerAsks = (court: Court, what: string, body?: unknown) => ask(court, what, { as: court.owner, body });

test('a term with a last day is looked for through that day, shown as over, and kept or deleted', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const terms = `${await addList(court, ['月饼券', '奶茶'])}/terms`;
  const note = (body: object) => ownerAsks(court, `POST ${terms}/note`, { terms: ['月饼券'], ...body });
  const today = app.clock.now().toISOString().slice(0, 10);
  assert.deepEqual((await note({ comment: '中秋的骗局', expires: today })).body, { changed: 1 });
  assert.equal((await say(court, author, '谁要月饼券')).body.code, 'rules.held_terms');
  // Ready before the day was over, and looked with after it.
  app.clock.advance(2 * 86_400_000);
  assert.equal((await say(court, author, '真的月饼券')).status, 201);
  const over = (await ask(court, `GET ${terms}?expired=true`)).body.items;
  assert.deepEqual(over, [{ term: '月饼券', comment: '中秋的骗局', expires: today, expired: true }]);
  const lists = (await ask(court, 'GET /lists')).body.items;
  assert.equal(lists.find(({ name }: { name: string }) => name === '新表').expired, 1);
  await note({ expires: null });
  assert.equal((await say(court, author, '还有月饼券')).body.code, 'rules.held_terms');
  assert.deepEqual((await ask(court, `GET ${terms}?q=中秋`)).body.items[0].comment, '中秋的骗局', 'the comment stayed');
  assert.equal((await note({ expires: '2026-02-30' })).status, 400);
  assert.equal((await note({ comment: 'x'.repeat(201) })).status, 400);
});

test('patterns are looked for, tell their place, and are refused with what is wrong where', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const terms = `${await addList(court, ['/加.{0,3}微.{0,3}群/'])}/terms`;
  assert.equal((await say(court, author, '大家加一下微信群呀')).body.code, 'rules.held_terms');
  const { evidence } = (await ask(court, 'POST /try', { body: { text: '来，加我的微信群' } })).body;
  assert.deepEqual([evidence[0].words, evidence[0].spans], [['/加.{0,3}微.{0,3}群/'], [{ start: 2, end: 8 }]]);
  const add = (term: string) => ownerAsks(court, `POST ${terms}`, { terms: ['好词', term] });
  const broken = await add('/加(微/');
  assert.deepEqual([broken.status, broken.body.code], [422, 'rules.bad_term']);
  assert.match(broken.body.detail ?? broken.text, /第 2 个字「\(微」：圆括号没有配对/);
  assert.match((await add('/加(?=微)/')).text, /前后张望/);
  assert.match((await add('/.*/')).text, /空的消息/);
  assert.equal((await add(`/${'加'.repeat(250)}/`)).status, 400);
  assert.equal((await ask(court, `GET ${terms}?q=好词`)).body.items.length, 0, 'nothing was added');
  const many = Array.from({ length: 50 }, (_, at) => `/词${at}+号/`);
  assert.equal((await ownerAsks(court, `POST ${terms}`, { terms: many })).body.code, 'rules.too_many_patterns');
  const large = Array.from({ length: 12 }, (_, at) => `/词${at}.{0,40}号/`);
  assert.equal((await ownerAsks(court, `POST ${terms}`, { terms: large })).body.code, 'rules.patterns_too_large');
});

test('a file is shown before it is taken, taken as a whole or not at all, and comes out as it went in', async () => {
  const court = await openCourt(app);
  const list = await addList(court, ['奶茶', '刷牙']);
  const terms = `${list}/terms`;
  await ownerAsks(court, `POST ${terms}/note`, { terms: ['刷牙'], comment: '旧的' });
  const text =
    'term,comment,expires\n奶茶,,\n=1+1,"公式, 危险",2027-01-01\n/a(b/,,\n刷牙,新的,\n月饼,,2020-01-01\n月饼,,\n';
  const file = { text, format: 'table' };
  const shown = (await ownerAsks(court, `POST ${terms}/preview`, file)).body;
  const { fresh, known, changed, repeated, expired, broken } = shown;
  assert.deepEqual([fresh, known, changed, repeated, expired, broken], [2, 1, 1, 1, 1, 1]);
  assert.deepEqual([shown.lines[0].line, shown.lines[0].text], [4, '/a(b/,,']);
  assert.match(shown.lines[0].why, /圆括号/);
  const states = shown.examples.map((line: Record<string, unknown>) => [line.term, line.state, line.expired]);
  assert.deepEqual(states, [
    ['=1+1', 'fresh', false],
    ['月饼', 'fresh', true],
    ['刷牙', 'changed', false],
    ['奶茶', 'known', false],
  ]);
  const refused = await ownerAsks(court, `POST ${terms}/import`, file);
  assert.equal(refused.body.code, 'rules.broken_lines');
  assert.match(refused.text, /第 4 行/);
  assert.equal((await ask(court, `GET ${list}`)).body.terms.length, 2, 'nothing was written');
  const taken = await ownerAsks(court, `POST ${terms}/import`, { ...file, skipBroken: true });
  assert.deepEqual(taken.body, { added: 2, changed: 1, skipped: 1 });

  const out = await ask(court, `GET ${terms}/export.csv`);
  assert.match(
    out.text,
    /^\uFEFF?词,说明,到哪天\r\n奶茶,,\r\n刷牙,新的,\r\n'=1\+1,"公式, 危险",2027-01-01\r\n月饼,,2020-01-01\r\n$/,
  );
  const again = { text: out.text, format: 'table' };
  assert.deepEqual((await ownerAsks(court, `POST ${terms}/import`, again)).body, { added: 0, changed: 0, skipped: 0 });
  const off = { term: '月饼', comment: '', expires: '2020-01-01' };
  assert.deepEqual((await ownerAsks(court, `POST ${terms}/remove`, { terms: ['月饼'] })).body, { removed: 1 });
  assert.deepEqual((await ownerAsks(court, `POST ${terms}`, { lines: [off, off] })).body, { added: 1, known: 0 });
  assert.equal((await ask(court, `GET ${terms}/export.csv`)).text, out.text, 'put back as it was');
  assert.equal((await ownerAsks(court, `POST ${terms}`, { lines: [] })).status, 400);
  const copy = `${await addList(court, [])}/terms`;
  assert.equal((await ownerAsks(court, `POST ${copy}/import`, again)).body.added, 4);
  assert.equal((await ask(court, `GET ${copy}/export.csv`)).text, out.text);
});

test('posts are answered while a hundred thousand terms are made ready; what was on the list before still holds', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const list = await addList(court, []);
  const lines = Array.from({ length: 99_000 }, (_, at) => `词${at.toString(36)}号`);
  await ownerAsks(court, `POST ${list}/terms`, { terms: lines });
  await settleTerms(app.ctx, court.communityId);
  assert.equal((await say(court, author, `说到${lines[5]}就停`)).body.code, 'rules.held_terms');

  assert.equal((await ownerAsks(court, `POST ${list}/terms`, { terms: ['新来的词'] })).status, 200);
  const order: string[] = [];
  await getRulebook(app.ctx, court.communityId);
  const ready = settleTerms(app.ctx, court.communityId).then(() => order.push('ready'));
  for (let time = 0; time < 2; time++) {
    const answer = await say(court, author, `${heldWord}，有兴趣吗 ${time}`);
    order.push(answer.body.code);
  }
  assert.deepEqual(order, ['rules.held_terms', 'rules.held_terms'], 'answered before the new ones were ready');
  await ready;
  assert.equal((await say(court, author, '这是新来的词')).body.code, 'rules.held_terms');
});

test('several changes in a row make one more building, and it has many turns', async () => {
  const court = await openCourt(app);
  const list = await addList(court, []);
  const lines = Array.from({ length: 20_000 }, (_, at) => `词${at.toString(36)}号`);
  await ownerAsks(court, `POST ${list}/terms`, { terms: lines });
  for (const term of ['一', '二', '三']) await ownerAsks(court, `POST ${list}/terms`, { terms: [`新词${term}`] });
  await getRulebook(app.ctx, court.communityId);
  await settleTerms(app.ctx, court.communityId);
  const { finder } = await getRulebook(app.ctx, court.communityId);
  assert.equal(finder!.find('新词一 新词二 新词三').length, 3);

  let turns = 0;
  let isBuilding = true;
  const count = (async () => {
    for (; isBuilding; turns++) await nextTurn();
  })();
  await buildIndex(
    'key',
    lines.map((term) => ({ listId: 'a', term, expires: null })),
    'UTC',
  );
  isBuilding = false;
  await count;
  assert.ok(turns >= 20, `${turns} turns`);
});
