import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureContacts } from './contacts.ts';
import { ask, dayMs, enterAll, openTalk, openTalkApp, said } from './testing.ts';

const app = await openTalkApp();

test('the care list: own rhythm, lots before contact, what came of it, and the difference four weeks later', async () => {
  app.clock.set('2026-08-01T02:00:00Z');
  const talk = await openTalk(app);
  const quiet = ['静一', '静二', '静三', '静四'];
  const phones = await enterAll(talk, [...quiet, '常来的', '少话的', '别找我']);
  for (let week = 0; week < 4; week++) {
    for (const name of [...quiet, '常来的', '别找我']) await said(talk, phones[name]!, `第${week}周，${name}来了`);
    app.clock.advance(7 * dayMs);
  }
  await said(talk, phones['少话的']!, '路过');
  const me = `/api/member/communities/${talk.communityId}/me`;
  await app.request('PATCH', me, { as: phones['别找我']!.actor, body: { privacy: { uncontacted: true } } });
  app.clock.set('2026-10-05T02:00:00Z');
  await said(talk, phones['常来的']!, '今天也来');
  await said(talk, phones['常来的']!, '天天来');
  app.clock.advance(dayMs);
  await said(talk, phones['常来的']!, '还是来');
  await app.settle();

  const list = (await ask(talk, 'GET', '/fading')).body;
  assert.deepEqual(list.items.map(({ name }: { name: string }) => name).toSorted(), quiet.toSorted());
  assert.deepEqual([list.basis.by, list.basis.effect.few, list.items[0].daysBefore], ['rule', true, 4]);

  const personIds = list.items.map(({ personId }: { personId: string }) => personId);
  assert.equal((await ask(talk, 'POST', '/contacts', { personIds, share: 0.1 })).status, 400);
  const drawn = (await ask(talk, 'POST', '/contacts', { personIds, share: 0.5 })).body;
  assert.equal(drawn.contacted + drawn.held, 4);
  assert.deepEqual((await ask(talk, 'GET', '/fading')).body.items, [], 'nobody is drawn twice in four weeks');
  assert.equal((await ask(talk, 'POST', '/contacts', { personIds, share: 0.5 })).body.code, 'care.not_on_list');
  const contacts = (await ask(talk, 'GET', '/contacts')).body.items;
  assert.equal(contacts.length, drawn.contacted, 'who is held back is not named');
  const tasks = await app.request('GET', `/api/communities/${talk.communityId}/tasks?kind=care.reach_out`, {
    as: talk.owner,
  });
  assert.equal(tasks.body.items.length, drawn.contacted);

  if (drawn.contacted > 0) {
    const body = { outcome: 'talked', cause: 'shy', note: '想说又怕说错' };
    assert.equal((await ask(talk, 'PUT', `/contacts/${contacts[0].id}/outcome`, body)).status, 204);
    assert.deepEqual((await ask(talk, 'GET', '/fading')).body.causes, [{ cause: 'shy', count: 1 }]);
    app.clock.advance(3 * dayMs);
    const back = quiet.find((name) => phones[name]!.identityId === contacts[0].identityId)!;
    await said(talk, phones[back]!, '我回来了');
  }
  app.clock.advance(27 * dayMs);
  await measureContacts.run(app.ctx, {});
  const { effect } = (await ask(talk, 'GET', '/fading')).body.basis;
  assert.deepEqual(
    [effect.contacted, effect.held],
    [
      { people: drawn.contacted, returned: Math.min(1, drawn.contacted) },
      { people: drawn.held, returned: 0 },
    ],
  );
  assert.equal(effect.few, true);
});
