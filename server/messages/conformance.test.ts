/** The story of `carriers/conformance.ts` on the built-in group and on a group run by hand, through the whole app. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { playConformance, type Played, type Stage } from '../carriers/conformance.ts';
import type { IncomingItem, Message } from '../carriers/index.ts';
import { getGroup } from '../groups/index.ts';
import { identifySenders, listMembers, openMembership, recordPresence } from '../people/index.ts';
import { knock, type Phone } from '../people/testing.ts';
import { inTransaction } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { receive } from './receive.ts';
import { enter, openTalk, openTalkApp, say, type Talk } from './testing.ts';

const app = await openTalkApp();
const names = ['小兰', '阿波', 'Ann'];

async function messagesOf(talk: Talk): Promise<Message[]> {
  return (await app.request('GET', `${talk.team}/messages?limit=100`, { as: talk.owner })).body.items as Message[];
}

/** What both stages share: the team works through the API, and what is seen is read from it. */
function common(talk: Talk, afterAct: (taskId: string | null) => Promise<void>) {
  const act: Stage['act'] = async (op, args = {}) => {
    const answer = await app.request('POST', `${talk.team}/acts`, { as: talk.owner, body: { op, ...args } });
    if (answer.status !== 200) return { refused: String(answer.body.code).replace('carriers.', '') };
    const { how, taskId, value } = answer.body as { how: 'native'; taskId: string | null; value?: unknown };
    await afterAct(taskId);
    return { how, value } satisfies Played;
  };
  const find = async (text: string) => (await messagesOf(talk)).find((message) => message.text === text)!.id;
  return {
    act,
    abilities: async () => (await app.request('GET', `${talk.team}/abilities`, { as: talk.owner })).body.abilities,
    send: async (text: string) => {
      const body = { clientId: newId(), text };
      const sent = await app.request('POST', `${talk.team}/messages`, { as: talk.owner, body });
      assert.equal(sent.status, 201, sent.text);
      await afterAct(sent.body.taskId as string | null);
      return sent.body.message.id as string;
    },
    onMessage: async (op: 'recall' | 'edit' | 'pin' | 'unpin', text: string, change?: string) => {
      const path = `${talk.team}/messages/${await find(text)}`;
      const request = {
        recall: () => app.request('POST', `${path}/recall`, { as: talk.owner, body: {} }),
        edit: () => app.request('PATCH', path, { as: talk.owner, body: { text: change } }),
        pin: () => app.request('PUT', `${path}/pin`, { as: talk.owner }),
        unpin: () => app.request('DELETE', `${path}/pin`, { as: talk.owner }),
      }[op];
      const answer = await request();
      assert.equal(answer.status, 200, answer.text);
      await doOpenTasks(talk);
    },
    look: async () => {
      const group = await getGroup(app.ctx, talk.communityId, talk.groupId);
      const members = (await listMembers(app.ctx, talk, { limit: 50 })).items;
      const messages = await messagesOf(talk);
      return {
        name: group.name,
        notice: group.notice?.text ?? null,
        mutedAll: group.mutedAll,
        slowModeSeconds: group.slowModeSeconds,
        nameLocked: group.nameLocked,
        privateAdding: group.privateAdding,
        dissolved: group.lifecycle === 'dissolved',
        members: members.map((member) => member.name),
        roles: Object.fromEntries(members.map((member) => [member.name, member.role])),
        texts: messages.filter((message) => message.recalledAt === null).map((message) => message.text),
        pinned: messages.filter((message) => message.pinned).map((message) => message.text),
      };
    },
  };
}

async function doTask(talk: Talk, taskId: string): Promise<void> {
  const path = `/api/communities/${talk.communityId}/tasks/${taskId}/done`;
  const done = await app.request('POST', path, { as: talk.owner, body: {} });
  assert.equal(done.status, 200, done.text);
  await app.settle();
}

async function doOpenTasks(talk: Talk): Promise<void> {
  const { body } = await app.request('GET', `/api/communities/${talk.communityId}/tasks`, { as: talk.owner });
  for (const task of body.items as { id: string; state: string }[])
    if (task.state === 'open') await doTask(talk, task.id);
}

async function openWebStage(): Promise<Stage> {
  const talk = await openTalk(app);
  const phones = new Map<string, Phone>();
  for (const name of names) phones.set(name, await enter(talk, name));
  return {
    ...common(talk, async () => {}),
    identityOf: (name) => phones.get(name)!.identityId,
    say: async (name, text, eventId) =>
      (await say(talk, phones.get(name)!, { text, ...(eventId ? { clientId: eventId } : {}) })).status === 201,
    comeBack: async (name) => (await knock(app, talk.code, { as: phones.get(name)! })).body.state === 'joined',
    actAsMember: async (name, op, args) =>
      (await app.request('POST', `${talk.team}/acts`, { as: phones.get(name)!.actor, body: { op, ...args } }))
        .status === 200,
  };
}

/** The platform here is people: they do every task at once, and what they see is read in as a history. */
async function openManualStage(): Promise<Stage> {
  const talk = await openTalk(app, { carrier: 'wechat' });
  const place = { communityId: talk.communityId, groupId: talk.groupId };
  const senders = names.map((name) => ({ externalId: `wx-${name}`, name }));
  const ids = await identifySenders(app.ctx, talk.communityId, 'wechat', senders);
  const idOf = (name: string) => ids.get(`wx-${name}`)!;
  const seen = names.map((name) => ({ identityId: idOf(name), state: 'in' as const, at: app.clock.now() }));
  await recordPresence(app.ctx, place, seen);
  const shared = common(talk, async (taskId) => {
    if (taskId) await doTask(talk, taskId);
  });
  return {
    ...shared,
    identityOf: idOf,
    say: async (name, text, eventId) => {
      // People over there keep to what the room was set to; the program only reads it.
      const { mutedAll, dissolved } = await shared.look();
      const { items } = await listMembers(app.ctx, place, { limit: 50 });
      const silent = (items.find((member) => member.name === name)?.mutedUntil ?? new Date(0)) > app.clock.now();
      if (mutedAll || dissolved || silent) return false;
      const item: IncomingItem = {
        sender: { externalId: `wx-${name}`, name },
        clientId: null,
        externalId: eventId ?? newId(),
        at: app.clock.now(),
        kind: 'text',
        text,
        picture: null,
        replyTo: null,
        mentions: [],
      };
      const [result] = await receive(app.ctx, { ...place, carrier: 'wechat', origin: 'import', items: [item] });
      return result!.ok;
    },
    comeBack: async (name) => {
      // The program does not stand at the door over there; people look at its list of bans.
      const { rows } = await app.services.database.pool.query(
        'select 1 from people_bans where identity_id = $1 and lifted_at is null',
        [idOf(name)],
      );
      if (rows.length > 0) return false;
      const arrival = { ...place, identityId: idOf(name), source: 'roster', linkId: null, code: null, inviterId: null };
      return inTransaction(app.ctx, async (ctx) => (await openMembership(ctx, arrival)).ok);
    },
    actAsMember: async () => false,
  };
}

playConformance('web', openWebStage);
playConformance('manual', openManualStage);

test('manual: a task says what to do and can be skipped, and then nothing is noted', async () => {
  const talk = await openTalk(app, { carrier: 'wechat' });
  const asked = await app.request('POST', `${talk.team}/acts`, {
    as: talk.owner,
    body: { op: 'setName', name: '新名字' },
  });
  assert.deepEqual([asked.status, asked.body.how], [200, 'human']);
  const path = `/api/communities/${talk.communityId}/tasks`;
  const task = (await app.request('GET', path, { as: talk.owner })).body.items[0];
  assert.deepEqual([task.id, task.text, task.kind], [asked.body.taskId, '新名字', 'carriers.act']);
  assert.ok(task.title.includes('新名字') && task.steps.length === 2 && task.dueAt !== null);
  const skipped = await app.request('POST', `${path}/${task.id}/skip`, { as: talk.owner, body: {} });
  assert.equal(skipped.status, 200, skipped.text);
  assert.equal((await getGroup(app.ctx, talk.communityId, talk.groupId)).name, '微信·家常菜');
});

test('web: private words reach only the one they are for; sibling groups, links and members come back as values', async () => {
  const talk = await openTalk(app);
  const [lan, bo] = [await enter(talk, '小兰'), await enter(talk, '阿波')];
  const act = (body: Record<string, unknown>) => app.request('POST', `${talk.team}/acts`, { as: talk.owner, body });
  assert.equal((await act({ op: 'sendPrivate', identityId: lan.identityId, text: '广告请先问管家' })).status, 200);
  const notes = (phone: Phone) => app.request('GET', `${talk.base}/notes`, { as: phone.actor });
  assert.deepEqual(
    (await notes(lan)).body.items.map((note: { text: string }) => note.text),
    ['广告请先问管家'],
  );
  assert.deepEqual((await notes(bo)).body.items, []);
  assert.equal((await app.request('POST', `${talk.base}/notes/seen`, { as: lan.actor, body: {} })).status, 204);
  assert.notEqual((await notes(lan)).body.items[0].seenAt, null);
  const link = await act({ op: 'inviteLink' });
  assert.match(link.body.value.url, /^http:\/\/fair\.test\/j\/[0-9A-Z]{10}$/);
  assert.equal((await act({ op: 'listMembers' })).body.value.items.length, 2);
  const sibling = await act({ op: 'createGroup', name: '灶边二群' });
  assert.equal((await getGroup(app.ctx, talk.communityId, sibling.body.value.groupId)).tier, 'ordinary');
  const moderator = await app.operator('moderator', talk.communityId);
  const dissolve = await app.request('POST', `${talk.team}/acts`, { as: moderator, body: { op: 'dissolve' } });
  assert.equal(dissolve.status, 403);
  assert.equal((await act({ op: 'explode' })).status, 400);
});
