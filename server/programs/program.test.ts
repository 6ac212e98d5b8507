import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communityExport } from '../communities/index.ts';
import { personErase, personExport } from '../people/index.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { countedDays, enter, look, makeUp, openTalk, openTalkApp, plan, press, said, type Talk } from './testing.ts';

const app = await openTalkApp();

const baseOf = (talk: Talk) => `/api/communities/${talk.communityId}/programs`;

test('a program is planned, changed, taken back while unused, and ended once it was lived in', async () => {
  app.clock.set('2026-11-19T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const base = baseOf(talk);
  const made = await app.request('POST', base, { as: talk.owner, body: { name: '晨读', groups: [talk.groupId] } });
  assert.equal(made.status, 201, made.text);
  assert.deepEqual(
    [made.body.state, made.body.startsOn, made.body.definition.words, made.body.definition.points],
    ['running', '2026-11-19', ['打卡'], 5],
  );
  const path = `${base}/${made.body.id}`;
  const changed = await app.request('PATCH', path, { as: talk.owner, body: { name: '晨读打卡', groups: 'all' } });
  assert.deepEqual([changed.body.name, changed.body.groups], ['晨读打卡', 'all']);
  const other = await app.request('POST', base, { as: talk.owner, body: { name: '没人用' } });
  assert.equal((await app.request('DELETE', `${base}/${other.body.id}`, { as: talk.owner })).status, 204);
  await press(talk, lan, made.body);
  const kept = await app.request('DELETE', path, { as: talk.owner });
  assert.deepEqual([kept.status, kept.body.code], [409, 'programs.in_use']);
  await app.request('PATCH', path, { as: talk.owner, body: { endsOn: '2026-11-19' } });
  app.clock.set('2026-11-20T11:00:00Z');
  const late = await press(talk, lan, made.body);
  assert.deepEqual([late.status, late.body.code], [409, 'programs.ended']);
  assert.equal((await app.request('GET', path, { as: talk.owner })).body.state, 'ended');
  assert.deepEqual((await look(talk, lan, made.body)).me.days, 1);
});

test('bad input is refused with its cure and writes nothing', async () => {
  const talk = await openTalk(app);
  const base = baseOf(talk);
  const refused: [object, number, string][] = [
    [{ name: '晨读', groups: [newId()] }, 422, 'programs.unknown_group'],
    [{ name: '晨读', groups: [] }, 400, 'platform.bad_input'],
    [{ name: '晨读', startsOn: '2026-12-01', endsOn: '2026-11-30' }, 422, 'programs.ends_before_start'],
    [{ name: '晨读', startsOn: '2026-02-30' }, 400, 'platform.bad_input'],
    [{ name: ' ' }, 400, 'platform.bad_input'],
    [{ name: '晨读', definition: { window: { from: '08:00', to: '08:00' } } }, 400, 'platform.bad_input'],
    [{ name: '晨读', definition: { points: -1 } }, 400, 'platform.bad_input'],
    [{ name: '晨读', definition: { words: ['打\n卡'] } }, 400, 'platform.bad_input'],
  ];
  for (const [body, status, code] of refused) {
    const answer = await app.request('POST', base, { as: talk.owner, body });
    assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(body));
    assert.ok(answer.body.detail.length > 5);
  }
  assert.deepEqual((await app.request('GET', base, { as: talk.owner })).body.items, []);
});

test('outside of its window and before its first day nobody checks in, by button or word', async () => {
  app.clock.set('2026-11-19T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const morning = await plan(talk, { definition: { window: { from: '06:00', to: '09:00' } } });
  const tomorrow = await plan(talk, { startsOn: '2026-11-20' });
  await said(talk, lan, '打卡');
  await app.settle();
  assert.deepEqual(
    [(await look(talk, lan, morning)).today.state, (await look(talk, lan, tomorrow)).today.state],
    ['late', 'upcoming'],
  );
  assert.equal((await press(talk, lan, morning)).body.code, 'programs.window_over');
  assert.equal((await press(talk, lan, tomorrow)).body.code, 'programs.not_started');
  app.clock.set('2026-11-19T21:00:00Z');
  const early = await press(talk, lan, morning);
  assert.deepEqual([early.body.code, early.body.detail.includes('06:00')], ['programs.window_not_open', true]);
  assert.deepEqual(await countedDays(talk), {});
});

test('cards have their reach and their number in a month', async () => {
  app.clock.set('2026-11-02T11:00:00Z');
  const talk = await openTalk(app);
  const lan = await enter(talk, '阿兰');
  const program = await plan(talk, {
    startsOn: '2026-10-01',
    definition: { makeUp: { cardsPerMonth: 1, withinDays: 5 } },
  });
  const early = await makeUp(talk, lan, { program, day: '2026-11-01' });
  assert.equal(early.body.code, 'programs.card_too_early', 'not before the first day in the group');
  app.clock.set('2026-11-29T11:00:00Z');
  assert.equal((await makeUp(talk, lan, { program, day: '2026-11-23' })).body.code, 'programs.card_too_late');
  const [first, second] = await Promise.all([
    makeUp(talk, lan, { program, day: '2026-11-25' }),
    makeUp(talk, lan, { program, day: '2026-11-26' }),
  ]);
  assert.deepEqual([first.status, second.status].sort(), [200, 409], 'two at once with one card: one of them');
  assert.equal((await look(talk, lan, program)).makeUp.left, 0);
  app.clock.set('2026-12-01T11:00:00Z');
  assert.equal((await makeUp(talk, lan, { program, day: '2026-11-28' })).status, 200, 'a new month, a new card');
});

test('one takes along what one has checked in, and is forgotten; the community’s export has it all', async () => {
  app.clock.set('2026-11-19T11:00:00Z');
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '阿兰'), await enter(talk, '阿波')];
  const program = await plan(talk);
  for (const phone of [lan, bo]) await press(talk, phone, program);
  app.clock.advance(1000);
  await said(talk, lan, '打卡');
  await app.settle();
  const who = { communityId: talk.communityId, identityIds: [lan.identityId] };
  const own = app.ctx.slots(personExport).find(({ name }) => name === 'programs')!;
  const taken = (await own.export(app.ctx, who)) as { checkIns: object[]; claims: object[]; standings: object[] };
  assert.deepEqual([taken.checkIns.length, taken.claims.length, taken.standings.length], [1, 2, 1]);
  const person = (await app.request('GET', `/api/communities/${talk.communityId}/people?q=阿兰`, { as: talk.owner }))
    .body;
  const timeline = `/api/communities/${talk.communityId}/people/${person.items[0].personId}/timeline`;
  const { items } = (await app.request('GET', timeline, { as: talk.owner })).body;
  const told = items.filter((entry: { kind: string }) => entry.kind === 'programs.check_in');
  assert.deepEqual(
    told.map(({ data }: { data: object }) => data),
    [{ programId: program.id, name: '晚饭打卡', day: '2026-11-19', how: 'button', granted: false }],
  );
  const rowsOf = async () => {
    const rows: Record<string, number> = {};
    for (const part of app.ctx.slots(communityExport).filter(({ name }) => name.startsWith('programs.')))
      for await (const row of part.rows(app.ctx, talk.communityId))
        rows[part.name] = (rows[part.name] ?? 0) + (row ? 1 : 0);
    return rows;
  };
  assert.deepEqual(await rowsOf(), { 'programs.program': 1, 'programs.claim': 3, 'programs.day': 2 });
  const eraser = app.ctx.slots(personErase).find(({ name }) => name === 'programs')!;
  for (let chunks = 0; ; chunks++) {
    assert.ok(chunks < 10);
    const erase = (ctx: typeof app.ctx) => eraser.erase(ctx, { ...who, tombstoneId: newId() }, 1);
    if ((await inTransaction(app.ctx, erase)).done) break;
  }
  assert.deepEqual(await rowsOf(), { 'programs.program': 1, 'programs.claim': 1, 'programs.day': 1 });
  const { rows } = await app.services.database.pool.query(
    `select 1 from programs_standings where identity_id = $1 union all select 1 from programs_places where identity_id = $1`,
    [lan.identityId],
  );
  assert.deepEqual(rows, []);
  assert.deepEqual(await countedDays(talk), { '2026-11-19': 2 });
});

test('a playbook brings the welcome and the check-in, and takes them along to another community', async () => {
  const installer = await app.operator('installer', null);
  const found = async (body: object) =>
    (await app.request('POST', '/api/communities', { as: installer, body })).body.id as string;
  const playbook = { id: 'study-checkin', parameters: { deadline: '21:45' } };
  const id = await found({ name: '晨读会', kind: 'study-checkin', playbook });
  const [program] = (await app.request('GET', `/api/communities/${id}/programs`, { as: installer })).body.items;
  assert.deepEqual([program.name, program.definition.window], ['每日打卡', { from: '04:00', to: '21:45' }]);
  const { welcome } = (await app.request('GET', `/api/communities/${id}/welcome`, { as: installer })).body;
  assert.deepEqual([welcome.on, welcome.texts.length], [true, 3]);
  assert.match(welcome.texts[0], /欢迎 \{\{nickname\}\}来到晨读会/);
  const { text: file } = await app.request('GET', `/api/communities/${id}/playbook`, { as: installer });
  assert.match(file, /\{\{nickname\}\}来到\{\{name\}\}/);
  const other = await found({ name: '夜读社', kind: 'study-checkin' });
  const apply = () =>
    app.request('POST', `/api/communities/${other}/playbook:apply`, { as: installer, body: { file } });
  const applied = await apply();
  assert.equal(applied.status, 200, applied.text);
  const section = ({ body }: Awaited<ReturnType<typeof apply>>) =>
    body.sections
      .find(({ name }: { name: string }) => name === 'programs')
      .changes.map(({ action }: { action: string }) => action);
  assert.deepEqual(section(applied), ['create', 'create']);
  assert.deepEqual(section(await apply()), ['keep', 'keep']);
  const programs = (await app.request('GET', `/api/communities/${other}/programs`, { as: installer })).body.items;
  assert.deepEqual(
    programs.map((one: { name: string }) => one.name),
    ['每日打卡'],
  );
});
