import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { ask, enter, held, heldWord, openCourt, openCourtApp, say } from './testing.ts';

const app = await openCourtApp();

test('a case tells the team who its author is; decided ones are found again, also by the task that followed', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  assert.equal((await say(court, author, '大家好')).status, 201);
  const first = await held(court, author);
  const detail = (await ask(court, `GET /cases/${first.id}`)).body;
  assert.deepEqual([detail.standing.messages, detail.standing.upheld], [1, 0]);
  assert.ok(detail.standing.personId && detail.standing.since);
  assert.deepEqual(detail.reading, { plain: null, cues: ['income'] });
  const upheld = await ask(court, `POST /cases/${first.id}/uphold`, { body: { step: 'talk' } });
  assert.equal(upheld.body.standing.upheld, 1);
  const [{ taskId }] = upheld.body.sanctions;
  const byTask = (await ask(court, `GET /cases?taskId=${taskId}`)).body.items;
  assert.deepEqual(
    byTask.map(({ id }: { id: string }) => id),
    [first.id],
  );
  assert.deepEqual((await ask(court, `GET /cases?taskId=${newId()}`)).body.items, []);
  app.clock.advance(1000);
  const second = await held(court, author, `再来：${heldWord}`);
  await ask(court, `POST /cases/${second.id}/release`, { body: {} });
  app.clock.advance(1000);
  const third = await held(court, author, `还有：${heldWord}`);
  const ids = async (query: string) =>
    (await ask(court, `GET /cases?${query}`)).body.items.map(({ id }: { id: string }) => id);
  assert.deepEqual(await ids('state=decided'), [second.id, first.id]);
  assert.deepEqual(await ids('state=open'), [third.id]);
  assert.deepEqual(await ids('rule=terms&state=decided'), [second.id, first.id]);
  assert.deepEqual(await ids('rule=links'), []);
  const { week } = (await ask(court, 'GET /counts')).body;
  assert.deepEqual(week, { stopped: 3, released: 1, upheld: 1, overturned: 0, dry: 0 });
  app.clock.advance(8 * 86_400_000);
  assert.equal((await ask(court, 'GET /counts')).body.week.stopped, 0);
});

test('whoever decided first does not take back what the second person decided about the appeal', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const { id } = await held(court, author);
  await ask(court, `POST /cases/${id}/uphold`, { body: {} });
  const appeal = { as: author.actor, body: { text: '我是在提醒大家' } };
  assert.equal((await app.request('POST', `${court.base}/cases/${id}/appeal`, appeal)).status, 200);
  await ask(court, `POST /cases/${id}/release`, { as: court.second, body: {} });
  assert.equal((await ask(court, `POST /cases/${id}/undo`, { body: {} })).body.code, 'rules.second_person');
  const undone = await ask(court, `POST /cases/${id}/undo`, { as: court.second, body: {} });
  assert.equal(undone.body.state, 'appealed', undone.text);
});

test('what is tried is read without its disguises, with the reasons of its wording', async () => {
  const court = await openCourt(app);
  const reading = async (text: string) => (await ask(court, 'POST /try', { body: { text } })).body.reading;
  assert.equal((await reading('刷 单 返 利')).plain, '刷单返利');
  const sounded = await reading('宝妈兼植日结，佳喂心 abc12345');
  assert.match(sounded.plain, /兼职日结.*加微信abc12345/);
  assert.ok(sounded.cues.includes('disguised'), sounded.cues.join());
  const { plain, cues } = await reading('宝妈兼职日结150，加V信 abc12345');
  assert.match(plain, /加v信abc12345/);
  assert.ok(cues.includes('hidesContact') && cues.length <= 4, cues.join());
  assert.deepEqual(await reading('今晚喝什么汤'), { plain: null, cues: [] });
});

test('terms of a list are read page by page, searched, added once, taken off, and hold from the next message on', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const team = { as: court.owner };
  const lists = (await ask(court, 'GET /lists')).body.items;
  const { id } = lists.find(({ name }: { name: string }) => name === '先看一眼');
  const terms = `/lists/${id}/terms`;
  const added = await ask(court, `POST ${terms}`, { ...team, body: { terms: ['奶茶', '奶 盖', 'Latte', heldWord] } });
  assert.deepEqual(added.body, { added: 3, known: 1 }, added.text);
  const words = (items: { term: string }[]) => items.map(({ term }) => term);
  const page = (await ask(court, `GET ${terms}?limit=3`)).body;
  assert.deepEqual(words(page.items), [heldWord, '加微信领', '奶茶']);
  const rest = (await ask(court, `GET ${terms}?limit=3&cursor=${page.nextCursor}`)).body;
  assert.deepEqual([words(rest.items), rest.nextCursor], [['奶 盖', 'Latte'], null]);
  const find = async (q: string) => words((await ask(court, `GET ${terms}?q=${encodeURIComponent(q)}`)).body.items);
  assert.deepEqual(await find('奶'), ['奶茶', '奶 盖']);
  assert.deepEqual(await find('latte'), ['Latte']);
  assert.deepEqual(await find('%'), []);
  assert.equal((await say(court, author, '来杯奶茶')).body.code, 'rules.held_terms');
  const gone = await ask(court, `POST ${terms}/remove`, { ...team, body: { terms: ['奶茶', '没有的'] } });
  assert.deepEqual(gone.body, { removed: 1 });
  assert.equal((await say(court, author, '再来一杯奶茶')).status, 201);
  assert.deepEqual(await find('奶'), ['奶 盖']);

  const bad: [string, string, object | undefined, number][] = [
    ['POST', terms, { terms: [] }, 400],
    ['POST', terms, { terms: ['x'.repeat(61)] }, 400],
    ['POST', `${terms}/remove`, { terms: [] }, 400],
    ['POST', `/lists/${newId()}/terms`, { terms: ['词'] }, 404],
    ['GET', `/lists/${newId()}/terms`, undefined, 404],
    ['GET', `${terms}?cursor=bm8`, undefined, 400],
  ];
  for (const [method, path, body, status] of bad)
    assert.equal((await ask(court, `${method} ${path}`, { ...team, body })).status, status, `${method} ${path}`);
  const most = Array.from({ length: 99_999 }, (_, at) => `词${at.toString(36)}号`);
  const over = await ask(court, `POST ${terms}`, { ...team, body: { terms: most } });
  assert.equal(over.body.code, 'rules.too_many_terms');
  assert.deepEqual(await find('词'), [], 'nothing was added');
});

test('a community chooses how sure the checks must be; the better known may not be judged more strictly', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const settings = (await ask(court, 'GET /settings')).body;
  assert.deepEqual(settings.thresholds, { new: 0.5, member: 0.65, core: 0.8 });
  const put = (thresholds: object) =>
    ask(court, 'PUT /settings', { as: court.owner, body: { ...settings, thresholds } });
  assert.equal((await put({ new: 0.9, member: 0.65, core: 0.8 })).status, 400);
  assert.equal((await put({ new: 0.1, member: 0.65, core: 0.8 })).status, 400);
  assert.equal((await put({ new: 0.85, member: 0.9, core: 0.95 })).status, 200);
  assert.equal((await say(court, author, `${heldWord}，有兴趣吗`)).status, 201);
  assert.equal((await put({ new: 0.6, member: 0.9, core: 0.95 })).status, 200);
  assert.equal((await say(court, author, `${heldWord}，真的有兴趣吗`)).body.code, 'rules.held_terms');
});
