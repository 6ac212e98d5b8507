/** Rules of tags through the door: who is in the segment has the tag until they leave, what a hand gave stays, and how a rule ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeIn, openApp, openPlace } from '../people/testing.ts';
import { followTagRules } from './tag-rule.ts';

const app = await openApp();

async function open() {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const call = (method: string, path: string, body?: unknown) =>
    app.request(method, base + path, { as: owner, ...(body === undefined ? {} : { body }) });
  const ok = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const idOf = new Map<string, string>();
  for (const name of ['小梅', '阿兰', '老周']) {
    app.clock.advance(1000);
    await comeIn(app, place, name);
  }
  await app.settle();
  for (const one of (await ok('GET', '/people')).items) idOf.set(one.name, one.personId);
  const field = await ok('POST', '/person-fields', { name: '来过几次', kind: 'number', private: false, options: [] });
  const visits = (name: string, value: number) => ok('PUT', `/people/${idOf.get(name)}/fields/${field.id}`, { value });
  const often = { join: 'all', items: [{ fact: `field.${field.id}`, op: 'at_least', number: 3 }] };
  const facts = (await ok('GET', '/segment-facts')).items as { key: string; label: string }[];
  often.items[0]!.fact = facts.find(({ key }) => key.includes(field.id))!.key;
  const segment = await ok('POST', '/segments', { name: '常来的', definition: often });
  const tag = await ok('POST', '/tags', { name: '老客' });
  /** Who has the tag, and who of them by the rule (with a star). */
  const tagged = async () => {
    const all: string[] = [];
    for (const [name, personId] of idOf)
      for (const { byRule } of (await ok('GET', `/people/${personId}/profile`)).tags)
        all.push(name + (byRule ? '*' : ''));
    return all.toSorted().join(' ');
  };
  return { call, ok, idOf, visits, segment, tag, tagged, rule: `/tags/${tag.id}/rule` };
}

test('who is in the segment has the tag until they leave it; what a hand gave stays', async () => {
  const { ok, idOf, visits, segment, tag, tagged, rule } = await open();
  await ok('POST', `/tags/${tag.id}/give`, { personIds: [idOf.get('老周')] });
  await visits('小梅', 3);
  await visits('老周', 5);
  assert.deepEqual(await ok('PUT', rule, { segmentId: segment.id }), { given: 1, taken: 0 });
  assert.equal(await tagged(), '小梅* 老周');
  const [listed] = (await ok('GET', '/tags')).items;
  assert.deepEqual([listed.people, listed.rule.segmentName, listed.rule.rests], [2, '常来的', null]);

  await visits('小梅', 1);
  await visits('老周', 1);
  await visits('阿兰', 4);
  assert.equal(await tagged(), '小梅* 老周', 'the night has not come yet');
  await followTagRules.run(app.ctx, {});
  assert.equal(await tagged(), '老周 阿兰*');
  assert.deepEqual(await ok('POST', `${rule}/follow`, {}), { given: 0, taken: 0 }, 'nobody differs any more');

  await ok('POST', `/tags/${tag.id}/give`, { personIds: [idOf.get('阿兰')] });
  await visits('阿兰', 0);
  assert.deepEqual(await ok('POST', `${rule}/follow`, {}), { given: 0, taken: 0 }, 'a hand has given it since');
  assert.equal(await tagged(), '老周 阿兰');
});

test('a rule ends with what it gave kept or taken, rests without its segment, and asks of no tag that it gives', async () => {
  const { call, ok, visits, segment, tag, tagged, rule } = await open();
  await visits('小梅', 3);
  await ok('PUT', rule, { segmentId: segment.id });
  await ok('DELETE', `/segments/${segment.id}`);
  await visits('小梅', 0);
  assert.deepEqual(await ok('POST', `${rule}/follow`, {}), { given: 0, taken: 0 });
  assert.equal((await ok('GET', '/tags')).items[0].rule.rests, 'segment_gone');
  assert.equal(await tagged(), '小梅*');
  assert.deepEqual(await ok('POST', `${rule}/end`, { given: 'keep' }), { people: 1 });
  assert.equal(await tagged(), '小梅');
  assert.equal((await call('POST', `${rule}/follow`, {})).status, 404);

  await ok('POST', `/segments/${segment.id}/restore`, {});
  await visits('阿兰', 9);
  await ok('PUT', rule, { segmentId: segment.id });
  assert.equal(await tagged(), '小梅 阿兰*');
  const items = [{ fact: 'profiles.tags', op: 'one_of', options: [tag.id] }];
  await ok('PATCH', `/segments/${segment.id}`, { name: '常来的', definition: { join: 'all', items } });
  assert.equal((await ok('GET', '/tags')).items[0].rule.rests, 'asks_itself', 'its segment was changed');
  assert.deepEqual(await ok('POST', `${rule}/end`, { given: 'take' }), { people: 1 });
  assert.equal(await tagged(), '小梅');

  const round = await ok('POST', '/segments', { name: '有标签的', definition: { join: 'all', items } });
  assert.equal((await call('PUT', rule, { segmentId: round.id })).body.code, 'profiles.asks_itself');
});
