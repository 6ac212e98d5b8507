/** The text of the rules: versions, the door, who has to read again, playbooks; lists and settings with bad input; the box to try in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comeIn, knock, openPlace, phoneOf } from '../people/testing.ts';
import { newId } from '../platform/ids.ts';
import { ask, enter, openCourt, openCourtApp, say, type Court } from './testing.ts';

const app = await openCourtApp();
const items = [
  { name: '这里不卖东西', unwelcome: '广告、拉人', reason: '大家是来吃饭的', watchedBy: ['links', 'terms'] },
  { name: '说事不说人', welcome: '说清楚自己的想法' },
];
const publish = (court: Court, body: object) => ask(court, 'PUT /text', { as: court.owner, body });

test('rules are read at the door; the version that was read is kept; a new one is asked of members when it says so', async () => {
  const court = await openCourt(app);
  const early = await enter(court, '小满');
  assert.equal((await ask(court, 'GET /text')).body.version, 0);
  const first = (await publish(court, { tone: '像邻居一样说话', items })).body;
  assert.deepEqual([first.version, first.items.length], [1, 2]);

  const door = await app.request('GET', `/api/join/${court.code}`);
  const step = door.body.steps.find(({ key }: { key: string }) => key === 'rules');
  assert.deepEqual([step.kind, step.version], ['notice', 1]);
  assert.match(step.text, /像邻居一样说话\n\n1\. 这里不卖东西\n请别：广告、拉人\n为什么：大家是来吃饭的\n\n2\./);
  const answers = { name: '阿圆', privacy: { version: 1 } };
  const without = await knock(app, court.code, { answers });
  assert.deepEqual([without.body.state, without.body.steps[0].key], ['needs', 'rules']);
  const wrong = await knock(app, court.code, { answers: { ...answers, rules: { version: 7 } } });
  assert.match(wrong.body.steps[0].problem, /更新/);
  const came = await knock(app, court.code, { answers: { ...answers, rules: { version: 1 } } });
  assert.equal(came.body.state, 'joined', came.text);
  const late = await phoneOf(app, came);

  const rules = async (phone: typeof late) =>
    (await app.request('GET', `${court.base}/rules`, { as: phone.actor })).body;
  const [read, unread] = [await rules(late), await rules(early)];
  assert.deepEqual([read.acknowledged, read.mustAcknowledge], [1, false]);
  assert.equal(read.acknowledgedAt, app.clock.now().toISOString());
  assert.deepEqual([unread.acknowledged, unread.acknowledgedAt, unread.mustAcknowledge], [null, null, true]);
  assert.equal((await say(court, early, '还没看，先问一句')).status, 201, 'who has still to read is not silenced');
  assert.ok(!('watchedBy' in read.items[0]));

  const [kept] = first.items;
  await publish(court, { items: [{ ...kept, name: '这里不卖货' }] });
  assert.deepEqual([(await rules(late)).version, (await rules(late)).mustAcknowledge], [2, false]);
  await publish(court, { items: [{ ...kept, name: '这里不卖货' }, items[1]], mustAcknowledgeAgain: true });
  assert.deepEqual([(await rules(late)).items[0].key, (await rules(late)).mustAcknowledge], [kept.key, true]);
  const acknowledge = (version: number) =>
    app.request('POST', `${court.base}/rules/acknowledge`, { as: late.actor, body: { version } });
  assert.equal((await acknowledge(1)).body.code, 'rules.text_outdated');
  assert.equal((await acknowledge(3)).status, 204);
  assert.equal((await acknowledge(3)).status, 204, 'twice is the same as once');
  assert.deepEqual([(await rules(late)).acknowledged, (await rules(late)).mustAcknowledge], [3, false]);
  const versions = (await ask(court, 'GET /text/versions?limit=2')).body;
  assert.deepEqual(
    versions.items.map((one: { version: number; readers: number }) => [one.version, one.readers]),
    [
      [3, 1],
      [2, 0],
    ],
  );
  const older = (await ask(court, `GET /text/versions?cursor=${versions.nextCursor}`)).body;
  assert.deepEqual(
    older.items.map((one: { version: number; readers: number }) => [one.version, one.readers]),
    [[1, 1]],
  );
});

test('approval: what was read is kept when one applies; who decides sees the other answers only', async () => {
  const place = await openPlace(app, { approval: true });
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  await app.request('PUT', `${base}/rules/text`, { as: owner, body: { items } });
  const answers = { name: '阿圆', privacy: { version: 1 }, rules: { version: 1 }, approval: { why: '想学做饭' } };
  const asked = await knock(app, place.code, { answers });
  const waits =
    asked.status === 200 ? asked : await knock(app, place.code, { answers: { ...answers, approval: undefined } });
  assert.equal(waits.body.state, 'waiting', waits.text);
  const { items: applications } = (
    await app.request('GET', `${base}/groups/${place.groupId}/applications`, { as: owner })
  ).body;
  assert.ok(!('rules' in applications[0].answers));
  const versions = (await app.request('GET', `${base}/rules/text/versions`, { as: owner })).body.items;
  assert.equal(versions[0].readers, 1);
});

test('two who publish at once make two versions', async () => {
  const court = await openCourt(app);
  const answers = await Promise.all([publish(court, { items }), publish(court, { items })]);
  assert.deepEqual(answers.map(({ body }) => body.version).sort(), [1, 2]);
});

test('a playbook publishes its rules once; what is found is explained with the rule that watches', async () => {
  const installer = await app.operator('installer', null);
  const body = { name: '晨读会', kind: 'study-checkin', playbook: { id: 'study-checkin', parameters: {} } };
  const { id } = (await app.request('POST', '/api/communities', { as: installer, body })).body;
  const owner = await app.operator('owner', id);
  const text = (await app.request('GET', `/api/communities/${id}/rules/text`, { as: owner })).body;
  assert.deepEqual([text.version, text.items.length], [1, 5]);
  assert.ok(text.tone.length > 5 && !JSON.stringify(text).includes('{{'));
  const tried = await app.request('POST', `/api/communities/${id}/rules/try`, {
    as: owner,
    body: { text: '看这里 https://evil.top/a' },
  });
  assert.equal(tried.body.action, 'hold', tried.text);
  assert.match(tried.body.why, /这里不卖东西/);
  const { text: file } = await app.request('GET', `/api/communities/${id}/playbook`, { as: owner });
  assert.match(file, /watchedBy/);
  const again = await app.request('POST', `/api/communities/${id}/playbook:apply`, { as: owner, body: { file } });
  assert.equal(again.status, 200, again.text);
  assert.equal((await app.request('GET', `/api/communities/${id}/rules/text`, { as: owner })).body.version, 1);
});

test('lists hold from the next message on; effects and modes differ', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const put = (path: string, method: string, body?: object) =>
    ask(court, `${method} ${path}`, { as: court.owner, body });
  assert.equal((await say(court, author, '来一份茉莉奶绿吧')).status, 201);
  const made = await put('/lists', 'POST', {
    name: '饮料',
    effect: 'stop',
    terms: [' 茉莉奶绿 ', '茉莉奶绿', '柠檬茶'],
  });
  assert.deepEqual([made.status, made.body.terms], [201, ['茉莉奶绿', '柠檬茶']], made.text);
  assert.equal((await say(court, author, '来一份茉莉奶绿吧')).body.code, 'rules.refused_terms');
  const { id } = made.body.list;
  const change = (more: object) => put(`/lists/${id}`, 'PUT', { name: '饮料', effect: 'hold', ...more });
  assert.equal((await change({})).body.terms.length, 2);
  assert.equal((await say(court, author, '来一份茉莉奶绿吧')).body.code, 'rules.held_terms');
  await change({ effect: 'watch' });
  assert.equal((await say(court, author, '来一份柠檬茶吧')).status, 201);
  await change({ mode: 'off' });
  assert.equal((await say(court, author, '来一份茉莉奶绿')).status, 201);
  await change({ terms: ['抹茶'] });
  assert.deepEqual((await ask(court, `GET /lists/${id}`)).body.terms, ['抹茶']);
  assert.equal((await say(court, author, '抹茶也行')).body.code, 'rules.held_terms');
  assert.equal((await put(`/lists/${id}`, 'DELETE')).status, 204);
  assert.equal((await say(court, author, '抹茶 冰的')).status, 201);
});

test('bad input is refused with the field and leaves nothing', async () => {
  const court = await openCourt(app);
  const list = { name: '表', effect: 'hold', terms: ['词'] };
  const settings = (await ask(court, 'GET /settings')).body;
  const bad: [string, string, unknown, number][] = [
    ['PUT', '/text', { items: [] }, 400],
    ['PUT', '/text', { items: Array.from({ length: 13 }, (_, at) => ({ name: `第${at}条` })) }, 400],
    ['PUT', '/text', { items: [{ name: '同名' }, { name: '同名' }] }, 400],
    ['PUT', '/text', { items: [{ name: 'x'.repeat(41) }] }, 400],
    ['PUT', '/text', { items: [{ name: '条', watchedBy: ['police'] }] }, 400],
    ['POST', '/lists', { ...list, terms: ['a\nb'] }, 400],
    ['POST', '/lists', { ...list, terms: ['x'.repeat(61)] }, 400],
    ['POST', '/lists', { ...list, terms: [''] }, 400],
    ['POST', '/lists', { ...list, rule: 'nope' }, 422],
    ['PUT', `/lists/${newId()}`, list, 404],
    ['DELETE', `/lists/${newId()}`, undefined, 404],
    ['PUT', '/settings', { ...settings, allowedHosts: ['https://a.com/x'] }, 400],
    ['PUT', '/settings', { ...settings, ladder: { ...settings.ladder, days: 0 } }, 400],
    ['PUT', '/settings', { ...settings, magic: 1 }, 400],
    ['POST', '/try', { text: 'x'.repeat(4001) }, 400],
    ['POST', '/try', { text: '好', trust: 'king' }, 400],
    ['GET', '/text/versions?cursor=bm8', undefined, 400],
  ];
  for (const [method, path, body, status] of bad) {
    const answer = await ask(court, `${method} ${path}`, { as: court.owner, body });
    assert.equal(answer.status, status, `${method} ${path} ${JSON.stringify(body)?.slice(0, 80)} ${answer.text}`);
  }
  assert.equal((await ask(court, 'GET /text')).body.version, 0);
  assert.equal((await ask(court, 'GET /lists')).body.items.length, 2);
});

test('100,000 terms are taken and looked for; one more is not', async () => {
  const court = await openCourt(app);
  const terms = Array.from({ length: 99_997 }, (_, at) => `词${at.toString(36)}号`);
  const made = await ask(court, 'POST /lists', { as: court.owner, body: { name: '很长', effect: 'hold', terms } });
  assert.equal(made.status, 201, made.text.slice(0, 200));
  const tried = await ask(court, 'POST /try', { body: { text: `说到${terms[77_777]}就停` } });
  assert.deepEqual(tried.body.evidence[0].words, [terms[77_777]]);
  const more = await ask(court, 'POST /lists', {
    as: court.owner,
    body: { name: '再来', effect: 'hold', terms: ['一个词'] },
  });
  assert.equal(more.body.code, 'rules.too_many_terms');
});

test('the newcomer of a community without rules is asked for nothing', async () => {
  const place = await openPlace(app);
  assert.ok((await comeIn(app, place, '小满')).identityId);
});
