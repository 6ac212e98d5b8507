import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLink } from '../groups/index.ts';
import { leaveGroup } from '../people/index.ts';
import { answersOf, knock } from '../people/testing.ts';
import { enter, openTalk, openTalkApp, type Talk } from './testing.ts';
import { welcomeNewcomers } from './welcome.ts';

const app = await openTalkApp();
const minute = 60_000;

async function switchOn(talk: Talk, wish: object = {}): Promise<void> {
  const body = { on: true, texts: ['欢迎 {{nickname}}来到{{group}}，第 {{members}} 位'], ...wish };
  const answer = await app.request('PUT', `/api/communities/${talk.communityId}/welcome`, { as: talk.owner, body });
  assert.equal(answer.status, 200, answer.text);
}

/** What the official voice has said, oldest first. */
async function greetings(talk: Talk): Promise<{ text: string; mentions: { name: string }[] }[]> {
  const { items } = (await app.request('GET', `${talk.team}/messages?limit=50`, { as: talk.owner })).body;
  return items.filter((message: { author: { kind: string } }) => message.author.kind === 'official');
}

async function tick(): Promise<void> {
  await app.settle();
  await welcomeNewcomers.run(app.ctx, {});
}

test('those who join within a minute are greeted by name in one message, once, by two nodes too', async () => {
  app.clock.set('2026-11-19T11:42:00Z');
  const talk = await openTalk(app);
  await switchOn(talk);
  await enter(talk, '小林');
  app.clock.advance(30_000);
  await enter(talk, '阿青');
  await tick();
  assert.deepEqual(await greetings(talk), [], 'nobody is greeted before a minute is over');
  app.clock.advance(minute);
  await Promise.all([tick(), welcomeNewcomers.run(app.ctx, {})]);
  await tick();
  const [greeting, ...others] = await greetings(talk);
  assert.equal(greeting!.text, '欢迎 @小林 @阿青 来到灶边·家常菜同好会，第 2 位');
  assert.deepEqual(
    greeting!.mentions.map((mention) => mention.name),
    ['小林', '阿青'],
  );
  assert.deepEqual(others, []);
});

test('at night nobody is greeted; the morning catches up, without those who have left', async () => {
  app.clock.set('2026-11-19T15:00:00Z');
  const talk = await openTalk(app);
  await switchOn(talk, { quiet: { from: '22:30', to: '07:30' } });
  await enter(talk, '夜猫');
  const gone = await enter(talk, '路过');
  await leaveGroup(app.ctx, { communityId: talk.communityId, groupId: talk.groupId, identityId: gone.identityId });
  app.clock.advance(5 * minute);
  await tick();
  assert.deepEqual(await greetings(talk), []);
  app.clock.set('2026-11-19T23:30:00Z');
  await tick();
  assert.deepEqual(
    (await greetings(talk)).map(({ text }) => text),
    ['欢迎 @夜猫 来到灶边·家常菜同好会，第 1 位'],
  );
});

test('a rush is one message with twenty names and the number of the others', async () => {
  app.clock.set('2026-11-19T11:42:00Z');
  const talk = await openTalk(app);
  await switchOn(talk, { texts: ['{{nickname}}好'] });
  for (let at = 1; at <= 22; at++) {
    app.clock.advance(10);
    await enter(talk, `新${at}`);
  }
  app.clock.advance(2 * minute);
  await tick();
  const [greeting, ...others] = await greetings(talk);
  assert.deepEqual(others, []);
  assert.match(greeting!.text, /^@新1 @新2 .*@新20 和另外 2 位新朋友好$/);
  assert.equal(greeting!.mentions.length, 20);
});

test('whoever leaves and comes back, or comes before the welcome is on, or a day too late, is not greeted', async () => {
  app.clock.set('2026-11-19T11:42:00Z');
  const talk = await openTalk(app);
  await enter(talk, '早来的');
  await app.settle();
  await switchOn(talk);
  const lin = await enter(talk, '小林');
  app.clock.advance(2 * minute);
  await tick();
  assert.equal((await greetings(talk)).length, 1);
  await leaveGroup(app.ctx, { communityId: talk.communityId, groupId: talk.groupId, identityId: lin.identityId });
  assert.ok((await findLink(app.ctx, talk.code)).ok);
  await knock(app, talk.code, { answers: answersOf('小林'), as: lin });
  app.clock.advance(2 * minute);
  await tick();
  await enter(talk, '久等');
  await app.settle();
  app.clock.advance(25 * 60 * minute);
  await tick();
  assert.equal((await greetings(talk)).length, 1);
});

test('a group may have words of its own, be silent, and go back to those of the community', async () => {
  app.clock.set('2026-11-19T11:42:00Z');
  const talk = await openTalk(app);
  await switchOn(talk);
  const path = `${talk.team}/welcome`;
  const own = { on: false, texts: [], quiet: null };
  assert.deepEqual((await app.request('PUT', path, { as: talk.owner, body: own })).body, { own: true, welcome: own });
  await enter(talk, '小林');
  app.clock.advance(2 * minute);
  await tick();
  assert.deepEqual(await greetings(talk), []);
  assert.equal((await app.request('DELETE', path, { as: talk.owner })).status, 204);
  assert.equal((await app.request('GET', path, { as: talk.owner })).body.own, false);
  await enter(talk, '阿青');
  app.clock.advance(2 * minute);
  await tick();
  assert.equal((await greetings(talk)).length, 1);
});

test('texts that could not be sent are refused with the cure; the preview shows the others', async () => {
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}/welcome`;
  const refused: [object, string, RegExp][] = [
    [{ on: true, texts: [] }, 'programs.welcome_empty', /写一句/],
    [{ on: true, texts: ['欢迎 {{nickname}} {{城市}}'] }, 'programs.unknown_variable', /\{\{城市\}\}.*\{\{group\}\}/],
    [{ on: false, texts: ['欢迎大家'] }, 'programs.nickname_missing', /\{\{nickname\}\}/],
  ];
  for (const [body, code, words] of refused) {
    const answer = await app.request('PUT', base, { as: talk.owner, body });
    assert.deepEqual([answer.status, answer.body.code], [422, code], answer.text);
    assert.match(answer.body.detail, words);
  }
  const { suggestions, welcome } = (await app.request('GET', base, { as: talk.owner })).body;
  assert.equal(welcome.on, false);
  const body = { texts: suggestions, groupId: talk.groupId };
  const preview = await app.request('POST', `${base}/preview`, { as: talk.owner, body });
  assert.equal(preview.body.texts.length, 3);
  for (const text of preview.body.texts) {
    assert.match(text, /@小林 @阿青/);
    assert.doesNotMatch(text, /\{\{/);
  }
});

test('the team sees what became of newcomers, and welcomes at once even at night', async () => {
  app.clock.set('2026-11-19T15:00:00Z');
  const talk = await openTalk(app);
  const base = `/api/communities/${talk.communityId}`;
  await switchOn(talk, { quiet: { from: '22:30', to: '07:30' } });
  const owl = await enter(talk, '夜猫');
  await tick();
  const states = async () =>
    (await app.request('GET', `${base}/welcome/arrivals?groupId=${talk.groupId}`, { as: talk.owner })).body.items.map(
      (line: { name: string; state: string }) => [line.name, line.state],
    );
  assert.deepEqual(await states(), [['夜猫', 'waiting']]);
  const now = () => app.request('POST', `${talk.team}/welcome/now`, { as: talk.owner, body: {} });
  assert.deepEqual((await now()).body, { welcomed: 1 });
  assert.deepEqual((await now()).body, { welcomed: 0 });
  assert.equal((await greetings(talk)).length, 1);
  assert.deepEqual(await states(), [['夜猫', 'welcomed']]);
  const preview = { as: talk.owner, body: { texts: ['你好 {{nickname}}'], groupId: talk.groupId } };
  assert.deepEqual((await app.request('POST', `${base}/welcome/preview`, preview)).body, { texts: ['你好 @夜猫 '] });
  assert.deepEqual((await app.request('GET', `${base}/welcome`, { as: talk.owner })).body.own, []);
  await app.request('PUT', `${talk.team}/welcome`, { as: talk.owner, body: { on: false } });
  assert.deepEqual((await app.request('GET', `${base}/welcome`, { as: talk.owner })).body.own, [talk.groupId]);
  const people = (await app.request('GET', `${base}/people?limit=5`, { as: talk.owner })).body.items;
  const me = people.find((one: { identityId: string }) => one.identityId === owl.identityId);
  const { items } = (await app.request('GET', `${base}/people/${me.personId}/timeline`, { as: talk.owner })).body;
  assert.ok(items.some((entry: { kind: string }) => entry.kind === 'programs.welcomed'));
});
