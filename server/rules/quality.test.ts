/** How well the checks do, counted from decisions through the door; each number is a door to the cases behind it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewestDecided } from './quality.ts';
import { ask, enter, heldWord, openCourt, openCourtApp, say } from './testing.ts';

const app = await openCourtApp();
const dayMs = 86_400_000;

test('each check: stopped, right, wrong, waiting, overturned, time; a share only when enough was decided', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const quality = async () => (await ask(court, 'GET /quality')).body;
  const empty = await quality();
  assert.ok(
    empty.checks.every(({ periods }: never) => (periods as { stopped: number }[]).every((one) => one.stopped === 0)),
  );
  const period = async (check: string, days: number) => {
    const { all, checks } = await quality();
    const found = check === 'all' ? all : checks.find((one: { check: string }) => one.check === check);
    return found.periods.find((one: { days: number }) => one.days === days);
  };
  const cases: string[] = [];
  for (let at = 0; at < 12; at++) {
    app.clock.advance(3_600_000);
    assert.equal((await say(court, author, `${heldWord}，第 ${at} 回${'甲乙丙丁戊己庚辛壬癸子丑'[at]}`)).status, 409);
    const [{ id }] = (await ask(court, 'GET /cases?state=open&limit=200')).body.items.slice(-1);
    cases.push(id);
    app.clock.advance(60_000 * (at + 1));
    if (at < 8) await ask(court, `POST /cases/${id}/${at < 6 ? 'uphold' : 'release'}`, { body: {} });
  }
  const few = await period('terms', 7);
  assert.deepEqual(
    [few.stopped, few.right, few.wrong, few.waiting, few.decided, few.precision],
    [12, 6, 2, 4, 8, null],
  );
  assert.equal(few.medianSeconds, 270);
  // The first one is put right by an appeal, another appeal waits, two more are decided.
  const appeal = (id: string) =>
    app.request('POST', `${court.base}/cases/${id}/appeal`, { as: author.actor, body: { text: '我在提醒大家' } });
  for (const id of cases.slice(0, 2)) assert.equal((await appeal(id)).status, 200);
  await ask(court, `POST /cases/${cases[0]}/release`, { as: court.second, body: {} });
  for (const id of cases.slice(8, 11)) await ask(court, `POST /cases/${id}/uphold`, { body: {} });
  const enough = await period('terms', 7);
  assert.deepEqual([enough.right, enough.wrong, enough.waiting, enough.overturned], [7, 3, 2, 1]);
  assert.equal(enough.right + enough.wrong, fewestDecided);
  const { share, low, high } = enough.precision;
  // Wilson's interval of 7 of 10.
  assert.deepEqual([share, low.toFixed(3), high.toFixed(3)], [0.7, '0.397', '0.892']);

  for (const [result, count] of [
    ['right', 7],
    ['wrong', 3],
    ['waiting', 2],
    ['overturned', 1],
  ] as const) {
    const { items } = (await ask(court, `GET /cases?check=terms&result=${result}&days=7&limit=200`)).body;
    assert.equal(items.length, count, result);
  }
  assert.equal((await ask(court, 'GET /cases?check=links&days=7')).body.items.length, 0);
  assert.equal((await ask(court, 'GET /cases?check=all&days=7&limit=200')).body.items.length, 12);
  assert.deepEqual([(await period('all', 7)).stopped, (await period('links', 7)).stopped], [12, 0]);
  app.clock.advance(20 * dayMs);
  assert.deepEqual([(await period('terms', 7)).stopped, (await period('terms', 30)).stopped], [0, 12]);
  app.clock.advance(60 * dayMs);
  assert.deepEqual([(await period('terms', 30)).stopped, (await period('terms', 90)).stopped], [0, 12]);
  for (const bad of ['check=nothing', 'result=perhaps', 'days=0'])
    assert.equal((await ask(court, `GET /cases?${bad}`)).status, 400, bad);
});

test('what was only noted is counted beside it: how it would have been', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const settings = (await ask(court, 'GET /settings')).body;
  const checks = { ...settings.checks, links: 'dry' };
  await ask(court, 'PUT /settings', { as: court.owner, body: { ...settings, checks } });
  assert.equal((await say(court, author, '看这里 https://evil.top/a')).status, 201);
  await app.settle();
  await app.settle();
  const [{ id }] = (await ask(court, 'GET /cases?kind=dry')).body.items;
  await ask(court, `POST /cases/${id}/release`, { body: {} });
  const { checks: rows } = (await ask(court, 'GET /quality')).body;
  const { periods } = rows.find(({ check }: { check: string }) => check === 'links');
  assert.deepEqual([periods[0].stopped, periods[0].dry], [0, { noted: 1, right: 0, wrong: 1, precision: null }]);
});

test('word packs: six, offered in three languages, added once as a list that only watches, changed like any other', async () => {
  const court = await openCourt(app);
  const team = { as: court.owner, body: {} };
  const author = await enter(court, '小满');
  const packs = async () => (await ask(court, 'GET /packs')).body.items;
  const offered = await packs();
  assert.deepEqual(
    offered.map(({ key, listId }: { key: string; listId: null }) => [key, listId]),
    ['contact', 'finance', 'adult', 'gambling', 'loans', 'jobs'].map((key) => [key, null]),
  );
  const names = new Set<string>();
  for (const locale of ['zh-CN', 'zh-TW', 'en']) {
    const headers = { 'accept-language': locale };
    const path = `/api/communities/${court.communityId}/rules/packs`;
    names.add((await app.request('GET', path, { as: court.first, headers })).body.items[3].name);
  }
  assert.equal(names.size, 3);
  const added = await ask(court, 'POST /packs/jobs', team);
  assert.equal(added.status, 201, added.text);
  const { listId } = added.body;
  const { list, terms } = (await ask(court, `GET /lists/${listId}`)).body;
  const jobs = offered.find(({ key }: { key: string }) => key === 'jobs');
  assert.deepEqual([list.effect, list.mode, list.name, terms.length], ['watch', 'on', jobs.name, jobs.terms]);
  assert.equal((await packs()).find(({ key }: { key: string }) => key === 'jobs').listId, listId);
  const again = await ask(court, 'POST /packs/jobs', team);
  assert.equal(again.body.code, 'rules.pack_added');
  assert.equal((await ask(court, 'GET /lists')).body.items.length, 3, 'nothing was added');

  // One word of it stops nothing; beside another finding it counts.
  assert.equal((await say(court, author, `有人问过${jobs.examples[0]}吗`)).status, 201);
  await ask(court, `POST /lists/${listId}/terms`, { as: court.owner, body: { terms: ['芝麻开门'] } });
  assert.equal((await say(court, author, '芝麻开门')).status, 201);
  await ask(court, `DELETE /lists/${listId}`, { as: court.owner });
  assert.equal((await packs()).find(({ key }: { key: string }) => key === 'jobs').listId, null);
  assert.equal((await ask(court, 'POST /packs/jobs', team)).status, 201);
  assert.equal((await ask(court, 'POST /packs/nothing', team)).status, 404);
});
