import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { testApp } from '../platform/testing.ts';
import { createCommunity } from '../communities/index.ts';
import {
  countGroupActivity,
  createGroup,
  createLink,
  dissolveGroup,
  freeSeats,
  getGroup,
  listGroupDays,
  takeSeats,
  useLink,
} from './index.ts';

const app = await testApp();
const { ctx } = app;
const community = await createCommunity(ctx, { name: '晨读会', kind: 'study-checkin', founderId: newId() });

const open = (capacity: number) =>
  createGroup(ctx, { communityId: community.id, name: '一群', tier: 'ordinary', capacity });

test('fifty people run for twenty seats: exactly twenty get in', async () => {
  const group = await open(20);
  const answers = await Promise.all(Array.from({ length: 50 }, () => takeSeats(ctx, group.id, 1)));
  assert.equal(answers.filter(({ ok }) => ok).length, 20);
  assert.ok(answers.every((answer) => answer.ok || answer.reason === 'full'));
  assert.equal((await getGroup(ctx, community.id, group.id)).members, 20);
});

test('several seats are taken all or none, and given back', async () => {
  const group = await open(5);
  assert.equal((await takeSeats(ctx, group.id, 4)).ok, true);
  assert.deepEqual(await takeSeats(ctx, group.id, 2), { ok: false, reason: 'full' });
  assert.equal((await freeSeats(ctx, group.id, 2)).members, 2);
  assert.equal((await takeSeats(ctx, group.id, 3)).ok, true);
  assert.equal((await freeSeats(ctx, group.id, 99)).members, 0);
  await assert.rejects(takeSeats(ctx, newId(), 1), { code: 'platform.not_found' });
  await assert.rejects(takeSeats(ctx, group.id, 0), RangeError);
});

test('a seat of a transaction that fails is free again', async () => {
  const group = await open(1);
  const failing = inTransaction(ctx, async (inner) => {
    await takeSeats(inner, group.id, 1);
    throw new Error('the join failed later');
  });
  await assert.rejects(failing, /failed later/);
  assert.equal((await takeSeats(ctx, group.id, 1)).ok, true);
});

test('a dissolved group has no seats', async () => {
  const group = await open(5);
  await inTransaction(ctx, (inner) => dissolveAsTeam(inner, group.id));
  assert.deepEqual(await takeSeats(ctx, group.id, 1), { ok: false, reason: 'closed' });
});

test('fifty people run for a link with ten uses: exactly ten are counted', async () => {
  const group = await open(100);
  const { code } = await createLink(
    ctx,
    { communityId: community.id, groupId: group.id },
    { channel: '海报', maxUses: 10 },
  );
  const answers = await Promise.all(Array.from({ length: 50 }, () => useLink(ctx, code)));
  assert.equal(answers.filter(({ ok }) => ok).length, 10);
  assert.ok(answers.every((answer) => answer.ok || answer.reason === 'used_up'));
});

test('activity adds up by group and day, also from many writers at once', async () => {
  const [one, two] = [await open(5), await open(5)];
  const at = app.clock.now();
  const rows = (hour: number) => [
    { communityId: community.id, groupId: one.id, day: '2026-11-19', messages: 2, at: new Date(at.getTime() + hour) },
    { communityId: community.id, groupId: two.id, day: '2026-11-19', joins: 1 },
    { communityId: community.id, groupId: one.id, day: '2026-11-19', reactions: 1 },
    { communityId: community.id, groupId: one.id, day: '2026-11-20', messages: 1, leaves: 1, speakers: 1, checkIns: 2 },
  ];
  await Promise.all(
    Array.from({ length: 20 }, (_, hour) => countGroupActivity(ctx, hour % 2 ? rows(hour) : rows(hour).reverse())),
  );
  const days = (groupId: string) =>
    listGroupDays(ctx, { communityId: community.id, groupId, from: '2026-11-19', to: '2026-11-20' });
  const nothing = { messages: 0, reactions: 0, joins: 0, leaves: 0, speakers: 0, hostMessages: 0, checkIns: 0 };
  assert.deepEqual(await days(one.id), [
    { ...nothing, day: '2026-11-19', messages: 40, reactions: 20 },
    { ...nothing, day: '2026-11-20', messages: 20, leaves: 20, speakers: 20, checkIns: 40 },
  ]);
  assert.deepEqual(await days(two.id), [{ ...nothing, day: '2026-11-19', joins: 20 }]);
  assert.deepEqual((await getGroup(ctx, community.id, one.id)).lastActivityAt, new Date(at.getTime() + 19));
  assert.equal((await getGroup(ctx, community.id, two.id)).lastActivityAt, null);
  await countGroupActivity(ctx, []);
});

async function dissolveAsTeam(inner: typeof ctx, groupId: string) {
  const { actAs } = await import('../platform/context.ts');
  return dissolveGroup(actAs(inner, { kind: 'operator', userId: newId(), name: 'x' }), {
    communityId: community.id,
    groupId,
  });
}
