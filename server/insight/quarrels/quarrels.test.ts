import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receive } from '../../messages/index.ts';
import { enter, openTalk, openTalkApp, said, type Talk } from '../../messages/testing.ts';
import type { Phone } from '../../people/testing.ts';
import { newId } from '../../platform/ids.ts';
import { watchCommunity } from '../alarm.ts';
import { angryWords as words } from './testing.ts';

const app = await openTalkApp();

interface Ring {
  talk: Talk;
  people: [Phone, Phone];
  moderator: Talk['owner'];
}

async function openRing(): Promise<Ring> {
  const talk = await openTalk(app);
  const people: [Phone, Phone] = [await enter(talk, '陶然'), await enter(talk, '李婷婷')];
  return { talk, people, moderator: await app.operator('moderator', talk.communityId) };
}

async function ask(
  { talk, moderator }: Ring,
  what: string,
  { as = moderator, body }: { as?: Talk['owner']; body?: object } = {},
) {
  const [method, path] = what.split(' ') as [string, string];
  const request = { as, ...(body ? { body } : {}) };
  return app.request(method, `/api/communities/${talk.communityId}${path}`, request);
}

const alarmsOf = async (ring: Ring, state = 'open') =>
  (await ask(ring, `GET /alarms?kind=quarrel&groupId=${ring.talk.groupId}&state=${state}`)).body.items;

/** They quarrel; `isWatched` gives after which angry message the alarm was there. */
async function quarrel(ring: Ring, isWatched = false): Promise<number | undefined> {
  let at: number | undefined;
  for (const [turn, text] of words.entries()) {
    app.clock.advance(15_000);
    await said(ring.talk, ring.people[turn % 2]!, text);
    if (!isWatched) continue;
    await app.settle();
    if (at === undefined && (await alarmsOf(ring)).length > 0) at = turn + 1;
  }
  await app.settle();
  return at;
}

test('an alarm comes before the tenth angry message, once, with the two and their words for the team only', async () => {
  const ring = await openRing();
  const at = await quarrel(ring, true);
  assert.ok(at !== undefined && at < 10, String(at));
  const [alarm, ...others] = await alarmsOf(ring);
  assert.deepEqual(others, []);
  assert.equal((await ask(ring, 'GET /tasks?kind=insight.look_at_alarm')).body.items[0].id, alarm.taskId);
  assert.doesNotMatch(JSON.stringify(alarm), /陶然|李婷婷/, 'mails are written from this');
  const { body: view } = await ask(ring, `GET /alarms/${alarm.id}/quarrel`);
  assert.deepEqual(view.people.map(({ name }: { name: string }) => name).sort(), ['李婷婷', '陶然'].sort());
  assert.ok(view.messages.length >= 6 && view.messages.filter((one: { isAngry: boolean }) => one.isAngry).length >= 5);
  assert.equal(view.behind, `groups/${ring.talk.groupId}?at=${view.messages[0].id}`);
  assert.equal(view.notes.length, 3);
  assert.equal(
    (await app.request('GET', `/api/communities/${ring.talk.communityId}/alarms`, { as: ring.people[0].actor })).status,
    401,
  );
  // Nobody is punished or told.
  const page = await app.request('GET', `${ring.talk.base}/messages`, { as: ring.people[0].actor });
  assert.equal(page.body.items.filter(({ kind }: { kind: string }) => kind !== 'system').length, words.length);
  assert.doesNotMatch(page.text, /heat|吵/);
});

test('calm groups raise none, however fast they talk', async () => {
  const ring = await openRing();
  for (let turn = 0; turn < 30; turn++) {
    app.clock.advance(3000);
    await said(ring.talk, ring.people[turn % 2]!, `接龙 ${turn}：我要两份青团，哈哈`);
  }
  await app.settle();
  assert.deepEqual(await alarmsOf(ring), []);
});

test('slow mode by one tap: set for members, what was before comes back by its time or by undo', async () => {
  const ring = await openRing();
  await quarrel(ring);
  const [alarm] = await alarmsOf(ring);
  const place = `/alarms/${alarm.id}/quarrel`;
  const seconds = async () => (await ask(ring, `GET /groups/${ring.talk.groupId}`)).body.slowModeSeconds;
  await app.request('POST', `${ring.talk.team}/acts`, { as: ring.talk.owner, body: { op: 'slowMode', seconds: 10 } });
  const slowed = await ask(ring, `POST ${place}/slow-mode`);
  assert.equal(slowed.status, 200, slowed.text);
  assert.equal(slowed.body.slowMode.seconds, 60);
  assert.equal(await seconds(), 60);
  assert.equal((await ask(ring, `POST ${place}/slow-mode`)).body.code, 'insight.slow_mode_runs');
  const undone = await ask(ring, `DELETE ${place}/slow-mode`);
  assert.equal(undone.body.slowMode, null);
  assert.equal(await seconds(), 10);
  assert.equal((await ask(ring, `DELETE ${place}/slow-mode`)).body.code, 'insight.no_slow_mode');
  // The queue lives by the clock of the database; so far ahead of it a job waits for its time.
  const start = app.clock.now();
  app.clock.set('2031-05-01T08:00:00Z');
  const end = async (body: { answers: { id: string }[] }) => {
    const { communityId, groupId } = ring.talk;
    await app.jobs.runHere('insight.end_slow_mode', { communityId, groupId, answerId: body.answers.at(-1)!.id });
  };
  const second = (await ask(ring, `POST ${place}/slow-mode`)).body;
  await app.settle();
  assert.equal(await seconds(), 60, 'not yet');
  await end(undone.body);
  assert.equal(await seconds(), 60, 'the job of another one');
  await end(second);
  assert.equal(await seconds(), 10);
  // Whoever changes it by hand meanwhile has decided otherwise. Answers stand in the order of their moments.
  app.clock.set('2031-05-01T08:00:01Z');
  const third = (await ask(ring, `POST ${place}/slow-mode`)).body;
  await app.request('POST', `${ring.talk.team}/acts`, { as: ring.talk.owner, body: { op: 'slowMode', seconds: 120 } });
  await end(third);
  assert.equal(await seconds(), 120);
  app.clock.set(start);
  const { body: view } = await ask(ring, `GET ${place}`);
  assert.deepEqual(
    view.answers.map(({ kind, endedAt, endedBy }: { kind: string; endedAt: string | null; endedBy: string | null }) => [
      kind,
      endedAt !== null,
      endedBy !== null,
    ]),
    [
      ['slow_mode', true, true],
      ['slow_mode', true, false],
      ['slow_mode', true, false],
    ],
  );
  assert.equal(view.isReal, true);
});

test('a note is said with the official voice by who may; a private talk is a task with the draft', async () => {
  const ring = await openRing();
  await quarrel(ring);
  const [alarm] = await alarmsOf(ring);
  const place = `/alarms/${alarm.id}/quarrel`;
  const { body: view } = await ask(ring, `GET ${place}`);
  const { text } = view.notes[0];
  assert.equal((await ask(ring, `POST ${place}/note`, { body: { text } })).status, 403);
  const sent = await ask(ring, `POST ${place}/note`, { as: ring.talk.owner, body: { text } });
  assert.equal(sent.status, 200, sent.text);
  const page = await app.request('GET', `${ring.talk.base}/messages`, { as: ring.people[0].actor });
  const last = page.body.items.at(-1);
  assert.deepEqual([last.text, last.author.kind], [text, 'official']);
  const [{ identityId, draft }] = view.people;
  const asked = await ask(ring, `POST ${place}/private-talk`, { body: { identityId, text: draft } });
  assert.equal(asked.status, 200, asked.text);
  const again = await ask(ring, `POST ${place}/private-talk`, { body: { identityId, text: draft } });
  assert.equal(again.body.taskId, asked.body.taskId);
  const { body: task } = await ask(ring, `GET /tasks/${asked.body.taskId}`);
  assert.equal(task.text, draft);
  const stranger = { identityId: newId(), text: draft };
  assert.equal((await ask(ring, `POST ${place}/private-talk`, { body: stranger })).body.code, 'insight.not_in_quarrel');
});

test('"no quarrel" settles the alarm, lifts the threshold of its group to a bound, counts, and can be forgotten', async () => {
  const ring = await openRing();
  await quarrel(ring);
  const [alarm] = await alarmsOf(ring);
  for (let turn = 0; turn < 2; turn++)
    assert.equal((await ask(ring, `POST /alarms/${alarm.id}/quarrel/no-quarrel`)).status, 200);
  assert.deepEqual(await alarmsOf(ring), []);
  const [settled] = await alarmsOf(ring, 'settled');
  assert.equal(settled.settledHow, 'dismissed');
  const { body: record } = await ask(ring, 'GET /quarrels');
  assert.deepEqual([record.alarms, record.real, record.none, record.unsaid], [1, 0, 1, 0]);
  assert.deepEqual(
    record.taught.map(({ lessons }: { lessons: number }) => lessons),
    [1],
  );
  assert.equal((await ask(ring, `DELETE /groups/${ring.talk.groupId}/quarrel-lessons`)).status, 200);
  assert.deepEqual((await ask(ring, 'GET /quarrels')).body.taught, []);
});

test('one alarm a week; looked at, a later quarrel is told again; without a budget none is told; unseen ones pass', async () => {
  const ring = await openRing();
  await quarrel(ring);
  app.clock.advance(2 * 3_600_000);
  await quarrel(ring);
  assert.equal((await alarmsOf(ring)).length, 1, 'the first is open');
  const [alarm] = await alarmsOf(ring);
  await ask(ring, `POST /tasks/${alarm.taskId}/done`, { body: {} });
  app.clock.advance(2 * 3_600_000);
  await quarrel(ring);
  assert.equal((await alarmsOf(ring)).length, 1);
  assert.equal((await ask(ring, 'GET /quarrels')).body.real, 1);
  app.clock.advance(8 * 24 * 3_600_000);
  await watchCommunity(app.ctx, ring.talk.communityId);
  assert.deepEqual(await alarmsOf(ring), []);
  const settings = { perWeek: 0, slowSeconds: 60, slowMinutes: 30 };
  assert.equal((await ask(ring, 'PUT /quarrels/settings', { body: settings })).status, 403);
  assert.equal((await ask(ring, 'PUT /quarrels/settings', { as: ring.talk.owner, body: settings })).status, 200);
  await quarrel(ring);
  assert.deepEqual(await alarmsOf(ring), []);
});

test('on other platforms quarrels are heard as well; what is old when it comes in raises nothing', async () => {
  const talk = await openTalk(app, { carrier: 'manual' });
  const ring: Ring = { talk, people: [] as never, moderator: await app.operator('moderator', talk.communityId) };
  const { communityId, groupId } = talk;
  const tell = (origin: 'live' | 'import') =>
    receive(app.ctx, {
      communityId,
      groupId,
      carrier: 'manual',
      origin,
      items: words.map((text, turn) => ({
        sender: { externalId: `p${turn % 2}`, name: turn % 2 ? '阿豪' : '媛媛' },
        clientId: null,
        externalId: `${origin} ${turn}`,
        at: new Date(app.clock.now().getTime() - (words.length - turn) * 15_000),
        kind: 'text',
        text,
        picture: null,
        replyTo: null,
        mentions: [],
      })),
    } as Parameters<typeof receive>[1]);
  const imported = await tell('import');
  assert.ok(
    imported.every(({ ok }) => ok),
    JSON.stringify(imported[0]),
  );
  await app.settle();
  assert.deepEqual(await alarmsOf(ring), []);
  app.clock.advance(30 * 60_000);
  await tell('live');
  await app.settle();
  assert.equal((await alarmsOf(ring)).length, 1);
});
