/**
 * The rules on a member's phone: read them, be asked again when they change without being shut out, see what was held of
 * oneself and why, ask for another look and read the answer.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage, type Watched } from './kit/browser.ts';
import { type Client, createClient } from './kit/client.ts';
import { startJourney } from './kit/journey.ts';
import { lookClosely } from './kit/look.ts';
import { composer, type Phone, say } from './kit/phone.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inMember } from './kit/words.ts';

const { rules, cases, held } = inMember;
const items = [
  { name: '这里不卖东西', unwelcome: '广告、拉人、代购', consequence: '先放着，请管家看一眼', watchedBy: ['terms'] },
  { name: '说事不说人', welcome: '说清楚自己的想法', reward: '好的话会进精华', reason: '大家下班来吃顿安心饭' },
];
const appealText = '是给邻居介绍兼职，不是广告';

const { browser, server, fair } = await startJourney();
let ruan: Client;
let tan: Client;
let second: Client;

before(async () => {
  ruan = await joinFair(() => server, fair, '阮阮');
  tan = await joinFair(() => server, fair, '老谭');
  await publish({ tone: '像邻居一样说话，慢一点没关系', items });
  const list = { name: '先看一眼', effect: 'hold', terms: ['刷单返利'] };
  await fair.operator.call('POST', `${team()}/rules/lists`, list);
  const { code } = await fair.operator.call('POST', `${team()}/team/invitations`, { role: 'moderator' });
  second = createClient(() => server.url);
  const account = { name: '贺兰', email: 'helan@fair.example', password: 'er-deng-zhu-huo-2' };
  await second.call('POST', `/api/invitations/${code}/accept`, account);
});

const team = () => `/api/communities/${fair.communityId}`;
const publish = (text: object) => fair.operator.call('PUT', `${team()}/rules/text`, text);
const phoneOf = async (client: Client): Promise<Watched> => openPage(browser, { as: { client, url: server.url } });
const due = (page: Page, title: string) => page.getByRole('dialog', { name: title });

test('rules are asked for in the talk and may wait; read on their page, they say since when and when they were read', async () => {
  const watched = await phoneOf(ruan);
  const { page } = watched;
  await page.goto(`${server.url}/g/${fair.groupId}`);
  const first = due(page, rules.dueFirst);
  await first.getByText(items[1]!.reason!).waitFor();
  await lookClosely(watched, 'member-rules-due');
  await first.getByRole('button', { name: rules.later }).tap();
  await composer(page).waitFor();
  const phone: Phone = { ...watched, name: '阮阮' };
  await say(phone, '先问一句，今晚几点？');
  await page.goto(`${server.url}/g/${fair.groupId}/home`);
  await page.getByRole('link', { name: rules.title }).tap();
  await page.getByText(rules.notRead).waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0, 'asked once for each opening of the app');
  await lookClosely(watched, 'member-rules-unread');
  await page.getByRole('button', { name: rules.agree }).tap();
  await page.getByText(fillIn(rules.read, { day: '今天' })).waitFor();
  await page.getByRole('button', { name: rules.agree }).waitFor({ state: 'hidden' });
  await lookClosely(watched, 'member-rules');
  assert.deepEqual(watched.errors, []);
  await watched.close();
});

test('a version that must be read again asks once more; one that need not, does not', async () => {
  const read = () => ruan.call('GET', `/api/member/groups/${fair.groupId}/rules`);
  await publish({ items: items.slice(0, 1) });
  const watched = await phoneOf(ruan);
  const { page } = watched;
  await page.goto(`${server.url}/g/${fair.groupId}/rules`);
  await page.getByText(fillIn(rules.readOlder, { day: '今天', version: 1 })).waitFor();
  assert.equal((await read()).mustAcknowledge, false);
  await publish({ items, mustAcknowledgeAgain: true });
  await page.goto(`${server.url}/g/${fair.groupId}`);
  await due(page, rules.due).getByRole('button', { name: rules.agree }).tap();
  await due(page, rules.due).waitFor({ state: 'hidden' });
  const { acknowledged, mustAcknowledge } = await read();
  assert.deepEqual([acknowledged, mustAcknowledge], [3, false]);
  await page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(page).waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);
  await watched.close();
});

test('what was held of me tells why, may be appealed, and shows the answer', async () => {
  const words = '有个刷单返利的事想问问';
  const path = `/api/member/groups/${fair.groupId}/messages`;
  assert.equal((await ruan.request('POST', path, { clientId: randomUUID(), text: words })).status, 409);
  const watched = await phoneOf(ruan);
  const { page } = watched;
  await page.goto(`${server.url}/g/${fair.groupId}/cases`);
  const card = page.getByRole('listitem').filter({ hasText: words });
  await card.getByText(cases.state.waiting).waitFor();
  const { items: waiting } = await fair.operator.call('GET', `${team()}/rules/cases?state=open`);
  const about = `${team()}/rules/cases/${waiting[0].id}`;
  await fair.operator.call('POST', `${about}/uphold`, { note: '这类事容易吃亏，先不放。' });
  await page.reload();
  await card.getByText('这类事容易吃亏').waitFor();
  await lookClosely(watched, 'member-cases-upheld');
  await card.getByRole('button', { name: cases.appeal }).tap();
  const sheet = due(page, cases.appeal);
  await sheet.getByRole('textbox', { name: held.words }).fill(appealText);
  await lookClosely(watched, 'member-cases-appeal');
  await sheet.getByRole('button', { name: held.send }).tap();
  await card.getByText(cases.state.appealed).waitFor();
  await card.getByText(appealText).waitFor();
  assert.equal(await card.getByRole('button').count(), 0, 'an appeal is made once');
  await second.call('POST', `${about}/release`, { note: '确实是介绍工作，放出来了。' });
  await page.reload();
  await card.getByText(cases.state.overturned, { exact: true }).waitFor();
  await card.getByText('确实是介绍工作').waitFor();
  await lookClosely(watched, 'member-cases');
  assert.deepEqual(watched.errors, []);
  await watched.close();
});

test('who has no case is told so, and where the talk shows a held message its sheet tells the same', async () => {
  const watched = await phoneOf(tan);
  const { page } = watched;
  await page.goto(`${server.url}/g/${fair.groupId}/cases`);
  await page.getByRole('heading', { name: cases.none }).waitFor();
  await lookClosely(watched, 'member-cases-none');
  await page.goto(`${server.url}/g/${fair.groupId}`);
  await due(page, rules.dueFirst).getByRole('button', { name: rules.agree }).tap();
  await composer(page).fill('刷单返利靠谱吗');
  await page.getByRole('button', { name: inMember.chat.send }).tap();
  await page.getByRole('button', { name: held.appeal }).tap();
  const sheet = due(page, held.title);
  const close = sheet.getByRole('button', { name: held.close });
  await sheet.getByText('管家还没看到').waitFor();
  const [text, button] = await Promise.all([sheet.locator('.story').boundingBox(), close.boundingBox()]);
  assert.ok(button!.y - (text!.y + text!.height) >= 12, 'room between the words and the button');
  watched.forgive();
  await lookClosely(watched, 'member-held');
  await watched.close();
});
