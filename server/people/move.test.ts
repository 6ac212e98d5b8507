/** Moving to another phone, restoring a lost one, devices, and one's own face. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import type { TestAnswer } from '../platform/testing.ts';
import { labelDevice } from './device.ts';
import { comeIn, openApp, openPlace, phoneOf, type Phone, type Place } from './testing.ts';

const app = await openApp();

const makeLink = (place: Place, phone: Phone) =>
  app.request('POST', `/api/member/communities/${place.communityId}/me/move`, { as: phone.actor, body: {} });
const open = (url: string, request: { as?: Phone; replace?: boolean } = {}): Promise<TestAnswer> =>
  app.request('POST', `/api/member/move/${url.split('/').at(-1)}`, {
    body: request.replace === undefined ? {} : { replace: request.replace },
    ...(request.as ? { as: request.as.actor } : {}),
  });

test('a move link works once, on one other phone', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '换手机');
  const link = await makeLink(place, phone);
  assert.equal(link.status, 201);
  assert.match(link.body.url, /^http:\/\/fair\.test\/m\/move\/[\w-]{24}$/);
  assert.equal(Date.parse(link.body.expiresAt) - app.clock.now().getTime(), 600_000);
  const moved = await open(link.body.url);
  assert.equal(moved.status, 200);
  const second = await phoneOf(app, moved);
  assert.equal(second.identityId, phone.identityId);
  assert.notEqual(second.actor.deviceId, phone.actor.deviceId);
  const reused = await open(link.body.url);
  assert.equal(reused.status, 410);
  assert.equal(reused.body.code, 'people.link_used');
  assert.match(reused.body.detail, /用过/);
  assert.equal(reused.headers.get('set-cookie'), null);
});

test('of ten phones that open it at once, one gets it', async () => {
  const place = await openPlace(app);
  const { url } = (await makeLink(place, await comeIn(app, place, '抢'))).body as { url: string };
  const all = await Promise.all(Array.from({ length: 10 }, () => open(url)));
  assert.equal(all.filter((one) => one.status === 200).length, 1);
  assert.equal(all.filter((one) => one.body.code === 'people.link_used').length, 9);
});

test('expired, replaced and invented links say so', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '慢一拍');
  const first = (await makeLink(place, phone)).body.url as string;
  const second = (await makeLink(place, phone)).body.url as string;
  assert.equal((await open(first)).body.code, 'people.link_unknown');
  app.clock.advance(10 * 60_000);
  assert.equal((await open(second)).body.code, 'people.link_expired');
  assert.equal((await open('/invented')).body.code, 'people.link_unknown');
});

test('a phone that carries somebody else asks first, and the link stays good', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '本人');
  const other = await comeIn(app, place, '新建的号');
  const { url } = (await makeLink(place, phone)).body as { url: string };
  assert.equal((await open(url, { as: other })).body.code, 'people.device_taken');
  const moved = await open(url, { as: other, replace: true });
  assert.equal(moved.body.identityId, phone.identityId);
});

test('a restore link of a steward signs the lost phone out and is audited', async () => {
  const place = await openPlace(app);
  const lost = await comeIn(app, place, '丢手机');
  const steward = await app.operator('operator', place.communityId);
  const list = await app.request('GET', `/api/communities/${place.communityId}/people?q=丢手机`, { as: steward });
  const path = `/api/communities/${place.communityId}/people/${list.body.items[0].personId}/restore-link`;
  assert.equal(
    (await app.request('POST', path, { as: await app.operator('moderator', place.communityId), body: {} })).status,
    403,
  );
  const link = await app.request('POST', path, { as: steward, body: {} });
  const restored = await phoneOf(app, await open(link.body.url));
  assert.equal(restored.identityId, lost.identityId);
  assert.equal((await app.request('GET', '/api/member/me', { headers: { cookie: lost.cookie } })).status, 401);
  assert.equal((await app.request('GET', `/api/member/groups/${place.groupId}`, { as: lost.actor })).status, 404);
  const { rows } = await app.services.database.pool.query(
    `select action, detail::text from platform_audit where community_id = $1 and action like 'people.%' order by id`,
    [place.communityId],
  );
  assert.deepEqual(rows.map((row: { action: string }) => row.action).sort(), [
    'people.create_restore_link',
    'people.use_move_link',
  ]);
  assert.ok(!JSON.stringify(rows).includes('丢手机'));
});

test('a restore link opened on the same phone keeps it signed in', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '没丢');
  const steward = await app.operator('owner', place.communityId);
  const list = await app.request('GET', `/api/communities/${place.communityId}/people`, { as: steward });
  const path = `/api/communities/${place.communityId}/people/${list.body.items[0].personId}/restore-link`;
  const { url } = (await app.request('POST', path, { as: steward, body: {} })).body as { url: string };
  assert.equal((await open(url, { as: phone })).status, 200);
  assert.equal((await app.request('GET', '/api/member/me', { headers: { cookie: phone.cookie } })).status, 200);
});

test('devices are listed and signed out, the last one is not', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '两台');
  app.clock.advance(1000);
  const { url } = (await makeLink(place, phone)).body as { url: string };
  const second = await phoneOf(app, await open(url));
  const path = `/api/member/communities/${place.communityId}/me/devices`;
  const { items } = (await app.request('GET', path, { as: second.actor })).body as {
    items: { id: string; current: boolean }[];
  };
  assert.deepEqual(
    items.map((item) => item.current),
    [false, true],
  );
  assert.equal((await app.request('DELETE', `${path}/${phone.actor.deviceId}`, { as: second.actor })).status, 204);
  assert.equal((await app.request('GET', '/api/member/me', { headers: { cookie: phone.cookie } })).status, 401);
  assert.equal(
    (await app.request('DELETE', `${path}/${second.actor.deviceId}`, { as: second.actor })).body.code,
    'people.last_device',
  );
  assert.equal((await app.request('DELETE', `${path}/${phone.actor.deviceId}`, { as: second.actor })).status, 404);
});

test('one changes the own face; group mates see what is for them, the team what it may', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '阮阮');
  const mate = await comeIn(app, place, '老谭');
  const path = `/api/member/communities/${place.communityId}/me`;
  const change = (body: unknown) => app.request('PATCH', path, { as: phone.actor, body });
  const changed = await change({
    name: '阮 阮',
    card: { profession: { text: '绘本编辑' }, city: { text: '城南', visibility: 'team' }, offers: null },
    privacy: { findable: true },
  });
  assert.equal(changed.status, 200);
  assert.equal(changed.body.identity.name, '阮 阮');
  assert.deepEqual(changed.body.privacy, { findable: true, featured: false, offers: false, uncontacted: false });
  assert.equal((await change({ name: '官方' })).body.code, 'people.bad_name');
  assert.equal((await change({ name: 'ok', role: 'owner' })).status, 400);
  assert.equal((await change({ card: { city: { text: '长'.repeat(41) } } })).status, 400);
  const seen = await app.request('GET', `/api/member/groups/${place.groupId}/members/${phone.identityId}`, {
    as: mate.actor,
  });
  assert.equal(seen.body.card.profession.text, '绘本编辑');
  assert.equal(seen.body.card.city, null);
  const viewer = await app.operator('viewer', place.communityId);
  const owner = await app.operator('owner', place.communityId);
  const list = await app.request('GET', `/api/communities/${place.communityId}/people?q=阮阮`, { as: viewer });
  const detail = (as: typeof viewer) =>
    app.request('GET', `/api/communities/${place.communityId}/people/${list.body.items[0].personId}`, { as });
  assert.equal((await detail(viewer)).body.card.city, null);
  assert.equal((await detail(owner)).body.card.city.text, '城南');
  assert.equal((await detail(await app.operator('owner', (await openPlace(app)).communityId))).status, 404);
});

test('people are paged, newest first', async () => {
  const place = await openPlace(app);
  for (const name of ['一', '二', '三']) await comeIn(app, place, name);
  const owner = await app.operator('viewer', place.communityId);
  const path = `/api/communities/${place.communityId}/people?limit=2`;
  const first = await app.request('GET', path, { as: owner });
  const second = await app.request('GET', `${path}&cursor=${first.body.nextCursor}`, { as: owner });
  const names = [...first.body.items, ...second.body.items].map((item: { name: string }) => item.name);
  assert.deepEqual(names.sort(), ['一', '三', '二'].sort());
  assert.equal(second.body.nextCursor, null);
  assert.equal(
    (await app.request('GET', `${path}&cursor=bm9uc2Vuc2U`, { as: owner })).body.code,
    'platform.bad_cursor',
  );
});

test('a device is told by system and browser', () => {
  assert.equal(
    labelDevice('Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/120 Mobile MicroMessenger/8.0'),
    'Android · WeChat',
  );
  assert.equal(labelDevice(''), '');
});

test('the code of a link is kept nowhere in the open, also when it was asked for with an idempotency key', async () => {
  const place = await openPlace(app);
  const lan = await comeIn(app, place, '小兰');
  const owner = await app.operator('owner', place.communityId);
  const [person] = (await app.request('GET', `/api/communities/${place.communityId}/people`, { as: owner })).body.items;
  for (const [as, path] of [
    [lan.actor, `/api/member/communities/${place.communityId}/me/move`],
    [owner, `/api/communities/${place.communityId}/people/${person.personId}/restore-link`],
  ] as const) {
    const made = await app.request('POST', path, { as, body: {}, headers: { 'idempotency-key': newId() } });
    assert.equal(made.status, 201, made.text);
    const code = String(made.body.url).split('/').at(-1)!;
    for (const table of ['platform_idempotency', 'people_moves', 'platform_audit']) {
      const { rows } = await app.services.database.pool.query(`select t::text as line from ${table} t`);
      assert.ok(!rows.some(({ line }: { line: string }) => line.includes(code)), table);
    }
  }
});
