/** Segments through the door: every kind of fact, what is not known, joining, counting live, one person, the file of exactly those. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { createGroup, createLink } from '../groups/index.ts';
import { openAccount, transfer } from '../ledger/index.ts';
import { countPeopleActivity, setMemberRole } from '../people/index.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';
import { countSegment, findSegmentMembers, isInSegment, touchPeople } from './index.ts';
import type { Definition } from './definition.ts';

const app = await openApp();
type Someone = Phone & { personId: string };

async function open() {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const viewer = await app.operator('viewer', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const call = (method: string, path: string, body?: unknown, as = owner) =>
    app.request(method, base + path, { as, ...(body === undefined ? {} : { body }) });
  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const look = (...items: object[]) => ok('POST', '/segments/preview', { definition: { join: 'all', items } });
  /** Names of those who fit, newest first. */
  const names = async (...items: object[]) =>
    (await look(...items)).items.map(({ name }: { name: string }) => name).join('') as string;
  return { ...place, base, owner, viewer, call, ok, look, names };
}

async function arrive(place: Place, name: string): Promise<Someone> {
  app.clock.advance(1000);
  const phone = await comeIn(app, place, name);
  await app.settle();
  const { rows } = await app.services.database.pool.query(`select person_id from people_identities where id = $1`, [
    phone.identityId,
  ]);
  return { ...phone, personId: rows[0].person_id };
}

async function speak(place: Place, who: Someone, said: Record<string, number>): Promise<void> {
  const { communityId, groupId } = place;
  await inTransaction(app.ctx, async (ctx) => {
    const rows = Object.entries(said).map(([day, messages]) => ({
      communityId,
      groupId,
      identityId: who.identityId,
      day,
      messages,
    }));
    await countPeopleActivity(ctx, rows);
    await touchPeople(ctx, communityId, [who.identityId]);
  });
}

test('behaviour in windows, the last word, and what leaves a window by the mere passing of days', async () => {
  const talk = await open();
  const [jia, yi] = [await arrive(talk, '甲'), await arrive(talk, '乙'), await arrive(talk, '丙')];
  await speak(talk, jia, { '2026-11-13': 3, '2026-11-19': 2, '2026-09-01': 50 });
  await speak(talk, yi, { '2026-10-01': 9 });
  const messages = (days: number, number: number, more = {}) => ({
    fact: 'people.messages',
    op: 'at_least',
    days,
    number,
    ...more,
  });
  assert.equal(await talk.names(messages(7, 5)), '甲');
  assert.equal(await talk.names(messages(28, 6)), '');
  assert.equal(await talk.names(messages(90, 9)), '乙甲');
  assert.equal(await talk.names(messages(90, 1, { not: true })), '丙');
  assert.equal(await talk.names({ fact: 'people.active_days', op: 'between', days: 90, number: 2, to: 3 }), '甲');
  assert.equal(await talk.names({ fact: 'people.last_spoke', op: 'within', number: 1 }), '甲');
  assert.equal(await talk.names({ fact: 'people.last_spoke', op: 'before', number: 30 }), '乙');
  assert.equal(await talk.names({ fact: 'people.last_spoke', op: 'known', not: true }), '丙');
  app.clock.advance(86_400_000);
  assert.equal(await talk.names(messages(7, 5)), '', 'the thirteenth is too long ago now');
  assert.equal(await talk.names(messages(7, 2)), '甲');
  app.clock.advance(-86_400_000);
});

test('groups, roles, inviters, sources, names, points, trust', async () => {
  const talk = await open();
  const [jia, yi] = [await arrive(talk, '王小明'), await arrive(talk, '乙')];
  const { communityId, groupId } = talk;
  const other = await inTransaction(app.ctx, async (ctx) => {
    const group = await createGroup(ctx, { communityId, name: '二群', tier: 'ordinary', capacity: 10 });
    const link = await createLink(ctx, { communityId, groupId: group.id }, { channel: '朋友圈' });
    return { communityId, groupId: group.id, code: link.code };
  });
  await arrive(other, '丙');
  await setMemberRole(app.ctx, { communityId, groupId, identityId: yi.identityId, role: 'steward' });
  await inTransaction(app.ctx, async (ctx) => {
    const owner = { kind: 'identity', id: jia.identityId } as const;
    const [account, issuer] = [
      await openAccount(ctx, { communityId, owner, unit: 'points' }),
      await openAccount(ctx, { communityId, owner: { kind: 'issuer', id: communityId }, unit: 'points' }),
    ];
    const legs = [
      { account: account.id, amount: 30 },
      { account: issuer.id, amount: -30 },
    ];
    await transfer(ctx, { communityId, key: 'gift', kind: 'test.gift', legs });
  });
  await app.settle();
  const group = (id: string, more = {}) => ({ fact: 'people.in_group', op: 'in_now', options: [id], ...more });
  assert.equal(await talk.names(group(groupId)), '乙王小明');
  assert.equal(await talk.names(group(groupId, { not: true })), '丙');
  assert.equal(await talk.names(group(groupId, { roles: ['steward'] })), '乙');
  assert.equal(await talk.names({ fact: 'people.role', op: 'one_of', options: ['steward', 'owner'] }), '乙');
  assert.equal(await talk.names({ fact: 'people.source', op: 'one_of', options: ['朋友圈'] }), '丙');
  assert.equal(await talk.names({ fact: 'people.name', op: 'contains', text: '小明' }), '王小明');
  assert.equal(await talk.names({ fact: 'ledger.points', op: 'at_least', number: 30 }), '王小明');
  assert.equal(await talk.names({ fact: 'rules.trust', op: 'one_of', options: ['new'] }), '丙乙王小明');
  assert.equal(await talk.names({ fact: 'people.groups', op: 'at_least', number: 2 }), '');
  await inTransaction(app.ctx, (ctx) =>
    ctx.services.database.pool
      .query(`update people_memberships set inviter_id = $1 where identity_id = $2`, [jia.identityId, yi.identityId])
      .then(() => undefined),
  );
  assert.equal(await talk.names({ fact: 'people.inviter', op: 'one_of', options: [jia.identityId] }), '乙');
});

test('own fields and tags; groups of conditions; a sentence in three languages', async () => {
  const talk = await open();
  const [jia, yi, bing] = [await arrive(talk, '甲'), await arrive(talk, '乙'), await arrive(talk, '丙')];
  const tag = await talk.ok('POST', '/tags', { name: '老客' });
  const kids = await talk.ok('POST', '/person-fields', { name: '几口人', kind: 'number' });
  const place = await talk.ok('POST', '/person-fields', { name: '住哪', kind: 'choice', options: ['城南', '城北'] });
  const taste = await talk.ok('POST', '/person-fields', { name: '口味', kind: 'text' });
  const birth = await talk.ok('POST', '/person-fields', { name: '生日', kind: 'date' });
  await talk.ok('POST', `/tags/${tag.id}/give`, { personIds: [jia.personId, yi.personId] });
  const put = (who: Someone, field: { id: string }, value: unknown) =>
    talk.ok('PUT', `/people/${who.personId}/fields/${field.id}`, { value });
  await put(jia, kids, 20_240_115);
  await put(yi, kids, 20_240_116);
  await put(yi, place, 2);
  await put(bing, taste, '少盐少油');
  await put(bing, birth, '1990-05-01');
  const field = (of: { id: string }, op: string, more: object) => ({ fact: `field.${of.id}`, op, ...more });
  const tagged = { fact: 'profiles.tags', op: 'one_of', options: [tag.id] };
  assert.equal(await talk.names(tagged), '乙甲');
  assert.equal(await talk.names({ ...tagged, not: true }), '丙');
  assert.equal(await talk.names(field(kids, 'at_least', { number: 20_240_116 })), '乙', 'large numbers stay exact');
  assert.equal(await talk.names(field(kids, 'at_most', { number: 1e9 })), '乙甲', 'who has none is not below');
  assert.equal(await talk.names(field(place, 'one_of', { options: ['2'] })), '乙');
  assert.equal(await talk.names(field(taste, 'contains', { text: '少盐' })), '丙');
  assert.equal(await talk.names(field(taste, 'known', {})), '丙');
  assert.equal(await talk.names(field(birth, 'dates', { from: '1990-01-01', until: '1990-12-31' })), '丙');
  const any = { join: 'any', items: [field(place, 'known', {}), field(taste, 'known', {})] };
  assert.equal(await talk.names(any), '丙乙');
  assert.equal(await talk.names(tagged, any), '乙');
  const sentences: Record<string, string> = {
    'zh-CN': '有标签「老客」，并且（有住哪，或者有口味）的人',
    'zh-TW': '有標籤「老客」，並且（有住哪，或者有口味）的人',
    en: 'People with: tagged “老客”, and (住哪 known, or 口味 known)',
  };
  for (const [language, sentence] of Object.entries(sentences)) {
    const answer = await app.request('POST', `${talk.base}/segments/preview`, {
      as: talk.owner,
      headers: { 'accept-language': language },
      body: { definition: { join: 'all', items: [tagged, any] } },
    });
    assert.equal(answer.body.sentence.replace('住哪', '住哪'), sentence);
  }
  await talk.ok('DELETE', `/tags/${tag.id}`);
  assert.equal(
    (await talk.call('POST', '/segments/preview', { definition: { join: 'all', items: [tagged] } })).status,
    422,
  );
});

test('a segment is saved, counted live, asked of one person, renamed, put away and brought back', async () => {
  const talk = await open();
  const [jia, yi] = [await arrive(talk, '甲'), await arrive(talk, '乙')];
  const tag = await talk.ok('POST', '/tags', { name: '老客' });
  const definition: Definition = {
    join: 'all',
    items: [{ fact: 'profiles.tags', op: 'one_of', options: [tag.id], not: false }],
  };
  const { id: segmentId } = await talk.ok('POST', '/segments', { name: '老客们', definition });
  assert.equal((await talk.call('POST', '/segments', { name: '老客们', definition })).status, 409);
  const count = async () => (await talk.ok('GET', `/segments/${segmentId}/count`)).count;
  assert.equal(await count(), 0);
  await talk.ok('POST', `/tags/${tag.id}/give`, { personIds: [yi.personId] });
  assert.equal(await count(), 1);
  const segment = { communityId: talk.communityId, segmentId };
  assert.equal(await countSegment(app.ctx, segment), 1);
  assert.deepEqual(await findSegmentMembers(app.ctx, segment), [{ personId: yi.personId, identityId: yi.identityId }]);
  assert.deepEqual(
    [await isInSegment(app.ctx, segment, yi.personId), await isInSegment(app.ctx, segment, jia.personId)],
    [true, false],
  );
  await talk.ok('PATCH', `/segments/${segmentId}`, { name: '常来的' });
  await talk.ok('DELETE', `/segments/${segmentId}`);
  assert.equal((await talk.call('GET', `/segments/${segmentId}/count`)).status, 404);
  await talk.ok('POST', `/segments/${segmentId}/restore`, {});
  const [listed] = (await talk.ok('GET', '/segments')).items;
  assert.deepEqual([listed.name, listed.sentence], ['常来的', '有标签「老客」的人']);
});

test('a condition that can not be asked is refused by its place; private facts only for who may see them', async () => {
  const talk = await open();
  const field = await talk.ok('POST', '/person-fields', { name: '电话', kind: 'text', private: true });
  const good = { fact: 'people.groups', op: 'at_least', number: 1 };
  const refused = async (item: object) => {
    const answer = await talk.call('POST', '/segments/preview', { definition: { join: 'all', items: [good, item] } });
    assert.equal(answer.status, 422, answer.text);
    return answer.body.detail as string;
  };
  assert.match(await refused({ fact: 'people.nothing', op: 'known' }), /第 2 个条件/);
  assert.match(await refused({ fact: 'people.messages', op: 'at_least', number: 3 }), /天数/);
  assert.match(await refused({ fact: 'people.messages', op: 'at_least', number: 3, days: 5 }), /天数/);
  assert.match(await refused({ fact: 'people.groups', op: 'contains', text: '三' }), /问法/);
  assert.match(await refused({ fact: 'people.role', op: 'one_of', options: ['emperor'] }), /选项/);
  const secret = { join: 'all', items: [{ fact: `field.${field.id}`, op: 'contains', text: '138' }] };
  const { id } = await talk.ok('POST', '/segments', { name: '移动号', definition: secret });
  assert.equal((await talk.call('POST', '/segments/preview', { definition: secret }, talk.viewer)).status, 403);
  assert.equal((await talk.call('GET', `/segments/${id}/count`, undefined, talk.viewer)).status, 403);
  const listed = (await talk.call('GET', '/segments', undefined, talk.viewer)).text;
  assert.ok(!listed.includes('138') && listed.includes('"hidden":true'));
});

test('the file holds exactly those who fit, as CSV and for a spreadsheet, and nothing in it is calculated', async () => {
  const talk = await open();
  const [jia, yi] = [await arrive(talk, '甲'), await arrive(talk, '乙'), await arrive(talk, '丙')];
  const tag = await talk.ok('POST', '/tags', { name: '=老客' });
  const phone = await talk.ok('POST', '/person-fields', { name: '电话', kind: 'text', private: true });
  const kids = await talk.ok('POST', '/person-fields', { name: '几口人', kind: 'number' });
  await talk.ok('POST', `/tags/${tag.id}/give`, { personIds: [jia.personId, yi.personId] });
  await talk.ok('PUT', `/people/${jia.personId}/fields/${phone.id}`, { value: '013800001111' });
  await talk.ok('PUT', `/people/${jia.personId}/fields/${kids.id}`, { value: 4 });
  const definition = { join: 'all', items: [{ fact: 'profiles.tags', op: 'one_of', options: [tag.id] }] };
  const csv = await talk.call('POST', '/segments/export', { definition, format: 'csv' });
  const lines = csv.text.replace('\uFEFF', '').trimEnd().split('\r\n');
  assert.deepEqual(
    lines.map((line) => line.split(',')[0]),
    ['名字', '乙', '甲'],
  );
  assert.ok(lines[1]!.includes("'=老客") && !csv.text.includes('013800001111'));
  assert.equal((await talk.call('POST', '/segments/export', { definition, format: 'csv' }, talk.viewer)).status, 403);
  const response = await app.http.fetch(
    new Request(`http://fair.test${talk.base}/segments/export`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        host: 'fair.test',
        'x-test-actor': Buffer.from(JSON.stringify(talk.owner)).toString('base64'),
      },
      body: JSON.stringify({ definition, format: 'xlsx', private: true }),
    }),
  );
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  assert.equal(sheet.match(/<row /g)?.length, 3);
  assert.ok(sheet.includes('>013800001111<') && sheet.includes('<v>4</v>') && !sheet.includes('丙'));
  assert.ok(!sheet.includes('<f>'));
});
