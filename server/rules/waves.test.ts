/** Waves of joins: seen while people come in, weighed beside what they say, never a reason to remove anybody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phone } from '../people/testing.ts';
import { readSigns, wavesOf, type Arrived } from './waves.ts';
import { ask, enter, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const arrived = (name: string, face: string | null = null): Arrived => ({ identityId: name, name, face, at: 0 });

async function comeTogether(court: Court, names: readonly string[]): Promise<Phone[]> {
  const phones: Phone[] = [];
  for (const name of names) phones.push(await enter(court, name));
  await app.settle();
  return phones;
}

test('names with one stem, one face, or far too many are signs; eight guests of an evening are none', () => {
  const many = (count: number, name: (at: number) => string, face: (at: number) => string | null = () => null) =>
    Array.from({ length: count }, (_, at) => arrived(name(at), face(at)));
  const guests = ['小满', '阿圆', '何小曼', '米粒妈', '阿德', '辣妹厨房', '王秀芬', '老周'];
  assert.equal(
    readSigns(
      guests.map((name) => arrived(name)),
      8,
    ),
    null,
  );
  assert.equal(
    readSigns(
      many(8, (at) => `美美${at + 100}`),
      8,
    ),
    'names',
  );
  assert.equal(
    readSigns(
      many(8, (at) => `user_${at}83${at}`),
      8,
    ),
    'names',
  );
  assert.equal(
    readSigns(
      many(
        8,
        (at) => guests[at]!,
        (at) => (at < 4 ? 'same' : `other${at}`),
      ),
      8,
    ),
    'faces',
  );
  assert.equal(
    readSigns(
      many(24, (at) => `${guests[at % 8]}${'甲乙丙'[at % 3]}`),
      8,
    ),
    'crowd',
  );
  assert.equal(readSigns(many(4, (at) => `${at}小满`).concat(guests.map((name) => arrived(name))), 8), null);
});

test('people of a wave: two who say the same are held, what they say alone passes, the team has a note, once', async () => {
  const court = await openCourt(app);
  const phones = await comeTogether(
    court,
    Array.from({ length: 9 }, (_, at) => `甜甜${at + 20}`),
  );
  assert.equal(wavesOf(app.services, court.communityId).size, 9);
  const text = '新来的，看到有个群里发福利，大家可以去看看';
  assert.equal((await say(court, phones[0]!, '大家好，请多关照')).status, 201);
  assert.equal((await say(court, phones[1]!, text)).status, 201);
  const second = await say(court, phones[2]!, `${text}呀`);
  assert.deepEqual([second.status, second.body.code], [409, 'rules.held_raid'], second.text);
  const { items } = (await ask(court, 'GET /cases?state=open')).body;
  assert.deepEqual(items[0].evidence[0].kinds, ['same']);
  const { rows } = await app.services.database.pool.query(
    `select detail from platform_audit where action = 'rules.notice_wave' and community_id = $1`,
    [court.communityId],
  );
  assert.deepEqual(
    rows.map(({ detail }: { detail: { people: number; signs: string } }) => [detail.people, detail.signs]),
    [[8, 'names']],
  );
  app.clock.advance(25 * 3_600_000);
  assert.equal((await say(court, phones[3]!, text)).status, 201, 'a day later');
});

test('neighbours who come together are no wave, and with the check off nobody is watched', async () => {
  const court = await openCourt(app);
  await comeTogether(court, ['小满', '阿圆', '何小曼', '米粒妈', '阿德', '辣妹厨房', '王秀芬', '老周']);
  assert.equal(wavesOf(app.services, court.communityId).size, 0);
  const off = await openCourt(app);
  const { body } = await ask(off, 'GET /settings');
  assert.equal(
    (await ask(off, 'PUT /settings', { as: off.owner, body: { ...body, checks: { ...body.checks, raid: 'off' } } }))
      .status,
    200,
  );
  await comeTogether(
    off,
    Array.from({ length: 9 }, (_, at) => `甜甜${at + 20}`),
  );
  assert.equal(wavesOf(app.services, off.communityId).size, 0);
});
