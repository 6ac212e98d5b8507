/**
 * A steward clears an inbox of thirty questions by keyboard alone: scripts filled for each asker, given away, laid aside, put off, a
 * task made of a message, and things taken back.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './kit/browser.ts';
import { startJourney } from './kit/journey.ts';
import { waitUntil } from './kit/server-process.ts';
import { joinFair, operatorAccount, readAll } from './kit/story.ts';
import { fillIn, inConsole } from './kit/words.ts';

const { browser, server, fair } = await startJourney();
const base = `/api/communities/${fair.communityId}`;
const dishes = '砂锅 蒸锅 烤箱 面团 酵母 米汤 豆腐 鱼头 牛腩 排骨 香菇 木耳 萝卜 白菜 辣酱'.split(' ');
const ways = [
  '要怎么洗才干净？',
  '放到明天还能吃吗？',
  '哪家买比较好？',
  '用大火还是小火？',
  '要炖多久才软？',
  '孩子可以吃吗？',
  '冻过还行不行？',
  '谁有多的能借我？',
  '一斤多少钱合适？',
  '为什么总是发苦？',
];
// Thirty that are unlike each other: many who say nearly the same are looked at by the rules.
const asked = Array.from({ length: 30 }, (_, index) => dishes[index % dishes.length]! + ways[index % ways.length]!);
const names = asked.map((_, index) => `街坊${String.fromCodePoint(0x4e00 + index * 40)}`);

before(async () => {
  // One after another, so that they wait in this order.
  for (const [index, text] of asked.entries()) {
    const phone = await joinFair(() => server, fair, names[index]!);
    await phone.call('POST', `/api/member/groups/${fair.groupId}/messages`, { clientId: randomUUID(), text });
  }
  const text = '{昵称}，收到了，{今天}晚饭前给你答复。';
  await fair.operator.call('POST', `${base}/scripts`, { title: '先接住', shortcut: 'xj', text });
  await fair.operator.call('POST', `${base}/scripts`, { title: '说会再回', text: '晚点细说。' });
  await waitUntil(async () => (await counts()).open === asked.length, 'the questions to be heard');
});

const counts = () => fair.operator.call('GET', `${base}/question-counts`);

test('thirty questions are dealt with by keys alone', async () => {
  const { page, errors } = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  await page.goto(`${server.url}/c/${fair.communityId}/inbox`);
  const open = await page.getByRole('heading', { level: 2, name: /？$/ }).textContent();
  const order = (await page.locator('.cv .q').allTextContents()).slice(0, asked.length);
  assert.equal(order.length, asked.length);
  assert.equal(open, order[0]);
  const isOpen = (at: number) => page.getByRole('heading', { level: 2, name: order[at]! }).waitFor();

  // Eight get the script, found by its letters or its initials.
  for (let at = 0; at < 8; at += 1) {
    await isOpen(at);
    await answerByScript(page, { letters: at % 2 === 0 ? 'xj' : 'xjz', name: names[asked.indexOf(order[at]!)]! });
  }
  // A gap is shown and not sent.
  await isOpen(8);
  await page.keyboard.press('r');
  await page.keyboard.type('{今天}见');
  await page.getByText(fillIn(inConsole.scripts.gaps, { names: '{今天}' })).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('今天见');
  await page.keyboard.press('Control+Enter');
  // Twelve are settled elsewhere, five were none.
  for (const [at, key] of [...'eeeeeeeeeeeexxxxx'].entries()) {
    await isOpen(9 + at);
    await page.keyboard.press(key);
  }
  // The next one is taken; a task is made of it, taken back and made again.
  await isOpen(26);
  await page.keyboard.press('a');
  await standInMenu(page, inConsole.inbox.takeIt);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: inConsole.inbox.takeIt }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: operatorAccount.name, exact: true }).waitFor();
  await makeTask(page);
  await page.keyboard.press('z');
  await page.getByText(inConsole.common.undone).waitFor();
  await makeTask(page);
  await page.keyboard.press('e');
  // One comes back tomorrow morning, the next was laid aside too early.
  await isOpen(27);
  await page.keyboard.press('s');
  await standInMenu(page, inConsole.inbox.snooze.half);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await isOpen(28);
  await page.keyboard.press('e');
  await isOpen(29);
  await page.keyboard.press('z');
  await waitUntil(async () => (await counts()).open === 3, 'the question to be open again');
  await page.keyboard.press('e');
  await isOpen(28);
  await page.keyboard.press('e');
  await page.getByText(inConsole.inbox.none).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText(inConsole.inbox.keys.palette).waitFor();

  const { open: left, answered, mine } = await counts();
  assert.deepEqual([left, answered, mine], [1, 9, 1], 'only the one that was put off is left, and it is mine');
  const said = await readAll(await joinFair(() => server, fair, '路人'), fair.groupId);
  const told = said.filter(({ text }) => text.endsWith('晚饭前给你答复。'));
  assert.equal(told.length, 8);
  assert.ok(told.every(({ text, replyTo }) => text.startsWith(`${replyTo.authorName}，`)));
  assert.equal((await fair.operator.call('GET', `${base}/scripts`)).items[0].uses, 8);
  const tasks = await fair.operator.call('GET', `${base}/tasks?kind=desk.message_task`);
  assert.deepEqual(
    tasks.items.map(({ text }: { text: string }) => text),
    [order[26]],
  );
  assert.deepEqual(errors, []);
});

async function answerByScript(page: Page, { letters, name }: { letters: string; name: string }): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(letters);
  await page.getByRole('option', { name: '先接住' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (start) => document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value.startsWith(start),
    `${name}，`,
  );
  await page.keyboard.press('Control+Enter');
}

/** The menu is there and has the keys: it takes them a moment after it is seen. */
async function standInMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: item }).waitFor();
  await page.locator('.ant-dropdown-menu:focus, .ant-dropdown-menu:focus-within').first().waitFor();
}

async function makeTask(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await page.getByText(inConsole.inbox.noted).last().waitFor();
}
