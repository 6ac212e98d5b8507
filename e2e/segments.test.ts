/**
 * Segments in a browser: a steward puts a question together from words, sees how many fit, saves it, gives somebody a tag in the drawer,
 * sees the count grow, and takes a file that holds exactly these people; then puts the segment away and takes that back.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { comeIn, openPlace } from '../server/people/testing.ts';
import { keepPicture, launchBrowser } from './kit/browser.ts';
import { startClockServer } from './kit/clock-server.ts';
import { fillIn, inConsole } from './kit/words.ts';

const words = inConsole.segments;
const server = await startClockServer();
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const condition = (page: Page, position: number) =>
  page.getByRole('group', { name: fillIn(words.condition, { position }) });

/** Picks from a drop-down of a condition by typing, as one does with a keyboard. */
async function pick(page: Page, position: number, what: string, choice: string): Promise<void> {
  const field = condition(page, position).getByRole('combobox', { name: new RegExp(`${what}$`) });
  await field.focus();
  await field.press('ArrowDown');
  await field.fill(choice);
  await page.locator('.ant-select-dropdown:visible').getByText(choice, { exact: true }).first().waitFor();
  await field.press('Enter');
}

test('a segment is built, saved, grows when a tag is given, and its file holds exactly these people', async () => {
  const place = await openPlace(server.app);
  for (const name of ['阮阮', '老谭', '小满']) {
    server.app.clock.advance(1000);
    await comeIn(server.app, place, name);
  }
  await server.app.settle();
  const owner = await server.app.operator('owner', place.communityId);
  const base = `/api/communities/${place.communityId}`;
  const people = (await server.app.request('GET', `${base}/people`, { as: owner })).body.items as {
    name: string;
    personId: string;
  }[];
  const idOf = (name: string) => people.find((one) => one.name === name)!.personId;
  const tag = (await server.app.request('POST', `${base}/tags`, { as: owner, body: { name: '老客' } })).body;
  await server.app.request('POST', `${base}/tags/${tag.id}/give`, { as: owner, body: { personIds: [idOf('阮阮')] } });

  const { page, errors, close } = await server.open(browser, { size: 'desk', actor: owner });
  await page.goto(`${server.url}/c/${place.communityId}/people?view=segments`);
  await page.getByRole('button', { name: words.add }).click();
  await pick(page, 1, words.what, '标签');
  await pick(page, 1, words.value, '老客');
  await page.keyboard.press('Escape');
  const count = page.locator('.segnum');
  await page.getByText('有标签「老客」的人').waitFor();
  assert.equal(await count.textContent(), '1');

  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByLabel(words.name).fill('老客们');
  await page.getByRole('dialog').getByRole('button', { name: inConsole.common.save }).click();
  const saved = page.getByRole('region', { name: words.saved });
  await saved.getByRole('button', { name: /老客们/ }).waitFor();

  await page.goto(`${server.url}/c/${place.communityId}/people?open=${idOf('小满')}`);
  await page.getByRole('tab', { name: inConsole.profile.tab }).click();
  await page.getByRole('button', { name: inConsole.profile.giveTag }).click();
  await page.getByRole('combobox', { name: inConsole.profile.whichTag }).fill('老客');
  await page.locator('.ant-select-dropdown:visible').getByText('老客', { exact: true }).click();
  await page.locator('.persontag', { hasText: '老客' }).waitFor();

  await page.getByRole('link', { name: inConsole.people.segments, exact: true }).click();
  await saved.getByRole('button', { name: /老客们/ }).click();
  await page.locator('.segnum', { hasText: '2' }).waitFor();
  assert.match((await saved.getByRole('button', { name: /老客们/ }).textContent()) ?? '', /2$/);
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'segments-built');

  await page.getByRole('button', { name: fillIn(words.tagAll, { count: 2 }) }).click();
  await page.getByRole('combobox', { name: inConsole.profile.whichTag }).fill('会做面点');
  await page
    .locator('.ant-select-dropdown:visible')
    .getByText(/会做面点/)
    .click();
  await page.getByText(fillIn(inConsole.people.tagged, { count: 2, name: '会做面点' })).waitFor();
  await page.locator('tbody .tag', { hasText: '会做面点' }).nth(1).waitFor();
  await page.getByRole('button', { name: inConsole.common.undo }).click();
  await page.locator('tbody .tag', { hasText: '会做面点' }).first().waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: inConsole.people.pickPage }).check();
  await page.getByText(fillIn(inConsole.people.picked, { count: 2 })).waitFor();
  await page.getByRole('button', { name: inConsole.people.pickNobody }).click();

  await page.getByRole('button', { name: words.export }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: words.file.xlsx }).click(),
  ]);
  const parts = unzipSync(new Uint8Array(await readFile(await download.path())));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  const names = [...sheet.matchAll(/<c r="A\d+"[^>]*><is><t[^>]*>([^<]+)</g)].map((match) => match[1]);
  assert.deepEqual(names, ['名字', '小满', '阮阮']);

  await page.goto(`${server.url}/c/${place.communityId}/people?view=fields`);
  await page.getByRole('button', { name: fillIn(inConsole.profile.ruleNew, { name: '会做面点' }) }).click();
  await page.getByRole('combobox', { name: inConsole.profile.ruleSegment }).fill('老客们');
  await page.locator('.ant-select-dropdown:visible').getByText('老客们', { exact: true }).click();
  await page.getByText(fillIn(inConsole.profile.ruleOf, { segment: '老客们' })).waitFor();
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'tag-rule');
  await page.goto(`${server.url}/c/${place.communityId}/people?open=${idOf('小满')}`);
  await page.getByRole('tab', { name: inConsole.profile.tab }).click();
  await page.getByText(fillIn(inConsole.profile.byRule, { segment: '老客们' })).waitFor();
  await page.getByRole('link', { name: inConsole.people.segments, exact: true }).click();
  await saved.getByRole('button', { name: /老客们/ }).click();

  await page.getByRole('button', { name: words.more }).click();
  await page.getByRole('menuitem', { name: words.putAway }).click();
  await saved.getByText(words.none).waitFor();
  await page.getByRole('button', { name: inConsole.common.undo }).click();
  await saved.getByRole('button', { name: /老客们/ }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});
