/** Tags, fields and notes through the door: checked, masked, noted; forgotten with the person and part of their export. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';

const app = await openApp();

async function open() {
  const place = await openPlace(app);
  const as = {
    owner: await app.operator('owner', place.communityId),
    operator: await app.operator('operator', place.communityId),
    viewer: await app.operator('viewer', place.communityId),
  };
  const base = `/api/communities/${place.communityId}`;
  const call = async (method: string, path: string, body?: unknown, who: keyof typeof as = 'owner') =>
    app.request(method, base + path, { as: as[who], ...(body === undefined ? {} : { body }) });
  const ok = async (method: string, path: string, body?: unknown, who: keyof typeof as = 'owner') => {
    const answer = await call(method, path, body, who);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  return { place, as, call, ok };
}

async function arrive(place: Place, name: string): Promise<Phone & { personId: string }> {
  app.clock.advance(1000);
  const phone = await comeIn(app, place, name);
  const { rows } = await app.services.database.pool.query(`select person_id from people_identities where id = $1`, [
    phone.identityId,
  ]);
  return { ...phone, personId: rows[0].person_id };
}

test('a tag is given, expires after its last day, is put away and comes back', async () => {
  const { place, ok, call } = await open();
  const mei = await arrive(place, '小梅');
  const tag = await ok('POST', '/tags', { name: '老客' });
  assert.equal((await call('POST', '/tags', { name: '老客' })).status, 409);
  const names = async () =>
    (await ok('GET', `/people/${mei.personId}/profile`)).tags.map(({ name }: { name: string }) => name);
  const given = await ok('POST', `/tags/${tag.id}/give`, { personIds: [mei.personId], expiresOn: '2026-11-20' });
  assert.equal(given.people, 1);
  assert.deepEqual(await names(), ['老客']);
  assert.equal((await ok('GET', '/tags')).items[0].people, 1);
  app.clock.set('2026-11-20T12:00:00Z');
  assert.deepEqual(await names(), ['老客']);
  app.clock.set('2026-11-20T16:00:00Z');
  assert.deepEqual(await names(), [], 'in Shanghai the next day has begun');
  assert.equal(
    (await call('POST', `/tags/${tag.id}/give`, { personIds: [mei.personId], expiresOn: '2026-11-20' })).status,
    422,
  );
  await ok('POST', `/tags/${tag.id}/give`, { personIds: [mei.personId] });
  await ok('DELETE', `/tags/${tag.id}`);
  assert.deepEqual(await names(), []);
  await ok('POST', `/tags/${tag.id}/restore`, {});
  assert.deepEqual(await names(), ['老客']);
  assert.deepEqual(await ok('POST', `/tags/${tag.id}/take`, { personIds: [mei.personId] }), {
    people: 1,
    had: [{ personId: mei.personId, expiresOn: null }],
  });
  assert.deepEqual(await names(), []);
});

test('everybody in a segment gets a tag; taking it back leaves alone who had it before', async () => {
  const { place, ok, call } = await open();
  const mei = await arrive(place, '小梅');
  const lan = await arrive(place, '阿兰');
  await app.settle();
  const tag = await ok('POST', '/tags', { name: '老客' });
  const give = (body: object) => ok('POST', `/tags/${tag.id}/give`, body);
  const take = (body: object) => ok('POST', `/tags/${tag.id}/take`, body);
  const until = async ({ personId }: { personId: string }) =>
    (await ok('GET', `/people/${personId}/profile`)).tags.map(({ expiresOn }: { expiresOn: string }) => expiresOn);
  await give({ personIds: [mei.personId], expiresOn: '2027-03-01' });
  app.clock.advance(1000);
  const everybody = { join: 'all', items: [{ fact: 'people.groups', op: 'at_least', number: 1 }] };
  const given = await give({ definition: everybody, onlyNew: true });
  assert.equal(given.people, 1);
  assert.deepEqual([await until(mei), await until(lan)], [['2027-03-01'], [null]]);
  assert.equal((await give({ definition: everybody, onlyNew: true })).people, 0);
  const back = { givenAt: given.givenAt };
  assert.equal((await call('POST', `/tags/${tag.id}/take`, { ...back, personIds: [mei.personId] })).status, 422);
  const other = await call('POST', `/tags/${tag.id}/take`, back, 'operator');
  assert.equal(other.body.people, 0, 'only what oneself has given');
  assert.equal((await take(back)).people, 1);
  assert.deepEqual([await until(mei), await until(lan)], [['2027-03-01'], []]);
  assert.equal((await take({ definition: everybody })).people, 1);
});

test('fields take only what fits them, and name the cure', async () => {
  const { place, ok, call } = await open();
  const mei = await arrive(place, '小梅');
  const field = async (wish: object) => (await ok('POST', '/person-fields', wish)).id as string;
  const ids = {
    text: await field({ name: '口味', kind: 'text' }),
    number: await field({ name: '几口人', kind: 'number' }),
    date: await field({ name: '生日', kind: 'date' }),
    choice: await field({ name: '住哪', kind: 'choice', options: ['城南', '城北'] }),
  };
  const put = (id: string, value: unknown) => call('PUT', `/people/${mei.personId}/fields/${id}`, { value });
  for (const [id, bad] of [
    [ids.text, 3],
    [ids.text, '   '],
    [ids.number, '三'],
    [ids.date, '2026-02-30'],
    [ids.choice, 3],
    [ids.choice, '城南'],
  ] as const)
    assert.equal((await put(id, bad)).status, 422, JSON.stringify(bad));
  assert.match((await put(ids.choice, 9)).body.detail, /城南、城北/);
  for (const [id, good] of [
    [ids.text, ' 少盐 '],
    [ids.number, 4],
    [ids.date, '1990-05-01'],
    [ids.choice, 2],
  ] as const)
    assert.equal((await put(id, good)).status, 204);
  const shown = async () =>
    (await ok('GET', `/people/${mei.personId}/profile`)).fields.map(({ value }: { value: unknown }) => value);
  assert.deepEqual(await shown(), ['少盐', 4, '1990-05-01', 2]);
  const lose = { options: [{ number: 1, name: '城南' }, { name: '城东' }] };
  assert.equal((await call('PATCH', `/person-fields/${ids.choice}`, lose)).status, 409);
  await put(ids.choice, null);
  assert.deepEqual((await ok('PATCH', `/person-fields/${ids.choice}`, lose)).options, [
    { number: 1, name: '城南' },
    { number: 3, name: '城东' },
  ]);
  assert.equal((await call('POST', '/person-fields', { name: '空的', kind: 'choice' })).status, 422);
});

test('private values are masked, shown to who may see them, and every look is noted', async () => {
  const { place, ok, call } = await open();
  const mei = await arrive(place, '小梅');
  const { id } = await ok('POST', '/person-fields', { name: '电话', kind: 'text', private: true });
  await ok('PUT', `/people/${mei.personId}/fields/${id}`, { value: '13800001111' }, 'operator');
  for (const who of ['owner', 'viewer'] as const) {
    const [field] = (await ok('GET', `/people/${mei.personId}/profile`, undefined, who)).fields;
    assert.deepEqual([field.value, field.masked], [null, true]);
  }
  const path = `/people/${mei.personId}/profile/private`;
  assert.equal((await call('POST', path, {}, 'viewer')).status, 403);
  assert.deepEqual((await ok('POST', path, {}, 'operator')).fields, [{ id, value: '13800001111' }]);
  await ok('POST', `/people/${mei.personId}/notes`, { text: '海鲜过敏' }, 'operator');
  assert.equal((await call('GET', `/people/${mei.personId}/notes`, undefined, 'viewer')).status, 403);
  assert.equal((await ok('GET', `/people/${mei.personId}/notes`)).items[0].text, '海鲜过敏');
  const { items } = await ok('GET', '/audit?targetKind=person');
  const actions = items.map(({ action }: { action: string }) => action);
  assert.ok(actions.includes('profiles.read_private') && actions.includes('profiles.read_notes'));
  assert.ok(!JSON.stringify(items).includes('13800001111'), 'the log keeps who looked, not what they saw');
});

test('notes are changed, put away and brought back', async () => {
  const { place, ok } = await open();
  const mei = await arrive(place, '小梅');
  const note = await ok('POST', `/people/${mei.personId}/notes`, { text: '想学煲汤' });
  await ok('PATCH', `/people/${mei.personId}/notes/${note.id}`, { text: '想学煲汤，周末有空' });
  await ok('DELETE', `/people/${mei.personId}/notes/${note.id}`);
  assert.deepEqual((await ok('GET', `/people/${mei.personId}/notes`)).items, []);
  await ok('POST', `/people/${mei.personId}/notes/${note.id}/restore`, {});
  const [back] = (await ok('GET', `/people/${mei.personId}/notes`)).items;
  assert.equal(back.text, '想学煲汤，周末有空');
});

test('a person takes tags, fields and notes along, and all of them are forgotten with the person', async () => {
  const { place, ok } = await open();
  const mei = await arrive(place, '小梅');
  const tag = await ok('POST', '/tags', { name: '老客' });
  const field = await ok('POST', '/person-fields', { name: '口味', kind: 'text' });
  await ok('POST', `/tags/${tag.id}/give`, { personIds: [mei.personId] });
  await ok('PUT', `/people/${mei.personId}/fields/${field.id}`, { value: '少盐' });
  await ok('POST', `/people/${mei.personId}/notes`, { text: '海鲜过敏' });
  const definition = { join: 'all', items: [{ fact: 'people.inviter', op: 'one_of', options: [mei.identityId] }] };
  await ok('POST', '/segments', { name: '小梅带来的', definition });
  await ok('POST', '/segments/preview', { definition });
  const taken = await app.request('GET', `/api/member/communities/${place.communityId}/me/export`, { as: mei.actor });
  assert.equal(taken.status, 200, taken.text);
  assert.deepEqual(
    [taken.body.profiles.tags[0].name, taken.body.profiles.fields[0].text, taken.body.profiles.notes[0].text],
    ['老客', '少盐', '海鲜过敏'],
  );
  const left = async () => {
    const { rows } = await app.services.database.pool.query(
      `select (select count(*) from profiles_taggings where identity_id = $1)::int as tags,
         (select count(*) from profiles_values where identity_id = $1)::int as values,
         (select count(*) from profiles_notes where identity_id = $1)::int as notes,
         (select count(*) from profiles_facts where identity_id = $1)::int as facts,
         (select count(*) from profiles_segments where definition::text like '%' || $1::text || '%')::int as named`,
      [mei.identityId],
    );
    return rows[0];
  };
  assert.deepEqual(await left(), { tags: 1, values: 1, notes: 1, facts: 1, named: 1 });
  const erased = await app.request('POST', `/api/member/communities/${place.communityId}/me/erase`, {
    as: mei.actor,
    body: { confirm: '抹去我' },
  });
  assert.ok(erased.status < 300, erased.text);
  await app.settle();
  assert.deepEqual(await left(), { tags: 0, values: 0, notes: 0, facts: 0, named: 0 });
});
