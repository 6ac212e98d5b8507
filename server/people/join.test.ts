import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { findGroupById, setGroupState } from '../groups/index.ts';
import { inTransaction } from '../platform/context.ts';
import { describeJoinPage } from './share.ts';
import { answersOf, comeIn, knock, openApp, openPlace, phoneOf } from './testing.ts';

const app = await openApp();

const countRows = async (where: ReturnType<typeof sql>): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${where}`.execute(
    app.services.database.db,
  );
  return rows[0]!.count;
};
const stays = (groupId: string) => countRows(sql`people_memberships where group_id = ${groupId}`);
const seats = async (groupId: string) => (await findGroupById(app.ctx, groupId))!.members;

test('the door shows the group, the community and what is still to do', async () => {
  const place = await openPlace(app);
  const { status, body } = await app.request('GET', `/api/join/${place.code}`);
  assert.equal(status, 200);
  assert.equal(body.state, 'open');
  assert.equal(body.group.name, '灶边·家常菜同好会');
  assert.equal(body.group.members, 0);
  assert.equal(body.community.name, '灶边');
  assert.deepEqual(
    body.steps.map((step: { key: string }) => step.key),
    ['privacy', 'name'],
  );
  assert.equal(body.steps[0].version, 1);
  assert.ok(body.steps[0].text.length > 50);
  assert.equal(body.inviter, null);
});

test('joining: steps, then in, with device, source, acknowledgement, seat and event', async () => {
  const place = await openPlace(app);
  const first = await knock(app, place.code);
  assert.equal(first.body.state, 'needs');
  assert.equal(await stays(place.groupId), 0);
  const answer = await knock(app, place.code, {
    answers: {
      ...answersOf('  阿 May '),
      card: { city: { text: '城南', visibility: 'groups' }, needs: { text: '砂锅粥', visibility: 'team' } },
    },
  });
  assert.equal(answer.body.state, 'joined');
  assert.equal(answer.body.groupId, place.groupId);
  assert.match(answer.headers.get('set-cookie')!, /^mh_device=.*HttpOnly; SameSite=Lax/);
  const phone = await phoneOf(app, answer);
  assert.equal(await seats(place.groupId), 1);
  const home = await app.request('GET', `/api/member/groups/${place.groupId}`, { as: phone.actor });
  assert.equal(home.status, 200);
  assert.equal(home.body.me.name, '阿 May');
  assert.equal(home.body.me.membership.source, '门店海报');
  assert.deepEqual(home.body.abilities, { post: true, invite: true, moderate: false, leave: true });
  const face = await app.request('GET', `/api/member/communities/${place.communityId}/me`, { as: phone.actor });
  assert.equal(face.body.card.needs.text, '砂锅粥');
  assert.equal(face.body.privacyDue, null);
  const events = await countRows(
    sql`platform_events where name = 'people.member_joined' and community_id = ${place.communityId}`,
  );
  assert.equal(events, 1);
  const again = await app.request('GET', `/api/join/${place.code}`, { as: phone.actor });
  assert.equal(again.body.state, 'joined');
  assert.equal(again.body.you.name, '阿 May');
});

const refusedNames: [string, unknown, number][] = [
  ['zero-width', '小\u200B明', 200],
  ['too long', '长'.repeat(31), 200],
  ['empty', '   ', 200],
  ['of the team', '灶边小助手官方', 200],
  ['absurdly long', 'x'.repeat(5000), 400],
  ['a number', 7, 400],
];

for (const [what, name, status] of refusedNames) {
  test(`a name that is ${what} is refused and nothing is written`, async () => {
    const place = await openPlace(app);
    const answer = await knock(app, place.code, { answers: { name, privacy: { version: 1 } } });
    assert.equal(answer.status, status);
    if (status === 200) {
      assert.equal(answer.body.state, 'needs');
      assert.ok(answer.body.steps[0].problem.length > 3);
    } else assert.equal(answer.body.code, 'platform.bad_input');
    assert.equal(await stays(place.groupId), 0);
    assert.equal(
      await countRows(sql`people_identities where community_id = ${place.communityId} and kind = 'member'`),
      0,
    );
  });
}

test('HTML in a name is text and comes back unchanged', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '<script>1</script>');
  const mates = await app.request('GET', `/api/member/groups/${place.groupId}/members`, { as: phone.actor });
  assert.equal(mates.body.items[0].name, '<script>1</script>');
});

test('unknown fields and answers are refused by name', async () => {
  const place = await openPlace(app);
  const field = await app.request('POST', `/api/join/${place.code}`, { body: { answers: {}, admin: true } });
  assert.equal(field.status, 400);
  const answer = await knock(app, place.code, { answers: { ...answersOf('阿May'), role: 'owner' } });
  assert.equal(answer.status, 400);
  assert.equal(answer.body.fields[0].path, 'body.answers');
  const card = await knock(app, place.code, {
    answers: { ...answersOf('阿May'), card: { city: { text: '城\u0000南' } } },
  });
  assert.equal(card.status, 400);
  assert.equal(await stays(place.groupId), 0);
});

test('an old version of the privacy notice is asked again, at joining and later', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '小满');
  const owner = await app.operator('owner', place.communityId);
  const path = `/api/communities/${place.communityId}/privacy-notice`;
  const put = await app.request('PUT', path, {
    as: owner,
    body: { text: '我们现在还会保存你的打卡照片，用来做月度回顾。除此以外都不变。' },
  });
  assert.equal(put.body.version, 2);
  const stale = await knock(app, place.code, { answers: answersOf('小雪') });
  assert.equal(stale.body.state, 'needs');
  assert.equal(stale.body.steps[0].version, 2);
  assert.ok(stale.body.steps[0].problem);
  const me = await app.request('GET', '/api/member/me', { as: phone.actor });
  assert.equal(me.body.communities[0].privacyDue.version, 2);
  const acknowledge = (version: number) =>
    app.request('POST', `/api/member/communities/${place.communityId}/me/acknowledge`, {
      as: phone.actor,
      body: { version },
    });
  assert.equal((await acknowledge(1)).status, 409);
  assert.equal((await acknowledge(2)).status, 204);
  const after = await app.request('GET', '/api/member/me', { as: phone.actor });
  assert.equal(after.body.communities[0].privacyDue, null);
});

test('20 parallel joins of one device: one stay, one seat, one use of the link', async () => {
  const other = await openPlace(app);
  const phone = await comeIn(app, other, '急性子');
  const place = await openPlace(app);
  const answers = answersOf('急性子');
  const all = await Promise.all(Array.from({ length: 20 }, () => knock(app, place.code, { answers, as: phone })));
  assert.deepEqual(new Set(all.map((one) => one.body.state)), new Set(['joined']));
  assert.equal(await stays(place.groupId), 1);
  assert.equal(await seats(place.groupId), 1);
  assert.equal(
    await countRows(sql`people_identities where community_id = ${place.communityId} and kind = 'member'`),
    1,
  );
  assert.equal(await countRows(sql`groups_links where code = ${place.code} and uses = 1`), 1);
});

test('a visitor who repeats a lost attempt is the same person', async () => {
  const place = await openPlace(app);
  const headers = { 'idempotency-key': 'a-random-key-of-the-page-1234' };
  const all = await Promise.all(
    Array.from({ length: 8 }, () => knock(app, place.code, { answers: answersOf('弱网'), headers })),
  );
  assert.equal(new Set(all.map((one) => one.headers.get('set-cookie')!.split(';')[0])).size, 1);
  assert.equal(await stays(place.groupId), 1);
  assert.equal(await seats(place.groupId), 1);
});

test('the last seats: never more than the capacity, the others read "full"', async () => {
  const place = await openPlace(app, { capacity: 5 });
  const all = await Promise.all(
    Array.from({ length: 15 }, (_, n) => knock(app, place.code, { answers: answersOf(`第${n}位`) })),
  );
  const states = all.map((one) => one.body.state as string);
  assert.equal(states.filter((state) => state === 'joined').length, 5);
  assert.equal(states.filter((state) => state === 'full').length, 10);
  assert.equal(await seats(place.groupId), 5);
  assert.equal(await stays(place.groupId), 5);
  assert.equal(await countRows(sql`people_persons where community_id = ${place.communityId}`), 5);
  assert.equal((await app.request('GET', `/api/join/${place.code}`)).body.state, 'full');
});

test('leaving and coming back are two stays of the same identity', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '候鸟');
  app.clock.advance(60_000);
  assert.equal(
    (await app.request('POST', `/api/member/groups/${place.groupId}/leave`, { as: phone.actor, body: {} })).status,
    204,
  );
  assert.equal(await seats(place.groupId), 0);
  assert.equal((await app.request('GET', `/api/member/groups/${place.groupId}`, { as: phone.actor })).status, 404);
  const me = await app.request('GET', '/api/member/me', { as: phone.actor });
  assert.equal(me.body.communities[0].former[0].leftHow, 'left');
  app.clock.advance(60_000);
  const back = await knock(app, place.code, { as: phone });
  assert.equal(back.body.state, 'joined');
  const { rows } = await sql<{ identityId: string; open: boolean }>`
    select identity_id as "identityId", left_at is null as open from people_memberships
    where group_id = ${place.groupId} order by joined_at`.execute(app.services.database.db);
  assert.deepEqual(rows, [
    { identityId: phone.identityId, open: false },
    { identityId: phone.identityId, open: true },
  ]);
});

test('a member invites: the inviter is shown and kept; the invitation ends with the stay', async () => {
  const place = await openPlace(app);
  const host = await comeIn(app, place, '许三冬');
  const invite = () => app.request('POST', `/api/member/groups/${place.groupId}/invite`, { as: host.actor, body: {} });
  const { code, url } = (await invite()).body;
  assert.equal((await invite()).body.code, code);
  assert.equal(url, `http://fair.test/j/${code}`);
  assert.equal((await app.request('GET', `/api/join/${code}`)).body.inviter.name, '许三冬');
  const guest = await comeIn(app, { ...place, code }, '新朋友');
  const owner = await app.operator('viewer', place.communityId);
  const members = await app.request(
    'GET',
    `/api/communities/${place.communityId}/groups/${place.groupId}/members?q=新朋友`,
    { as: owner },
  );
  assert.equal(members.body.items.length, 1);
  assert.equal(members.body.items[0].inviterId, host.identityId);
  assert.equal(members.body.items[0].source, 'member');
  assert.equal(members.body.items[0].identityId, guest.identityId);
  await app.request('POST', `/api/member/groups/${place.groupId}/leave`, { as: host.actor, body: {} });
  assert.equal((await app.request('GET', `/api/join/${code}`)).body.state, 'unknown');
});

test('approval: waits, is declined kindly, asks again later, is accepted', async () => {
  const place = await openPlace(app, { approval: true });
  const owner = await app.operator('moderator', place.communityId);
  const base = `/api/communities/${place.communityId}/groups/${place.groupId}/applications`;
  const answer = await knock(app, place.code, {
    answers: { ...answersOf('想进来'), card: { offers: { text: '会做砂锅粥' } } },
  });
  assert.equal(answer.body.state, 'waiting');
  assert.equal(await seats(place.groupId), 0);
  const phone = await phoneOf(app, answer);
  assert.equal((await knock(app, place.code, { as: phone })).body.state, 'waiting');
  const list = await app.request('GET', base, { as: owner });
  assert.equal(list.body.items.length, 1);
  assert.equal(list.body.items[0].name, '想进来');
  assert.equal(list.body.items[0].answers.card.offers.text, '会做砂锅粥');
  const decline = `${base}/${list.body.items[0].id}/decline`;
  assert.equal(
    (await app.request('POST', decline, { as: owner, body: { reason: '这个群只收同城的朋友，周六开同城群再来' } }))
      .status,
    204,
  );
  assert.equal((await app.request('POST', decline, { as: owner, body: {} })).body.code, 'people.already_decided');
  const refused = await knock(app, place.code, { as: phone });
  assert.equal(refused.body.state, 'refused');
  assert.match(refused.body.text, /同城/);
  const me = await app.request('GET', '/api/member/me', { as: phone.actor });
  assert.equal(me.body.communities[0].applications[0].state, 'declined');
  app.clock.advance(25 * 3_600_000);
  assert.equal((await knock(app, place.code, { as: phone })).body.state, 'waiting');
  const second = (await app.request('GET', base, { as: owner })).body.items[0];
  assert.equal((await app.request('POST', `${base}/${second.id}/accept`, { as: owner, body: {} })).status, 204);
  assert.equal((await app.request('GET', `/api/join/${place.code}`, { as: phone.actor })).body.state, 'joined');
  assert.equal(await seats(place.groupId), 1);
});

test('an accepted application does not overfill the group; it goes on waiting', async () => {
  const place = await openPlace(app, { approval: true, capacity: 1 });
  const owner = await app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}/groups/${place.groupId}/applications`;
  await knock(app, place.code, { answers: answersOf('甲') });
  await knock(app, place.code, { answers: answersOf('乙') });
  const { items } = (await app.request('GET', base, { as: owner })).body as { items: { id: string }[] };
  const answers = await Promise.all(
    items.map(({ id }) => app.request('POST', `${base}/${id}/accept`, { as: owner, body: {} })),
  );
  assert.deepEqual(answers.map((one) => one.status).sort(), [204, 409]);
  assert.equal(answers.find((one) => one.status === 409)!.body.code, 'people.group_full');
  assert.equal((await app.request('GET', base, { as: owner })).body.items.length, 1);
});

test('links that lead nowhere say why and show nothing', async () => {
  for (const code of ['NOSUCHCODE', 'x', "' or 1=1", '%00']) {
    const { status, body } = await app.request('GET', `/api/join/${encodeURIComponent(code)}`);
    assert.equal(status, 200, code);
    assert.equal(body.state, 'unknown');
    assert.equal(body.group, null);
  }
  const place = await openPlace(app);
  await inTransaction(app.ctx, (ctx) => setGroupState(ctx, place.groupId, { mutedAll: true }));
  assert.equal((await knock(app, 'NOSUCHCODE', { answers: answersOf('谁') })).body.state, 'unknown');
});

test('behind a link that is used up, who came in is in, and others read why not', async () => {
  const place = await openPlace(app, { maxUses: 1 });
  const phone = await comeIn(app, place, '头一个');
  assert.equal((await app.request('GET', `/api/join/${place.code}`, { as: phone.actor })).body.state, 'joined');
  assert.equal((await knock(app, place.code, { as: phone })).body.state, 'joined');
  assert.equal((await knock(app, place.code, { answers: answersOf('第二个') })).body.state, 'used_up');
  assert.equal(await stays(place.groupId), 1);
});

test('of many who use the last use of a link at once, one comes in and no seat is lost', async () => {
  const place = await openPlace(app, { maxUses: 1 });
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, n) => knock(app, place.code, { answers: answersOf(`抢先${n}`) })),
  );
  assert.equal(all.filter((one) => one.body.state === 'joined').length, 1);
  assert.equal(all.filter((one) => one.body.state === 'used_up').length, 9);
  assert.equal(await seats(place.groupId), 1);
});

test('an operator who opens the link in the same browser joins as a visitor', async () => {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const answer = await app.request('POST', `/api/join/${place.code}`, {
    as: owner,
    body: { answers: answersOf('店里的阿姨') },
  });
  assert.equal(answer.body.state, 'joined');
  assert.match(answer.headers.get('set-cookie')!, /mh_device=/);
});

test('an operator whose browser is a member, too, uses both', async () => {
  const place = await openPlace(app);
  const phone = await comeIn(app, place, '店里的阿姨');
  const owner = { ...(await app.operator('owner', place.communityId)), deviceId: phone.actor.deviceId };
  assert.equal((await app.request('GET', `/api/join/${place.code}`, { as: owner })).body.state, 'joined');
  assert.equal((await app.request('GET', `/api/member/groups/${place.groupId}`, { as: owner })).status, 200);
  assert.equal((await app.request('GET', `/api/communities/${place.communityId}/people`, { as: owner })).status, 200);
});

test('a shared link has a title and escapes what it says', async () => {
  const place = await openPlace(app, { name: '<b>灶边</b>' });
  const tags = await describeJoinPage(app.ctx, `/j/${place.code}`);
  assert.match(tags, /<title>灶边·家常菜同好会 · &lt;b&gt;灶边&lt;\/b&gt;<\/title>/);
  assert.ok(!tags.includes('<b>'));
  assert.equal(await describeJoinPage(app.ctx, '/j/NOSUCHCODE'), '');
});
