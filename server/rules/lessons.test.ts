/** Learning from decisions through the door: at once, for everybody, taken back with the decision, and not to be swung by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openAdLearner, rateAd } from '../../lib/text/index.ts';
import type { Phone } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';
import { getModel } from './learner.ts';
import { forgetOldLessons, mostOpen, teach } from './lessons.ts';
import { sightOf } from './sight.ts';
import { selectCases } from './store/cases.ts';
import { selectRevision } from './store/lists.ts';
import { ask, enter, held, heldWord, mine, openCourt, openCourtApp, say, stoppedWord, type Court } from './testing.ts';
import { decideAgain } from './verdict.ts';

const app = await openCourtApp();
const advert = '宝妈在家做兼职，日结150，加V信 abc12345 了解，名额不多';
const others = ['兼职刷单日结三百，加V信 qian8899', '贷款秒批秒到，不看征信，加薇信 dai77665'];

/** Says something that is held for its wording; gives its case. */
async function heldFor(court: Court, phone: Phone, text: string): Promise<string> {
  const answer = await say(court, phone, text);
  assert.match(answer.body.code ?? '', /^rules\.held_(ads|contacts)$/, `${text} ${answer.text}`);
  const { items } = await mine(court, phone);
  return items.find((one: { text: string }) => one.text === text).id as string;
}
const decide = (court: Court, how: string, caseId: string, as = court.first) =>
  ask(court, `POST /cases/${caseId}/${how}`, { as, body: {} });
const lessonsOf = async (court: Court, caseId: string) => (await ask(court, `GET /cases/${caseId}`)).body.lessons;
const learned = async (court: Court) => (await ask(court, 'GET /learned')).body;
const score = async (court: Court, text: string) => {
  const { evidence } = (await ask(court, 'POST /try', { body: { text } })).body;
  return (evidence.find(({ check }: { check: string }) => check === 'ads')?.score ?? 0) as number;
};
async function appeal(court: Court, phone: Phone, caseId: string): Promise<void> {
  const body = { text: '这是我自己家的活，没有骗人' };
  const answer = await app.request('POST', `${court.base}/cases/${caseId}/appeal`, { as: phone.actor, body });
  assert.equal(answer.status, 200, answer.text);
}

test('after an appeal is overturned the model has learned: the same text passes next time, others do not', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const caseId = await heldFor(court, author, advert);
  assert.equal((await decide(court, 'uphold', caseId)).status, 200);
  assert.deepEqual(
    (await lessonsOf(court, caseId)).map(({ isUnwelcome, weight, heldBack }: never) => [isUnwelcome, weight, heldBack]),
    [[true, 1, null]],
  );
  await heldFor(court, author, `${advert}！`);
  await appeal(court, author, caseId);
  const over = await decide(court, 'release', caseId, court.second);
  assert.deepEqual([over.body.state, over.body.lessons.at(-1).isFinal], ['overturned', true]);
  // Long enough that it is not the same again and again.
  app.clock.advance(11 * 60_000);
  assert.equal((await say(court, author, advert)).status, 201);
  assert.equal((await say(court, author, `${advert}。`)).status, 201);
  for (const text of others) await heldFor(court, author, text);
  const { lessons, unwelcome, since } = await learned(court);
  assert.deepEqual([lessons, unwelcome, typeof since], [2, 1, 'string']);

  const elsewhere = await openCourt(app);
  await heldFor(elsewhere, await enter(elsewhere, '阿圆'), advert);
  assert.deepEqual((await learned(elsewhere)).lessons, 0);
});

test('what was held for a contact alone is learned as well, and only for what was said', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const invite = '我家孩子的手工照片都在这个号里，想看的加我微信 shougong2019';
  const caseId = await heldFor(court, author, invite);
  await decide(court, 'uphold', caseId);
  await appeal(court, author, caseId);
  assert.equal((await decide(court, 'release', caseId, court.second)).body.state, 'overturned');
  app.clock.advance(11 * 60_000);
  assert.equal((await say(court, author, invite)).status, 201);
  await heldFor(court, author, '独家内部消息，想要的加我微信 neibu8866');
});

test('taking a decision back takes its lesson back, as if it had not been', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const before = await score(court, advert);
  assert.equal(before, Math.min(0.99, rateAd(advert)));
  const caseId = await heldFor(court, author, advert);
  await decide(court, 'release', caseId);
  assert.ok((await score(court, advert)) < before);
  const kept = await heldFor(court, author, others[0]!);
  await decide(court, 'uphold', kept);
  const undone = await decide(court, 'undo', caseId);
  assert.deepEqual([undone.body.state, undone.body.lessons], ['waiting', []]);
  // As a model that has only ever heard the other decision.
  const alone = openAdLearner();
  alone.learn({ text: others[0]!, isUnwelcome: true, moderatorId: court.first.userId, at: app.clock.now() });
  for (const text of [advert, ...others])
    assert.equal(await score(court, text), Math.min(0.99, alone.rate(text)), text);
  assert.equal((await learned(court)).lessons, 1);
  await decide(court, 'undo', kept);
  assert.equal(await score(court, advert), before);
});

test('two decisions at once lose no lesson, and what a rolled back one would have taught is not known', async () => {
  const court = await openCourt(app);
  const { communityId } = court;
  const texts = Array.from({ length: 8 }, (_, at) => `第${at}批星图陶艺课开班，欢迎来玩 ${'甲乙丙丁戊己庚辛'[at]}`);
  const taught = await Promise.all(
    texts.map((text, at) =>
      ask(court, 'POST /lessons', {
        as: at % 2 ? court.first : court.second,
        body: { about: { text }, isUnwelcome: true },
      }),
    ),
  );
  assert.deepEqual(new Set(taught.map(({ status }) => status)), new Set([201]));
  assert.equal((await learned(court)).lessons, 8);
  const known = await score(court, texts[0]!);
  const lesson = {
    communityId,
    source: 'sentence',
    caseId: null,
    isUnwelcome: false,
    taughtBy: court.first.userId,
  } as const;
  await assert.rejects(
    inTransaction(app.ctx, async (inner) => {
      await teach(inner, { ...lesson, text: texts[0]! });
      throw new Error('never mind');
    }),
  );
  assert.equal(await score(court, texts[0]!), known);
  // The same lessons in the same order, learned by another process, make the same model.
  const { learned: version } = await selectRevision(app.ctx, communityId);
  const [here, there] = [await getModel(app.ctx, communityId, version), await freshModel(communityId, version)];
  for (const text of texts) assert.equal(there.rate(text), here.rate(text), text);
  assert.equal(there.version, here.version);
});

/** The model as a process builds it that has just begun. */
async function freshModel(communityId: string, version: number) {
  const services = Object.create(app.ctx.services) as typeof app.ctx.services;
  return getModel({ ...app.ctx, services, log: app.ctx.log, publicUrl: app.ctx.publicUrl }, communityId, version);
}

test('one moderator on one day with one text swings nothing, and is told so', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const before = await score(court, others[1]!);
  let last;
  for (let time = 0; time < 12; time++) {
    const body = { about: { text: `${advert}${'！'.repeat(time)}` }, isUnwelcome: false };
    last = (await ask(court, 'POST /lessons', { body })).body;
  }
  assert.deepEqual([last.weight, last.heldBack], [0, 'text']);
  const many = Array.from(
    { length: 60 },
    (_, at) => `${others[at % 2]} 第${at * 37}期 ${String.fromCharCode(0x4e00 + at * 91).repeat(3)}`,
  );
  for (const text of many)
    last = (await ask(court, 'POST /lessons', { body: { about: { text }, isUnwelcome: false } })).body;
  assert.ok(last.weight < 1 && last.heldBack !== null, JSON.stringify(last));
  assert.ok(before >= 0.5 && (await score(court, '本金保本日收益百分之三，加V信 cai66778')) >= 0.5);
  await heldFor(court, author, '彩金秒到账，百家乐现金网，加薇信 du55443');
  const { items } = (await ask(court, 'GET /lessons?limit=3')).body;
  assert.deepEqual([items.length, items[0].heldBack], [3, last.heldBack]);
});

test('what is taught by hand counts at once and can be taken back; nobody teaches about their own message', async () => {
  const court = await openCourt(app);
  const author = await enter(court, '小满');
  const shop = '周末团购草莓两斤一份二十五，想要的找我登记';
  assert.ok((await score(court, shop)) < 0.5);
  const said = await say(court, author, shop);
  const about = { groupId: court.groupId, messageId: said.body.message.id };
  const lesson = await ask(court, 'POST /lessons', { body: { about, isUnwelcome: true } });
  assert.deepEqual([lesson.status, lesson.body.source, lesson.body.weight], [201, 'message', 1], lesson.text);
  assert.ok((await score(court, shop)) >= 0.5);
  assert.equal((await ask(court, `DELETE /lessons/${lesson.body.number}`)).status, 204);
  assert.ok((await score(court, shop)) < 0.5);
  assert.equal((await learned(court)).lessons, 0);

  const caseId = await heldFor(court, author, advert);
  const fromCase = await ask(court, 'POST /lessons', { body: { about: { caseId }, isUnwelcome: false } });
  assert.equal(fromCase.body.source, 'message');
  await decide(court, 'uphold', caseId);
  const [own] = await lessonsOf(court, caseId);
  const bad: [string, object | undefined, number][] = [
    ['POST /lessons', { about: { text: '短' }, isUnwelcome: true }, 400],
    ['POST /lessons', { about: { text: advert, caseId }, isUnwelcome: true }, 400],
    ['POST /lessons', { about: { groupId: court.groupId, messageId: caseId }, isUnwelcome: true }, 409],
    ['POST /lessons', { about: { caseId: court.groupId }, isUnwelcome: true }, 404],
    [`DELETE /lessons/${own.number}`, undefined, 404],
    ['DELETE /lessons/999', undefined, 404],
    ['GET /lessons?cursor=bm8', undefined, 400],
  ];
  for (const [what, body, status] of bad) assert.equal((await ask(court, what, { body })).status, status, what);
});

test('an admin begins anew and takes that back; both are in the audit', async () => {
  const court = await openCourt(app);
  const team = { as: court.owner, body: {} };
  const before = await score(court, advert);
  await ask(court, 'POST /lessons', { body: { about: { text: advert }, isUnwelcome: false } });
  const taught = await score(court, advert);
  assert.ok(taught < before);
  assert.equal((await ask(court, 'POST /learned/reset', { body: {} })).status, 403);
  const reset = await ask(court, 'POST /learned/reset', team);
  assert.deepEqual([reset.status, reset.body.lessons, reset.body.canUndoReset], [200, 0, true], reset.text);
  assert.equal(await score(court, advert), before);
  assert.deepEqual((await ask(court, 'GET /lessons')).body.items, []);
  await ask(court, 'POST /lessons', { body: { about: { text: others[0]! }, isUnwelcome: true } });
  const back = await ask(court, 'POST /learned/undo-reset', team);
  assert.deepEqual([back.body.lessons, back.body.canUndoReset], [2, false], back.text);
  assert.ok((await score(court, advert)) < before);
  assert.equal((await ask(court, 'POST /learned/undo-reset', team)).body.code, 'rules.reset_final');
  const audit = await app.request('GET', `/api/communities/${court.communityId}/audit`, { as: court.owner });
  const actions = audit.body.items.map(({ action }: { action: string }) => action);
  for (const action of ['rules.reset_learner', 'rules.undo_reset', 'rules.teach'])
    assert.ok(actions.includes(action), action);
  assert.ok(!audit.text.includes('abc12345'));
});

test('lessons lose their words in time and when many wait; what they taught stays, taking back teaches the opposite', async () => {
  const court = await openCourt(app);
  const { communityId } = court;
  const author = await enter(court, '小满');
  const caseId = await heldFor(court, author, advert);
  await decide(court, 'release', caseId);
  const words = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from rules_lessons where community_id = ${communityId} and text is not null`.execute(
      app.ctx.db,
    );
    return rows[0]!.count;
  };
  const { learned: version } = await selectRevision(app.ctx, communityId);
  const rated = (await getModel(app.ctx, communityId, version)).rate(advert);
  await forgetOldLessons(app.ctx, communityId, new Date(app.clock.now().getTime() + 1));
  assert.equal(await words(), 0);
  assert.equal((await freshModel(communityId, version)).rate(advert), rated);
  const undone = await decide(court, 'undo', caseId);
  assert.deepEqual([undone.body.lessons[0].source, undone.body.lessons[0].isUnwelcome], ['undo', true]);
  const after = await selectRevision(app.ctx, communityId);
  assert.ok((await getModel(app.ctx, communityId, after.learned)).rate(advert) > rated);

  // Many lessons wait with their words: one more, and the older half is folded.
  await sql`
    with more as (update rules_learners set version = version + ${mostOpen} where community_id = ${communityId} returning version)
    insert into rules_lessons (community_id, number, source, text, is_unwelcome, is_final, taught_by, taught_at, weight)
    select ${communityId}, version - ${mostOpen} + n, 'sentence', '第' || n || '批草莓到了，想要的登记', false, false,
      ${court.first.userId}, ${app.clock.now()}, 1 from more, generate_series(1, ${mostOpen}) n`.execute(app.ctx.db);
  const last = await ask(court, 'POST /lessons', { body: { about: { text: others[0]! }, isUnwelcome: true } });
  assert.equal(last.status, 201, last.text);
  assert.equal(await words(), mostOpen / 2);
  const [here, there] = await Promise.all([
    selectRevision(app.ctx, communityId).then(({ learned: now }) => getModel(app.ctx, communityId, now)),
    freshModel(communityId, last.body.number),
  ]);
  for (const text of [advert, ...others]) assert.equal(there.rate(text), here.rate(text), text);
});

test('every case of a court is decided again from the store, after lessons and other thresholds too: the very same verdict', async () => {
  const court = await openCourt(app);
  const { communityId } = court;
  const author = await enter(court, '小满');
  const settings = (await ask(court, 'GET /settings')).body;
  const put = (change: object) => ask(court, 'PUT /settings', { as: court.owner, body: { ...settings, ...change } });
  await held(court, author);
  await say(court, author, `${stoppedWord}，速来`);
  await heldFor(court, author, advert);
  await say(court, author, `${heldWord}，看这里 https://evil.top/a`);
  await ask(court, 'POST /lessons', { body: { about: { text: advert }, isUnwelcome: false } });
  assert.equal((await put({ thresholds: { new: 0.7, member: 0.8, core: 0.9 } })).status, 200);
  await heldFor(court, author, others[0]!);
  assert.equal((await put({ thresholds: { new: 0.95, member: 0.96, core: 0.97 } })).status, 200);
  const cases = await selectCases(app.ctx, communityId, {
    filter: {},
    sight: await sightOf(app.ctx, communityId),
    after: null,
    limit: 100,
  });
  assert.equal(cases.length, 5);
  for (const one of cases) {
    const { evidence, trust } = one;
    const action = one.kind === 'stopped' ? 'stop' : 'hold';
    assert.deepEqual(decideAgain(one), { action, evidence, score: one.score, trust, dry: null }, JSON.stringify(one));
    for (const { check, model } of evidence)
      assert.equal(/^[0-9a-f]{8}\.\d+$/.test(model ?? ''), check === 'ads', check);
  }
  assert.deepEqual(new Set(cases.map(({ thresholds }) => thresholds?.new)), new Set([0.5, 0.7]));
});
