/**
 * A list of terms in a browser: a file with bad lines is put right in the dialog, tried on what was said and taken in; the list notes
 * first, is asked about with its figures, acts, and comes out again as it went in.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { keepPicture, openPage } from './kit/browser.ts';
import type { Client } from './kit/client.ts';
import { startJourney } from './kit/journey.ts';
import { settleDown } from './kit/look.ts';
import { waitUntil } from './kit/server-process.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inConsole } from './kit/words.ts';

const words = inConsole.rules;
const listName = '节日骗局';
const file = [
  '词,说明,到哪天',
  '月饼券,中秋的骗局,2099-10-08',
  '/加(微/,拉人进群,',
  '中奖,,2020-01-01',
  '=1+1,"看着像公式, 其实是暗号",',
  '粽子券,,13月1日',
  '旧词,,',
].join('\r\n');

const { browser, server, fair } = await startJourney();

const post = (phone: Client, text: string, replyTo?: string) =>
  phone.request('POST', `/api/member/groups/${fair.groupId}/messages`, { clientId: randomUUID(), text, replyTo });

/** Two people talk: of three messages one would rightly be stopped, one was answered kindly. */
async function talk(): Promise<Client> {
  const [seller, friend] = [await joinFair(() => server, fair, '小满'), await joinFair(() => server, fair, '阿圆')];
  const { body } = await post(seller, '家里的月饼券用得完吗，我教你们怎么换');
  await post(friend, '用不完，快教教我', body.message.id);
  assert.equal((await post(seller, '月饼券还剩两张')).status, 201);
  return seller;
}

test('a file with bad lines becomes a list that was tried, notes first, and then acts', async () => {
  const base = `/api/communities/${fair.communityId}/rules`;
  const seller = await talk();
  const wish = { name: listName, effect: 'hold', mode: 'off', terms: ['旧词'] };
  const { list } = await fair.operator.call('POST', `${base}/lists`, wish);
  const as = { client: fair.operator, url: server.url };
  const { page, errors, close } = await openPage(browser, { size: 'desk', as });
  await page.goto(`${server.url}/c/${fair.communityId}/rules/lists/${list.id}`);
  const panel = page.getByRole('region', { name: listName, exact: true });

  await panel.getByRole('button', { name: words.paste }).click();
  await putRight(page);
  await tryFirst(page);
  await page.getByRole('button', { name: fillIn(words.addCount, { count: 5 }) }).click();
  await panel.getByText('粽子券').waitFor();
  await lookAtTerms(page);

  await panel.getByRole('button', { name: words.changeList }).click();
  await page.getByRole('dialog').getByText(words.mode.dry, { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: inConsole.common.save }).click();
  await panel.getByRole('button', { name: words.arm.begin }).waitFor();
  for (const text of ['还有月饼券吗', '月饼券最后一张']) assert.equal((await post(seller, text)).status, 201, text);
  const noted = async () => (await fair.operator.call('GET', `${base}/cases?kind=dry&listId=${list.id}`)).items;
  await waitUntil(async () => (await noted()).length === 2, 'what was noticed to stand among the cases');
  await fair.operator.call('POST', `${base}/cases/${(await noted())[0].id}/uphold`, {});

  await page.reload();
  await armKnowing(page);
  assert.equal((await post(seller, '再来一张月饼券')).body.code, 'rules.held_terms');
  await comesOutAgain(page, list.id);
  assert.deepEqual(errors, []);
  await close();
});

/** Each line that cannot be read says why, is gone to by its number and written anew. */
async function putRight(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: fillIn(words.import.title, { name: listName }) });
  await dialog.locator('input[type="file"]').setInputFiles({
    name: '节日骗局.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file),
  });
  const broken = dialog.getByRole('region', { name: fillIn(words.import.count.broken, { count: 2 }) });
  await broken.getByText('/加(微/').waitFor();
  assert.match(await broken.innerText(), /圆括号没有配对[\s\S]*日期看不懂/);
  assert.ok(await dialog.locator('.ant-modal-footer .ant-btn-primary').isDisabled());
  await broken.getByRole('button', { name: fillIn(words.import.line, { line: 3 }) }).click();
  await page.keyboard.insertText('"/加.{0,3}微信群/",拉人进群,');
  await broken.getByRole('button', { name: fillIn(words.import.line, { line: 6 }) }).click();
  await page.keyboard.insertText('粽子券,,2099-06-01');
  await dialog.getByText(fillIn(words.import.count.fresh, { count: 5 })).waitFor();
  for (const kind of ['known', 'expired'] as const)
    await dialog.getByText(fillIn(words.import.count[kind], { count: 1 })).waitFor();
  assert.equal(await dialog.locator('.import-broken').count(), 0);
}

/** What the lines would have stopped is seen before they come in; the dialog waits behind it. */
async function tryFirst(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.look.tryLines }).click();
  const drawer = page.getByRole('dialog', { name: fillIn(words.look.adds, { name: listName }) });
  await drawer.getByText(fillIn(words.look.sum, { hits: 2, doubtful: 1 })).waitFor();
  await drawer.locator('.dry-hits li').nth(1).waitFor();
  assert.equal(await drawer.locator('.dry-hits mark').count(), 2);
  await drawer.getByText(fillIn(words.look.doubtful, { count: 1 }), { exact: true }).click();
  await drawer.getByText(words.look.doubt.welcomed).waitFor();
  await drawer.getByText('我教你们怎么换').waitFor();
  assert.equal(await drawer.locator('.dry-hits li').count(), 1);
  await settleDown(page);
  await keepPicture(page, 'rules-look-lines');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
}

/** Those that are over are told apart; what is written beside one is changed by hand. */
async function lookAtTerms(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: listName, exact: true });
  const over = panel.getByRole('button', { name: fillIn(words.overCount, { count: 1 }) });
  await over.click();
  await panel.getByText('粽子券').waitFor({ state: 'hidden' });
  await panel.getByText(fillIn(words.overSince, { when: '2020-01-01' })).waitFor();
  await over.click();
  await panel.getByRole('button', { name: fillIn(words.noteOf, { term: '粽子券' }) }).click();
  const dialog = page.getByRole('dialog', { name: fillIn(words.noteOf, { term: '粽子券' }) });
  await dialog.getByLabel(words.comment).fill('端午的骗局');
  await dialog.getByText(words.lastDayNone).click();
  await dialog.getByRole('button', { name: inConsole.common.save }).click();
  await panel.getByText('端午的骗局').waitFor();
}

/** One of two notes was looked at: that is too few to say, and one may go on, knowing it. */
async function armKnowing(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: listName, exact: true });
  await panel.getByRole('button', { name: words.arm.begin }).click();
  const dialog = page.getByRole('dialog', { name: fillIn(words.arm.title, { name: listName }) });
  await dialog.getByText(words.arm.lead.few).waitFor();
  await dialog.getByText(fillIn(words.arm.fewMore, { fewest: 10, count: 9 })).waitFor();
  const door = dialog.getByRole('link', { name: fillIn(words.arm.open, { count: 1 }) });
  assert.match((await door.getAttribute('href'))!, /view=dry&listId=[\w-]+&result=waiting$/);
  await settleDown(page);
  await keepPicture(page, 'rules-arm-few');
  await dialog.getByRole('button', { name: words.arm.go.few }).click();
  await dialog.waitFor({ state: 'hidden' });
  await panel.getByRole('button', { name: words.arm.begin }).waitFor({ state: 'hidden' });
}

/** The table that comes out is what went in and was changed since, and makes the very same list of another one. */
async function comesOutAgain(page: Page, listId: string): Promise<void> {
  const base = `/api/communities/${fair.communityId}/rules/lists`;
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: words.exportTerms }).click();
  const table = await readFile((await (await saving).path())!, 'utf8');
  assert.deepEqual(table.replace('\uFEFF', '').trim().split('\r\n'), [
    '词,说明,到哪天',
    '旧词,,',
    '月饼券,中秋的骗局,2099-10-08',
    '"/加.{0,3}微信群/",拉人进群,',
    '中奖,,2020-01-01',
    `'=1+1,"看着像公式, 其实是暗号",`,
    '粽子券,端午的骗局,',
  ]);
  const { list } = await fair.operator.call('POST', base, { name: '抄一份', effect: 'hold', mode: 'off', terms: [] });
  const text = { text: table, format: 'table' };
  const taken = await fair.operator.call('POST', `${base}/${list.id}/terms/import`, text);
  assert.deepEqual(taken, { added: 6, changed: 0, skipped: 0 });
  const lines = async (id: string) => (await fair.operator.call('GET', `${base}/${id}/terms?limit=100`)).items;
  assert.deepEqual(await lines(list.id), await lines(listId));
}
