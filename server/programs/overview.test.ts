/** What the team sees: numbers of programs, who came when, one person's days; filling in a day and taking it back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGroup } from '../groups/index.ts';
import { encodeCursor } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { writeCell } from './board-file.ts';
import { enter, look, makeUp, openTalk, openTalkApp, plan, pointsOf, press, said, type Talk } from './testing.ts';

const app = await openTalkApp();

const team = (talk: Talk, method: string, path: string, body?: object) =>
  app.request(method, `/api/communities/${talk.communityId}/${path}`, { as: talk.owner, ...(body ? { body } : {}) });

/** Three evenings: both on the first, one on the second, nobody yet on the third. */
async function openEvenings() {
  app.clock.set('2026-11-17T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const bo = await enter(talk, '=阿波');
  const program = await plan(talk);
  for (const phone of [lan, bo]) await press(talk, phone, program);
  app.clock.set('2026-11-18T11:00:00Z');
  await said(talk, bo, '打卡');
  await app.settle();
  app.clock.set('2026-11-19T11:00:00Z');
  return { talk, lan, bo, program };
}

test('the list has the numbers of each program, of one group when asked', async () => {
  const { talk, program } = await openEvenings();
  const other = await createGroup(app.ctx, { communityId: talk.communityId, name: '二群', tier: 'ordinary' });
  const [item] = (await team(talk, 'GET', 'programs')).body.items;
  assert.deepEqual([item.state, item.numbers.day, item.numbers.window], ['running', '2026-11-19', 'open']);
  assert.deepEqual([item.numbers.today, item.numbers.yesterday, item.numbers.people], [0, 1, 2]);
  assert.deepEqual(item.numbers.recent, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0]);
  const [elsewhere] = (await team(talk, 'GET', `programs?groupId=${other.id}`)).body.items;
  assert.deepEqual([elsewhere.id, elsewhere.numbers.people], [program.id, 0]);
  assert.equal((await team(talk, 'GET', `programs?groupId=${newId()}`)).status, 404);
});

test('who came when: pages, totals, parts of names; spans that are wrong are refused', async () => {
  const { talk, lan, bo, program } = await openEvenings();
  const span = 'from=2026-11-17&to=2026-11-19';
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = (await team(talk, 'GET', `check-ins?${span}&limit=1${cursor}`)).body;
    assert.deepEqual(page.totals, { checkIns: 3, madeUp: 0, people: 2 });
    for (const line of page.items) seen.push(`${line.day.slice(8)} ${line.name} ${line.how} ${line.programName}`);
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  assert.equal(seen[0], '18 =阿波 word 晚饭打卡');
  assert.deepEqual(seen.slice(1).sort(), ['17 =阿波 button 晚饭打卡', '17 阿兰 button 晚饭打卡'].sort());
  const named = (await team(talk, 'GET', `check-ins?${span}&q=波&programId=${program.id}&groupId=${talk.groupId}`))
    .body;
  assert.deepEqual(
    named.items.map((line: { identityId: string }) => line.identityId),
    [bo.identityId, bo.identityId],
  );
  assert.deepEqual((await team(talk, 'GET', `check-ins?${span}&q=。`)).body.items, []);
  for (const bad of ['from=2026-11-19&to=2026-11-17', 'from=2026-01-01&to=2026-11-17', 'from=2026-02-30&to=2026-03-01'])
    assert.equal((await team(talk, 'GET', `check-ins?${bad}`)).status, 400, bad);
  const id = lan.identityId;
  const cursors = [
    [1, 2, 3, 4],
    ['1', id, program.id, '2026-11-17'],
    ['2026-11-17T12:00:00.000Z', id, program.id, '2026-02-30'],
  ];
  for (const keys of cursors)
    assert.equal((await team(talk, 'GET', `check-ins?${span}&cursor=${encodeCursor(keys)}`)).status, 400, `${keys}`);
});

test('a board is searched with its ranks kept, and written to a file that runs no formula', async () => {
  const { talk, lan, program } = await openEvenings();
  const found = (await team(talk, 'GET', `programs/${program.id}/board?scope=all&q=兰`)).body.items;
  assert.deepEqual(
    found.map((line: { name: string; rank: number }) => [line.name, line.rank]),
    [['阿兰', 2]],
  );
  const file = await team(talk, 'GET', `programs/${program.id}/board.csv?scope=all`);
  assert.match(file.headers.get('content-type')!, /^text\/csv/);
  const rows = file.text.replace('\uFEFF', '').trim().split('\r\n');
  assert.equal(rows.length, 3);
  assert.match(rows[1]!, /^1,'=阿波,2,2,2,2026-11-18,,,/);
  assert.equal(rows[2], `2,阿兰,1,0,1,2026-11-17,,,${lan.identityId}`);
  assert.deepEqual(['@a', 'a,b', 'a"b', '-1', '＝1', 'x'].map(writeCell), [
    "'@a",
    '"a,b"',
    '"a""b"',
    "'-1",
    "'＝1",
    'x',
  ]);
});

test('the team fills in a day without card or points, and takes it back; a card stays the member’s', async () => {
  const { talk, lan, program } = await openEvenings();
  const person = `programs/${program.id}/people/${lan.identityId}`;
  const before = (await team(talk, 'GET', person)).body;
  assert.deepEqual([before.missed, before.streak, before.cards], [['2026-11-18'], 0, { left: 2, perMonth: 2 }]);
  const filled = (await team(talk, 'POST', `${person}/days`, { day: '2026-11-18' })).body;
  assert.deepEqual([filled.streak, filled.missed, filled.cards.left], [2, [], 2]);
  assert.deepEqual(
    filled.dates.map((date: { how: string; granted: boolean }) => [date.how, date.granted]),
    [
      ['button', false],
      ['make_up', true],
    ],
  );
  assert.equal(await pointsOf(talk, lan), 5);
  assert.equal((await look(talk, lan, program)).me.streak, 2);
  assert.equal(
    (await team(talk, 'POST', `${person}/days`, { day: '2026-11-18' })).body.code,
    'programs.day_counts_already',
  );
  for (const day of ['2026-11-19', '2026-11-16'])
    assert.equal((await team(talk, 'POST', `${person}/days`, { day })).body.code, 'programs.cannot_fill_day');
  assert.equal((await team(talk, 'DELETE', `${person}/days/2026-11-17`)).body.code, 'programs.not_filled_by_team');
  assert.deepEqual((await team(talk, 'DELETE', `${person}/days/2026-11-18`)).body.missed, ['2026-11-18']);
  assert.equal((await makeUp(talk, lan, { program, day: '2026-11-18' })).status, 200);
  assert.equal((await team(talk, 'DELETE', `${person}/days/2026-11-18`)).body.code, 'programs.not_filled_by_team');
  assert.equal((await team(talk, 'GET', person)).body.cards.left, 1);
});

test('nobody is filled in who never checked in, or is not there', async () => {
  const { talk, program } = await openEvenings();
  const new1 = await enter(talk, '新来的');
  for (const id of [new1.identityId, newId()]) {
    const answer = await team(talk, 'POST', `programs/${program.id}/people/${id}/days`, { day: '2026-11-18' });
    assert.equal(answer.status, 404);
  }
});
