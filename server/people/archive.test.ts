/** Everything about one person in one zip: for themselves, by a link of the team that ends, and gone with the person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import type { Actor } from '../platform/auth/actor.ts';
import { headersOf } from '../platform/testing.ts';
import { comeIn, openApp, openPlace } from './testing.ts';

const app = await openApp();

async function take(
  path: string,
  as: Actor | null,
  language = 'zh-CN',
): Promise<{ status: number; files: Map<string, string> }> {
  const headers = { host: 'fair.test', 'accept-language': language, ...(as ? headersOf(as) : {}) };
  const response = await app.http.fetch(new Request(`http://fair.test${path}`, { headers }));
  if (response.status !== 200) return { status: response.status, files: new Map() };
  const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return { status: 200, files: new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes, true)])) };
}

test('a zip holds a page to read, a file for each module and the own pictures; the link ends', async () => {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const mei = await comeIn(app, place, '<b>小梅</b>');
  await comeIn(app, place, '老谭');
  const mine = `/api/member/communities/${place.communityId}/me`;
  const red = { create: { width: 40, height: 40, channels: 3 as const, background: '#b83227' } };
  const picture = await app.request('POST', `${mine}/picture`, {
    as: mei.actor,
    bytes: await sharp(red).png().toBuffer(),
  });
  const base = `/api/communities/${place.communityId}`;
  const { body: person } = await app.request('GET', `${base}/people?q=${encodeURIComponent('小梅')}`, { as: owner });
  const { personId } = person.items[0];
  await app.request('POST', `${base}/people/${personId}/notes`, { as: owner, body: { text: '海鲜过敏' } });

  const own = await take(`${mine}/archive`, mei.actor);
  assert.equal(own.status, 200);
  assert.ok(own.files.has(`pictures/${picture.body.id}.webp`));
  const read = (name: string) => JSON.parse(Buffer.from(own.files.get(name)!, 'latin1').toString('utf8'));
  assert.equal(read('data/profiles.json').notes[0].text, '海鲜过敏');
  assert.equal(read('data/identities.json').length, 1);
  const page = Buffer.from(
    own.files.get([...own.files.keys()].find((name) => name.endsWith('.html'))!)!,
    'latin1',
  ).toString('utf8');
  assert.match(page, /海鲜过敏/);
  assert.match(page, /&lt;b&gt;小梅/);
  assert.doesNotMatch(page, /<b>小梅|老谭|<script/);

  const link = await app.request('POST', `${base}/people/${personId}/archive-link`, { as: owner, body: {} });
  assert.equal(link.status, 201);
  const path = new URL(link.body.url).pathname;
  const given = await take(path, null, 'en');
  assert.deepEqual(
    [given.status, given.files.has('Read me first.html'), given.files.size],
    [200, true, own.files.size],
  );
  assert.equal((await take(`${path}x`, null)).status, 410);
  app.clock.advance(8 * 86_400_000);
  assert.equal((await take(path, null)).status, 410);

  const fresh = await app.request('POST', `${base}/people/${personId}/archive-link`, { as: owner, body: {} });
  await app.request('POST', `${mine}/erase`, { as: mei.actor, body: { confirm: '抹去我' } });
  await app.settle();
  assert.equal((await take(new URL(fresh.body.url).pathname, null)).status, 410);
  const { rows } = await app.services.database.pool.query('select count(*)::int as links from people_archives');
  assert.equal(rows[0].links, 0);
});
