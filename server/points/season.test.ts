/**
 * Seasons through the door: a dry run, planning, what members are told, calling off, the end itself. The end is broken off by kill -9 in
 * the middle and goes on; every account pays once, and the books are right.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listAccounts, openAccounts, reconcile, transfer, transferMany } from '../ledger/index.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from '../people/testing.ts';
import { newId } from '../platform/ids.ts';
import { awardPoints } from './index.ts';
import { enderBatch } from './season-ender.ts';
import { tellSeasons } from './season-words.ts';
import { endSeasons } from './season.ts';

const app = await openApp();
const day = 86_400_000;
const script = fileURLToPath(new URL('season-ender.ts', import.meta.url));

async function openScene() {
  app.clock.set('2026-03-02T02:00:00Z');
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}/points`;
  const rules = { 'desk.answer': { on: true, amount: 4, perDay: null } };
  await app.request('PUT', `${base}/settings`, { as: owner, body: { rules } });
  return {
    ...place,
    ask: async (path: string) => (await app.request('GET', `${base}${path}`, { as: owner })).body,
    post: (path: string, body: object = {}) => app.request('POST', `${base}${path}`, { as: owner, body }),
    own: async (who: Phone) =>
      (await app.request('GET', `/api/member/communities/${place.communityId}/points`, { as: who.actor })).body,
    said: async (who: Phone): Promise<string[]> =>
      (await app.request('GET', `/api/member/groups/${place.groupId}/messages`, { as: who.actor })).body.items.flatMap(
        ({ kind, text }: { kind: string; text: string }) => (kind === 'announcement' ? [text] : []),
      ),
  };
}

/** What the clock does every hour. */
async function strike(at: string): Promise<void> {
  app.clock.set(at);
  await tellSeasons.run(app.ctx, {});
  await endSeasons.run(app.ctx, {});
  await app.settle();
}

const earn = ({ communityId }: Place, who: Phone) =>
  awardPoints(app.ctx, communityId, [
    { kind: 'desk.answer', key: newId(), entryKind: 'probe.earned', identityId: who.identityId, memo: '' },
  ]);

const plan = { name: '春季', endsOn: '2026-03-20', words: '「{{name}}」到 {{day}} 结束，想谢谢谁趁早。' };

test('a season: dry run, told a week before and by day, ended the day after its last; the statement says it, once', async () => {
  const scene = await openScene();
  const who = await comeIn(app, scene, '阿勤');
  await app.settle();
  await earn(scene, who);
  const trial = await scene.ask('/seasons/dry-run');
  assert.deepEqual([trial.people, trial.points, trial.earliest], [1, 4, '2026-03-05']);
  const soon = await scene.post('/seasons', { ...plan, id: newId(), endsOn: '2026-03-03' });
  assert.equal(soon.body.code, 'points.season_too_soon');
  const wish = { ...plan, id: newId() };
  assert.equal((await scene.post('/seasons', wish)).status, 201);
  assert.equal((await scene.post('/seasons', wish)).status, 201, 'the same id plans once');
  const other = await scene.post('/seasons', { ...plan, id: newId() });
  assert.equal(other.body.code, 'points.season_is_planned');
  assert.deepEqual((await scene.own(who)).season, { name: '春季', endsOn: '2026-03-20' });
  await strike('2026-03-12T15:50:00Z');
  assert.deepEqual(await scene.said(who), [], 'neither more than a week before nor at night');
  await strike('2026-03-13T02:15:00Z');
  await strike('2026-03-13T03:15:00Z');
  assert.deepEqual(await scene.said(who), ['「春季」到 3 月 20 日 结束，想谢谢谁趁早。']);
  await strike('2026-03-20T15:30:00Z');
  assert.equal((await scene.own(who)).balance, 4, 'the last day is a day of the season');
  await strike('2026-03-20T16:30:00Z');
  const after = await scene.own(who);
  assert.deepEqual([after.balance, after.items[0].amount, after.season], [0, -4, null]);
  assert.match(after.items[0].memo, /春季/);
  app.clock.advance(day);
  await earn(scene, who);
  await strike('2026-03-22T16:30:00Z');
  assert.equal((await scene.own(who)).balance, 4, 'what is earned afterwards stays');
  const [season] = (await scene.ask('/seasons')).items;
  assert.deepEqual([season.state, season.people, season.points], ['done', 1, 4]);
  assert.equal((await scene.post(`/seasons/${season.id}/call-off`)).body.code, 'points.season_has_ended');
});

test('a season is called off: nobody loses anything, and who was told is told that, too', async () => {
  const scene = await openScene();
  const who = await comeIn(app, scene, '阿勤');
  await app.settle();
  await earn(scene, who);
  const id = newId();
  await scene.post('/seasons', { ...plan, id });
  await strike('2026-03-14T02:15:00Z');
  assert.equal((await scene.post(`/seasons/${id}/call-off`)).body.state, 'called_off');
  await strike('2026-03-14T03:15:00Z');
  await strike('2026-03-14T04:15:00Z');
  const said = await scene.said(who);
  assert.equal(said.length, 2);
  assert.ok(
    said.some((text) => text.includes('先不换了')),
    said.join('\n'),
  );
  await strike('2026-03-25T02:15:00Z');
  assert.equal((await scene.own(who)).balance, 4);
  assert.equal((await scene.post('/seasons', { ...plan, id: newId(), endsOn: '2026-04-20' })).status, 201);
});

test('kill -9 in the middle of the end: it goes on where it was, each account pays once, a debt is not made', async () => {
  const scene = await openScene();
  const { communityId } = scene;
  const people = 57;
  const names = Array.from({ length: people + 1 }, (_, at) => ({
    owner: at === 0 ? { kind: 'issuer' as const, id: communityId } : { kind: 'identity' as const, id: newId() },
    unit: 'points',
  }));
  const [issuer, ...accounts] = await openAccounts(app.ctx, { communityId, names });
  const give = (account: string, amount: number) => ({
    communityId,
    key: newId(),
    kind: 'probe.filled',
    legs: [
      { account: issuer!.id, amount: -amount },
      { account, amount },
    ],
  });
  await transferMany(
    app.ctx,
    accounts.map((account, at) => give(account.id, at + 8)),
  );
  const id = newId();
  await scene.post('/seasons', { ...plan, id });
  app.clock.set('2026-03-22T02:15:00Z');

  const child = spawn(process.execPath, [script, app.databaseUrl, communityId, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let batches = 0;
  for await (const line of createInterface({ input: child.stdout }))
    if (line === 'more' && ++batches === 3) child.kill('SIGKILL');
  assert.deepEqual(await ended, [null, 'SIGKILL']);
  const [broken] = (await scene.ask('/seasons')).items;
  assert.equal(broken.state, 'running');
  assert.ok(broken.people >= 2 * enderBatch && broken.people < people, `${broken.people} were asked before it broke`);
  assert.equal((await scene.post(`/seasons/${id}/call-off`)).body.code, 'points.season_has_ended');

  // Who spends just now is asked for what is left.
  const last = accounts
    .map((one) => one.id)
    .toSorted()
    .at(-1)!;
  await transfer(app.ctx, {
    ...give(last, 7),
    legs: [
      { account: last, amount: -7 },
      { account: issuer!.id, amount: 7 },
    ],
  });
  await strike('2026-03-22T03:15:00Z');
  const [season] = (await scene.ask('/seasons')).items;
  const total = (people * (people + 1)) / 2 + 7 * people - 7;
  assert.deepEqual([season.state, season.people, season.points], ['done', people, total]);
  const { items } = await listAccounts(app.ctx, communityId, { ownerKind: 'identity', limit: 200 });
  assert.ok(items.every(({ balance, owed }) => balance === 0 && owed === 0));
  const proof = await reconcile(app.ctx, communityId);
  assert.deepEqual([proof.findings, proof.entries], [[], 2 * people + 1]);
});
