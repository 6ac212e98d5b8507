/** The guest book through its door: what is private, the way of a relation, what came of an appearance, one guest out of two, being forgotten. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../platform/ids.ts';
import type { TestAnswer } from '../platform/testing.ts';
import { enter, openTalk, openTalkApp, say, type Talk } from '../messages/testing.ts';

const app = await openTalkApp();

async function openBook() {
  const talk = await openTalk(app);
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    as: Talk['owner'] = talk.owner,
  ): Promise<TestAnswer> => {
    app.clock.advance(1000);
    return app.request(method, `/api/communities/${talk.communityId}${path}`, {
      as,
      ...(body === undefined ? {} : { body }),
    });
  };
  const write = async (name: string, more: object = {}): Promise<string> => {
    const answer = await call('POST', '/guests', { name, source: 'agreed', ...more });
    assert.equal(answer.status, 201, answer.text);
    return answer.body.guest.id;
  };
  const names = async (query = ''): Promise<string[]> => {
    const answer = await call('GET', `/guests${query}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.body.items.map(({ name }: { name: string }) => name);
  };
  return { talk, call, write, names };
}

const audits = async (talk: Talk, action: string) =>
  (
    await app.request('GET', `/api/communities/${talk.communityId}/audit?action=guests.${action}&limit=50`, {
      as: talk.owner,
    })
  ).body.items;

test('what is private is written unread, read by few, and each reading stays in the log', async () => {
  const { talk, call, write } = await openBook();
  const guestId = await write('沈知夏', { contact: '微信 shen-zx', fee: '车马费 500' });
  const seen = await call('GET', `/guests/${guestId}`);
  assert.equal(seen.body.guest.hasPrivate, true);
  assert.doesNotMatch(seen.text, /shen-zx|车马费/);
  for (const [role, status] of [
    ['planner', 403],
    ['operator', 403],
    ['steward', 403],
    ['business', 200],
  ] as const) {
    const somebody = await app.operator(role, talk.communityId);
    const answer = await call('POST', `/guests/${guestId}/private`, {}, somebody);
    assert.equal(answer.status, status, role);
    assert.equal((await call('GET', '/guests-file/private', undefined, somebody)).status, status, role);
  }
  const planner = await app.operator('planner', talk.communityId);
  const replaced = await call('PATCH', `/guests/${guestId}`, { version: 1, contact: '微信 xia-xia' }, planner);
  assert.equal(replaced.status, 200, replaced.text);
  assert.deepEqual((await call('POST', `/guests/${guestId}/private`, {})).body, {
    contact: '微信 xia-xia',
    fee: '车马费 500',
  });
  assert.equal((await audits(talk, 'read_private')).length, 2);
  assert.equal(
    (await call('PATCH', `/guests/${guestId}`, { version: 1, field: '园艺' })).body.code,
    'guests.changed_meanwhile',
  );
  const both = await app.operator('viewer', talk.communityId);
  await call('PATCH', `/team/${both.userId}`, { roles: ['operator', 'business'] });
  assert.equal((await call('POST', `/guests/${guestId}/private`, {}, both)).status, 200);
});

test('found by characters, pinyin, accounts and words; sorted and paged; never by what is private', async () => {
  const { write, names, call } = await openBook();
  const platforms = [{ place: '小红书', name: '阿青种花', followers: 12000, asOf: '2026-01-02' }];
  await write('顾青', { field: '阳台园艺', platforms, contact: '电话 13800001111' });
  await write('何老师', { kind: 'kol', intro: '讲儿童急救，社区医院的护士' });
  await write('面包店的老板', { kind: 'merchant', source: 'introduced' });
  assert.deepEqual(await names('?q=guqing'), ['顾青']);
  assert.deepEqual(await names(`?q=${encodeURIComponent('种花')}`), ['顾青']);
  assert.deepEqual(await names('?q=yuanyi'), ['顾青']);
  assert.deepEqual(await names(`?q=${encodeURIComponent('急救')}`), ['何老师']);
  assert.deepEqual(await names('?q=13800001111'), []);
  assert.deepEqual(await names('?kind=merchant'), ['面包店的老板']);
  assert.deepEqual(await names('?source=introduced'), ['面包店的老板']);
  for (const order of ['next', 'new', 'last']) {
    const first = (await call('GET', `/guests?order=${order}&limit=2`)).body;
    const second = (await call('GET', `/guests?order=${order}&limit=2&cursor=${first.nextCursor}`)).body;
    const all = [...first.items, ...second.items].map(({ name }: { name: string }) => name);
    assert.deepEqual(
      all,
      order === 'next' ? ['顾青', '何老师', '面包店的老板'] : ['面包店的老板', '何老师', '顾青'],
      order,
    );
    assert.equal(second.nextCursor, null);
  }
  assert.equal((await call('GET', '/guests?cursor=W10')).status, 400);
  const file = await call('GET', '/guests-file?kind=kol');
  assert.match(file.text, /何老师,KOL/);
  assert.doesNotMatch(file.text, /顾青|联系方式/);
  assert.match((await call('GET', '/guests-file/private')).text, /13800001111/);
});

test('the way of a relation: a task for the next step, its result in the story, who has come is a guest', async () => {
  const { talk, call, write, names } = await openBook();
  const guestId = await write('沈知夏');
  const other = await write('周末集市', { kind: 'partner' });
  const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();
  assert.equal(
    (await call('PUT', `/guests/${guestId}/next-step`, { at: inHours(-1) })).body.code,
    'guests.past_moment',
  );
  const mei = await app.operator('planner', talk.communityId);
  const set = await call('PUT', `/guests/${guestId}/next-step`, {
    at: inHours(48),
    what: '定主题',
    assigneeId: mei.userId,
  });
  assert.equal(set.status, 200, set.text);
  assert.deepEqual(await names(), ['沈知夏', '周末集市']);
  const again = await call('PUT', `/guests/${guestId}/next-step`, { at: inHours(24), what: '再定主题' });
  const first = await call('GET', `/tasks/${set.body.nextTaskId}`);
  assert.deepEqual([first.body.state, first.body.assigneeId], ['cancelled', mei.userId]);
  const task = await call('GET', `/tasks/${again.body.nextTaskId}`);
  assert.match(task.body.title, /沈知夏.*再定主题/);
  app.clock.advance(25 * 3_600_000);
  assert.equal((await call('GET', '/guest-counts')).body.due, 1);
  await call('POST', `/tasks/${again.body.nextTaskId}/done`, { note: '说好讲阳台种菜' });
  await call('POST', `/guests/${guestId}/stage`, { to: 'agreed', note: '十月来' });
  await call('POST', `/guests/${guestId}/notes`, { note: '不喝咖啡' });
  const held = { day: '2030-01-01', topic: '阳台种菜', state: 'held' };
  assert.equal((await call('POST', `/guests/${guestId}/appearances`, held)).body.code, 'guests.day_to_come');
  const planned = await call('POST', `/guests/${guestId}/appearances`, { ...held, state: 'planned' });
  assert.equal(planned.status, 201, planned.text);
  assert.equal((await call('GET', `/guests/${guestId}`)).body.guest.stage, 'agreed');
  const today = app.clock.now().toISOString().slice(0, 10);
  const kept = await call('PUT', `/guests/${guestId}/appearances/${planned.body.id}`, {
    ...held,
    day: today,
    groupId: talk.groupId,
    listeners: 23,
  });
  assert.equal(kept.status, 200, kept.text);
  const strange = await call('PUT', `/guests/${other}/appearances/${planned.body.id}`, { ...held, day: today });
  assert.equal(strange.status, 404);
  const { guest, history, appearances } = (await call('GET', `/guests/${guestId}`)).body;
  assert.deepEqual([guest.stage, guest.held, guest.lastOn, guest.nextAt], ['came', 1, today, null]);
  assert.equal(appearances[0].outcome.isOver, false);
  assert.deepEqual(
    history.map(({ kind, toStage, note }: Record<string, string>) => [kind, toStage, note]),
    [
      ['stage', 'came', '阳台种菜'],
      ['note', null, '不喝咖啡'],
      ['stage', 'agreed', '十月来'],
      ['reached', null, '说好讲阳台种菜'],
      ['created', 'known', ''],
    ],
  );
});

test('a guest who is a member and wants to be left alone gets no next step; taking one back is always possible', async () => {
  const { talk, call, write } = await openBook();
  const lin = await enter(talk, '小林');
  const guestId = await write('小林老师', { identityId: lin.identityId });
  const at = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
  assert.equal((await call('PUT', `/guests/${guestId}/next-step`, { at, what: '约时间' })).status, 200);
  const switched = await app.request('PATCH', `/api/member/communities/${talk.communityId}/me`, {
    as: lin.actor,
    body: { privacy: { uncontacted: true } },
  });
  assert.equal(switched.status, 200, switched.text);
  const refused = await call('PUT', `/guests/${guestId}/next-step`, { at, what: '再约' });
  assert.equal(refused.body.code, 'guests.left_alone');
  assert.ok(
    (await call('GET', `/guests/${guestId}`)).text.includes('约时间'),
    'what was planned before stays for a human to see',
  );
  const none = await call('PUT', `/guests/${guestId}/next-step`, { at: null });
  assert.deepEqual([none.status, none.body.nextTaskId], [200, null]);
});

test('what came of an appearance is counted from the days of the group, beside what is usual there', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const { talk, call, write } = await openBook();
  const guestId = await write('何老师');
  const lin = await enter(talk, '小林');
  app.clock.set('2026-10-08T02:00:00Z');
  await say(talk, lin, '今天好安静');
  app.clock.set('2026-10-15T02:00:00Z');
  const wu = await enter(talk, '老吴');
  for (const text of ['讲得真好', '请问烫伤以后先做什么？', '收藏了']) {
    app.clock.advance(600_000);
    await say(talk, text.includes('？') ? wu : lin, text);
  }
  await app.settle();
  const held = { day: '2026-10-15', topic: '儿童急救', state: 'held', groupId: talk.groupId };
  await call('POST', `/guests/${guestId}/appearances`, held);
  app.clock.set('2026-10-18T02:00:00Z');
  const [{ outcome }] = (await call('GET', `/guests/${guestId}`)).body.appearances;
  assert.deepEqual(
    { ...outcome, usual: { ...outcome.usual, joins: outcome.usual.joins } },
    {
      until: '2026-10-17',
      isOver: true,
      counted: { joins: 1, speakers: 2, messages: 3, questions: 1 },
      // 1 and 8 October: somebody came in, and one sentence.
      usual: { joins: 0.5, speakers: 0.5, messages: 0.5, questions: 0 },
      windows: 2,
    },
  );
});

test('two rows of one guest become one without loss; forgetting leaves no word of them', async () => {
  const { talk, call, write, names } = await openBook();
  const lin = await enter(talk, '小林');
  const guestId = await write('沈知夏', { contact: '微信 shen-zx', identityId: lin.identityId });
  const alike = await call('POST', '/guests', { name: '沈 知夏', source: 'introduced', contact: '电话 139' });
  assert.deepEqual(
    alike.body.alike.map(({ id }: { id: string }) => id),
    [guestId],
  );
  const otherId = alike.body.guest.id;
  await call('POST', `/guests/${otherId}/notes`, { note: '集市上认识的' });
  const at = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
  const { nextTaskId } = (await call('PUT', `/guests/${guestId}/next-step`, { at, what: '约时间' })).body;
  assert.equal((await call('POST', `/guests/${guestId}/merge`, { otherId: guestId })).body.code, 'guests.same_guest');
  const merged = await call('POST', `/guests/${guestId}/merge`, { otherId });
  assert.equal(merged.status, 200, merged.text);
  assert.deepEqual(await names(), ['沈知夏']);
  assert.equal((await call('GET', `/guests/${otherId}`)).status, 404);
  assert.equal((await call('POST', `/guests/${guestId}/private`, {})).body.contact, '微信 shen-zx\n电话 139');
  const { history } = (await call('GET', `/guests/${guestId}`)).body;
  assert.ok(history.some(({ note }: { note: string }) => note === '集市上认识的'));
  assert.equal((await call('DELETE', `/guests/${guestId}`)).status, 204);
  assert.deepEqual(await names(), []);
  assert.doesNotMatch((await call('GET', `/tasks/${nextTaskId}`)).text, /沈知夏|约时间/);
  assert.equal((await audits(talk, 'forget_guest')).length, 1);

  const second = await write('小林老师', { identityId: lin.identityId });
  const wu = await enter(talk, '老吴');
  const third = await write('老吴老师', { identityId: wu.identityId });
  assert.equal((await call('POST', `/guests/${second}/merge`, { otherId: third })).body.code, 'guests.two_people');
  assert.equal(
    (await call('POST', '/guests', { name: '谁', source: 'self', identityId: newId() })).body.code,
    'guests.unknown_person',
  );
  const erased = await app.request('POST', `/api/member/communities/${talk.communityId}/me/erase`, {
    as: lin.actor,
    body: { confirm: '抹去我' },
  });
  assert.ok(erased.status < 300, erased.text);
  await app.settle();
  assert.deepEqual(await names(), ['老吴老师']);
});

test('a list is tried, then written; the same file twice changes nothing, and bad rows are named', async () => {
  const { talk, write, names } = await openBook();
  await write('顾青', { contact: '电话 1' });
  const lines = [
    '名字,类型,来源,資料來源,contact',
    '顾青,KOL,,問過本人,',
    'Ines,kol,,Public,ines@example.org',
    '何老师,,,,',
    '谁,国王,,,',
  ];
  const bring = (query: string) =>
    app.request('POST', `/api/communities/${talk.communityId}/guests-file${query}`, {
      as: talk.owner,
      bytes: new TextEncoder().encode(lines.join('\n')),
    });
  const tried = await bring('');
  assert.deepEqual(tried.body, { added: 2, known: 1, bad: [{ row: 5, column: 'kind', value: '国王' }] }, tried.text);
  assert.deepEqual(await names(), ['顾青']);
  assert.equal((await bring('?write=true')).body.added, 2);
  assert.equal((await bring('?write=true')).body.added, 0);
  assert.deepEqual(await names('?source=introduced'), ['何老师']);
  assert.deepEqual(await names('?source=public'), ['Ines']);
  lines[0] = '谁,类型';
  assert.equal((await bring('')).body.code, 'guests.unreadable');
});
