/** The directory through the door: who is found by what, and by whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGroup, createLink } from '../groups/index.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';

const app = await openApp();

async function openSecond(place: Place): Promise<Place> {
  return inTransaction(app.ctx, async (ctx) => {
    const { communityId } = place;
    const group = await createGroup(ctx, { communityId, name: '第二个群', tier: 'ordinary', capacity: 200 });
    const link = await createLink(ctx, { communityId, groupId: group.id }, { channel: '海报' });
    return { communityId, groupId: group.id, code: link.code };
  });
}

async function arrive(place: Place, name: string, face: object = {}): Promise<Phone> {
  app.clock.advance(1000);
  const phone = await comeIn(app, place, name);
  await change(place, phone, face);
  return phone;
}

async function change(place: Place, phone: Phone, face: object): Promise<void> {
  const path = `/api/member/communities/${place.communityId}/me`;
  const answer = await app.request('PATCH', path, { as: phone.actor, body: face });
  assert.equal(answer.status, 200, answer.text);
  await app.settle();
}

async function find(place: Place, phone: Phone, query: Record<string, string>) {
  const path = `/api/member/communities/${place.communityId}/people?${new URLSearchParams(query)}`;
  const answer = await app.request('GET', path, { as: phone.actor });
  assert.equal(answer.status, 200, answer.text);
  return answer.body as {
    items: { name: string; identityId: string; matched: string[]; card: Record<string, unknown>; shared: unknown[] }[];
    nextCursor: string | null;
  };
}

const names = async (place: Place, phone: Phone, query: Record<string, string>) =>
  (await find(place, phone, query)).items.map(({ name }) => name);

const line = (text: string, visibility = 'groups') => ({ text, visibility });

test('group mates are found by characters, pinyin and initials over the whole card, the best first', async () => {
  const place = await openPlace(app);
  const me = await arrive(place, '王小明');
  await arrive(place, '张三', {
    card: { profession: line('律师'), city: line('上海市'), offers: line('跨境电商合规咨询') },
  });
  await arrive(place, '张珊珊', { card: { city: line('重庆'), tags: { items: ['跑步', '张三的粉丝'] } } });
  await arrive(place, 'Kevin 刘', { card: { needs: line('想认识懂跨境电商的人') } });
  for (const q of ['张三', '張三', 'zhangsan', '张san']) assert.equal((await names(place, me, { q }))[0], '张三', q);
  assert.deepEqual(await names(place, me, { q: 'zss' }), ['张珊珊']);
  assert.deepEqual(await names(place, me, { q: '跨境' }), ['张三', 'Kevin 刘'], 'an offer counts more than a need');
  assert.deepEqual(
    (await find(place, me, { q: 'lvshi shanghai' })).items.map((one) => one.matched),
    [['profession', 'city']],
  );
  assert.deepEqual(await names(place, me, { q: 'chongqing' }), ['张珊珊']);
  assert.deepEqual(await names(place, me, { q: '上海', city: '上海' }), ['张三']);
  assert.deepEqual(await names(place, me, { city: '重庆市' }), ['张珊珊']);
  assert.deepEqual(await names(place, me, { q: '王小明' }), [], 'nobody finds themselves');
  assert.deepEqual(await names(place, me, { q: '，。' }), []);
  const all = await find(place, me, { limit: '2' });
  const rest = await find(place, me, { limit: '2', cursor: all.nextCursor! });
  assert.deepEqual(
    [...all.items, ...rest.items].map(({ name }) => name).toSorted(),
    ['Kevin 刘', '张三', '张珊珊'].toSorted(),
  );
  assert.equal(rest.nextCursor, null);
});

test('a line for the team is not searched, and people of other groups only when they may be found', async () => {
  const place = await openPlace(app);
  const second = await openSecond(place);
  const me = await arrive(place, '小梅');
  const far = await arrive(second, '老周', { card: { profession: line('茶农'), city: line('福州', 'team') } });
  const mate = await arrive(place, '阿丽', { card: { profession: line('裁缝', 'team'), city: line('福州') } });
  assert.deepEqual(await names(place, me, {}), ['阿丽']);
  assert.deepEqual(await names(place, me, { q: '裁缝' }), []);
  assert.deepEqual(await names(place, me, { q: 'cn' }), []);
  await change(place, far, { privacy: { findable: true } });
  assert.deepEqual(await names(place, me, {}), ['阿丽', '老周'], 'group mates first');
  assert.deepEqual(await names(place, me, { q: 'cn' }), ['老周']);
  assert.deepEqual(await names(place, me, { city: '福州' }), ['阿丽']);
  const [found] = (await find(place, me, { q: '老周' })).items;
  assert.deepEqual([found!.card['city'], found!.shared], [null, []]);
  const facets = await app.request('GET', `/api/member/communities/${place.communityId}/people/facets`, {
    as: me.actor,
  });
  assert.deepEqual(facets.body, { cities: ['福州'], industries: [] });
  const left = await app.request('POST', `/api/member/groups/${place.groupId}/leave`, { as: mate.actor, body: {} });
  assert.ok(left.status < 300, left.text);
  await app.settle();
  assert.deepEqual(await names(place, me, {}), ['老周'], 'who has left is found by nobody');
  const path = `/api/member/communities/${place.communityId}/people`;
  assert.equal((await app.request('GET', path, { as: mate.actor })).status, 404, 'and finds nobody');
});

test('the card says what is missing, never how good it is; the prompt is laid aside for good', async () => {
  const place = await openPlace(app);
  const me = await arrive(place, '小满');
  const path = `/api/member/communities/${place.communityId}/card`;
  const own = async () => (await app.request('GET', path, { as: me.actor })).body;
  const all = ['profession', 'city', 'industry', 'offers', 'needs', 'tags'];
  assert.deepEqual(await own(), { missing: all, isPrompted: true });
  await app.request('POST', `${path}/aside`, { as: me.actor, body: {} });
  assert.deepEqual(await own(), { missing: all, isPrompted: false });
  await change(place, me, {
    card: { city: line('台北'), tags: { items: ['自由潜水', '', '自由潜水'], visibility: 'groups' } },
  });
  assert.deepEqual((await own()).missing, ['profession', 'industry', 'offers', 'needs']);
  const face = await app.request('GET', `/api/member/communities/${place.communityId}/me`, { as: me.actor });
  assert.deepEqual(face.body.card.tags, { items: ['自由潜水'], visibility: 'groups' });
});

test('a new name is found at once, and an erased person no more', async () => {
  const place = await openPlace(app);
  const me = await arrive(place, '小禾');
  const bo = await arrive(place, '阿波');
  await change(place, bo, { name: '陈波' });
  assert.deepEqual(await names(place, me, { q: 'cb' }), ['陈波']);
  assert.deepEqual(await names(place, me, { q: 'ab' }), []);
  await app.request('POST', `/api/member/communities/${place.communityId}/me/erase`, {
    as: bo.actor,
    body: { confirm: '抹去我' },
  });
  await app.settle();
  assert.deepEqual(await names(place, me, { q: 'cb' }), []);
});

test('cities are spelled as most people write them', async () => {
  const place = await openPlace(app);
  const me = await arrive(place, '小梅');
  for (const [name, city] of [
    ['老周', 'Berlin'],
    ['阿丽', 'berlin'],
    ['阿强', 'Berlin'],
    ['老陈', '柏林市'],
  ] as const)
    await arrive(place, name, { card: { city: line(city) } });
  const base = `/api/member/communities/${place.communityId}/people`;
  const facets = await app.request('GET', `${base}/facets`, { as: me.actor });
  assert.deepEqual(facets.body.cities, ['Berlin', '柏林市']);
  assert.deepEqual(await names(place, me, { city: 'Berlin' }), ['阿强', '阿丽', '老周']);
});
