import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction, type Ctx } from '../platform/context.ts';
import { memberCheckedIn } from '../programs/index.ts';
import { forgetNewcomers } from './newcomer-steps.ts';
import { listNewcomers, readPath } from './newcomers.ts';
import { eraseCare } from './privacy.ts';
import { ask, dayMs, enterAll, openTalk, openTalkApp, said, type Phone, type Talk } from './testing.ts';

const app = await openTalkApp();

interface Line {
  name: string;
  stands: string;
  isOpen: boolean;
}

async function list(talk: Talk, query = ''): Promise<Line[]> {
  await app.settle();
  const answer = await ask(talk, 'GET', `/newcomers${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.items;
}

async function standingsOf(talk: Talk): Promise<Record<string, string>> {
  return Object.fromEntries((await list(talk)).map(({ name, stands }) => [name, stands]));
}

const change = (talk: Talk, phone: Phone, body: object) =>
  app.request('PATCH', `/api/member/communities/${talk.communityId}/me`, { as: phone.actor, body });

const greet = (talk: Talk, { identityId }: Phone, groupId = talk.groupId) =>
  ask(talk, 'POST', `/newcomers/${identityId}/greeting`, { groupId });

/** How many statements a question takes. */
async function statementsOf(question: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  let count = 0;
  const db = app.ctx.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      count++;
      return result;
    },
  });
  await question({ ...app.ctx, db });
  return count;
}

test('the path: each step is noted from what happens, and who stands where is read from narrow rows', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app);
  const { 小林: lin, 老谭: tan, 阿布: bu } = (await enterAll(talk, ['小林', '老谭', '阿布'])) as Record<string, Phone>;
  assert.deepEqual(
    (await list(talk)).map(({ name, stands }) => [name, stands]),
    [
      ['阿布', 'unwelcomed'],
      ['老谭', 'unwelcomed'],
      ['小林', 'unwelcomed'],
    ],
  );
  const first = await said(talk, lin!, '大家好');
  assert.equal((await standingsOf(talk)).小林, 'unanswered');
  await said(talk, tan!, { text: '来啦，坐', replyTo: first.id });
  assert.deepEqual(await standingsOf(talk), { 阿布: 'unwelcomed', 老谭: 'unanswered', 小林: 'uncarded' });
  assert.equal((await change(talk, lin!, { card: { city: { text: '杭州', visibility: 'groups' } } })).status, 200);
  assert.equal((await standingsOf(talk)).小林, 'not_back');
  app.clock.advance(dayMs);
  await said(talk, lin!, '今天也在');
  await inTransaction(app.ctx, async (ctx) => {
    const { communityId, groupId } = talk;
    ctx.emit(memberCheckedIn, communityId, { groupId, identityId: tan!.identityId, day: '2026-10-02' });
  });
  assert.equal((await standingsOf(talk)).小林, 'through');
  const [back] = (await ask(talk, 'GET', '/newcomers?stands=unanswered')).body.items;
  assert.deepEqual([back.name, back.backOn], ['老谭', '2026-10-02'], 'the button of a check-in counts too');

  const page = (await ask(talk, 'GET', '/newcomers?limit=2')).body;
  const rest = await list(talk, `?limit=2&cursor=${page.nextCursor}`);
  assert.deepEqual([page.items.length, rest.map(({ name }) => name)], [2, ['小林']]);
  const { communityId, groupId } = talk;
  const query = (limit: number) => (ctx: Ctx) =>
    listNewcomers(ctx, { communityId, groupId: null, stands: null }, { limit });
  assert.deepEqual([await statementsOf(query(1)), await statementsOf(query(3))], [3, 3], 'however many are shown');
  assert.equal(await statementsOf((ctx) => readPath(ctx, { communityId, groupId })), 2);

  const { now, over } = (await ask(talk, 'GET', `/newcomers/path?groupId=${groupId}`)).body;
  assert.deepEqual(now, { people: 3, standings: { unanswered: 1, unwelcomed: 1, through: 1 } });
  assert.equal(over.people, 0, 'shares are of those whose five days are over');
  app.clock.advance(5 * dayMs);
  assert.deepEqual(await list(talk), []);
  const later = (await ask(talk, 'GET', '/newcomers/path')).body.over;
  const counts = { people: 3, welcomed: 1, carded: 1, spoke: 2, answered: 1, back: 2 };
  assert.deepEqual(later, { ...counts, few: true });
  const who = { communityId, identityIds: [lin!.identityId] };
  await inTransaction(app.ctx, (ctx) => eraseCare.erase(ctx, { ...who, tombstoneId: bu!.identityId }, 1));
  assert.equal((await ask(talk, 'GET', '/newcomers/path')).body.over.people, 2, 'who is forgotten is counted no more');
  app.clock.advance(60 * dayMs);
  await forgetNewcomers.run(app.ctx, {});
  assert.equal((await readPath(app.ctx, { communityId, groupId })).over.people, 0);
});

test('a greeting: once for each person, never for whom wants to be left alone; done = welcomed', async () => {
  app.clock.set('2026-11-01T02:00:00Z');
  const talk = await openTalk(app);
  const {
    小满: man,
    静静: jing,
    过客: guest,
  } = (await enterAll(talk, ['小满', '静静', '过客'])) as Record<string, Phone>;
  await change(talk, jing!, { privacy: { uncontacted: true } });
  assert.deepEqual(
    (await list(talk)).map(({ name, isOpen }) => [name, isOpen]),
    [
      ['过客', true],
      ['静静', false],
      ['小满', true],
    ],
  );
  assert.equal((await greet(talk, jing!)).body.code, 'care.not_to_greet');
  assert.equal((await greet(talk, man!, talk.communityId)).status, 404, 'not in that group');
  const made = (await greet(talk, man!)).body;
  assert.equal(made.fresh, true);
  assert.deepEqual((await greet(talk, man!)).body, { taskId: made.taskId, fresh: false });
  const tasks = `/api/communities/${talk.communityId}/tasks`;
  const { items } = (await app.request('GET', `${tasks}?kind=care.greet`, { as: talk.owner })).body;
  assert.equal(items.length, 1);
  assert.match(items[0].text, /小满.*欢迎来到「灶边/);
  const done = await app.request('POST', `${tasks}/${made.taskId}/done`, { as: talk.owner, body: {} });
  assert.equal(done.status, 200, done.text);
  assert.equal((await standingsOf(talk)).小满, 'silent', 'welcomed, and not a word yet');

  await app.request('POST', `${talk.base}/leave`, { as: guest!.actor, body: {} });
  assert.equal((await standingsOf(talk)).过客, 'left');
  assert.equal((await greet(talk, guest!)).body.code, 'care.not_to_greet');
});
