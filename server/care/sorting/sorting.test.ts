import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventIdea, inventReply } from '../../../lib/analysis/testing.ts';
import { erasePerson, writeDownPeople, writeDownStays } from '../../people/index.ts';
import { inTransaction } from '../../platform/context.ts';
import { ask, dayMs, enterAll, openTalk, openTalkApp, said, type Talk } from '../testing.ts';
import { say } from '../../messages/testing.ts';
import { exportCare } from '../privacy.ts';
import { sortGroups } from './night.ts';

const app = await openTalkApp();
const friends = ['小禾', '一帆', '晓月', '志远', '雨桐', '文博', '若溪', '明轩', '佳怡'];

const night = (talk: Talk) => sortGroups.run(app.ctx, { communityId: talk.communityId, after: null });
interface Listed {
  identityId: string;
  name: string;
  kind: string;
  n: number;
  confidence: string;
  evidence: Record<string, number>;
}
const listOf = async (talk: Talk, kind: string, wrong = false): Promise<Listed[]> =>
  (await ask(talk, 'GET', `/sorting/people?kind=${kind}&wrong=${wrong}`)).body.items;
const names = (items: readonly Listed[]) => items.map(({ name }) => name);

/** Ten weeks: somebody whom everybody answers, somebody who is never there, and somebody who only reads. */
async function openWeeks(): Promise<Talk> {
  app.clock.set('2026-03-02T02:00:00Z');
  const talk = await openTalk(app);
  const phones = await enterAll(talk, ['引路人', '不在的', '只看的', '卖货的', ...friends]);
  let number = 0;
  for (let week = 0; week < 9; week++) {
    app.clock.advance(7 * dayMs);
    const { id } = await said(talk, phones['引路人']!, inventIdea(number++));
    for (const name of friends) {
      app.clock.advance(60_000);
      await said(talk, phones[name]!, { text: inventReply(number++), replyTo: id });
    }
  }
  app.clock.advance(dayMs);
  const last = await said(talk, phones['引路人']!, inventIdea(number));
  const read = { as: phones['只看的']!.actor, body: { seq: last.seq } };
  assert.equal((await app.request('POST', `${talk.base}/read`, read)).status, 204);
  for (const body of ['兼职日结一百五', '贷款秒批秒到']) {
    const post = await say(talk, phones['卖货的']!, `${body}，名额不多，加V信 abc${number} 了解`);
    assert.equal(post.body.code?.startsWith('rules.held'), true, post.text);
  }
  await app.settle();
  const cases = `/api/communities/${talk.communityId}/rules/cases`;
  for (const { id } of (await app.request('GET', cases, { as: talk.owner })).body.items)
    assert.equal((await app.request('POST', `${cases}/${id}/uphold`, { as: talk.owner, body: {} })).status, 200);
  await bringAlong(talk, '老名单上的');
  await app.settle();
  return talk;
}

/** Somebody of a list who has been in the group for years, and whom nobody could have seen here before. */
async function bringAlong({ communityId, groupId }: Talk, name: string): Promise<void> {
  await inTransaction(app.ctx, async (ctx) => {
    const accounts = [{ carrier: 'web', externalId: name }];
    const [written] = await writeDownPeople(ctx, communityId, [{ personId: null, name, accounts }]);
    const identityId = written!.identityIds[0]!;
    const stay = { groupId, identityId, source: 'import', joinedAt: new Date('2020-01-01'), isDated: true };
    await writeDownStays(ctx, communityId, [stay]);
  });
}

test('a night sorts a group: who is answered, who was called an advertiser, who gives no sign; the team says what is wrong', async () => {
  const talk = await openWeeks();
  assert.equal((await ask(talk, 'GET', '/sorting')).body.sortedOn, null);
  await night(talk);
  const [leader, ...others] = await listOf(talk, 'leader');
  assert.deepEqual([leader!.name, others.filter((one) => one.confidence !== 'few')], ['引路人', []]);
  const { replies, repliers } = leader!.evidence;
  assert.ok(repliers === friends.length && replies! >= 20, JSON.stringify(leader));
  const zombies = await listOf(talk, 'zombie');
  assert.deepEqual(names(zombies).includes('不在的'), true);
  assert.deepEqual(names(zombies).includes('老名单上的'), false, 'nobody has observed those years');
  assert.deepEqual(names(zombies).includes('只看的'), false, 'reading is a sign of life');
  const [advertiser] = await listOf(talk, 'advertiser');
  const { evidence, confidence } = advertiser!;
  assert.deepEqual([advertiser!.name, evidence.upheld, confidence], ['卖货的', 2, 'few'], 'two attempts are no three');

  const { items: groups } = (await ask(talk, 'GET', '/sorting/bands')).body;
  assert.equal(groups.length, 1);
  const { sizes, shares, ci95 } = groups[0].bands;
  assert.deepEqual(sizes, [2, 7, 1]);
  assert.ok(Math.abs(shares[0] + shares[1] + shares[2] - 1) < 1e-9 && ci95[0] <= shares[0] && shares[0] <= ci95[1]);

  const path = `/sorting/leader/${talk.groupId}/${leader!.identityId}`;
  assert.equal((await ask(talk, 'PUT', `${path}/verdict`, { isRight: false })).status, 204);
  assert.equal(names(await listOf(talk, 'leader')).includes('引路人'), false);
  await night(talk);
  assert.deepEqual(names(await listOf(talk, 'leader', true)), ['引路人'], 'remembered over nights');
  const figures = (await ask(talk, 'GET', '/sorting')).body.lists[0];
  assert.deepEqual([figures.verdicts.right, figures.verdicts.of, figures.wrong], [0, 1, 1]);
  assert.equal((await ask(talk, 'PUT', `${path}/verdict`, { isRight: null })).status, 204);

  const first = await ask(talk, 'POST', `${path}/task`);
  assert.equal(first.status, 201, first.text);
  assert.deepEqual((await ask(talk, 'POST', `${path}/task`)).body, first.body, 'one task');
  const unknown = `/sorting/zombie/${talk.groupId}/${leader!.identityId}/task`;
  assert.equal((await ask(talk, 'POST', unknown)).status, 404, 'only who is on the list');

  const who = { communityId: talk.communityId, identityId: leader!.identityId };
  const own = await exportCare.export(app.ctx, { communityId: talk.communityId, identityIds: [leader!.identityId] });
  const { n: observations, kind: maybe } = leader!;
  const known = { groupId: talk.groupId, maybe, howSure: leader!.confidence, stillGuessed: true };
  const guess = { ...known, observations, evidence: leader!.evidence, teamAgrees: null, talkAskedFor: true };
  assert.deepEqual((own as { guesses: unknown }).guesses, [guess]);
  await inTransaction(app.ctx, (ctx) => erasePerson(ctx, who, 'operator'));
  await app.settle();
  assert.equal(names(await listOf(talk, 'leader')).includes('引路人'), false);
});
