/** What is looked at after it was said: checks in dry mode, other platforms; and what is forgotten and exported of people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receive } from '../messages/index.ts';
import { openTalk, read, said } from '../messages/testing.ts';
import { newId } from '../platform/ids.ts';
import { forgetWords, rulesParts } from './privacy.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const day = 86_400_000;

async function dry(court: Court): Promise<void> {
  const { body } = await ask(court, 'GET /settings');
  body.checks = { terms: 'dry', links: 'dry', repeats: 'off', ads: 'off' };
  assert.equal((await ask(court, 'PUT /settings', { as: court.owner, body })).status, 200);
}

test('dry mode: it is said and seen; the team reads what would have happened; nothing follows from it', async () => {
  const court = await openCourt(app);
  await dry(court);
  const author = await enter(court, '小满');
  await said(court, author, `大家好，${heldWord}`);
  await said(court, author, '早上好');
  await app.settle();
  await app.settle();
  assert.equal((await ask(court, 'GET /cases?state=open')).body.items.length, 0);
  const { items } = (await ask(court, 'GET /cases?kind=dry')).body;
  assert.deepEqual(
    items.map((one: { kind: string; draft: { text: string } }) => [one.kind, one.draft.text]),
    [['dry', `大家好，${heldWord}`]],
  );
  assert.deepEqual((await mine(court, author)).items, []);
  const upheld = await ask(court, `POST /cases/${items[0].id}/uphold`, { body: {} });
  assert.deepEqual([upheld.body.state, upheld.body.sanctions], ['upheld', []], upheld.text);
  assert.equal((await read(court, author, '/messages')).body.items.length, 2);
});

test('on another platform it was seen already: a case, no act; upheld it becomes a task to take it away', async () => {
  const court = await openCourt(app);
  const talk = await openTalk(app, { carrier: 'manual' });
  const rules = { ...court, ...talk, rules: `/api/communities/${talk.communityId}/rules`, first: talk.owner };
  await ask(rules, 'POST /lists', { as: talk.owner, body: { name: '表', effect: 'stop', terms: [heldWord] } });
  const item = {
    sender: { externalId: 'wx-1', name: '路人' },
    clientId: null,
    externalId: newId(),
    at: app.clock.now(),
    kind: 'text',
    text: `${heldWord} 找我`,
    picture: null,
    replyTo: null,
    mentions: [],
  } as const;
  const { communityId, groupId } = talk;
  for (const origin of ['import', 'live'] as const) {
    const items = [{ ...item, externalId: newId() }];
    const [result] = await receive(app.ctx, { communityId, groupId, carrier: 'manual', origin, items });
    assert.ok(result!.ok, 'recorded in any case');
  }
  await app.settle();
  const { items } = (await ask(rules, 'GET /cases?state=open')).body;
  assert.deepEqual(
    items.map((one: { kind: string; state: string }) => [one.kind, one.state]),
    [['said', 'waiting']],
  );
  const upheld = await ask(rules, `POST /cases/${items[0].id}/uphold`, { body: {} });
  assert.equal(upheld.status, 200, upheld.text);
  const tasks = (await app.request('GET', `/api/communities/${communityId}/tasks`, { as: talk.owner })).body.items;
  assert.equal(tasks.length, 2, 'to recall, and to tell the author');
  assert.equal((await ask(rules, `POST /cases/${items[0].id}/undo`, { body: {} })).body.state, 'waiting');
});

test('one’s own export has one’s own cases; nobody else’s has them; erasure leaves no word and no name', async () => {
  const court = await openCourt(app);
  const [author, other] = [await enter(court, '小满'), await enter(court, '阿圆')];
  const text = `@小满 ${heldWord}`;
  const waiting = await held(court, author);
  app.clock.advance(1000);
  const named = await say(court, other, { text, mentions: [author.identityId] });
  assert.equal(named.status, 409);
  const path = `/api/member/communities/${court.communityId}/me`;
  const own = (await app.request('GET', `${path}/export`, { as: author.actor })).body;
  assert.deepEqual(
    own.rules.cases.map((one: { state: string }) => one.state),
    ['waiting'],
  );
  assert.ok(!JSON.stringify(own.rules).includes('score'));
  const counts: Record<string, number> = {};
  for (const { name, rows } of rulesParts) {
    const parts: object[] = [];
    for await (const row of rows(app.ctx, court.communityId)) parts.push(row);
    counts[name] = parts.length;
  }
  assert.deepEqual(counts, {
    'rules.text': 0,
    'rules.wave': 0,
    'rules.wave_answer': 0,
    'rules.wave_person': 0,
    'rules.acknowledged': 0,
    'rules.list': 2,
    'rules.case': 2,
    'rules.lesson': 0,
    'rules.sanction': 0,
    'rules.report': 0,
  });

  const erased = await app.request('POST', `${path}/erase`, { as: author.actor, body: { confirm: '抹去我' } });
  assert.equal(erased.status, 202, erased.text);
  await app.settle();
  const detail = await ask(court, `GET /cases/${waiting.id}`);
  assert.deepEqual([detail.body.state, detail.body.draft, detail.body.evidence[0].words], ['closed', null, []]);
  assert.notEqual(detail.body.identityId, author.identityId);
  assert.equal((await ask(court, `POST /cases/${waiting.id}/release`, { body: {} })).body.code, 'rules.case_decided');
  const { items } = (await ask(court, 'GET /cases?state=open')).body;
  assert.equal(items.length, 1);
  assert.ok(items[0].draft.text.startsWith('@') && !items[0].draft.text.includes('小满'), items[0].draft.text);
  assert.deepEqual(items[0].draft.mentions, []);
});

test('the words of decided cases are forgotten in time; what waits keeps them', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const decided = await held(court, author, `${heldWord} 一`);
  await ask(court, `POST /cases/${decided.id}/uphold`, { body: {} });
  app.clock.advance(1000);
  const waits = await held(court, author, `${heldWord} 二`);
  app.clock.advance(91 * day);
  await forgetWords.run(app.ctx, {});
  const draftOf = async (id: string) => (await ask(court, `GET /cases/${id}`)).body.draft;
  assert.equal(await draftOf(decided.id), null);
  assert.equal((await draftOf(waits.id)).text, `${heldWord} 二`);
  const release = await ask(court, `POST /cases/${waits.id}/release`, { body: {} });
  assert.equal(release.status, 200);
});
