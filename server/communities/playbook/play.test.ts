import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../platform/testing.ts';
import { readBuiltIn } from './built-in.ts';

const app = await testApp();
const installer = await app.operator('installer', null);

async function found(body: Record<string, unknown>) {
  const answer = await app.request('POST', '/api/communities', {
    as: installer,
    body: { kind: 'study-checkin', ...body },
  });
  assert.equal(answer.status, 201, answer.text);
  return answer.body.id as string;
}

const groupsOf = async (id: string) =>
  (await app.request('GET', `/api/communities/${id}/groups?sort=name&order=asc`, { as: installer })).body.items as {
    name: string;
    tier: string;
    capacity: number;
    notice: { text: string };
  }[];

test('the list is honest: two full playbooks, the other kinds described', async () => {
  const { items } = (await app.request('GET', '/api/playbooks', { as: installer })).body;
  assert.deepEqual(
    items.filter(({ full }: { full: boolean }) => full).map(({ id }: { id: string }) => id),
    ['study-checkin', 'flash-sale'],
  );
  assert.equal(items.length, 8);
  for (const item of items)
    for (const text of [item.name, item.description, item.watch])
      assert.ok(text.length > 2 && !text.includes('kinds.'));
  const full = (await app.request('GET', '/api/playbooks/flash-sale', { as: installer })).body;
  assert.deepEqual(
    full.sections
      .filter(({ playable }: { playable: boolean }) => playable)
      .map(({ name }: { name: string }) => name)
      .slice(0, 3),
    ['purpose', 'groups', 'rules'],
  );
  assert.ok(full.parameters.some(({ name }: { name: string }) => name === 'sale time'));
  assert.equal((await app.request('GET', '/api/playbooks/fans', { as: installer })).body.file, null);
  assert.equal((await app.request('GET', '/api/playbooks/cult', { as: installer })).status, 404);
  assert.equal((await app.request('GET', '/api/playbooks')).status, 401);
});

test('founding with a playbook opens its groups and proposes its canvas, all filled in', async () => {
  const id = await found({
    name: '晨读会',
    playbook: { id: 'study-checkin', parameters: { 'check-in time': '07:15', capacity: 40 } },
  });
  const groups = await groupsOf(id);
  assert.deepEqual(
    groups.map(({ name, tier, capacity }) => [name, tier, capacity]),
    [
      ['晨读会·体验群', 'funnel', 200],
      ['晨读会·打卡群', 'ordinary', 40],
    ],
  );
  assert.match(groups[1]!.notice.text, /每天 07:15 开始/);
  const canvas = (await app.request('GET', `/api/communities/${id}/canvas`, { as: installer })).body;
  assert.match(canvas.draft.manifesto, /我们是晨读会/);
  assert.deepEqual([canvas.purpose, canvas.missing], [null, []]);
  assert.ok(!JSON.stringify(canvas.draft).includes('{{'), 'no placeholder is left');
});

test('a preview writes nothing and says what the apply then does; a second apply makes nothing', async () => {
  const id = await found({ name: '果园', kind: 'flash-sale' });
  const body = { file: await readBuiltIn('flash-sale'), parameters: { area: '河西' } };
  const path = `/api/communities/${id}/playbook`;
  const preview = await app.request('POST', `${path}:preview`, { as: installer, body });
  assert.equal(preview.status, 200, preview.text);
  assert.deepEqual(await groupsOf(id), []);
  const later = preview.body.sections.find(({ name }: { name: string }) => name === 'calendar');
  assert.deepEqual([later.playable, later.changes], [false, []]);
  assert.ok(later.note.length > 5);
  const applied = await app.request('POST', `${path}:apply`, { as: installer, body });
  assert.equal(applied.status, 200, applied.text);
  assert.deepEqual(applied.body, preview.body);
  assert.deepEqual(
    (await groupsOf(id)).map(({ name }) => name),
    ['果园·尝鲜群', '果园·老邻居群'],
  );
  const again = await app.request('POST', `${path}:apply`, { as: installer, body });
  const actions = again.body.sections.flatMap(({ changes }: { changes: { action: string }[] }) =>
    changes.map(({ action }) => action),
  );
  assert.deepEqual([...new Set(actions)], ['keep']);
  assert.equal((await groupsOf(id)).length, 2);
});

test('an export carries the framework to another community under its own name', async () => {
  const id = await found({ name: '晨读会', playbook: { id: 'study-checkin', parameters: { deadline: '21:45' } } });
  const { text, headers } = await app.request('GET', `/api/communities/${id}/playbook`, { as: installer });
  assert.match(headers.get('content-type')!, /yaml/);
  assert.match(text, /name: "?\{\{name\}\}·打卡群/);
  assert.match(text, /^rules:/m);
  assert.match(text, /default: "?21:45/);
  const other = await found({ name: '夜读社' });
  const applied = await app.request('POST', `/api/communities/${other}/playbook:apply`, {
    as: installer,
    body: { file: text },
  });
  assert.equal(applied.status, 200, applied.text);
  assert.deepEqual(
    (await groupsOf(other)).map(({ name }) => name),
    ['夜读社·体验群', '夜读社·打卡群'],
  );
  const back = (await app.request('GET', `/api/communities/${other}/playbook`, { as: installer })).text;
  const { items } = (
    await app.request('POST', '/api/playbooks:diff', { as: installer, body: { before: text, after: back } })
  ).body;
  assert.deepEqual(items, [{ path: 'head.title', change: 'changed', before: '晨读会', after: '夜读社' }]);
});

test('a broken file is refused with its line, and nothing is applied', async () => {
  const id = await found({ name: '果园' });
  const file = (await readBuiltIn('flash-sale')).replace('  manifesto:', '  manifest:');
  const answer = await app.request('POST', `/api/communities/${id}/playbook:apply`, { as: installer, body: { file } });
  assert.deepEqual([answer.status, answer.body.code], [422, 'communities.playbook_invalid']);
  assert.match(answer.body.detail, /第 \d+ 行 purpose\.manifest：不认识「manifest」/);
  assert.deepEqual(await groupsOf(id), []);
  const empty = await app.request('POST', `/api/communities/${id}/playbook:apply`, {
    as: installer,
    body: { file: 'miaohui-playbook: 1\nid: none\ntitle: 空\nkind: fans\n' },
  });
  assert.equal(empty.body.code, 'communities.playbook_empty');
});

test('what the team has written stays when a playbook is applied', async () => {
  const id = await found({ name: '果园', canvas: { manifesto: '我们自己的话' } });
  const body = { file: await readBuiltIn('flash-sale') };
  await app.request('POST', `/api/communities/${id}/playbook:apply`, { as: installer, body });
  const { draft } = (await app.request('GET', `/api/communities/${id}/canvas`, { as: installer })).body;
  assert.equal(draft.manifesto, '我们自己的话');
  assert.equal(draft.pains.length, 3);
});

test('the full export has every part and a last line; viewers may not take it', async () => {
  const id = await found({ name: '晨读会', playbook: { id: 'study-checkin' } });
  const actor = Buffer.from(JSON.stringify(installer)).toString('base64');
  const url = `http://fair.test/api/communities/${id}/export`;
  const response = await app.http.fetch(new Request(url, { headers: { 'x-test-actor': actor } }));
  assert.match(response.headers.get('content-type')!, /ndjson/);
  const text = await response.text();
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { part: string; rows?: number });
  assert.deepEqual([lines[0]!.part, lines.at(-1)!.part, lines.at(-1)!.rows], ['head', 'end', lines.length - 2]);
  const parts = new Set(lines.map(({ part }) => part));
  for (const part of ['communities.community', 'communities.playbook', 'groups.group'])
    assert.ok(parts.has(part), part);
  const viewer = await app.operator('viewer', id);
  assert.equal((await app.request('GET', `/api/communities/${id}/export`, { as: viewer })).status, 403);
});
