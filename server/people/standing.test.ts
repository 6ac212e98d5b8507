/** Mute, kick, ban, role, and who counts as a member: through the functions that carriers call, seen through the door. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findGroupById } from '../groups/index.ts';
import { createContext, inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import {
  banMember,
  countPeopleActivity,
  identifySenders,
  kickMember,
  listIdentities,
  mayListenToGroup,
  muteMember,
  officialIdentity,
  recordPresence,
  setMemberRole,
  unbanMember,
  unmuteMember,
} from './index.ts';
import { answersOf, comeIn, knock, openApp, openPlace, type Phone, type Place } from './testing.ts';

const app = await openApp();
const { db } = app.services.database;
const seat = (place: Place, phone: Phone) => ({
  communityId: place.communityId,
  groupId: place.groupId,
  identityId: phone.identityId,
});
const home = (place: Place, phone: Phone) =>
  app.request('GET', `/api/member/groups/${place.groupId}`, { as: phone.actor });
const as = (phone: Phone) =>
  createContext(app.services, {
    actor: phone.actor,
    requestId: 'test',
    locale: 'zh-CN',
    publicUrl: 'http://fair.test',
  });

test('mute is capped, shown, and lifted', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '话多');
  const far = new Date(app.clock.now().getTime() + 365 * 86_400_000);
  const muted = await muteMember(app.ctx, { ...seat(place, phone), until: far });
  assert.ok(muted.ok);
  assert.equal(muted.until.getTime() - app.clock.now().getTime(), 30 * 86_400_000);
  assert.equal((await home(place, phone)).body.abilities.post, false);
  assert.deepEqual(await unmuteMember(app.ctx, seat(place, phone)), { ok: true });
  assert.equal((await home(place, phone)).body.abilities.post, true);
  assert.deepEqual(await muteMember(app.ctx, { ...seat(place, phone), until: app.clock.now() }), {
    ok: false,
    reason: 'past',
  });
});

test('kick ends the stay; a kicked member is a stranger who may come back', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '捣蛋');
  assert.equal(await mayListenToGroup(as(phone), place.groupId), true);
  assert.deepEqual(await kickMember(app.ctx, seat(place, phone)), { ok: true });
  assert.deepEqual(await kickMember(app.ctx, seat(place, phone)), { ok: false, reason: 'not_a_member' });
  assert.equal(await mayListenToGroup(as(phone), place.groupId), false);
  assert.equal((await findGroupById(app.ctx, place.groupId))!.members, 0);
  const kicked = await home(place, phone);
  const unknown = await app.request('GET', `/api/member/groups/${newId()}`, { as: phone.actor });
  assert.equal(kicked.status, 404);
  const withoutRequest = ({ requestId: _id, ...rest }: Record<string, unknown>) => rest;
  assert.deepEqual(withoutRequest(kicked.body), withoutRequest(unknown.body));
  const me = await app.request('GET', '/api/member/me', { as: phone.actor });
  assert.equal(me.body.communities[0].former[0].leftHow, 'kicked');
  assert.equal((await knock(app, place.code, { as: phone })).body.state, 'joined');
});

test('a ban holds for identity and device, is listed, and can be lifted', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '广告');
  const owner = await app.operator('moderator', place.communityId);
  assert.deepEqual(await banMember(app.ctx, { ...seat(place, phone), reason: '反复发广告' }), { ok: true });
  assert.deepEqual(await banMember(app.ctx, { ...seat(place, phone), reason: '再来一次' }), { ok: true });
  const refused = await knock(app, place.code, { as: phone, answers: answersOf('换个名字') });
  assert.equal(refused.body.state, 'refused');
  assert.equal(refused.body.reason, 'banned');
  const path = `/api/communities/${place.communityId}/bans`;
  const { items } = (await app.request('GET', path, { as: owner })).body as {
    items: { id: string; reason: string; name: string }[];
  };
  assert.deepEqual(
    items.map((ban) => [ban.name, ban.reason]),
    [['广告', '反复发广告']],
  );
  assert.equal((await app.request('POST', `${path}/${items[0]!.id}/lift`, { as: owner, body: {} })).status, 204);
  assert.equal((await app.request('POST', `${path}/${items[0]!.id}/lift`, { as: owner, body: {} })).status, 409);
  assert.equal((await knock(app, place.code, { as: phone })).body.state, 'joined');
});

test('erasing oneself does not lift a ban of the device', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '逃跑');
  await banMember(app.ctx, { ...seat(place, phone), groupId: null, reason: '骗人' });
  const erased = await app.request('POST', `/api/member/communities/${place.communityId}/me/erase`, {
    as: phone.actor,
    body: { confirm: '抹去我' },
  });
  assert.equal(erased.status, 202);
  await app.settle();
  const back = await knock(app, place.code, {
    answers: answersOf('新人'),
    headers: { cookie: phone.cookie, origin: 'http://fair.test' },
  });
  assert.equal(back.body.state, 'refused');
  assert.deepEqual(await unbanMember(app.ctx, { ...seat(place, phone), groupId: null }), {
    ok: false,
    reason: 'not_banned',
  });
});

test('team roles protect from kick, mute and ban, and show in the list first', async () => {
  const place = await openPlace(app);
  const first = await comeIn(app, place, '先来');
  const admin = await comeIn(app, place, '望舒');
  assert.deepEqual(await setMemberRole(app.ctx, { ...seat(place, admin), role: 'admin' }), { ok: true });
  assert.deepEqual(await kickMember(app.ctx, seat(place, admin)), { ok: false, reason: 'protected' });
  assert.deepEqual(await banMember(app.ctx, { ...seat(place, admin), reason: '' }), { ok: false, reason: 'protected' });
  const mates = await app.request('GET', `/api/member/groups/${place.groupId}/members?limit=1`, { as: first.actor });
  assert.equal(mates.body.items[0].name, '望舒');
  const rest = await app.request('GET', `/api/member/groups/${place.groupId}/members?cursor=${mates.body.nextCursor}`, {
    as: first.actor,
  });
  assert.deepEqual(
    rest.body.items.map((mate: { name: string }) => mate.name),
    ['先来'],
  );
  const twin = await knock(app, place.code, { answers: answersOf('望 舒') });
  assert.equal(twin.body.state, 'needs');
});

test('strangers, members of another community and anonymous visitors learn nothing', async () => {
  const place = await openPlace(app);
  const stranger = await comeIn(app, await openPlace(app), '外人');
  const member = await comeIn(app, place, '自己人');
  const paths = [
    `/api/member/groups/${place.groupId}`,
    `/api/member/groups/${place.groupId}/members`,
    `/api/member/groups/${place.groupId}/members/${member.identityId}`,
    `/api/member/communities/${place.communityId}/me`,
    `/api/member/communities/${place.communityId}/me/export`,
  ];
  for (const path of paths) {
    const foreign = await app.request('GET', path, { as: stranger.actor });
    const unknown = await app.request('GET', path.replace(place.groupId, newId()).replace(place.communityId, newId()), {
      as: stranger.actor,
    });
    assert.equal(foreign.status, 404, path);
    assert.deepEqual({ ...foreign.body, requestId: '' }, { ...unknown.body, requestId: '' }, path);
    assert.equal((await app.request('GET', path)).status, 401, path);
    assert.equal((await app.request('GET', path, { as: member.actor })).status, 200, path);
  }
});

test('senders of a batch: one identity each, also when batches race; new names replace old ones', async () => {
  const place = await openPlace(app);
  const senders = Array.from({ length: 40 }, (_, n) => ({ externalId: `tg-${n}`, name: `发言${n}` }));
  const batches = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      identifySenders(app.ctx, place.communityId, 'telegram', n % 2 ? senders : senders.toReversed()),
    ),
  );
  for (const batch of batches) assert.deepEqual([...batch].sort(), [...batches[0]!].sort());
  const { rows } = await sql<{ identities: number; persons: number }>`
    select count(*)::int as identities, count(distinct person_id)::int as persons from people_identities
    where community_id = ${place.communityId} and carrier = 'telegram'`.execute(db);
  assert.deepEqual(rows, [{ identities: 40, persons: 40 }]);
  const orphans = await sql<{ count: number }>`
    select count(*)::int as count from people_persons p where community_id = ${place.communityId}
      and not exists (select from people_identities i where i.community_id = p.community_id and i.person_id = p.id)`.execute(
    db,
  );
  assert.equal(orphans.rows[0]!.count, 0);
  const renamed = await inTransaction(app.ctx, (ctx) =>
    identifySenders(ctx, place.communityId, 'telegram', [
      { externalId: 'tg-3', name: '改名了' },
      { externalId: 'tg-4', name: '' },
    ]),
  );
  const names = await listIdentities(app.ctx, place.communityId, [...renamed.values()]);
  assert.deepEqual(names.map((one) => one.name).sort(), ['发言4', '改名了']);
});

test('the official voice is one identity, also when two ask at once', async () => {
  const place = await openPlace(app);
  const both = await Promise.all([
    officialIdentity(app.ctx, place.communityId),
    officialIdentity(app.ctx, place.communityId),
  ]);
  assert.equal(both[0].id, both[1].id);
  assert.equal(both[0].kind, 'official');
});

test('activity adds up, and a roster is taken over once', async () => {
  const place = await openPlace(app);
  const { communityId, groupId } = place;
  const ids = await identifySenders(app.ctx, communityId, 'telegram', [{ externalId: 'a', name: '甲' }]);
  const identityId = ids.get('a')!;
  const row = { communityId, groupId, identityId, day: '2026-11-19' };
  await countPeopleActivity(app.ctx, [
    { ...row, messages: 2 },
    { ...row, messages: 1, replies: 1 },
  ]);
  await countPeopleActivity(app.ctx, [{ ...row, messages: 4, pictures: 1 }]);
  const { rows } =
    await sql`select messages, pictures, replies, reactions from people_days where identity_id = ${identityId}`.execute(
      db,
    );
  assert.deepEqual(rows, [{ messages: 7, pictures: 1, replies: 1, reactions: 0 }]);
  const seen = { identityId, at: app.clock.now(), state: 'in' as const };
  await recordPresence(app.ctx, place, [seen]);
  await recordPresence(app.ctx, place, [seen]);
  assert.equal((await findGroupById(app.ctx, groupId))!.members, 1);
  await recordPresence(app.ctx, place, [{ ...seen, state: 'out', bound: true }]);
  assert.equal((await findGroupById(app.ctx, groupId))!.members, 0);
});
