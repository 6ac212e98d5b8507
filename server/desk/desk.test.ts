import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receive } from '../messages/index.ts';
import { muteMember } from '../people/index.ts';
import { enter, hold, openTalk, openTalkApp, said, type Talk } from '../messages/testing.ts';
import { newId } from '../platform/ids.ts';
import { tellOverdue, layAside } from './overdue.ts';
import { exportDesk } from './privacy.ts';

const app = await openTalkApp();

async function desk(talk: Talk, path: string, body?: unknown) {
  const answer = await app.request(body === undefined ? 'GET' : 'POST', `/api/communities/${talk.communityId}${path}`, {
    as: talk.owner,
    ...(body === undefined ? {} : { body }),
  });
  assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

const open = async (talk: Talk) => (await desk(talk, '/questions')).items as { id: string; [key: string]: any }[];

test('a member asks, the desk answers in the group, and the question is answered once', async () => {
  const talk = await openTalk(app);
  const tao = await enter(talk, '陶然');
  await enter(talk, '管家', 'steward');
  const asked = await said(talk, tao, '砂锅第一次开锅，要不要先煮米汤？');
  await app.settle();
  const [question] = await open(talk);
  assert.equal(question!.messageId, asked.id);
  assert.equal(question!.askedBy.name, '陶然');
  assert.equal(question!.dueAt, new Date(app.clock.now().getTime() + 30 * 60_000).toISOString());
  assert.deepEqual((await desk(talk, '/question-counts')).open, 1);
  const clientId = newId();
  const first = await desk(talk, `/questions/${question!.id}/answer`, {
    clientId,
    text: '先煮一次米汤，再小火半小时。',
  });
  const again = await desk(talk, `/questions/${question!.id}/answer`, {
    clientId,
    text: '先煮一次米汤，再小火半小时。',
  });
  assert.equal(first.message.id, again.message.id);
  assert.equal(first.message.replyTo.id, asked.id);
  assert.deepEqual(first.question.answer.how, 'team');
  await app.settle();
  assert.deepEqual(await open(talk), []);
  const counts = await desk(talk, '/question-counts');
  assert.equal(counts.answered, 1);
  assert.equal(counts.medianMinutes, 0);
});

test('what the team says is no question, banter is none, and two lines are one', async () => {
  const talk = await openTalk(app);
  const li = await enter(talk, '李婷婷');
  const steward = await enter(talk, '管家', 'steward');
  await said(talk, steward, '大家今晚想吃什么呢？');
  await said(talk, li, '啥？');
  await said(talk, li, '今天天气真好，适合去菜场。');
  await said(talk, li, '请问一下大家好吗？');
  app.clock.advance(20_000);
  const second = await said(talk, li, '孩子四岁，让她切什么最稳当？有没有人试过塑料刀？');
  await app.settle();
  const questions = await open(talk);
  assert.equal(questions.length, 1);
  assert.equal(questions[0]!.messageId, second.id);
});

test('a reply answers; thanks, 同问 and the asker do not; a recalled answer opens it again', async () => {
  const talk = await openTalk(app);
  const [ma, wu, sun] = [await enter(talk, '马腾辉'), await enter(talk, '吴梅'), await enter(talk, '孙二毛')];
  const asked = await said(talk, ma, '小汤锅在电磁炉上能用吗？');
  await said(talk, ma, { text: '真的很急', replyTo: asked.id });
  await said(talk, sun, { text: '同问', replyTo: asked.id });
  await said(talk, wu, { text: '谢谢', replyTo: asked.id });
  await app.settle();
  assert.equal((await open(talk)).length, 1);
  const answer = await said(talk, wu, { text: '能用，锅底要平，我用了两年。', replyTo: asked.id });
  await app.settle();
  const [settled] = (await desk(talk, '/questions?state=answered')).items;
  assert.equal(settled.answer.how, 'reply');
  assert.equal(settled.answer.by.name, '吴梅');
  await app.request('POST', `${talk.base}/messages/${answer.id}/recall`, { as: wu.actor, body: {} });
  await app.settle();
  assert.deepEqual(
    (await open(talk)).map((question) => question.messageId),
    [asked.id],
  );
});

test('a recalled question is gone with its words and is not opened again', async () => {
  const talk = await openTalk(app);
  const ma = await enter(talk, '马腾辉');
  const asked = await said(talk, ma, '谁家有多余的蒸笼可以借我？');
  await app.settle();
  const [question] = await open(talk);
  await app.request('POST', `${talk.base}/messages/${asked.id}/recall`, { as: ma.actor, body: {} });
  await app.settle();
  const [closed] = (await desk(talk, '/questions?state=closed')).items;
  assert.equal(closed.closeReason, 'recalled');
  assert.equal(closed.excerpt, '');
  const path = `/api/communities/${talk.communityId}/questions/${question!.id}/reopen`;
  const refused = await app.request('POST', path, { as: talk.owner, body: {} });
  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, 'desk.question_gone');
  const [line] = (await desk(talk, '/inbox')).items;
  assert.equal(line.last.kind, 'recalled');
  assert.equal(line.last.excerpt, '');
});

test('a broken promise makes one task, whatever runs how often; answering takes it back', async () => {
  const talk = await openTalk(app);
  const wang = await enter(talk, '王秀芬');
  await said(talk, wang, '长桌饭能带老人吗，院子有台阶没有？');
  await app.settle();
  app.clock.advance(31 * 60_000);
  await Promise.all([tellOverdue.run(app.ctx, {}), tellOverdue.run(app.ctx, {})]);
  await tellOverdue.run(app.ctx, {});
  const tasks = (await desk(talk, '/tasks?kind=desk.question_overdue')).items;
  assert.equal(tasks.length, 1);
  assert.match(tasks[0].title, /王秀芬/);
  const [question] = await open(talk);
  assert.equal(question!.overdue, true);
  await desk(talk, `/questions/${question!.id}/answer`, { clientId: newId(), text: '能带，院子没有台阶。' });
  assert.deepEqual((await desk(talk, '/tasks?kind=desk.question_overdue')).items, []);
  await desk(talk, `/questions/${question!.id}/reopen`, {});
  await tellOverdue.run(app.ctx, {});
  assert.equal((await desk(talk, '/tasks?kind=desk.question_overdue&state=cancelled')).items.length, 1);
});

test('done in the task list lays the question aside; a week of silence does it too', async () => {
  const talk = await openTalk(app);
  const wang = await enter(talk, '王秀芬');
  await said(talk, wang, '发面两小时没动静，是水太凉吗？');
  await app.settle();
  app.clock.advance(31 * 60_000);
  await tellOverdue.run(app.ctx, {});
  const [task] = (await desk(talk, '/tasks?kind=desk.question_overdue')).items;
  await desk(talk, `/tasks/${task.id}/done`, {});
  assert.deepEqual(await open(talk), []);
  await said(talk, wang, '萝卜切完要不要先杀一遍水？');
  await app.settle();
  app.clock.advance(8 * 24 * 3_600_000);
  await layAside.run(app.ctx, {});
  const closed = (await desk(talk, '/questions?state=closed')).items;
  assert.deepEqual(
    closed.map((question: { closeReason: string }) => question.closeReason),
    ['expired', 'settled'],
  );
});

test('the inbox counts what an operator has not read, who speaks to the team, and puts broken promises first', async () => {
  const talk = await openTalk(app);
  const zhao = await enter(talk, '赵建国');
  const steward = await enter(talk, '阿管', 'steward');
  await said(talk, zhao, '早上好');
  await said(talk, zhao, { text: '@阿管 今天的菜单发一下', mentions: [steward.identityId] });
  await app.settle();
  let inbox = await desk(talk, '/inbox');
  assert.equal(inbox.items[0].unread, 2);
  assert.equal(inbox.items[0].mentions, 1);
  assert.equal(inbox.items[0].last.authorName, '赵建国');
  await desk(talk, `/inbox/${talk.groupId}/read`, {});
  inbox = await desk(talk, '/inbox');
  assert.deepEqual([inbox.totals.unread, inbox.totals.mentions], [0, 0]);
  assert.deepEqual((await desk(talk, '/inbox?filter=mentions')).items, []);
  const body = { clientId: newId(), text: '菜单在这里' };
  await app.request('POST', `${talk.team}/messages`, { as: talk.owner, body });
  await app.settle();
  inbox = await desk(talk, '/inbox');
  assert.equal(inbox.items[0].unread, 0, 'what the team says itself is not unread');
  assert.equal(inbox.items[0].last.excerpt, '菜单在这里');
});

test('assigning asks for somebody of the team; a muted asker is answered all the same', async () => {
  const talk = await openTalk(app);
  const zhao = await enter(talk, '赵建国');
  await said(talk, zhao, '许三冬的米酒还有货吗，怎么买？');
  await app.settle();
  const [question] = await open(talk);
  const path = `/api/communities/${talk.communityId}/questions/${question!.id}/assign`;
  const wrong = await app.request('POST', path, { as: talk.owner, body: { assigneeId: newId() } });
  assert.equal(wrong.status, 422);
  const mine = await desk(talk, `/questions/${question!.id}/assign`, { assigneeId: talk.owner.userId });
  assert.equal(mine.assigneeId, talk.owner.userId);
  assert.equal((await desk(talk, '/question-counts')).mine, 1);
  const { communityId, groupId } = talk;
  const until = new Date(app.clock.now().getTime() + 60_000);
  await muteMember(app.ctx, { communityId, groupId, identityId: zhao.identityId, until });
  await hold(talk, { mutedAll: true });
  await desk(talk, `/questions/${question!.id}/answer`, { clientId: newId(), text: '还有六坛，私信我。' });
  assert.deepEqual(await open(talk), []);
});

test('who is forgotten leaves no words at the desk', async () => {
  const talk = await openTalk(app);
  const zhao = await enter(talk, '赵建国');
  await said(talk, zhao, '社区食堂几点开门，要不要预约？');
  await app.settle();
  app.clock.advance(31 * 60_000);
  await tellOverdue.run(app.ctx, {});
  const erased = await app.request('POST', `/api/member/communities/${talk.communityId}/me/erase`, {
    as: zhao.actor,
    body: { confirm: '抹去我' },
  });
  assert.ok(erased.status < 300, erased.text);
  await app.settle();
  const [closed] = (await desk(talk, '/questions?state=closed')).items;
  assert.equal(closed.excerpt, '');
  assert.equal(closed.askedBy.kind, 'tombstone');
  assert.deepEqual((await desk(talk, '/tasks')).items, []);
  const [line] = (await desk(talk, '/inbox')).items;
  assert.equal(line.last.excerpt, '');
});

test('an answer that quotes nothing is found when the linker is sure of it, and the team may undo that', async () => {
  const talk = await openTalk(app);
  const [ma, wu, sun] = [await enter(talk, '马腾辉'), await enter(talk, '吴梅'), await enter(talk, '孙二毛')];
  await said(talk, ma, '小汤锅在电磁炉上能用吗？');
  app.clock.advance(20_000);
  await said(talk, sun, '我刚买了两根萝卜');
  await app.settle();
  assert.equal((await open(talk)).length, 1, 'what follows is not yet an answer');
  await said(talk, wu, '电磁炉能用小汤锅，我家就是');
  await app.settle();
  const [settled] = (await desk(talk, '/questions?state=answered')).items;
  assert.equal(settled.answer.how, 'linked');
  const again = await desk(talk, `/questions/${settled.id}/reopen`, {});
  assert.equal(again.state, 'open');
  assert.equal(again.answer, null);
});

test('a history that is read in asks nothing, is not unread, and its last words stand in the inbox', async () => {
  const talk = await openTalk(app);
  const { communityId, groupId } = talk;
  const items = ['谁知道砂锅怎么开锅？', '这是最后一句'].map((text, at) => ({
    sender: { externalId: `wx-${at}`, name: `旧友${at}` },
    clientId: null,
    externalId: newId(),
    at: new Date(app.clock.now().getTime() - 3_600_000 + at * 1000),
    kind: 'text' as const,
    text,
    picture: null,
    replyTo: null,
    mentions: [],
  }));
  await receive(app.ctx, { communityId, groupId, carrier: 'web', origin: 'import', items });
  await app.settle();
  assert.deepEqual(await open(talk), []);
  const [line] = (await desk(talk, '/inbox')).items;
  assert.deepEqual([line.unread, line.last.excerpt, line.last.authorName], [0, '这是最后一句', '旧友1']);
});

test('an asker takes their questions along, and the community its own', async () => {
  const talk = await openTalk(app);
  const zhao = await enter(talk, '赵建国');
  const asked = await said(talk, zhao, '社区食堂几点开门，要不要预约？');
  await app.settle();
  const mine = await app.request('GET', `/api/member/communities/${talk.communityId}/me/export`, { as: zhao.actor });
  assert.equal(mine.status, 200, mine.text);
  assert.match(mine.text, new RegExp(asked.id));
  assert.deepEqual(
    JSON.parse(mine.text).desk.map(({ messageId }: { messageId: string }) => messageId),
    [asked.id],
  );
  const whole: unknown[] = [];
  for await (const row of exportDesk.rows(app.ctx, talk.communityId)) whole.push(row.messageId);
  assert.deepEqual(whole, [asked.id]);
  const [{ personId }] = (await desk(talk, '/people')).items;
  const kinds = (await desk(talk, `/people/${personId}/timeline`)).items.map(({ kind }: { kind: string }) => kind);
  assert.ok(kinds.includes('desk.asked'));
});

test('whoever leaves the team gives their questions back', async () => {
  const talk = await openTalk(app);
  const zhao = await enter(talk, '赵建国');
  const helper = await app.operator('operator', talk.communityId);
  await said(talk, zhao, '周末的长桌饭还有位置吗？');
  await app.settle();
  const [question] = await open(talk);
  await desk(talk, `/questions/${question!.id}/assign`, { assigneeId: helper.userId });
  const gone = await app.request('DELETE', `/api/communities/${talk.communityId}/team/${helper.userId}`, {
    as: talk.owner,
  });
  assert.ok(gone.status < 300, gone.text);
  await app.settle();
  assert.equal((await open(talk))[0]!.assigneeId, null);
});

test('the promise is set by the team, and nonsense is refused', async () => {
  const talk = await openTalk(app);
  const path = `/api/communities/${talk.communityId}/desk-settings`;
  const put = (body: object) => app.request('PUT', path, { as: talk.owner, body });
  assert.equal((await put({ promiseMinutes: 5, serviceFrom: '25:00' })).status, 400);
  assert.equal((await put({ promiseMinutes: -1 })).status, 400);
  const set = await put({ promiseMinutes: 5 });
  assert.deepEqual([set.status, set.body.promiseMinutes, set.body.serviceTo], [200, 5, '22:30']);
  assert.equal((await app.request('GET', path, { as: talk.owner })).body.promiseMinutes, 5);
});

test('a question and its answer that are heard at once are asked and answered; of an example only the last days are talk', async () => {
  const talk = await openTalk(app);
  const [ma, wu] = [await enter(talk, '马腾辉'), await enter(talk, '吴梅')];
  const asked = await said(talk, ma, '小汤锅在电磁炉上能用吗？');
  await said(talk, wu, { text: '能用，锅底要平就行。', replyTo: asked.id });
  await app.settle();
  assert.deepEqual(await open(talk), []);
  assert.equal((await desk(talk, '/questions?state=answered')).items[0].messageId, asked.id);
  const { communityId, groupId } = talk;
  const items = [40, 1].map((daysAgo) => ({
    sender: { externalId: `sample-${daysAgo}`, name: '示例' },
    clientId: null,
    externalId: newId(),
    at: new Date(app.clock.now().getTime() - daysAgo * 86_400_000),
    kind: 'text' as const,
    text: `砂锅第一次开锅，要不要先煮米汤？等了${daysAgo}天`,
    picture: null,
    replyTo: null,
    mentions: [],
  }));
  const before = (await desk(talk, '/inbox')).items[0].unread;
  await receive(app.ctx, { communityId, groupId, carrier: 'web', origin: 'sample', items });
  await app.settle();
  assert.equal((await open(talk)).length, 1);
  assert.equal((await desk(talk, '/inbox')).items[0].unread, before + 1);
});
