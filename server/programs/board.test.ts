import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGroup } from '../groups/index.ts';
import { leaveGroup } from '../people/index.ts';
import { newId } from '../platform/ids.ts';
import { enter, look, openTalk, openTalkApp, plan, press, type Phone, type Program, type Talk } from './testing.ts';

const app = await openTalkApp();

// eslint-disable-next-line typescript/no-explicit-any
async function boardOf(talk: Talk, phone: Phone, what: { program: Program; scope: string }): Promise<any> {
  const path = `${talk.base}/check-ins/${what.program.id}/board?scope=${what.scope}`;
  return (await app.request('GET', path, { as: phone.actor })).body;
}
const namesOn = (board: { items: { name: string; days: number; rank: number }[] }) =>
  board.items.map(({ name, days, rank }) => [name, days, rank]);

test('this week counts from Monday, all time counts everything; as many days share a rank', async () => {
  app.clock.set('2026-11-14T11:00:00Z');
  const talk = await openTalk(app);
  const [lan, bo, tao] = [await enter(talk, '阿兰'), await enter(talk, '阿波'), await enter(talk, '小陶')];
  const program = await plan(talk);
  for (const [day, phones] of [
    ['14', [lan, bo]],
    ['15', [lan]],
    ['16', [bo, tao]],
    ['17', [tao]],
  ] as const) {
    app.clock.set(`2026-11-${day}T11:00:00Z`);
    for (const phone of phones) await press(talk, phone, program);
  }
  assert.deepEqual(namesOn(await boardOf(talk, lan, { program, scope: 'week' })), [
    ['小陶', 2, 1],
    ['阿波', 1, 2],
  ]);
  const all = await boardOf(talk, lan, { program, scope: 'all' });
  assert.deepEqual(new Set(all.items.map(({ rank }: { rank: number }) => rank)), new Set([1]));
  const { me } = await boardOf(talk, lan, { program, scope: 'week' });
  assert.deepEqual([me.name, me.days, me.rank, me.streak], ['阿兰', 0, 3, 0]);
});

test('who hides is on nobody else’s board and named in no frame; the team sees them marked; leaving takes one off', async () => {
  app.clock.set('2026-11-19T11:00:00Z');
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '阿兰'), await enter(talk, '阿波')];
  const program = await plan(talk);
  const frames: { type: string; identityId?: string | null }[] = [];
  const listener = {
    send: (bytes: Buffer) => void frames.push(...(JSON.parse(bytes.toString()).frames ?? [])),
    waitingBytes: () => 0,
    recheck: () => {},
  };
  app.services.live.join({ channel: 'group', id: talk.groupId }, listener);
  const hide = { as: lan.actor, body: { hidden: true } };
  assert.deepEqual((await app.request('PUT', `${talk.base}/check-ins/visibility`, hide)).body, { hidden: true });
  for (const phone of [lan, bo]) await press(talk, phone, program);
  await new Promise(setImmediate);
  app.services.live.leave({ channel: 'group', id: talk.groupId }, listener);
  assert.deepEqual(
    frames.filter(({ type }) => type === 'check_in').map(({ identityId }) => identityId),
    [null, bo.identityId],
  );
  const seen = await boardOf(talk, bo, { program, scope: 'all' });
  assert.deepEqual([namesOn(seen), seen.total], [[['阿波', 1, 1]], 1]);
  const own = await boardOf(talk, lan, { program, scope: 'all' });
  assert.deepEqual([namesOn(own), own.me.hidden, own.me.days], [[['阿波', 1, 1]], true, 1]);
  assert.equal((await look(talk, lan, program)).doneToday, 2);
  const path = `/api/communities/${talk.communityId}/programs/${program.id}/board`;
  const team = (await app.request('GET', path, { as: talk.owner })).body.items;
  assert.deepEqual(team.map((line: { name: string; hidden: boolean }) => [line.name, line.hidden]).sort(), [
    ['阿兰', true],
    ['阿波', false],
  ]);
  await app.request('PUT', `${talk.base}/check-ins/visibility`, { as: lan.actor, body: { hidden: false } });
  await leaveGroup(app.ctx, { communityId: talk.communityId, groupId: talk.groupId, identityId: bo.identityId });
  assert.deepEqual(namesOn(await boardOf(talk, lan, { program, scope: 'all' })), [['阿兰', 1, 1]]);
  await app.settle();
  assert.equal((await boardOf(talk, lan, { program, scope: 'all' })).total, 1);
});

test('a group sees only its own people; a program of another group is not there', async () => {
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const { communityId } = talk;
  const other = await createGroup(app.ctx, { communityId, name: '二群', tier: 'ordinary' });
  const elsewhere = await plan(talk, { groups: [other.id] });
  assert.equal((await press(talk, lan, elsewhere)).status, 404);
  const list = await app.request('GET', `${talk.base}/check-ins`, { as: lan.actor });
  assert.deepEqual(list.body.items, []);
  assert.equal((await press(talk, lan, { ...elsewhere, id: newId() })).status, 404);
});

test('the team pages through a board and sees the days of a month', async () => {
  app.clock.set('2026-11-19T11:00:00Z');
  const talk = await openTalk(app);
  const phones = [];
  for (const name of ['一', '二', '三', '四', '五']) phones.push(await enter(talk, name));
  const program = await plan(talk);
  for (const phone of phones) await press(talk, phone, program);
  app.clock.set('2026-11-20T11:00:00Z');
  for (const phone of phones.slice(0, 2)) await press(talk, phone, program);
  const base = `/api/communities/${talk.communityId}/programs/${program.id}`;
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = await app.request('GET', `${base}/board?scope=all&limit=2${cursor}`, { as: talk.owner });
    seen.push(...page.body.items.map((line: { name: string; days: number }) => `${line.name}${line.days}`));
    if (page.body.nextCursor === null) break;
    cursor = `&cursor=${page.body.nextCursor}`;
  }
  assert.equal(new Set(seen).size, 5);
  assert.deepEqual(seen.slice(0, 2).sort(), ['一2', '二2'].sort());
  assert.equal((await app.request('GET', `${base}/board?cursor=nonsense`, { as: talk.owner })).status, 400);
  assert.deepEqual((await app.request('GET', `${base}/days?month=2026-11`, { as: talk.owner })).body, {
    month: '2026-11',
    days: [
      { day: '2026-11-19', checkIns: 5, madeUp: 0 },
      { day: '2026-11-20', checkIns: 2, madeUp: 0 },
    ],
  });
});
