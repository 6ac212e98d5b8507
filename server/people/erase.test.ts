/** Being forgotten: at once nameless, then chunk by chunk, whatever happens in between; and taking one's records along. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { communityExport } from '../communities/index.ts';
import { findGroupById } from '../groups/index.ts';
import { fill } from '../platform/slots.ts';
import { defineModule } from '../platform/module.ts';
import { eraseChunk } from './erase.ts';
import {
  countPeopleActivity,
  findIdentity,
  muteMember,
  personErase,
  personExport,
  type PersonEraser,
} from './index.ts';
import { comeIn, knock, openApp, openPlace, answersOf } from './testing.ts';

/** A later module with 25 rows of each person, that may fail. */
const left = new Map<string, number>();
let breaks = false;
const eraser: PersonEraser = {
  name: 'later',
  erase: async (_ctx, { identityIds }) => {
    if (breaks) throw new Error('the machine stumbles');
    const rows = left.get(identityIds[0]!) ?? 25;
    left.set(identityIds[0]!, Math.max(0, rows - 10));
    return { done: rows <= 10, rows: Math.min(10, rows) };
  },
};
const later = defineModule({
  name: 'later',
  fills: [
    fill(personErase, eraser),
    fill(personExport, { name: 'later', export: async (_ctx, { identityIds }) => ({ of: identityIds.length }) }),
  ],
});
const app = await openApp([later]);
const { db } = app.services.database;

const erase = (communityId: string, request: { as: { kind: 'device'; deviceId: string }; confirm?: string }) =>
  app.request('POST', `/api/member/communities/${communityId}/me/erase`, {
    as: request.as,
    body: { confirm: request.confirm ?? '抹去我' },
  });

test('without the words of confirmation nothing happens', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '手滑');
  const answer = await erase(place.communityId, { as: phone.actor, confirm: 'yes' });
  assert.equal(answer.status, 422);
  assert.equal((await app.request('GET', `/api/member/groups/${place.groupId}`, { as: phone.actor })).status, 200);
});

test('at once: nameless, out of the group, device signed out; the receipt says it is not done yet', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '要走的人');
  const stays = await comeIn(app, place, '留下的人');
  const answer = await erase(place.communityId, { as: phone.actor });
  assert.equal(answer.status, 202);
  assert.equal((await findGroupById(app.ctx, place.groupId))!.members, 1);
  const mates = await app.request('GET', `/api/member/groups/${place.groupId}/members`, { as: stays.actor });
  assert.deepEqual(
    mates.body.items.map((mate: { name: string }) => mate.name),
    ['留下的人'],
  );
  const identity = (await findIdentity(app.ctx, place.communityId, phone.identityId))!;
  assert.deepEqual([identity.kind, identity.name, identity.personId], ['tombstone', '已离开的群友', null]);
  assert.equal((await app.request('GET', '/api/member/me', { headers: { cookie: phone.cookie } })).status, 401);
  const receipt = await app.request('GET', `/api/member/erasures/${answer.body.receipt}`);
  assert.equal(receipt.body.doneAt, null);
  assert.equal((await app.request('GET', '/api/member/erasures/wrong')).status, 404);
});

test('the rest goes in chunks, goes on after a failure, and ends with a full receipt', async () => {
  const place = await openPlace(app);
  const { communityId, groupId } = place;
  const phone = await comeIn(app, place, '要走的人');
  const { identityId } = phone;
  const days = Array.from({ length: 28 }, (_, n) => ({
    communityId,
    groupId,
    identityId,
    day: `2026-10-${String(n + 1).padStart(2, '0')}`,
    messages: 3,
  }));
  await countPeopleActivity(app.ctx, days);
  const { receipt } = (await erase(communityId, { as: phone.actor })).body as { receipt: string };
  const { rows } = await sql<{ id: string; tombstoneId: string }>`
    select id, tombstone_id as "tombstoneId" from people_erasures where community_id = ${communityId}`.execute(db);
  const { id: erasureId, tombstoneId } = rows[0]!;
  while (left.get(identityId) !== 15) assert.equal(await eraseChunk(app.ctx, communityId, erasureId), false);
  breaks = true;
  await assert.rejects(() => eraseChunk(app.ctx, communityId, erasureId), /stumbles/);
  const half = await app.request('GET', `/api/member/erasures/${receipt}`);
  assert.equal(half.body.counts.later, 10);
  assert.equal(half.body.doneAt, null);
  breaks = false;
  await app.settle();
  const whole = await app.request('GET', `/api/member/erasures/${receipt}`);
  assert.ok(whole.body.doneAt);
  assert.equal(whole.body.counts.later, 25);
  assert.ok(whole.body.counts.people >= 29);
  assert.equal(await findIdentity(app.ctx, communityId, identityId), undefined);
  const moved = await sql<{ messages: number }>`
    select sum(messages)::int as messages from people_days where identity_id = ${tombstoneId}`.execute(db);
  assert.equal(moved.rows[0]!.messages, 84);
});

test('nothing of the person is left in any row of this module', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '独一无二的名字');
  await app.request('PATCH', `/api/member/communities/${place.communityId}/me`, {
    as: phone.actor,
    body: { card: { profession: { text: '独一无二的职业' } } },
  });
  await muteMember(app.ctx, {
    ...place,
    identityId: phone.identityId,
    until: new Date(app.clock.now().getTime() + 60_000),
  });
  await app.request('POST', `/api/member/groups/${place.groupId}/invite`, { as: phone.actor, body: {} });
  await erase(place.communityId, { as: phone.actor });
  await app.settle();
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relname like 'people\_%' and relkind in ('r', 'p') and not relispartition`.execute(
    db,
  );
  assert.ok(tables.length >= 12);
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(name)} row
      where row::text like '%独一无二%' or row::text like ${`%${phone.identityId}%`}`.execute(db);
    assert.equal(rows[0]!.count, 0, name);
  }
  assert.ok(!app.logged.some((line) => line.includes('独一无二')));
  const again = await knock(app, place.code, {
    answers: answersOf('独一无二的名字'),
    headers: { cookie: phone.cookie },
  });
  assert.equal(again.body.state, 'joined');
});

test('the export holds the own records and the parts of other modules', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '带走');
  const answer = await app.request('GET', `/api/member/communities/${place.communityId}/me/export`, {
    as: phone.actor,
  });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-disposition')!, /attachment/);
  assert.equal(answer.body.identities[0].name, '带走');
  assert.equal(answer.body.memberships.length, 1);
  assert.equal(answer.body.acknowledgements[0].version, 1);
  assert.equal(answer.body.devices[0].label, 'iPhone · Safari');
  assert.deepEqual(answer.body.later, { of: 1 });
});

test('the export of the community holds people, also the erased ones as tombstones', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '还在');
  await erase(place.communityId, { as: (await comeIn(app, place, '不在了')).actor });
  await app.settle();
  const rows: Record<string, unknown>[] = [];
  for (const part of app.services.slots(communityExport)) {
    for await (const row of part.rows(app.ctx, place.communityId)) rows.push({ part: part.name, ...row });
  }
  const identities = rows.filter((row) => row.part === 'people.identity');
  assert.deepEqual(identities.map((row) => [row.kind, row.id === phone.identityId]).sort(), [
    ['member', true],
    ['tombstone', false],
  ]);
  assert.equal(rows.filter((row) => row.part === 'people.membership').length, 2);
});
