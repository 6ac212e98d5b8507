/** What follows from upheld cases: climbing, dry mode, decay, the human at the end, taking back, and cases of people who are gone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../messages/testing.ts';
import type { Phone } from '../people/testing.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const hour = 3_600_000;
const day = 24 * hour;

/** Says something that is held and upheld; gives the step that followed. */
async function offend(court: Court, phone: Phone, body: object = {}): Promise<{ id: string; step: string | null }> {
  app.clock.advance(hour);
  const { id } = await held(court, phone, `${heldWord} ${app.clock.now().toISOString()}`);
  app.clock.advance(60_000);
  const answer = await ask(court, `POST /cases/${id}/uphold`, { body });
  assert.equal(answer.status, 200, answer.text);
  return { id, step: answer.body.sanctions[0]?.step ?? null };
}

const settings = async (court: Court, change: (value: Record<string, never>) => void) => {
  const { body } = await ask(court, 'GET /settings');
  change(body);
  const answer = await ask(court, 'PUT /settings', { as: court.owner, body });
  assert.equal(answer.status, 200, answer.text);
};
const tasks = async (court: Court, kind: string) =>
  (await app.request('GET', `/api/communities/${court.communityId}/tasks?kind=${kind}`, { as: court.owner })).body
    .items;
const settle = (court: Court, id: string, verb: string) =>
  app.request('POST', `/api/communities/${court.communityId}/tasks/${id}/${verb}`, { as: court.owner, body: {} });

test('step by step up the ladder; removing is asked of a human, who does it; the removed may appeal and is let in again', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const steps = [];
  for (let time = 0; time < 3; time++) steps.push((await offend(court, author)).step);
  assert.deepEqual(steps, ['remind', 'warn', 'talk']);
  const [talk] = await tasks(court, 'rules.talk');
  assert.match(talk.title, /小满/);
  assert.match(talk.text, /说好不这样说/);
  assert.equal((await settle(court, talk.id, 'done')).status, 200);

  assert.equal((await offend(court, author)).step, 'mute');
  assert.equal((await say(court, author, '我可以说话吗')).body.code, 'messages.muted');
  app.clock.advance(2 * hour);
  const last = await offend(court, author);
  assert.equal(last.step, 'remove');
  assert.equal((await read(court, author, '/messages')).status, 200, 'still in: nobody has decided yet');
  const shown = (await mine(court, author)).items[0];
  assert.deepEqual(shown.sanctions, [], 'a proposal is no step yet');
  const [removal] = await tasks(court, 'rules.remove');
  assert.equal((await settle(court, removal.id, 'done')).status, 200);
  assert.equal((await read(court, author, '/messages')).status, 404);

  const outside = `/api/member/communities/${court.communityId}`;
  const own = (await app.request('GET', `${outside}/my-cases`, { as: author.actor })).body.items;
  assert.deepEqual([own.length, own[0].id, own[0].sanctions[0].step], [5, last.id, 'remove']);
  const appeal = { as: author.actor, body: { text: '这次真的是误会' } };
  assert.equal((await app.request('POST', `${outside}/cases/${last.id}/appeal`, appeal)).status, 200);
  const over = await ask(court, `POST /cases/${last.id}/release`, { as: court.second, body: {} });
  assert.equal(over.body.state, 'overturned', over.text);
  const back = await read(court, author, '/messages');
  assert.equal(back.status, 200);
  assert.ok(back.text.includes(heldWord), 'the message is there as well');
});

test('a human who decides against removing: nothing happens, and it counts for nothing', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  assert.equal((await offend(court, author, { step: 'remove' })).step, 'remove');
  const [removal] = await tasks(court, 'rules.remove');
  assert.equal((await settle(court, removal.id, 'skip')).status, 200);
  assert.equal((await read(court, author, '/messages')).status, 200);
  assert.equal((await offend(court, author)).step, 'remind');
});

test('dry mode: steps are noted for the team, nobody is told, nothing is done', async () => {
  const court = await openCourt(app);
  await settings(court, (value: { ladder?: { mode: string } }) => void (value.ladder!.mode = 'dry'));
  const author = await enter(court, '小满');
  for (let time = 0; time < 2; time++) assert.equal((await offend(court, author, { step: 'mute' })).step, 'mute');
  const [one] = (await mine(court, author)).items;
  assert.deepEqual([one.state, one.sanctions], ['upheld', []]);
  assert.deepEqual((await read(court, author, '/notes')).body.items, []);
  assert.equal((await say(court, author, '我能说话')).status, 201);
  const { items } = (await ask(court, `GET /sanctions?identityId=${author.identityId}`)).body;
  assert.deepEqual(
    items.map((step: { state: string }) => step.state),
    ['dry', 'dry'],
  );
});

test('steps decay: after a quiet time it begins anew; each rule has its own ladder', async () => {
  const court = await openCourt(app);
  await settings(court, (value: { ladder?: { days: number; rules: object } }) => {
    value.ladder!.days = 10;
    value.ladder!.rules = { links: { start: 'warn', days: 2 } };
  });
  const author = await enter(court, '小满');
  assert.equal((await offend(court, author)).step, 'remind');
  app.clock.advance(hour);
  const link = await held(court, author, '资料在 https://other.com/page');
  app.clock.advance(1000);
  const upheld = await ask(court, `POST /cases/${link.id}/uphold`, { body: {} });
  assert.deepEqual(
    upheld.body.sanctions.map((step: { step: string; rule: string }) => [step.rule, step.step]),
    [['links', 'warn']],
  );
  app.clock.advance(11 * day);
  assert.equal((await offend(court, author)).step, 'remind');
});

test('five at once are one step: nobody climbs for what was said before they were told', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const ids: string[] = [];
  for (let time = 0; time < 3; time++) {
    app.clock.advance(1000);
    ids.push((await held(court, author, `${heldWord} 第 ${time} 条`)).id);
  }
  app.clock.advance(60_000);
  const steps = [];
  for (const id of ids) steps.push(...(await ask(court, `POST /cases/${id}/uphold`, { body: {} })).body.sanctions);
  assert.deepEqual(
    steps.map(({ step }) => step),
    ['remind'],
  );
});

test('undo of a decision lifts the mute and cancels the task; a step alone can be taken back as well', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const { id } = await offend(court, author, { step: 'mute' });
  assert.equal((await say(court, author, '喂')).body.code, 'messages.muted');
  assert.equal((await ask(court, `POST /cases/${id}/undo`, { body: {} })).body.state, 'waiting');
  assert.equal((await say(court, author, '喂')).status, 201);

  await offend(court, author, { step: 'talk' });
  const { items } = (await ask(court, `GET /sanctions?identityId=${author.identityId}`)).body;
  assert.deepEqual(
    items.map((step: { state: string }) => step.state),
    ['applied', 'undone'],
  );
  const undone = await ask(court, `POST /sanctions/${items[0].id}/undo`, { body: {} });
  assert.deepEqual([undone.status, undone.body.state], [200, 'undone'], undone.text);
  assert.deepEqual(await tasks(court, 'rules.talk'), []);
  assert.equal((await offend(court, author)).step, 'remind');
});

test('the team’s timeline of a person has the case and the step, without the words', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const { id } = await offend(court, author);
  const people = `/api/communities/${court.communityId}/people`;
  const [person] = (await app.request('GET', `${people}?q=小满`, { as: court.first })).body.items;
  const timeline = await app.request('GET', `${people}/${person.personId}/timeline`, { as: court.first });
  assert.equal(timeline.status, 200, timeline.text);
  const kinds = timeline.body.items.map(({ kind, data }: { kind: string; data: { caseId?: string } }) => [
    kind,
    data.caseId,
  ]);
  assert.deepEqual(kinds.slice(0, 2), [
    ['rules.sanction', id],
    ['rules.case', id],
  ]);
  assert.ok(!timeline.text.includes(heldWord));
});

test('no name of who decided, and no words, in the log, the audit and the author’s view', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const { id } = await offend(court, author, { note: '悄悄说一句' });
  const own = await app.request('GET', `${court.base}/my-cases`, { as: author.actor });
  for (const secret of [court.first.userId, court.first.name, 'score', 'trust'])
    assert.ok(!own.text.includes(secret), secret);
  assert.ok(own.text.includes(id) && own.text.includes('悄悄说一句'));
  const audit = await app.request('GET', `/api/communities/${court.communityId}/audit?action=rules.`, {
    as: court.owner,
  });
  assert.ok(audit.body.items.length >= 2);
  for (const words of [heldWord, '悄悄']) assert.ok(!audit.text.includes(words));
  for (const line of app.logged) assert.ok(!line.includes(heldWord), line);
});
