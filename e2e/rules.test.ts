/**
 * Rules in a browser: the queue is walked and decided by keys, a decision is taken back, who decided first is told kindly that
 * an appeal is for somebody else, and the second moderator puts it right.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './kit/browser.ts';
import { type Court, heldWords, holdCourt } from './kit/court.ts';
import { startJourney } from './kit/journey.ts';
import { readAll } from './kit/story.ts';
import { fillIn, inConsole } from './kit/words.ts';

const words = inConsole.rules;

const { browser, server, fair } = await startJourney();
let court: Court;

before(async () => {
  court = await holdCourt(() => server, fair);
});

const said = async () => (await readAll(court.wronged, fair.groupId)).map(({ text }) => text as string);
const caseOf = (page: Page) => page.getByRole('region', { name: words.case, exact: true });
const heading = (page: Page, name: string) => caseOf(page).getByRole('heading', { name }).waitFor();

test('the queue is decided by keys and taken back; an appeal is decided by the second moderator', async () => {
  const { page, errors, close } = await openPage(browser, {
    size: 'desk',
    as: { client: fair.operator, url: server.url },
  });
  // The door of Today leads to the queue; the appeal of one's own decision does not open by itself.
  await page.goto(`${server.url}/c/${fair.communityId}/today`);
  await page.getByRole('link', { name: fillIn(inConsole.today.cases, { count: 4 }) }).click();
  await heading(page, '辣妹厨房');
  await caseOf(page).getByText('姐妹们我家酱料做了十年啦').waitFor();

  // u keeps it away with the next step; z takes that back.
  await page.keyboard.press('u');
  await heading(page, '阿德');
  await page.keyboard.press('z');
  await heading(page, '辣妹厨房');
  await caseOf(page).getByRole('button', { name: words.act.held.release }).waitFor();
  await page.keyboard.press('j');
  await heading(page, '阿德');
  await page.keyboard.press('j');
  await heading(page, '米粒妈');

  // Enter goes into the word to the author, r lets the message through.
  await page.keyboard.press('Enter');
  await page.keyboard.type('菜谱真好，谢谢');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.getByText(words.act.held.released).waitFor();
  assert.ok((await said()).includes(heldWords.linker));
  assert.ok(!(await said()).includes(heldWords.seller));

  // Who decided first may look at the appeal, not decide it.
  const views = page.getByRole('group', { name: words.views });
  await views.getByRole('button', { name: words.view.appealed }).click();
  await page.getByRole('complementary', { name: words.list }).getByRole('button', { name: '何小曼' }).click();
  await heading(page, '何小曼');
  await caseOf(page).getByText(words.second).waitFor();
  assert.equal(await caseOf(page).getByRole('button', { name: words.act.appeal.release }).count(), 0);
  const address = page.url();
  assert.deepEqual(errors, []);
  await close();

  const other = await openPage(browser, { size: 'phone', as: { client: court.second, url: server.url } });
  await other.page.goto(address);
  await heading(other.page, '何小曼');
  await caseOf(other.page).getByRole('button', { name: words.act.appeal.release }).click();
  await other.page.getByText(words.act.appeal.released).waitFor();
  assert.ok((await said()).some((text) => text.includes('免费领一次样品')));
  assert.deepEqual(other.errors, []);
  await other.close();
});
