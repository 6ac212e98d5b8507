import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import { testApp } from '../platform/testing.ts';
import { createCommunity, getCommunity } from './index.ts';

const app = await testApp();
const installer = await app.operator('installer', null);

async function found(body: Record<string, unknown> = {}) {
  const answer = await app.request('POST', '/api/communities', {
    as: installer,
    body: { name: '晨读会', kind: 'study-checkin', ...body },
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.body as { id: string; name: string; zone: string; zoneVersion: number };
}

const adoptable = {
  fit: { frequency: 'daily', privacy: 'open', service: 'ongoing' },
  whyCreate: '一个人学三天就停',
  whyJoin: { reasons: ['mutual_push'], text: '每天有人等' },
  pains: ['断'],
  sharedValues: ['回来就好'],
  value: { original: '学习单' },
  targetPerson: '上班族',
  goals: [{ layer: 'community', text: '走完一期', figure: 60, unit: '%' }],
  manifesto: '每天学一点',
};

async function auditOf(communityId: string) {
  const { rows } = await app.services.database.pool.query(
    'select action, detail from platform_audit where community_id = $1 order by id',
    [communityId],
  );
  return rows as { action: string; detail: Record<string, unknown> }[];
}

test('the founder becomes owner, and only the founder sees the community', async () => {
  const community = await found();
  assert.equal(community.zone, 'Asia/Shanghai');
  const list = await app.request('GET', '/api/communities', { as: installer });
  assert.deepEqual(list.body.items.find(({ id }: { id: string }) => id === community.id)?.role, 'owner');
  const other = await found({ name: '别人的' }).then(({ id }) => app.operator('viewer', id));
  const mine = await app.request('GET', '/api/communities', { as: other });
  assert.deepEqual(
    mine.body.items.map(({ name, role }: { name: string; role: string }) => [name, role]),
    [['别人的', 'viewer']],
  );
  const { rows } = await app.services.database.pool.query(
    "select payload from platform_events where name = 'communities.community_created' and community_id = $1",
    [community.id],
  );
  assert.deepEqual(rows, [{ payload: { communityId: community.id } }]);
});

test('an operator without the installation role founds nothing', async () => {
  const owner = await app.operator('owner', (await found()).id);
  const answer = await app.request('POST', '/api/communities', { as: owner, body: { name: 'x', kind: 'fans' } });
  assert.equal(answer.status, 403);
});

test('a foreign community looks like one that does not exist', async () => {
  const { id } = await found();
  const stranger = await app.operator('owner', (await found({ name: '另一个' })).id);
  const ask = async (path: string) => {
    const { status, body } = await app.request('GET', path, { as: stranger });
    return { status, body: { ...body, requestId: '' } };
  };
  for (const tail of ['', '/canvas', '/assumptions', '/playbook', '/export']) {
    const foreign = await ask(`/api/communities/${id}${tail}`);
    assert.equal(foreign.status, 404, tail);
    assert.deepEqual(foreign, await ask(`/api/communities/${newId()}${tail}`), tail);
    assert.deepEqual(foreign, await ask(`/api/communities/nonsense${tail}`), tail);
  }
});

const badFounding: [string, Record<string, unknown>, number][] = [
  ['an empty name', { name: '   ' }, 400],
  ['an over-long name', { name: '长'.repeat(61) }, 400],
  ['a name with a line break', { name: 'a\nb' }, 400],
  ['a name with a zero byte', { name: 'a\u0000b' }, 400],
  ['an unknown field', { colour: 'red' }, 400],
  ['an unknown kind', { kind: 'cult' }, 400],
  ['an unknown zone', { zone: 'Mars/Olympus' }, 422],
  ['an offset instead of a zone', { zone: '+08:00' }, 422],
  ['a playbook that does not exist', { playbook: { id: 'parents' } }, 422],
  ['a bad playbook parameter', { playbook: { id: 'study-checkin', parameters: { 'check-in time': 'dawn' } } }, 422],
  ['a parameter that breaks a section', { playbook: { id: 'study-checkin', parameters: { capacity: 0 } } }, 422],
];
for (const [what, change, status] of badFounding) {
  test(`founding is refused with ${what}, and nothing is left behind`, async () => {
    const count = async () =>
      (
        await app.services.database.pool.query(
          'select (select count(*) from communities_communities) as communities, (select count(*) from groups_groups) as groups',
        )
      ).rows;
    const before = await count();
    const body = { name: '晨读会', kind: 'study-checkin', ...change };
    const answer = await app.request('POST', '/api/communities', { as: installer, body });
    assert.equal(answer.status, status, answer.text);
    assert.ok(answer.body.detail.length > 5);
    assert.deepEqual(await count(), before);
  });
}

test('markup in a name is plain text', async () => {
  const community = await found({ name: '<script>alert(1)</script>' });
  assert.equal(community.name, '<script>alert(1)</script>');
});

test('another zone gets the next version and a line of history; the same zone does not', async () => {
  const { id } = await found();
  const path = `/api/communities/${id}`;
  const moved = await app.request('PATCH', path, { as: installer, body: { zone: 'europe/london' } });
  assert.deepEqual([moved.body.zone, moved.body.zoneVersion], ['Europe/London', 2]);
  const same = await app.request('PATCH', path, { as: installer, body: { zone: 'Europe/London' } });
  assert.equal(same.body.zoneVersion, 2);
  const { rows } = await app.services.database.pool.query(
    'select version, zone from communities_zones where community_id = $1 order by version',
    [id],
  );
  assert.deepEqual(rows, [
    { version: 1, zone: 'Asia/Shanghai' },
    { version: 2, zone: 'Europe/London' },
  ]);
  const updates = (await auditOf(id)).filter(({ action }) => action === 'communities.update_community');
  assert.equal(updates.length, 1);
  assert.equal((updates[0]!.detail.before as { zone: string }).zone, 'Asia/Shanghai');
});

test('a draft is kept, is not shown as purpose, and is adopted only when complete', async () => {
  const { id } = await found();
  const path = `/api/communities/${id}/canvas`;
  const put = (body: unknown) => app.request('PUT', path, { as: installer, body });
  const draft = await put({ canvas: { pains: ['断'] } });
  assert.equal(draft.status, 200, draft.text);
  assert.deepEqual([draft.body.draft.pains, draft.body.purpose, draft.body.fit.verdict], [['断'], null, 'open']);
  const early = await put({ canvas: { pains: ['断', '乱'] }, adopt: true });
  assert.deepEqual([early.status, early.body.code], [422, 'communities.canvas_incomplete']);
  assert.match(early.body.detail, /宣言/);
  assert.deepEqual((await app.request('GET', path, { as: installer })).body.draft.pains, ['断']);
  const adopted = await put({ canvas: adoptable, adopt: true });
  assert.equal(adopted.status, 200, adopted.text);
  assert.deepEqual(
    [adopted.body.purpose.manifesto, adopted.body.missing, adopted.body.fit.verdict],
    ['每天学一点', [], 'fits'],
  );
  const next = await put({ canvas: { ...adoptable, manifesto: '新的草稿' } });
  assert.deepEqual([next.body.draft.manifesto, next.body.purpose.manifesto], ['新的草稿', '每天学一点']);
  assert.equal((await getCommunity(app.ctx, id)).purpose.manifesto, '每天学一点');
  assert.equal((await put({ canvas: { slogan: '?' } })).status, 400);
});

test('the completeness check explains each letter in the language of the reader', async () => {
  const { id } = await found();
  const read = (lang: string) =>
    app.request('GET', `/api/communities/${id}/canvas?lang=${lang}`, {
      as: installer,
      headers: { 'accept-language': lang },
    });
  const { completeness } = (
    await app.request('GET', `/api/communities/${id}/canvas`, { as: installer, headers: { 'accept-language': 'en' } })
  ).body;
  assert.deepEqual(
    completeness.map(({ letter }: { letter: string }) => letter),
    ['interest', 'structure', 'output', 'operation', 'copy'],
  );
  assert.match(completeness[0].next.text, /Describe one real person/);
  assert.ok(completeness[1].checks.some(({ key }: { key: string }) => key === 'groups:completeness.has_group'));
  for (const lang of ['zh-CN', 'zh-TW', 'en']) assert.ok((await read(lang)).text.length > 100);
});

test('an assumption is decided only with evidence', async () => {
  const { id } = await found();
  const path = `/api/communities/${id}/assumptions`;
  const added = await app.request('POST', path, { as: installer, body: { statement: '早上六点半大家有空' } });
  assert.deepEqual([added.status, added.body.status, added.body.decidedAt], [201, 'untested', null]);
  const one = `${path}/${added.body.id}`;
  const bare = await app.request('PATCH', one, { as: installer, body: { status: 'confirmed' } });
  assert.deepEqual([bare.status, bare.body.code], [422, 'communities.evidence_missing']);
  const decided = await app.request('PATCH', one, {
    as: installer,
    body: { status: 'refuted', evidence: '一周只有 3 人准时' },
  });
  assert.deepEqual([decided.body.status, decided.body.decidedAt], ['refuted', app.clock.now().toISOString()]);
  const list = await app.request('GET', `${path}?status=refuted`, { as: installer });
  assert.equal(list.body.items.length, 1);
  assert.equal((await app.request('GET', `${path}?status=untested`, { as: installer })).body.items.length, 0);
  assert.equal((await app.request('DELETE', one, { as: installer })).status, 204);
  assert.equal((await app.request('DELETE', one, { as: installer })).status, 404);
  assert.equal((await app.request('PATCH', `${path}/${newId()}`, { as: installer, body: {} })).status, 404);
});

test('the log of assumptions is paged without gaps or doubles', async () => {
  const { id } = await found();
  for (let number = 1; number <= 5; number++) {
    app.clock.advance(5);
    await app.request('POST', `/api/communities/${id}/assumptions`, {
      as: installer,
      body: { statement: `第 ${number} 条` },
    });
  }
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await app.request(
      'GET',
      `/api/communities/${id}/assumptions?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      { as: installer },
    );
    seen.push(...body.items.map(({ statement }: { statement: string }) => statement));
    cursor = body.nextCursor as string | null;
  }
  assert.deepEqual(
    seen,
    [1, 2, 3, 4, 5].map((number) => `第 ${number} 条`),
  );
  assert.equal(
    (await app.request('GET', `/api/communities/${id}/assumptions?cursor=x`, { as: installer })).status,
    400,
  );
});

test('the program founds for a named owner, and refuses without one', async () => {
  const userId = newId();
  const community = await createCommunity(app.ctx, { name: '命令行', kind: 'local', founderId: userId });
  const mine = await app.request('GET', '/api/communities', { as: { kind: 'operator', userId, name: 'x' } });
  assert.deepEqual(
    mine.body.items.map(({ id }: { id: string }) => id),
    [community.id],
  );
  await assert.rejects(createCommunity(app.ctx, { name: '没人', kind: 'local' }), {
    code: 'communities.founder_missing',
  });
});
