/** Trying before acting: dry runs over what was said, and how right something was while it only noted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { said } from '../messages/testing.ts';
import { forgetDryRuns } from './dry-run.ts';
import { reportShadow, standingOf } from './shadow.ts';
import { ask, enter, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const ownerAsks = (court: Court, what: string, body?: unknown) => ask(court, what, { as: court.owner, body });

async function addList(court: Court, terms: string[], more: object = {}): Promise<string> {
  const made = await ownerAsks(court, 'POST /lists', { name: '试试', effect: 'hold', mode: 'off', terms, ...more });
  assert.equal(made.status, 201, made.text);
  return made.body.list.id;
}

async function tryOut(court: Court, about: object) {
  const asked = await ownerAsks(court, 'POST /dry-runs', { about });
  assert.equal(asked.status, 202, asked.text);
  await app.settle();
  const run = (await ask(court, `GET /dry-runs/${asked.body.id}`)).body;
  const hits = (await ask(court, `GET /dry-runs/${asked.body.id}/hits`)).body.items;
  return { run, hits };
}

test('a list is tried on what was said: what it would stop, what of that is probably wrong; nothing follows', async () => {
  const court = await openCourt(app);
  const [author, other] = [await enter(court, '小满'), await enter(court, '阿圆')];
  const first = await said(court, author, '大家中秋的月饼券用完了吗');
  await said(court, other, { text: '中午吃什么', replyTo: first.id });
  await said(court, author, '月饼券还剩两张');
  await said(court, author, '早上好');
  const listId = await addList(court, ['月饼券']);
  const { run, hits } = await tryOut(court, { kind: 'list', listId });
  assert.deepEqual([run.state, run.total, run.looked, run.hits, run.doubtful], ['done', 4, 4, 2, 1]);
  assert.deepEqual(
    hits.map((hit: { text: string; doubts: string[]; name: string }) => [hit.text, hit.name, hit.doubts]),
    [
      ['月饼券还剩两张', '小满', []],
      ['大家中秋的月饼券用完了吗', '小满', ['welcomed']],
    ],
  );
  assert.deepEqual(hits[0].evidence[0].spans, [{ start: 0, end: 3 }]);
  const doubtful = await ask(court, `GET /dry-runs/${run.id}/hits?doubtful=true&limit=1`);
  assert.deepEqual([doubtful.body.items.length, doubtful.body.nextCursor], [1, null]);
  for (const kind of ['dry', 'said', 'held'])
    assert.equal((await ask(court, `GET /cases?kind=${kind}`)).body.items.length, 0);
  assert.equal((await say(court, author, '月饼券最后一张')).status, 201, 'the list is still off');

  const added = await tryOut(court, { kind: 'list', listId, add: { text: '早上\n/坏(/', format: 'lines' } });
  assert.deepEqual(
    added.hits.map(({ text }: { text: string }) => text),
    ['早上好'],
    'lines that may come in are tried on top of the list',
  );
  assert.deepEqual((await ask(court, `GET /lists/${listId}`)).body.terms, ['月饼券'], 'nothing was written');
  assert.deepEqual(added.run.about, { kind: 'list', listId, adds: true });
});

test('a check and thresholds are tried; what would no longer be stopped is counted', async () => {
  const court = await openCourt(app);
  const { body: settings } = await ask(court, 'GET /settings');
  const set = (checks: object) => ({ ...settings, checks: { ...settings.checks, ...checks } });
  assert.equal((await ownerAsks(court, 'PUT /settings', set({ links: 'off' }))).status, 200);
  const author = await enter(court, '小满');
  await said(court, author, '看这里 https://evil.top/a?x=1');
  await said(court, author, '今天好热');
  const links = await tryOut(court, { kind: 'check', check: 'links' });
  assert.deepEqual([links.run.hits, links.hits[0]?.evidence[0].check], [1, 'links']);
  assert.equal((await tryOut(court, { kind: 'settings', settings: set({ links: 'off' }) })).run.hits, 0);
  assert.equal((await tryOut(court, { kind: 'settings', settings })).run.hits, 1);
  await ownerAsks(court, 'PUT /settings', settings);
  const freed = await tryOut(court, { kind: 'settings', settings: set({ links: 'off' }) });
  assert.deepEqual([freed.run.hits, freed.run.freed], [0, 1]);
  assert.equal((await ownerAsks(court, 'POST /dry-runs', { about: { kind: 'check', check: 'raid' } })).status, 400);
});

test('a dry run is stopped by a second one and by hand, forgotten after a day, and shows no words that are gone', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const message = await said(court, author, '谁要月饼券');
  const listId = await addList(court, ['月饼券']);
  const about = { kind: 'list', listId };
  const first = (await ownerAsks(court, 'POST /dry-runs', { about })).body;
  const second = (await ownerAsks(court, 'POST /dry-runs', { about })).body;
  const state = async (id: string) => (await ask(court, `GET /dry-runs/${id}`)).body.state;
  assert.deepEqual([await state(first.id), await state(second.id)], ['cancelled', 'waiting']);
  assert.equal((await ownerAsks(court, `POST /dry-runs/${second.id}/cancel`, {})).body.state, 'cancelled');
  await app.settle();
  assert.equal(await state(second.id), 'cancelled');

  const { run } = await tryOut(court, about);
  const recall = `/api/communities/${court.communityId}/groups/${court.groupId}/messages/${message.id}/recall`;
  const recalled = await app.request('POST', recall, { as: court.owner, body: {} });
  assert.ok(recalled.status < 300, recalled.text);
  assert.equal((await ask(court, `GET /dry-runs/${run.id}/hits`)).body.items[0].text, null);
  assert.equal((await ask(court, 'GET /dry-runs')).body.items.length, 3);
  app.clock.advance(25 * 3_600_000);
  assert.equal((await ask(court, `GET /dry-runs/${run.id}`)).status, 404);
  await forgetDryRuns.run(app.ctx, {});
  app.clock.advance(-25 * 3_600_000);
  assert.equal((await ask(court, 'GET /dry-runs')).body.items.length, 0, 'really forgotten');
  const gone = { kind: 'list', listId: '00000000-0000-7000-8000-000000000000' };
  assert.equal((await tryOut(court, gone)).run.state, 'failed');
});

test('what only notes is reported with what moderators said of it, since it began to', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const listId = await addList(court, ['月饼券'], { mode: 'dry' });
  for (const text of ['月饼券一张', '出月饼券两张', '要月饼券的来']) await said(court, author, text);
  await app.settle();
  await app.settle();
  const { items } = (await ask(court, 'GET /cases?kind=dry')).body;
  assert.equal(items.length, 3);
  assert.equal((await ask(court, `GET /cases?kind=dry&listId=${listId}`)).body.items.length, 3);
  assert.equal((await ask(court, `GET /cases?kind=dry&listId=${court.groupId}`)).body.items.length, 0);
  await ask(court, `POST /cases/${items[0].id}/uphold`, { body: {} });
  await ask(court, `POST /cases/${items[1].id}/uphold`, { body: {} });
  await ask(court, `POST /cases/${items[2].id}/release`, { body: {} });
  const report = (await ask(court, `GET /shadow?listId=${listId}`)).body;
  assert.deepEqual([report.noticed, report.right, report.wrong, report.standing], [3, 2, 1, 'few']);
  assert.equal(report.fewest, 10);
  assert.ok(report.precision.low < 2 / 3 && 2 / 3 < report.precision.high);
  assert.equal(report.since, (await reportShadow(app.ctx, court.communityId, { listId })).since?.toISOString());
  assert.equal((await ask(court, 'GET /shadow?check=ads')).body.noticed, 0);
  assert.equal((await ask(court, 'GET /shadow')).status, 400);
  const change = (mode: string) => ownerAsks(court, `PUT /lists/${listId}`, { name: '试试', effect: 'hold', mode });
  await change('on');
  app.clock.advance(60_000);
  await change('dry');
  assert.equal((await ask(court, `GET /shadow?listId=${listId}`)).body.noticed, 0, 'it began anew');
});

test('few or bad figures are told from good ones', () => {
  const standings = [
    [9, 0],
    [10, 0],
    [8, 2],
    [19, 1],
  ].map(([right, wrong]) => standingOf({ right: right!, wrong: wrong! }));
  assert.deepEqual(standings, ['few', 'good', 'bad', 'good']);
});
