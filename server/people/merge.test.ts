/** One human behind two persons: suggested with reasons, made one, taken apart as they were, remembered, forgotten with the person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../platform/context.ts';
import { identifySenders } from './identity.ts';
import { weigh } from './likeness.ts';
import { insertUncompared } from './store/likeness.ts';
import { comeIn, openApp, openPlace, type Phone } from './testing.ts';
import { writeDownPeople, writeDownStays } from './written-down.ts';

const app = await openApp();

async function open() {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const call = (method: string, path: string, body?: unknown, as = owner) =>
    app.request(method, base + path, { as, ...(body === undefined ? {} : { body }) });
  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const personOf = async (identityId: string): Promise<string> => {
    const { rows } = await app.services.database.pool.query('select person_id from people_identities where id = $1', [
      identityId,
    ]);
    return rows[0].person_id;
  };
  const come = async (name: string): Promise<Phone & { personId: string }> => {
    app.clock.advance(1000);
    const phone = await comeIn(app, place, name);
    return { ...phone, personId: await personOf(phone.identityId) };
  };
  /** Somebody from a list, in the group. */
  const list = (name: string, externalId: string) =>
    inTransaction(app.ctx, async (ctx) => {
      app.clock.advance(1000);
      const accounts = [{ carrier: 'manual', externalId }];
      const [made] = await writeDownPeople(ctx, place.communityId, [{ personId: null, name, accounts }]);
      const stay = { groupId: place.groupId, identityId: made!.identityIds[0]!, source: '名单', isDated: false };
      await writeDownStays(ctx, place.communityId, [{ ...stay, joinedAt: ctx.now() }]);
      await insertUncompared(ctx, place.communityId, made!.identityIds);
      return { personId: made!.personId, identityId: made!.identityIds[0]! };
    });
  const compare = async () => {
    await app.settle();
    await app.jobs.runHere('people.find_likenesses', {});
    return (await ok('GET', '/likenesses')) as {
      total: number;
      items: {
        confidence: string;
        reasons: string[];
        kept: { personId: string; name: string };
        other: { personId: string; name: string };
      }[];
    };
  };
  const change = (phone: Phone, body: object) =>
    app.request('PATCH', `/api/member/communities/${place.communityId}/me`, { as: phone.actor, body });
  return { place, owner, call, ok, personOf, come, list, compare, change };
}

test('people who may be one are found with their reasons, the surest first; most namesakes are not', async () => {
  const { place, come, list, compare } = await open();
  const mei = await come('小梅');
  await come('老谭');
  const fromList = await list('小梅', 'wechat:mei_88');
  await list('别的人', 'qq:mei_88');
  await inTransaction(app.ctx, async (ctx) => {
    const known = await identifySenders(ctx, place.communityId, 'wechat', [{ externalId: 'Mei_88', name: 'Mei' }]);
    await insertUncompared(ctx, place.communityId, [...known.values()]);
  });
  for (let n = 0; n < 6; n++) await list('张伟', `wechat:zhang_wei_${n}`);
  const { items, total } = await compare();
  assert.deepEqual(
    items.map(({ confidence }) => confidence),
    ['sure', 'likely', 'likely', 'likely'],
  );
  assert.deepEqual(
    items.map(({ reasons }) => reasons.join('+')).toSorted(),
    [
      '两边是同一个平台的同一个账号「mei_88」',
      '在两个平台用同一个账号名「mei_88」',
      '在两个平台用同一个账号名「mei_88」',
      '都叫「小梅」，待过同一个群，这个名字很少见+都叫「小梅」，其中一个只在导入的名单里',
    ].toSorted(),
  );
  assert.equal(total, 4);
  const twins = items.find(({ kept, other }) => kept.name === '小梅' && other.name === '小梅')!;
  assert.deepEqual([twins.kept.personId, twins.other.personId], [mei.personId, fromList.personId], 'who is here stays');
  assert.equal(weigh([{ kind: 'card' }]), 'maybe');
});

test('two become one and are taken apart as they were; what was refused is not suggested again', async () => {
  const { place, ok, call, come, list, compare, change, personOf } = await open();
  const mei = await come('小梅');
  const twin = await list('小梅', 'wechat:mei');
  const text = (line: string) => ({ text: line, visibility: 'groups' });
  await change(mei, { card: { city: text('杭州') }, privacy: { findable: true, uncontacted: true } });
  await app.services.database.pool.query(`update people_persons set card = $2, privacy = $3 where id = $1`, [
    twin.personId,
    { profession: { text: '面点师', visibility: 'team' }, city: { text: '成都', visibility: 'team' } },
    { findable: false, offers: true },
  ]);
  const tag = await ok('POST', '/tags', { name: '老客' });
  await ok('POST', `/tags/${tag.id}/give`, { personIds: [twin.personId] });
  const tagged = async () =>
    (
      await ok('POST', '/segments/preview', {
        definition: { join: 'all', items: [{ fact: 'profiles.tags', op: 'one_of', options: [tag.id] }] },
      })
    ).items.map(({ personId }: { personId: string }) => personId);
  assert.deepEqual(await tagged(), [twin.personId]);
  assert.equal((await compare()).total, 1);

  const { mergeId } = await ok('POST', `/people/${mei.personId}/merge`, { otherId: twin.personId });
  await app.settle();
  assert.equal(await personOf(twin.identityId), mei.personId);
  const card = (await ok('GET', `/people/${mei.personId}`)).card;
  assert.deepEqual([card.city.text, card.profession.text], ['杭州', '面点师']);
  const face = await app.request('GET', `/api/member/communities/${place.communityId}/me`, { as: mei.actor });
  assert.deepEqual(face.body.privacy, { findable: false, featured: false, offers: false, uncontacted: true });
  assert.deepEqual(await tagged(), [mei.personId]);
  assert.equal((await ok('GET', '/people-counts')).people, 1);
  assert.equal((await compare()).total, 0);
  assert.equal(
    (await call('POST', `/people/${mei.personId}/merge`, { otherId: mei.personId })).body.code,
    'people.same_person',
  );
  assert.equal((await call('POST', `/people/${mei.personId}/merge`, { otherId: twin.personId })).status, 404);

  // The member says something new meanwhile: that stays theirs.
  await change(mei, { card: { city: text('苏州') } });
  const merges = (await ok('GET', `/people/${mei.personId}/merges`)).items;
  assert.deepEqual([merges.length, merges[0].accounts[0].id], [1, twin.identityId]);
  assert.deepEqual(await ok('POST', `/merges/${mergeId}/undo`, {}), { personId: mei.personId, otherId: twin.personId });
  await app.settle();
  assert.equal(await personOf(twin.identityId), twin.personId);
  const back = async (personId: string) => {
    const { rows } = await app.services.database.pool.query('select card, privacy from people_persons where id = $1', [
      personId,
    ]);
    return [
      rows[0].card.city?.text,
      rows[0].card.profession?.text,
      rows[0].privacy.findable,
      rows[0].privacy.offers === true,
    ];
  };
  assert.deepEqual(await back(mei.personId), ['苏州', undefined, true, false]);
  assert.deepEqual(await back(twin.personId), ['成都', '面点师', false, true]);
  assert.deepEqual(await tagged(), [twin.personId]);
  assert.equal((await compare()).total, 0, 'taken apart is not suggested again');
  const both = { personIds: [mei.personId, twin.personId] };
  await ok('POST', '/likenesses/restore', both);
  assert.equal((await compare()).total, 1);
  await ok('POST', '/likenesses/refuse', both);
  assert.equal((await compare()).total, 0);
  assert.equal((await call('POST', `/merges/${mergeId}/undo`, {})).status, 404);
});

test('merges are taken apart in their order, and go with the person', async () => {
  const { place, ok, call, come, list } = await open();
  const [mei, second, third] = [
    await come('小梅'),
    await list('阿梅', 'wechat:second'),
    await list('梅姐', 'wechat:third'),
  ];
  const first = await ok('POST', `/people/${second.personId}/merge`, { otherId: third.personId });
  await ok('POST', `/people/${mei.personId}/merge`, { otherId: second.personId });
  assert.equal((await call('POST', `/merges/${first.mergeId}/undo`, {})).body.code, 'people.merged_further');
  const erase = { confirm: '抹去我' };
  const path = `/api/member/communities/${place.communityId}/me/erase`;
  assert.equal((await app.request('POST', path, { as: mei.actor, body: erase })).status, 202);
  await app.settle();
  const left = await app.services.database.pool.query(
    `select (select count(*) from people_merges where community_id = $1)::int as merges,
      (select count(*) from people_persons where community_id = $1)::int as people`,
    [place.communityId],
  );
  assert.deepEqual(left.rows[0], { merges: 0, people: 0 });
});
