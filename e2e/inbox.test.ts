/**
 * The desk in a browser: a member's question stands on Today, Enter leads to it, it is answered with the keys alone and arrives
 * on the phone; others are given to somebody, laid aside and opened again; the palette finds a group.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './kit/browser.ts';
import type { Client } from './kit/client.ts';
import { startJourney } from './kit/journey.ts';
import { waitUntil } from './kit/server-process.ts';
import { joinFair, operatorAccount, readAll } from './kit/story.ts';
import { fillIn, inConsole } from './kit/words.ts';

const { browser, server, fair } = await startJourney();
let tao: Client;

const asked = ['小汤锅电磁炉能用吗？', '发面两小时没动静，是水太凉吗？', '长桌饭能带老人吗？'];
const list = (page: Page) => page.getByRole('complementary', { name: inConsole.inbox.list });

before(async () => {
  const names = ['陶然', '马腾辉', '王秀芬'];
  for (const [index, text] of asked.entries()) {
    const phone = await joinFair(() => server, fair, names[index]!);
    if (index === 0) tao = phone;
    await phone.call('POST', `/api/member/groups/${fair.groupId}/messages`, { clientId: randomUUID(), text });
  }
  await waitUntil(async () => (await counts()).open === asked.length, 'the questions to be heard');
});

const counts = () => fair.operator.call('GET', `/api/communities/${fair.communityId}/question-counts`);

test('questions are seen, answered, given away, laid aside and opened again without leaving the inbox', async () => {
  const { page, errors } = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  await page.goto(`${server.url}/c/${fair.communityId}`);
  const card = page.getByRole('region', { name: inConsole.today.questions });
  await card.getByText(asked[0]!).waitFor();
  assert.equal(await card.getByRole('listitem').count(), asked.length);

  // Enter leads to the one that waits longest, Enter again into the field.
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: asked[0]! }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('能用，底是平的就行。');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: asked[1]! }).waitFor();
  const told = (await readAll(tao, fair.groupId)).find(({ text }) => text === '能用，底是平的就行。');
  assert.equal(told?.replyTo?.authorName, '陶然');
  assert.deepEqual(await counts().then(({ open, answered }) => [open, answered]), [2, 1]);

  // a gives it to somebody.
  await page.keyboard.press('a');
  await page.getByRole('menuitem', { name: inConsole.inbox.takeIt }).click();
  await page.getByRole('menuitem', { name: inConsole.inbox.takeIt }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: operatorAccount.name, exact: true }).waitFor();

  // j goes on; x lays aside, and the way back is there.
  await page.keyboard.press('j');
  await page.getByRole('heading', { name: asked[2]! }).waitFor();
  await page.keyboard.press('x');
  await list(page).getByText(inConsole.inbox.closed).waitFor();
  await list(page).getByRole('button', { name: asked[2]! }).click();
  await page.getByRole('button', { name: inConsole.inbox.reopen }).click();
  await page.getByRole('button', { name: inConsole.inbox.closeIt }).waitFor();
  assert.deepEqual(await counts().then(({ open, mine }) => [open, mine]), [2, 1]);
  assert.deepEqual(errors, []);
});

test('the palette leads to a group by its name, and its pulse counts what was said', async () => {
  const { page } = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  await page.goto(`${server.url}/c/${fair.communityId}/today`);
  await page.getByRole('row').filter({ hasText: '灶边 3 群' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('3 群');
  await page.getByRole('option', { name: fillIn(inConsole.palette.members, { count: 3 }) }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/inbox/${fair.groupId}*`);
  await page.getByText(asked[1]!).first().waitFor();

  // The number of messages leads to the talk of its day.
  await page.goto(`${server.url}/c/${fair.communityId}/today`);
  const pulse = page.getByRole('row').filter({ hasText: '灶边 3 群' });
  await pulse.locator(`a[href*="/inbox/${fair.groupId}?day="]`).click();
  await page.locator('.dayline.opened').waitFor();
  const [first, log] = await Promise.all([
    page.locator('.dayline.opened + .msg').boundingBox(),
    page.getByRole('log').boundingBox(),
  ]);
  assert.ok(first!.y >= log!.y && first!.y < log!.y + log!.height, 'the first message of the day can be seen');
  await page.goto(`${server.url}/c/${fair.communityId}/inbox/${fair.groupId}?day=2030-01-01`);
  await page.getByText(inConsole.talk.silentDay.replace('{{day}}', '')).waitFor();
});
