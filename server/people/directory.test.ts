/** The list of people through the door: by name, group, days and activity; counts; the timeline; pages that meet. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGroup, createLink } from '../groups/index.ts';
import { inTransaction } from '../platform/context.ts';
import { countPeopleActivity } from './day.ts';
import { setMemberRole, leaveGroup } from './membership.ts';
import { gramsOf } from './store/directory.ts';
import { comeIn, openApp, openPlace, type Phone, type Place } from './testing.ts';

const app = await openApp();

async function open() {
  const place = await openPlace(app);
  const owner = await app.operator('owner', place.communityId);
  const ask = async (path: string) => {
    const answer = await app.request('GET', `/api/communities/${place.communityId}${path}`, { as: owner });
    assert.equal(answer.status, 200, answer.text);
    return answer.body;
  };
  const names = async (query: string) =>
    (await ask(`/people?${query}`)).items.map(({ name }: { name: string }) => name) as string[];
  return { ...place, owner, ask, names };
}

/** Somebody comes in, a second after the one before: ids of one moment have no order. */
function arrive(place: Place, name: string): Promise<Phone> {
  app.clock.advance(1000);
  return comeIn(app, place, name);
}

const speak = (place: Place, identityId: string, said: Record<string, number>) =>
  inTransaction(app.ctx, (ctx) =>
    countPeopleActivity(
      ctx,
      Object.entries(said).map(([day, messages]) => ({
        communityId: place.communityId,
        groupId: place.groupId,
        identityId,
        day,
        messages,
      })),
    ),
  );

test('people are found by one character, by two, by more, and by nothing that is not there', async () => {
  const talk = await open();
  for (const name of ['王小明', '小明王', '李小明', '欧阳娜娜', 'Tom Lee']) await arrive(talk, name);
  assert.deepEqual(await talk.names('q=王'), ['小明王', '王小明']);
  assert.deepEqual(await talk.names('q=小明'), ['李小明', '小明王', '王小明']);
  assert.deepEqual(await talk.names('q=王小明'), ['王小明']);
  assert.deepEqual(await talk.names('q=tom'), ['Tom Lee']);
  assert.deepEqual(await talk.names('q=娜欧'), []);
  assert.deepEqual(await talk.names(`q=${encodeURIComponent('%_')}`), []);
  assert.deepEqual(gramsOf('王'), ['王']);
  assert.deepEqual(gramsOf('王小明'), ['王小', '小明']);
});

test('the list tells where people are, when they last spoke and how much, and pages meet', async () => {
  const talk = await open();
  const [first, second] = [await arrive(talk, '甲'), await arrive(talk, '乙'), await arrive(talk, '丙')];
  await speak(talk, first.identityId, { '2026-09-01': 5, '2026-11-18': 2, '2026-11-19': 3 });
  await speak(talk, second.identityId, { '2026-09-01': 7 });
  const { communityId, groupId } = talk;
  await setMemberRole(app.ctx, { communityId, groupId, identityId: second.identityId, role: 'steward' });
  const { items } = await talk.ask('/people');
  const one = items.find(({ name }: { name: string }) => name === '甲');
  assert.deepEqual([one.lastActiveOn, one.messages28, one.source, one.groups], ['2026-11-19', 5, '门店海报', 1]);
  assert.deepEqual(one.stays, [{ groupId, groupName: '灶边·家常菜同好会', role: 'member' }]);
  assert.deepEqual(await talk.names('sort=active'), ['甲', '乙']);
  assert.deepEqual(await talk.names('activity=active'), ['甲']);
  assert.deepEqual(await talk.names('activity=quiet'), ['乙']);
  assert.deepEqual(await talk.names('activity=never'), ['丙']);
  assert.deepEqual(await talk.names(`groupId=${groupId}&role=host`), ['乙']);
  assert.deepEqual(await talk.names(`groupId=${groupId}&role=member`), ['丙', '甲']);
  assert.deepEqual(await talk.names('role=host&spokeFrom=2026-09-01'), ['乙']);
  assert.deepEqual(await talk.names(`groupId=${groupId}&spokeFrom=2026-09-01&spokeTo=2026-09-01`), ['乙', '甲']);
  assert.deepEqual(await talk.names('spokeFrom=2026-09-01&spokeTo=2026-09-02'), ['乙', '甲']);
  assert.deepEqual(await talk.names('spokeFrom=2026-11-19'), ['甲']);
  assert.deepEqual(await talk.names(`source=${encodeURIComponent('门店海报')}`), ['丙', '乙', '甲']);
  assert.deepEqual(await talk.ask('/people-counts'), { people: 3, identities: 3, active: 1 });
  for (const sort of ['joined', 'active']) {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = await talk.ask(`/people?sort=${sort}&limit=1${cursor}`);
      seen.push(...page.items.map(({ name }: { name: string }) => name));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    assert.deepEqual(seen, sort === 'joined' ? ['丙', '乙', '甲'] : ['甲', '乙']);
  }
});

test('behind the joins and leaves of a day stand the people, in the zone of the community', async () => {
  const talk = await open();
  const { communityId, groupId } = talk;
  const start = app.clock.now();
  app.clock.set('2026-11-17T15:59:00Z'); // 23:59 in Shanghai
  const early = await arrive(talk, '早来');
  app.clock.set('2026-11-17T16:01:00Z');
  await arrive(talk, '晚来');
  await leaveGroup(app.ctx, { communityId, groupId, identityId: early.identityId });
  app.clock.set(start);
  assert.deepEqual(await talk.names(`groupId=${groupId}&joinedFrom=2026-11-17&joinedTo=2026-11-17`), ['早来']);
  assert.deepEqual(await talk.names('joinedFrom=2026-11-18&joinedTo=2026-11-18'), ['晚来']);
  assert.deepEqual(await talk.names(`groupId=${groupId}&leftFrom=2026-11-18&leftTo=2026-11-18`), ['早来']);
  assert.deepEqual(await talk.names(`groupId=${groupId}`), ['晚来']);
  const group = await inTransaction(app.ctx, async (ctx) => {
    const other = await createGroup(ctx, { communityId, name: '二群', tier: 'ordinary', capacity: 9 });
    await createLink(ctx, { communityId, groupId: other.id }, { channel: '直播' });
    return other;
  });
  assert.deepEqual(await talk.names(`groupId=${group.id}`), []);
});

test('the timeline tells comings, goings and weeks, latest first, and its pages meet', async () => {
  const talk = await open();
  const { communityId, groupId } = talk;
  const phone = await arrive(talk, '陶然');
  await speak(talk, phone.identityId, { '2026-11-02': 4, '2026-11-04': 2, '2026-11-10': 1 });
  await leaveGroup(app.ctx, { communityId, groupId, identityId: phone.identityId });
  const [{ personId }] = (await talk.ask('/people')).items;
  const whole = await talk.ask(`/people/${personId}/timeline`);
  const told = whole.items.map(({ kind, data }: { kind: string; data: { week?: string; messages?: number } }) =>
    kind === 'people.week' ? `${data.week} ${data.messages}` : kind,
  );
  assert.deepEqual(told.slice(0, 2).sort(), ['people.joined', 'people.left']);
  assert.deepEqual(told.slice(2), ['2026-11-09 1', '2026-11-02 6']);
  const keys: string[] = [];
  for (let cursor = ''; ;) {
    const page = await talk.ask(`/people/${personId}/timeline?limit=1${cursor}`);
    keys.push(...page.items.map(({ key }: { key: string }) => key));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  assert.deepEqual(
    keys,
    whole.items.map(({ key }: { key: string }) => key),
  );
});

test('a cursor of another order, a foreign group and a wrong day are refused', async () => {
  const talk = await open();
  await arrive(talk, '甲');
  await arrive(talk, '乙');
  const { nextCursor } = await talk.ask('/people?limit=1');
  const base = `/api/communities/${talk.communityId}/people`;
  const status = async (query: string) => (await app.request('GET', `${base}?${query}`, { as: talk.owner })).status;
  assert.equal(await status(`sort=active&cursor=${nextCursor}`), 400);
  assert.equal(await status('groupId=0190a0a0-0000-7000-8000-00000000000f'), 404);
  assert.equal(await status('joinedFrom=2026-13-01'), 400);
  assert.equal(await status('sort=name'), 400);
});
