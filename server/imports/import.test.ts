/** Lists through the door: tried first, imported once however often they come, put right, broken off and taken up, taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { erasePerson, kickMember } from '../people/index.ts';
import { comeIn, openApp, openPlace } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';
import { workChunk } from './work.ts';
import { readTable } from '../../lib/spreadsheet/read-table.ts';

const app = await openApp();

async function open() {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await app.request(method, base + path, { as: owner, ...(body === undefined ? {} : { body }) });
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const upload = async (text: string, name = 'list.csv') => {
    app.clock.advance(1000);
    const answer = await app.request('POST', `${base}/imports?fileName=${name}`, {
      as: owner,
      bytes: Buffer.from(text),
    });
    assert.equal(answer.status, 201, answer.text);
    await app.settle();
    return ok('GET', `/imports/${answer.body.id}`);
  };
  const act = async (id: string, verb: string) => {
    await ok('POST', `/imports/${id}/${verb}`, {});
    await app.settle();
    return ok('GET', `/imports/${id}`);
  };
  const count = async (sql: string) =>
    Number((await app.services.database.pool.query(sql, [place.communityId])).rows[0].count);
  const people = () => count('select count(*) from people_persons where community_id = $1');
  return { place, owner, base, ok, upload, act, count, people };
}

const head = '姓名,微信号,所在群,加入日期,来源,标签,职业,城市,爱好,备注';
const group = '灶边·家常菜同好会';
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => {
    const n = from + at;
    return `成员${n},wx_${n},${group},2026-10-01,展会,老客、${n % 2 ? '爱辣' : '清淡'},厨师,成都,${n},第 ${n} 位`;
  });

test('a list is tried, imported, does nothing a second time, is changed by a third, and taken back', async () => {
  const { ok, upload, act, count, people } = await open();
  const field = await ok('POST', '/person-fields', { name: '爱好', kind: 'number' });
  const text = [head, ...rows(0, 450)].join('\n');
  const one = await upload(text);
  assert.equal(one.state, 'checked');
  assert.deepEqual(one.counts, { new: 450, changed: 0, same: 0, bad: 0, written: 0, taken: 0, kept: 0 });
  assert.equal(one.columns[8].target, `field.${field.id}`);
  assert.equal(await people(), 0, 'nothing is written before it is said');
  const done = await act(one.id, 'run');
  assert.equal(done.state, 'done');
  assert.equal(done.counts.written, 450);
  assert.equal(await people(), 450);
  const members = () => count(`select members as count from groups_groups where community_id = $1`);
  assert.equal(await members(), 450, 'more than fit: they are there already');
  assert.equal(
    await count(`select joins as count from groups_days where community_id = $1 and day = '2026-10-01'`),
    450,
  );
  assert.equal(await count(`select count(*) from profiles_taggings where community_id = $1`), 900);

  const again = await upload(text);
  assert.deepEqual([again.counts.same, again.counts.new, again.counts.changed], [450, 0, 0]);
  assert.equal((await act(again.id, 'run')).counts.written, 0);
  assert.equal(await people(), 450);

  const more = [
    head,
    rows(0, 1)[0]!.replace('成都', '杭州').replace('成员0', '新名'),
    ...rows(1, 3),
    ...rows(450, 452),
  ].join('\r\n');
  const third = await upload(more);
  assert.deepEqual([third.counts.new, third.counts.changed, third.counts.same], [2, 1, 2]);
  const changed = (await ok('GET', `/imports/${third.id}/rows?verdict=changed`)).items;
  assert.deepEqual(changed[0].changes, ['name', 'card']);
  await act(third.id, 'run');
  assert.equal(await people(), 452);
  const back = await act(third.id, 'undo');
  assert.deepEqual([back.state, back.counts.taken, back.counts.kept], ['undone', 3, 0]);
  assert.equal(await people(), 450);
  assert.equal(await members(), 450);
  const named = (name: string) => ok('GET', `/people?q=${encodeURIComponent(name)}`);
  assert.equal((await named('新名')).items.length, 0);
  const { personId } = (await named('成员0')).items.find(({ name }: { name: string }) => name === '成员0');
  assert.equal((await ok('GET', `/people/${personId}`)).card.city.text, '成都');

  // Somebody of whom more is known by now stays.
  await ok('POST', `/people/${personId}/notes`, { text: '今天打过电话' });
  const gone = await act(one.id, 'undo');
  assert.deepEqual([gone.counts.taken, gone.counts.kept], [449, 1]);
  assert.equal(await people(), 1);
  assert.equal(await count(`select count(*) from profiles_values where community_id = $1`), 1);
  assert.equal(await count(`select coalesce(sum(joins), 0) as count from groups_days where community_id = $1`), 1);
});

test('bad rows say what is wrong and how to mend it; their file is put right and comes back', async () => {
  const { ok, upload, act, people, base, owner } = await open();
  await ok('POST', '/person-fields', { name: '住哪', kind: 'choice', options: ['城南', '城北'] });
  const text = [
    '昵称;微信;QQ;群;进群日期;来源;住哪;生肖',
    '阮阮;rr;1;;2026/1/2;;城南;鼠',
    ';ll;;;;;;',
    `老谭;rr;;${group};;;;`,
    `小满;xm;;没有的群;2026-13-01;;;`,
    '大山;da shan;;;;展会;城西;',
    '小山;;;;;;;',
    '小山;;;;;;;',
  ].join('\n');
  const one = await upload(text);
  assert.deepEqual(
    one.columns.map(({ target }: { target: string | null }) => target === null),
    [false, false, false, false, false, false, false, true],
  );
  assert.deepEqual([one.counts.new, one.counts.bad], [1, 6]);
  const bad = (await ok('GET', `/imports/${one.id}/rows?verdict=bad`)).items as {
    number: number;
    problems: { heading: string; value: string; reason: string; cure: string }[];
  }[];
  assert.deepEqual(
    bad.map(({ number, problems }) => [
      number,
      problems.map(({ heading, value, reason }) => `${heading}|${value}|${reason}`),
    ]),
    [
      [2, ['进群日期|2026/1/2|写了来源或加入日期，却没写在哪个群。']],
      [3, ['昵称||没有名字。']],
      [4, ['||和第 2 行是同一个账号。']],
      [5, ['群|没有的群|没有叫「没有的群」的群。', '进群日期|2026-13-01|看不懂的日期。']],
      [
        6,
        ['微信|da shan|账号有空格或太长。', '住哪|城西|不在选项里。', '来源|展会|写了来源或加入日期，却没写在哪个群。'],
      ],
      [8, ['||和第 7 行同名，又都没有账号。']],
    ],
  );
  await ok('PATCH', `/imports/${one.id}`, { groupId: (await ok('GET', '/groups')).items[0].id });
  await app.settle();
  assert.equal(
    (await ok('GET', `/imports/${one.id}`)).counts.new,
    2,
    'rows that name no group belong to the one that is chosen',
  );
  await act(one.id, 'run');
  assert.equal(await people(), 2);

  const file = await app.request('GET', `${base}/imports/${one.id}/bad-rows?format=csv`, {
    as: owner,
    headers: { 'accept-language': 'en' },
  });
  const table = readTable(Buffer.from(file.text)).rows.map(({ cells }) => cells);
  assert.deepEqual(table[0]!.slice(0, 4), ['Row in file', 'What to mend', '昵称', '微信']);
  assert.match(table[1]![1]!, /^昵称: There is no name\. Add the name\.$/);
  const mended = file.text
    .replace(',,ll,', ',罗罗,ll,')
    .replace(',老谭,rr,', ',老谭,lt,')
    .replaceAll('没有的群', group)
    .replace('2026-13-01', '2026-11-01')
    .replace('da shan', 'dashan')
    .replace('城西', '城北')
    .replace(/,小山,,/, ',小山,xs,');
  const two = await upload(mended);
  // 大山 names a source but no group: still to be mended.
  assert.deepEqual([two.counts.new, two.counts.bad], [4, 1]);
  await act(two.id, 'run');
  assert.equal(await people(), 6);
  const first = await upload(text);
  assert.deepEqual([first.counts.same, first.counts.new], [1, 0]);
});

test('an import is stopped, goes on, and goes on by itself after its process was killed', async () => {
  const { ok, upload, act, people, place } = await open();
  const one = await upload([head, ...rows(0, 500)].join('\n'));
  await ok('POST', `/imports/${one.id}/run`, {});
  // One chunk, then a steward stops it.
  await workChunk(app.ctx, place.communityId, one.id);
  await ok('POST', `/imports/${one.id}/stop`, {});
  await app.settle();
  assert.equal(await people(), 200);
  assert.equal((await ok('GET', `/imports/${one.id}`)).state, 'stopped');
  await ok('POST', `/imports/${one.id}/run`, {});
  // Killed: the job is lost, the row of the list is all that is left.
  await app.services.database.pool.query(`delete from graphile_worker._private_jobs`);
  await workChunk(app.ctx, place.communityId, one.id);
  assert.equal(await people(), 400);
  app.clock.advance(61_000);
  await app.jobs.runHere('imports.take_up', {});
  assert.equal(await people(), 500);
  assert.equal((await ok('GET', `/imports/${one.id}`)).state, 'done');
  assert.equal(
    (
      await app.request('POST', `/api/communities/${place.communityId}/imports/${one.id}/run`, {
        as: await app.operator('owner', place.communityId),
        body: {},
      })
    ).status,
    409,
  );
  assert.equal((await act(one.id, 'undo')).counts.taken, 500);
  assert.equal(await people(), 0);
});

test('members who are here keep what they have written; whoever has left stays out; rows go with the person and after their time', async () => {
  const { ok, upload, act, people, place, count } = await open();
  const one = await upload([head, ...rows(0, 2)].join('\n'));
  await act(one.id, 'run');
  app.clock.advance(1000);
  await comeIn(app, place, '小梅');
  const found = (await ok('GET', `/people?q=${encodeURIComponent('成员0')}`)).items[0];
  const seat = { communityId: place.communityId, groupId: place.groupId, identityId: found.identityId };
  assert.ok((await kickMember(app.ctx, seat)).ok);
  const again = await upload([head, ...rows(0, 2)].join('\n'));
  assert.deepEqual([again.counts.same, again.counts.changed], [2, 0]);
  assert.equal(await people(), 3);
  const mine = await count(
    `select count(*) from imports_rows where community_id = $1 and identity_id = '${found.identityId}'`,
  );
  assert.equal(mine, 2);
  await inTransaction(app.ctx, (ctx) =>
    erasePerson(ctx, { communityId: place.communityId, identityId: found.identityId }, 'operator'),
  );
  await app.settle();
  assert.equal(
    await count(`select count(*) from imports_rows where community_id = $1 and cells::text like '%wx_0%'`),
    0,
  );
  app.clock.advance(31 * 24 * 3_600_000);
  await app.jobs.runHere('imports.forget_rows', {});
  assert.equal(await count(`select count(*) from imports_rows where community_id = $1`), 0);
  const undo = await app.request('POST', `/api/communities/${place.communityId}/imports/${one.id}/undo`, {
    as: await app.operator('owner', place.communityId),
    body: {},
  });
  assert.equal(undo.status, 410);
});

test('what is no table is refused with its reason', async () => {
  const { base, owner } = await open();
  const send = (bytes: Uint8Array) => app.request('POST', `${base}/imports?fileName=x.xls`, { as: owner, bytes });
  const old = await send(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
  assert.deepEqual([old.status, old.body.code], [422, 'imports.unreadable']);
  assert.equal((await send(Buffer.from('姓名,微信号\n'))).body.code, 'imports.no_rows');
});
