import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { actAs } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp } from '../platform/testing.ts';
import { createCommunity } from '../communities/index.ts';
import { findLink, updateGroup, useLink } from './index.ts';

const app = await testApp();
const { id: communityId } = await createCommunity(app.ctx, {
  name: '晨读会',
  kind: 'study-checkin',
  founderId: newId(),
});
const base = `/api/communities/${communityId}`;
const operator = await app.operator('operator', communityId);
const viewer = await app.operator('viewer', communityId);

const ask = (method: string, path: string, body?: unknown) =>
  app.request(method, `${base}${path}`, { as: operator, ...(body === undefined ? {} : { body }) });

async function open(body: Record<string, unknown> = {}) {
  const answer = await ask('POST', '/groups', { name: '一群', ...body });
  assert.equal(answer.status, 201, answer.text);
  return answer.body as { id: string; name: string; capacity: number; lifecycle: string };
}

/** Frames that listeners of a group would get from now on. */
function watch(groupId: string) {
  const frames: { type: string; group: Record<string, unknown> }[] = [];
  const listener = {
    send: (bytes: Buffer) => void frames.push(...(JSON.parse(bytes.toString('utf8')) as { frames: never[] }).frames),
    waitingBytes: () => 0,
    recheck: () => {},
  };
  app.services.live.join({ channel: 'group', id: groupId }, listener);
  return { frames, flush: () => new Promise((done) => setImmediate(() => setImmediate(done))) };
}

test('a new group has the defaults of its tier, and what was said otherwise', async () => {
  const group = (await ask('POST', '/groups', { name: '讲座', tier: 'lecture', capacity: 30, notice: '八点开讲' }))
    .body;
  assert.deepEqual(
    [group.mutedAll, group.nameLocked, group.capacity, group.carrier, group.lifecycle, group.members],
    [true, true, 30, 'web', 'new', 0],
  );
  assert.deepEqual([group.notice.text, group.notice.by], ['八点开讲', '晨读会小助手']);
  const { rows } = await app.services.database.pool.query(
    "select payload from platform_events where name = 'groups.group_created' and payload->>'groupId' = $1",
    [group.id],
  );
  assert.equal(rows.length, 1);
});

const bad: [string, Record<string, unknown>][] = [
  ['an empty name', { name: '' }],
  ['an over-long name', { name: '群'.repeat(61) }],
  ['an unknown field', { owner: 'me' }],
  ['an unknown tier', { tier: 'vip' }],
  ['no seats', { capacity: 0 }],
  ['seats without end', { capacity: 1e9 }],
  ['half a seat', { capacity: 1.5 }],
  ['an over-long notice', { notice: '长'.repeat(2001) }],
  ['an unknown carrier', { carrier: 'pigeon' }],
];
for (const [what, change] of bad) {
  test(`a group with ${what} is refused`, async () => {
    const answer = await ask('POST', '/groups', { name: '一群', ...change });
    assert.deepEqual([answer.status, answer.body.code], [400, 'platform.bad_input']);
  });
}

test('every visible change is shown live, announced by id, and kept with before and after', async () => {
  const group = await open();
  const { frames, flush } = watch(group.id);
  const changed = await ask('PATCH', `/groups/${group.id}`, {
    name: '二群',
    mutedAll: true,
    slowModeSeconds: 30,
    notice: '今晚停一次',
  });
  assert.equal(changed.status, 200, changed.text);
  await ask('PATCH', `/groups/${group.id}`, { name: '二群' });
  await flush();
  assert.equal(frames.length, 1, 'a change to the same is no change');
  assert.deepEqual([frames[0]!.type, frames[0]!.group.name, frames[0]!.group.mutedAll], ['group', '二群', true]);
  assert.ok(!('externalId' in frames[0]!.group) && !('communityId' in frames[0]!.group));
  const { rows } = await app.services.database.pool.query(
    "select detail from platform_audit where action = 'groups.update_group' and target_id = $1",
    [group.id],
  );
  assert.equal(rows.length, 1);
  const { before, after } = (rows[0] as { detail: { before: Record<string, unknown>; after: Record<string, unknown> } })
    .detail;
  assert.deepEqual([before.name, after.name, before.slowModeSeconds, after.slowModeSeconds], ['一群', '二群', 0, 30]);
  assert.ok(!JSON.stringify(after).includes('今晚停一次'), 'the log does not repeat what was said');
  const down = await ask('PATCH', `/groups/${group.id}`, { notice: '' });
  assert.equal(down.body.notice, null);
});

test('a locked name holds for members and not for the team', async () => {
  const { id: groupId } = await open({ nameLocked: true });
  const member = actAs(app.ctx, { kind: 'device', deviceId: newId() });
  await assert.rejects(updateGroup(member, { communityId, groupId }, { name: '乱改' }), { code: 'groups.name_locked' });
  assert.equal((await ask('PATCH', `/groups/${groupId}`, { name: '改好了' })).body.name, '改好了');
  await ask('PATCH', `/groups/${groupId}`, { nameLocked: false });
  assert.equal((await updateGroup(member, { communityId, groupId }, { name: '成员改的' })).name, '成员改的');
});

test('life follows the table; the end closes everything', async () => {
  const group = await open();
  const { code } = (await ask('POST', `/groups/${group.id}/links`, { channel: '海报' })).body;
  const skipped = await ask('POST', `/groups/${group.id}/lifecycle`, { to: 'mature' });
  assert.deepEqual([skipped.status, skipped.body.code], [409, 'groups.lifecycle_not_possible']);
  assert.match(skipped.body.detail, /成长、沉寂、已解散/);
  app.clock.advance(1000);
  const grown = await ask('POST', `/groups/${group.id}/lifecycle`, { to: 'growing' });
  assert.deepEqual([grown.body.lifecycle, grown.body.lifecycleSince], ['growing', app.clock.now().toISOString()]);
  const { frames, flush } = watch(group.id);
  assert.equal((await ask('POST', `/groups/${group.id}/lifecycle`, { to: 'dissolved' })).status, 200);
  await flush();
  assert.equal(frames.at(-1)!.group.lifecycle, 'dissolved');
  assert.deepEqual(await findLink(app.ctx, code), { ok: false, reason: 'dissolved' });
  for (const [method, path, body] of [
    ['PATCH', '', { name: '活的' }],
    ['POST', '/links', { channel: '又一个' }],
    ['POST', '/lifecycle', { to: 'growing' }],
  ] as const) {
    assert.equal((await ask(method, `/groups/${group.id}${path}`, body)).status, 409, path);
  }
});

test('a link is refused for what it is: unknown, expired, used up, revoked', async () => {
  const group = await open();
  const make = async (body: Record<string, unknown>) => {
    // Ids sort by millisecond.
    app.clock.advance(1);
    return (await ask('POST', `/groups/${group.id}/links`, { channel: '门口', ...body })).body;
  };
  const reason = async (code: string) => {
    const found = await findLink(app.ctx, code);
    return found.ok ? 'ok' : found.reason;
  };
  assert.equal(await reason('XXXXXXXXXX'), 'unknown');
  assert.equal(await reason("'; drop table"), 'unknown');
  const once = await make({ maxUses: 1 });
  assert.equal((await useLink(app.ctx, once.code)).ok, true);
  assert.equal(await reason(once.code), 'used_up');
  const brief = await make({ expiresAt: new Date(app.clock.now().getTime() + 60_000).toISOString() });
  assert.equal(await reason(brief.code), 'ok');
  app.clock.advance(60_000);
  assert.deepEqual(await useLink(app.ctx, brief.code), { ok: false, reason: 'expired' });
  const gone = await make({});
  assert.equal((await ask('DELETE', `/links/${gone.id}`)).status, 204);
  assert.equal((await ask('DELETE', `/links/${gone.id}`)).status, 204, 'revoking twice is no error');
  assert.deepEqual(await useLink(app.ctx, gone.code), { ok: false, reason: 'revoked' });
  assert.equal((await ask('PATCH', `/links/${gone.id}`, { channel: '新' })).body.code, 'groups.link_revoked');
  assert.equal((await ask('PATCH', `/links/${brief.id}`, { expiresAt: null })).body.state, 'open');
  const states = (await ask('GET', `/groups/${group.id}/links`)).body.items.map(
    ({ state }: { state: string }) => state,
  );
  assert.deepEqual(states, ['used_up', 'open', 'revoked']);
});

test('links refuse a past, too few uses, and endless channels', async () => {
  const group = await open();
  const path = `/groups/${group.id}/links`;
  assert.equal(
    (await ask('POST', path, { channel: '门口', expiresAt: '2020-01-01T00:00:00Z' })).body.code,
    'groups.link_expiry_past',
  );
  assert.equal((await ask('POST', path, { channel: '门口', expiresAt: 'soon' })).status, 400);
  assert.equal((await ask('POST', path, { channel: '门'.repeat(41) })).status, 400);
  assert.equal((await ask('POST', path, {})).status, 400);
  const { id, code } = (await ask('POST', path, { channel: '门口' })).body;
  await useLink(app.ctx, code);
  await useLink(app.ctx, code);
  assert.equal((await ask('PATCH', `/links/${id}`, { maxUses: 1 })).body.code, 'groups.link_uses_below');
});

test('the QR code is a real picture of the address under the present public URL', async () => {
  const group = await open();
  const link = (await ask('POST', `/groups/${group.id}/links`, { channel: '门口' })).body;
  assert.equal(link.url, `http://fair.test/j/${link.code}`);
  assert.match(link.code, /^[2-9A-Z]{10}$/);
  const response = await app.http.fetch(
    new Request(`http://fair.test${base}/links/${link.id}/qr.png?size=300`, {
      headers: { 'x-test-actor': Buffer.from(JSON.stringify(viewer)).toString('base64') },
    }),
  );
  assert.equal(response.headers.get('miaohui-encoded-address'), link.url);
  const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
  assert.deepEqual([picture.format, picture.width, picture.height], ['png', 300, 300]);
  const svg = await ask('GET', `/links/${link.id}/qr.svg`);
  assert.match(svg.headers.get('content-type')!, /svg/);
  assert.ok(svg.text.includes(`<title>${link.url}</title>`));
  assert.equal((await ask('GET', `/links/${link.id}/qr.png?size=9999`)).status, 400);
});

test('the list filters, sorts, pages without gaps, and counts its tabs', async () => {
  const { id } = await createCommunity(app.ctx, { name: '列表', kind: 'fans', founderId: newId() });
  const owner = await app.operator('owner', id);
  const go = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/communities/${id}/groups${path}`, { as: owner, ...(body ? { body } : {}) });
  const made: string[] = [];
  for (const [name, tier] of [
    ['乙', 'paid'],
    ['甲 100%', 'funnel'],
    ['丙', 'paid'],
    ['丁_x', 'ordinary'],
    ['戊', 'paid'],
  ] as const) {
    app.clock.advance(1000);
    made.push((await go('POST', '', { name, tier })).body.id);
  }
  await go('POST', `/${made[4]}/lifecycle`, { to: 'dissolved' });
  const names = async (query: string) => (await go('GET', query)).body.items.map(({ name }: { name: string }) => name);
  assert.deepEqual(await names('?tier=paid&sort=created&order=asc'), ['乙', '丙']);
  assert.deepEqual(await names('?lifecycle=dissolved'), ['戊']);
  assert.deepEqual(await names(`?q=${encodeURIComponent('0%')}`), ['甲 100%']);
  assert.deepEqual(await names(`?q=${encodeURIComponent('_')}`), ['丁_x']);
  assert.deepEqual(await names('?carrier=telegram'), []);
  for (const sort of ['name', 'members', 'created', 'activity']) {
    for (const order of ['asc', 'desc']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page = await go('GET', `?limit=1&sort=${sort}&order=${order}${cursor ? `&cursor=${cursor}` : ''}`);
        assert.equal(page.status, 200, page.text);
        seen.push(...page.body.items.map(({ name }: { name: string }) => name));
        cursor = page.body.nextCursor as string | null;
      }
      assert.deepEqual(seen, await names(`?sort=${sort}&order=${order}`), `${sort} ${order}`);
      assert.equal(new Set(seen).size, 4);
    }
  }
  const { counts, nextCursor } = (await go('GET', '?limit=1&sort=name')).body;
  assert.deepEqual(counts, { all: 4, lifecycle: { new: 4, dissolved: 1 }, tier: { paid: 2, funnel: 1, ordinary: 1 } });
  assert.equal((await go('GET', `?sort=members&cursor=${nextCursor}`)).body.code, 'platform.bad_cursor');
  assert.equal((await go('GET', '?cursor=!!')).body.code, 'platform.bad_cursor');
});

test('foreign and unknown groups and links look the same, and a viewer changes nothing', async () => {
  const group = await open();
  const link = (await ask('POST', `/groups/${group.id}/links`, { channel: '门口' })).body;
  const { id } = await createCommunity(app.ctx, { name: '别处', kind: 'fans', founderId: newId() });
  const stranger = await app.operator('owner', id);
  const look = async (path: string) => {
    const { status, body } = await app.request('GET', `/api/communities/${id}${path}`, { as: stranger });
    return { status, body: { ...body, requestId: '' } };
  };
  for (const [foreign, unknown, none] of [
    [`/groups/${group.id}`, `/groups/${newId()}`, '/groups/nonsense'],
    [`/groups/${group.id}/links`, `/groups/${newId()}/links`, '/groups/nonsense/links'],
    [`/links/${link.id}/qr.png`, `/links/${newId()}/qr.png`, '/links/nonsense/qr.png'],
  ] as const) {
    const answer = await look(foreign);
    assert.equal(answer.status, 404);
    assert.deepEqual(answer, await look(unknown));
    assert.deepEqual(answer, await look(none));
  }
  assert.equal(
    (await app.request('PATCH', `/api/communities/${id}/groups/${group.id}`, { as: stranger, body: { name: 'x' } }))
      .status,
    404,
  );
  for (const [method, path, body] of [
    ['POST', '/groups', { name: 'x' }],
    ['PATCH', `/groups/${group.id}`, { name: 'x' }],
    ['POST', `/groups/${group.id}/links`, { channel: 'x' }],
    ['DELETE', `/links/${link.id}`, undefined],
  ] as const) {
    assert.equal(
      (await app.request(method, `${base}${path}`, { as: viewer, ...(body ? { body } : {}) })).status,
      403,
      `${method} ${path}`,
    );
  }
});

test('the same idempotency key opens one group', async () => {
  const again = () =>
    app.request('POST', `${base}/groups`, {
      as: operator,
      body: { name: '只开一次' },
      headers: { 'idempotency-key': 'once' },
    });
  const [first, second] = [await again(), await again()];
  assert.deepEqual([first.status, second.status, second.body.id], [201, 201, first.body.id]);
});
