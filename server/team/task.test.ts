import assert from 'node:assert/strict';
import { test } from 'node:test';
import { communitiesModule } from '../communities/module.ts';
import { createCommunity } from '../communities/index.ts';
import { createGroup } from '../groups/index.ts';
import { groupsModule } from '../groups/module.ts';
import { authModule } from '../platform/auth/module.ts';
import { subscribe } from '../platform/bus/event.ts';
import { actAs } from '../platform/context.ts';
import { filesModule } from '../platform/files/module.ts';
import { newId } from '../platform/ids.ts';
import { defineModule } from '../platform/module.ts';
import { platformModule } from '../platform/module-definition.ts';
import { fill } from '../platform/slots.ts';
import { testApp } from '../platform/testing.ts';
import { cancelTask, createTask, eraseTasksAbout, skipTask, taskDone, taskKinds, type NewTask } from './index.ts';
import { teamChannel } from './live.ts';
import { teamModule } from './module.ts';
import { checkTransitions, lifeOfTask } from './task-state.ts';

const followed: string[] = [];
const heard: string[] = [];
let broken = false;
const probe = defineModule({
  name: 'probe',
  fills: [
    fill(taskKinds, {
      kind: 'probe.act',
      onDone: async (_ctx, task) => {
        followed.push(`done ${task.title} ${task.note}`);
        if (broken) throw new Error('the act could not be recorded');
      },
      onSkipped: async (_ctx, task) => void followed.push(`skipped ${task.title}`),
      onCancelled: async (_ctx, task) => void followed.push(`cancelled ${task.title}`),
    }),
  ],
  on: [
    subscribe('probe.done_listener', taskDone, async (_ctx, events) => {
      heard.push(...events.map((event) => event.payload.taskId));
    }),
  ],
});
const modules = [platformModule, authModule, filesModule, communitiesModule, groupsModule, teamModule, probe];
const app = await testApp({ modules });

const founder = await app.operator('installer', null);
const { id: communityId } = await createCommunity(actAs(app.ctx, founder), { name: '早起打卡', kind: 'study-checkin' });
const owner = await app.operator('owner', communityId);
const operator = await app.operator('operator', communityId);
const viewer = await app.operator('viewer', communityId);
const path = `/api/communities/${communityId}/tasks`;

function make(title: string, more: Partial<NewTask> = {}) {
  return createTask(app.ctx, { communityId, kind: 'probe.act', title, ...more });
}
const post = (
  id: string,
  verb: string,
  { as = operator, ...body }: Record<string, unknown> & { as?: typeof operator } = {},
) => app.request('POST', `${path}/${id}/${verb}`, { as, body });
const titles = async (query: string) =>
  (await app.request('GET', `${path}?limit=200${query}`, { as: viewer })).body.items.map(
    (task: { title: string }) => task.title,
  );

test('the table of a task’s life refuses what can’t be lived by', () => {
  assert.equal(lifeOfTask.length, 3);
  assert.throws(() => checkTransitions([...lifeOfTask, { from: 'done', to: 'open', by: 'team' }]), /no settlement/);
  assert.throws(() => checkTransitions([...lifeOfTask, lifeOfTask[0]!]), /twice/);
  assert.throws(() => checkTransitions(lifeOfTask.slice(1)), /done can't be reached/);
});

test('a task is done once, with what follows, the event and the audit', async () => {
  const task = await make('改群名', { text: '新名字：早起打卡 2 群', steps: ['打开群设置', '点群名称'] });
  const first = await post(task.id, 'done', { note: '改好了' });
  assert.equal(first.status, 200, first.text);
  assert.deepEqual([first.body.state, first.body.note, first.body.steps.length], ['done', '改好了', 2]);
  const second = await post(task.id, 'done', { as: owner });
  assert.equal(second.status, 200);
  assert.equal(second.body.note, '改好了');
  assert.deepEqual(followed.splice(0), ['done 改群名 改好了']);
  await app.settle();
  assert.deepEqual(heard.splice(0), [task.id]);
  const late = await post(task.id, 'skip');
  assert.equal(late.body.code, 'team.task_settled');
  assert.match(late.body.detail, /做完了/);
  const log = await app.request('GET', `/api/communities/${communityId}/audit?action=team.`, { as: owner });
  assert.equal(log.body.items.filter((line: { action: string }) => line.action === 'team.complete_task').length, 1);
});

test('two who settle at the same moment: one way wins, nothing follows twice', async () => {
  const task = await make('踢人');
  const answers = await Promise.all([
    post(task.id, 'done'),
    post(task.id, 'skip'),
    post(task.id, 'done', { as: owner }),
  ]);
  const { body } = await app.request('GET', `${path}/${task.id}`, { as: viewer });
  assert.equal(followed.splice(0).length, 1);
  const won = answers.filter(({ status }) => status === 200).map((answer) => answer.body.state);
  assert.ok(won.length >= 1 && won.every((state) => state === body.state));
});

test('when what follows fails, the task stays open', async () => {
  const task = await make('禁言');
  broken = true;
  assert.equal((await post(task.id, 'done')).status, 500);
  broken = false;
  assert.equal((await app.request('GET', `${path}/${task.id}`, { as: viewer })).body.state, 'open');
  assert.equal((await post(task.id, 'done')).status, 200);
  followed.length = 0;
});

test('the same key makes one task, also at the same moment', async () => {
  const made = await Promise.all([1, 2, 3].map(() => make('同一件事', { key: 'act:1' })));
  assert.equal(new Set(made.map(({ id }) => id)).size, 1);
  await assert.rejects(make('没人认识的事', { kind: 'nobody.knows' }), /filled 0 times/);
});

test('the program takes back what it no longer needs; settled tasks stay', async () => {
  const [open, done] = [await make('过期的事'), await make('做完的事')];
  await post(done.id, 'done');
  followed.length = 0;
  assert.equal((await cancelTask(app.ctx, { communityId, taskId: open.id })).state, 'cancelled');
  assert.equal((await cancelTask(app.ctx, { communityId, taskId: open.id })).state, 'cancelled');
  assert.equal((await cancelTask(app.ctx, { communityId, taskId: done.id })).state, 'done');
  assert.deepEqual(followed.splice(0), ['cancelled 过期的事']);
  assert.equal((await post(open.id, 'done')).status, 409);
});

test('lists: filters, order by due time, pages that meet, counts', async () => {
  const { id: home } = await createCommunity(actAs(app.ctx, owner), { name: '晚读', kind: 'study-checkin' });
  const reader = await app.operator('operator', home);
  const read = (query: string) => app.request('GET', `/api/communities/${home}/tasks?${query}`, { as: reader });
  const list = async (query: string) => (await read(query)).body.items.map((task: { title: string }) => task.title);
  const hour = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000);
  const place = { communityId: home, carrier: 'manual', name: '一群', tier: 'ordinary' } as const;
  const group = await createGroup(actAs(app.ctx, owner), place);
  const add = (title: string, more: Partial<NewTask> = {}) => make(title, { communityId: home, ...more });
  await add('不急');
  await add('晚一点', { dueAt: hour(5) });
  await add('迟了', { dueAt: hour(-1), groupId: group.id });
  await add('马上', { dueAt: hour(1), assigneeId: reader.userId });
  for (const title of ['第一件', '第二件', '第三件']) {
    const { id: taskId } = await add(title, { kind: 'team.todo' });
    await skipTask(app.ctx, { communityId: home, taskId });
    app.clock.advance(1000);
  }
  const expected = {
    '': ['迟了', '马上', '晚一点', '不急'],
    'due=overdue': ['迟了'],
    [`groupId=${group.id}`]: ['迟了'],
    [`assignee=${reader.userId}`]: ['马上'],
    'assignee=me': ['马上'],
    'assignee=nobody': ['迟了', '晚一点', '不急'],
    'kind=team.todo': [],
    'state=skipped': ['第三件', '第二件', '第一件'],
    'state=done': [],
  };
  for (const [query, want] of Object.entries(expected)) assert.deepEqual(await list(query), want, query);
  const { body: counts } = await app.request('GET', `/api/communities/${home}/task-counts`, { as: reader });
  assert.deepEqual(counts, { open: 4, overdue: 1, mine: 1, unassigned: 3 });
  for (const title of ['同时一', '同时二', '同时三']) await add(title, { dueAt: hour(5) });
  for (const state of ['open', 'skipped'] as const) {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await read(`state=${state}&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((task: { title: string }) => task.title));
      cursor = body.nextCursor;
    }
    assert.deepEqual(seen, await list(`state=${state}`));
  }
  for (const keys of ['["2026-13-45T99:99Z","x"]', `["infinity","${'a'.repeat(36)}"]`, '[1,2]', 'no']) {
    const { body: refusal } = await read(`cursor=${Buffer.from(keys).toString('base64url')}`);
    assert.equal(refusal.code, 'platform.bad_cursor', keys);
  }
});

test('the team sees tasks come and go at once; strangers may not listen', async () => {
  const heardLive: string[] = [];
  const listener = {
    send: (bytes: Buffer) => void heardLive.push(bytes.toString()),
    waitingBytes: () => 0,
    recheck: () => {},
  };
  const room = { channel: 'team', id: communityId };
  app.services.live.join(room, listener);
  const task = await make('看得见的事', { text: '秘密' });
  await post(task.id, 'done');
  followed.length = 0;
  await new Promise((resolve) => setImmediate(resolve));
  app.services.live.leave(room, listener);
  const frames = heardLive.flatMap((text) => (JSON.parse(text) as { frames: object[] }).frames);
  const frame = { type: 'task', taskId: task.id, groupId: null, kind: 'probe.act', assigneeId: null };
  assert.deepEqual(frames, [
    { ...frame, state: 'open' },
    { ...frame, state: 'done' },
  ]);
  const may = (as: typeof owner, id: string) => teamChannel.mayListen(actAs(app.ctx, as), id);
  assert.equal(await may(viewer, communityId), true);
  assert.equal(await may(await app.operator('owner', newId()), communityId), false);
  assert.equal(await may(viewer, 'not-an-id'), false);
});

test('a task is given to somebody who can do it', async () => {
  const task = await make('写早报');
  assert.equal((await post(task.id, 'assign', { assigneeId: operator.userId })).body.assigneeId, operator.userId);
  assert.equal((await post(task.id, 'assign', { assigneeId: viewer.userId })).body.code, 'team.assignee_not_possible');
  assert.equal((await post(task.id, 'assign', { assigneeId: newId() })).status, 422);
  assert.equal((await post(task.id, 'assign', { assigneeId: null })).body.assigneeId, null);
  await post(task.id, 'done');
  assert.equal((await post(task.id, 'assign', { assigneeId: operator.userId })).status, 409);
  followed.length = 0;
});

test('the team notes its own tasks; wrong input leaves nothing', async () => {
  const before = (await titles('')).length;
  const add = (body: unknown, as = operator) => app.request('POST', path, { as, body });
  const wrong: [unknown, number][] = [
    [{ title: '' }, 400],
    [{ title: 'x'.repeat(121) }, 400],
    [{ title: 'a\u0000b' }, 400],
    [{ title: 'x', dueAt: 'tomorrow' }, 400],
    [{ title: 'x', unknown: 1 }, 400],
    [{ title: 'x', groupId: newId() }, 422],
    [{ title: 'x', assigneeId: viewer.userId }, 422],
  ];
  for (const [body, status] of wrong) assert.equal((await add(body)).status, status, JSON.stringify(body));
  assert.equal((await add({ title: 'x' }, viewer)).status, 403);
  assert.equal((await titles('')).length, before);
  const todo = await add({ title: '<b>订场地</b>', text: '周六\n下午', dueAt: '2026-11-21T18:00:00+08:00' });
  assert.equal(todo.status, 201, todo.text);
  assert.deepEqual(
    [todo.body.title, todo.body.dueAt, todo.body.kind],
    ['<b>订场地</b>', '2026-11-21T10:00:00.000Z', 'team.todo'],
  );
});

test('another community’s tasks do not exist', async () => {
  const task = await make('别人看不到');
  const stranger = await app.operator('owner', newId());
  assert.equal((await post(task.id, 'done', { as: stranger })).status, 404);
  const other = await createCommunity(actAs(app.ctx, owner), { name: '别处', kind: 'study-checkin' });
  const foreign = `/api/communities/${other.id}/tasks/${task.id}`;
  assert.equal((await app.request('GET', foreign, { as: owner })).status, 404);
  assert.equal((await app.request('POST', `${foreign}/done`, { as: owner, body: {} })).status, 404);
  assert.equal((await app.request('GET', `${path}/${task.id}`, { as: viewer })).body.state, 'open');
});

test('erasing a person reaches the tasks about them', async () => {
  const identityId = newId();
  const open = await make('请阿明出群', { text: '阿明发了三次广告', about: [identityId], payload: { identityId } });
  const done = await make('禁言阿明', { about: [newId(), identityId] });
  await post(done.id, 'done', { note: '阿明说知道了' });
  followed.length = 0;
  assert.equal(await eraseTasksAbout(app.ctx, { communityId, identityIds: [identityId] }), 2);
  assert.deepEqual(followed.splice(0), ['cancelled 请阿明出群']);
  for (const id of [open.id, done.id]) {
    const { body, text } = await app.request('GET', `${path}/${id}`, { as: viewer });
    assert.ok(!text.includes('阿明') && !text.includes(identityId), text);
    assert.notEqual(body.state, 'open');
  }
});
