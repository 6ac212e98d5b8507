import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { testApp } from '../platform/testing.ts';
import { createCommunity } from '../communities/index.ts';
import { getSample, loadSample, removeSample } from './index.ts';
import { countCommunityRows, selectCommunityTables } from './store.ts';

const app = await testApp();
const installer = await app.operator('installer', null);
const days = 9;

async function ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

test('what is loaded ends now, counts right, and is removed without a trace', async () => {
  const { userId: founderId } = installer;
  const other = await createCommunity(app.ctx, { name: '隔壁', kind: 'local', founderId });
  const before = await countCommunityRows(app.ctx, other.id);
  const { communityId, messages } = await loadSample(app.ctx, { founderId, days });
  assert.ok(messages > 300, `${messages} messages`);
  await app.settle();

  const [span] = await ask<{ first: Date; last: Date; origins: string[]; count: number }>(
    `select min(at) as first, max(at) as last, array_agg(distinct origin) as origins, count(*)::int as count
     from messages where community_id = $1`,
    [communityId],
  );
  assert.equal(span!.count, messages);
  assert.deepEqual(span!.origins, ['sample']);
  assert.ok(span!.last <= app.clock.now());
  assert.ok(app.clock.now().getTime() - span!.last.getTime() < 24 * 3_600_000, 'it ends today');

  const byDay = await ask(
    `select group_id, (at at time zone 'Asia/Shanghai')::date::text as day, count(*)::int as messages,
            count(distinct author_id)::int as speakers
     from messages where community_id = $1 group by 1, 2 order by 1, 2`,
    [communityId],
  );
  const counted = await ask(
    `select group_id, day::text, messages, speakers from groups_days
     where community_id = $1 and messages > 0 order by 1, 2`,
    [communityId],
  );
  assert.deepEqual(counted, byDay);
  const wrongSeats = await ask(
    `select g.id from groups_groups g where g.community_id = $1 and g.members <>
       (select count(*) from people_memberships m where m.community_id = $1 and m.group_id = g.id and m.left_at is null)`,
    [communityId],
  );
  assert.deepEqual(wrongSeats, []);
  assert.equal((await getSample(app.ctx)).state, 'ready');
  await assert.rejects(loadSample(app.ctx, { founderId, days }), { code: 'sample.already_there' });

  const rows = await countCommunityRows(app.ctx, communityId);
  for (const table of ['messages', 'messages_reactions', 'people_days', 'desk_questions', 'programs_programs'])
    assert.ok(rows[table]! > 0, `${table} has rows to remove`);
  const removed = await removeSample(app.ctx);
  assert.equal(
    removed,
    Object.values(rows).reduce((sum, count) => sum + count, 0),
  );
  assert.deepEqual(await countCommunityRows(app.ctx, communityId), {});
  assert.equal((await getSample(app.ctx)).state, 'none');
  assert.equal(await removeSample(app.ctx), 0);
  assert.deepEqual(await countCommunityRows(app.ctx, other.id), before, 'others keep what they have');
});

test('every table with a community_id is looked at, those that point to others first', async () => {
  const tables = await selectCommunityTables(app.ctx);
  const listed = await ask<{ name: string }>(
    `select distinct a.table_name as name from information_schema.columns a
     join pg_class c on c.relname = a.table_name and c.relnamespace = 'public'::regnamespace
     where a.table_schema = 'public' and a.column_name = 'community_id' and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  assert.deepEqual([...tables].sort(), listed.map(({ name }) => name).sort());
  assert.ok(tables.indexOf('groups_links') < tables.indexOf('groups_groups'));
});

test('the button: asking twice gives one, and taking it back leaves nothing to do', async () => {
  const call = (method: string) => app.request(method, '/api/sample', { as: installer });
  assert.equal((await call('GET')).body.state, 'none');
  assert.equal((await call('POST')).body.state, 'waiting');
  assert.equal((await call('POST')).body.state, 'waiting');
  const gone = await call('DELETE');
  assert.deepEqual([gone.status, gone.body.state, gone.body.removed], [200, 'none', 0]);
  await app.settle();
  assert.equal((await call('GET')).body.state, 'none');
  const stranger = await app.operator(
    'owner',
    (await createCommunity(app.ctx, { name: '别家', kind: 'local', founderId: installer.userId })).id,
  );
  assert.equal((await app.request('POST', '/api/sample', { as: stranger })).status, 403);
});
