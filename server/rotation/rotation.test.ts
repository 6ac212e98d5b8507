/** Who could lead next: the written rule, the list from what people did, the talk, and what a new steward learns. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import { setMemberRole } from '../people/index.ts';
import { newId } from '../platform/ids.ts';
import { compareSuccessors, judgeSuccessor, type Deeds } from './successors/judging.ts';

const app = await openTalkApp();
const dayMs = 86_400_000;
const deeds = (more: Partial<Deeds>): Deeds => ({
  weeks: 12,
  answers: 12,
  askers: 6,
  helpful: 3,
  unsolved: 0,
  cases: 0,
  ...more,
});

test('all numbers of a confidence have to be reached; a case ends it, and answers that do not help make it unsure', () => {
  assert.equal(judgeSuccessor('steward', deeds({})), 'high');
  assert.equal(judgeSuccessor('steward', deeds({ askers: 4 })), 'medium');
  assert.equal(judgeSuccessor('steward', deeds({ weeks: 7 })), 'few');
  assert.equal(judgeSuccessor('steward', deeds({ weeks: 4 })), null);
  assert.equal(judgeSuccessor('steward', deeds({ answers: 0, askers: 0 })), null);
  assert.equal(judgeSuccessor('steward', deeds({ cases: 1 })), null);
  assert.equal(judgeSuccessor('steward', deeds({ helpful: 1, unsolved: 2 })), 'few');
  assert.equal(judgeSuccessor('owner', deeds({})), 'medium');
  const order = [
    { ...deeds({ askers: 9 }), confidence: 'medium' as const },
    { ...deeds({ askers: 2 }), confidence: 'high' as const },
    { ...deeds({ askers: 8, answers: 30 }), confidence: 'high' as const },
  ].toSorted(compareSuccessors);
  assert.deepEqual(
    order.map(({ askers }) => askers),
    [8, 2, 9],
  );
});

const questions = ['发面两小时没动静，是水太凉吗？', '小汤锅在电磁炉上能用吗？', '长桌饭能带老人吗，院子有台阶没有？'];
const ask = (talk: Talk, method: string, path: string, body?: unknown) =>
  app.request(method, `/api/communities/${talk.communityId}/rotation${path}`, {
    as: talk.owner,
    ...(body ? { body } : {}),
  });
const namesOf = async (talk: Talk, kind: string) =>
  (await ask(talk, 'GET', `/successors?kind=${kind}`)).body.items.map(({ name }: { name: string }) => name);

/** Nine weeks in which two people answer what others ask, and one is only there. */
async function openWeeks() {
  app.clock.set('2026-03-02T02:00:00Z');
  const talk = await openTalk(app);
  const [helper, asker, other] = [await enter(talk, '热心人'), await enter(talk, '小禾'), await enter(talk, '一帆')];
  for (let week = 0; week < 9; week++) {
    await said(talk, helper, `今天第 ${week} 周，又学了一道家常菜`);
    await said(talk, other, `第 ${week} 周来看看，大家好`);
    if (week < 3) {
      const { id } = await said(talk, week === 1 ? other : asker, questions[week]!);
      app.clock.advance(60_000);
      await said(talk, helper, { text: '我试过，先用温水，等半小时再看一眼。', replyTo: id });
    }
    await app.settle();
    app.clock.advance(7 * dayMs);
  }
  return { talk, helper };
}

test('who is there week after week and answers others is on the list, with numbers; one click makes one task', async () => {
  const { talk, helper } = await openWeeks();
  const { items, rule, weeks } = (await ask(talk, 'GET', '/successors?kind=steward')).body;
  assert.equal(items.length, 1, JSON.stringify(items));
  const { name, personId, confidence, weeks: there, answers, askers, taskId } = items[0];
  assert.deepEqual([name, confidence, there, answers, askers, taskId], ['热心人', 'medium', 9, 3, 2, null]);
  assert.deepEqual([weeks, rule.medium], [12, { weeks: 8, answers: 3, askers: 2 }]);
  const first = await ask(talk, 'POST', `/successors/steward/${personId}/task`);
  const again = await ask(talk, 'POST', `/successors/steward/${personId}/task`);
  assert.deepEqual([first.status, again.body], [201, first.body], first.text);
  assert.equal((await ask(talk, 'GET', '/successors?kind=steward')).body.items[0].taskId, first.body.taskId);
  const path = `/api/communities/${talk.communityId}/tasks/${first.body.taskId}`;
  assert.match((await app.request('GET', path, { as: talk.owner })).body.text, /12 周里有 9 周.*3 个问题.*2 个人/);
  assert.equal((await ask(talk, 'POST', `/successors/owner/${personId}/task`)).body.code, 'rotation.not_a_successor');
  assert.equal((await ask(talk, 'POST', `/successors/steward/${newId()}/task`)).status, 404);
  assert.deepEqual(await namesOf(talk, 'owner'), []);
  const { communityId, groupId } = talk;
  await setMemberRole(app.ctx, { communityId, groupId, identityId: helper.identityId, role: 'steward' });
  await app.settle();
  assert.deepEqual([await namesOf(talk, 'steward'), await namesOf(talk, 'owner')], [[], ['热心人']]);
});

test('a new steward has seven tasks of their own, once; who only looks on has none', async () => {
  const talk = await openTalk(app);
  const steward = await app.operator('steward', talk.communityId);
  const viewer = await app.operator('viewer', talk.communityId);
  for (let time = 0; time < 2; time++)
    assert.equal((await ask(talk, 'POST', '/trainings', { userId: steward.userId })).status, 201);
  assert.equal(
    (await ask(talk, 'POST', '/trainings', { userId: viewer.userId })).body.code,
    'team.assignee_not_possible',
  );
  const base = `/api/communities/${talk.communityId}/tasks`;
  const tasks = (await app.request('GET', `${base}?kind=rotation.training`, { as: steward })).body.items;
  assert.equal(tasks.length, 7);
  assert.equal((await app.request('POST', `${base}/${tasks[0].id}/done`, { as: steward, body: {} })).status, 200);
  const [line, ...more] = (await ask(talk, 'GET', '/trainings')).body.items;
  assert.deepEqual([line.userId, line.done, line.of, line.next, more], [steward.userId, 1, 7, tasks[1].title, []]);
});
