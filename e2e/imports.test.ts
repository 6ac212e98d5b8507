/**
 * A list of two thousand people in a browser: tried, forty rows put right, imported, brought a second time without anybody being doubled,
 * and taken back. And a member who takes everything along in one zip and is then forgotten.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { writeXlsx } from '../lib/spreadsheet/xlsx.ts';
import { comeIn, openPlace } from '../server/people/testing.ts';
import { keepPicture, launchBrowser } from './kit/browser.ts';
import { startClockServer } from './kit/clock-server.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const words = inConsole.imports;
const server = await startClockServer();
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const head = ['会员名单', '昵称', '微信', '城市', '标签', '进群日期', '群'];
const group = '灶边·家常菜同好会';
const isBad = (n: number) => n % 50 === 7;
const rowOf = (n: number) => [
  `${n}`,
  isBad(n) && n % 100 === 7 ? '' : `成员${n}`,
  `wx_${n}`,
  '杭州',
  n % 2 ? '老客' : '新客、清淡',
  isBad(n) && n % 100 !== 7 ? '2026-13-01' : '2026-10-01',
  group,
];

async function workbook(rows: string[][]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeXlsx('名单', rows)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Chooses a file where a button asks for one, and waits until its rows have been looked at. */
async function bring(page: Page, button: string, file: { name: string; buffer: Buffer }): Promise<void> {
  const address = page.url();
  const chosen = { ...file, mimeType: 'application/octet-stream' };
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles([chosen]);
  await page.waitForURL((url) => url.href !== address);
  await page.getByRole('heading', { name: file.name }).waitFor();
  await server.app.settle();
}

const count = (page: Page, kind: keyof typeof words.verdict) =>
  page.getByRole('button', { name: new RegExp(`^[\\d,…]+\\s*${words.verdict[kind]}$`) });

test('two thousand people come along with forty rows to mend, once', async () => {
  const place = await openPlace(server.app);
  const owner = await server.app.operator('owner', place.communityId);
  const people = async () =>
    (await server.app.request('GET', `/api/communities/${place.communityId}/people-counts`, { as: owner })).body.people;
  const { page, errors, close } = await server.open(browser, { size: 'desk', actor: owner });
  await page.goto(`${server.url}/c/${place.communityId}/people`);
  await page.getByRole('link', { name: inConsole.people.imports, exact: true }).click();

  const all = Array.from({ length: 2000 }, (_, n) => rowOf(n));
  const file = { name: '老会员.xlsx', buffer: await workbook([head, ...all]) };
  await bring(page, words.choose, file);
  await count(page, 'new').getByText('1,960').waitFor();
  assert.match((await count(page, 'bad').textContent()) ?? '', /^40/);
  await page.getByText(fillIn(words.columnsOpen, { count: 1 })).waitFor();
  assert.equal(await people(), 0);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: words.badFile }).click();
  await page.getByRole('menuitem', { name: inConsole.segments.file.csv }).click();
  const bad = await readFile(await (await saved).path(), 'utf8');
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'imports-tried');

  await page.getByRole('button', { name: fillIn(words.run, { count: 1960 }) }).click();
  await page.getByRole('button', { name: words.stop }).waitFor();
  await server.app.settle();
  await page.getByText(fillIn(words.doneText, { count: 1960, days: 30 })).waitFor();
  assert.equal(await people(), 1960);

  // Each mended by hand, as the second column says.
  const lines = bad.trim().split('\r\n');
  assert.equal(lines.length, 41);
  const mended = lines
    .map((line) => line.replace('2026-13-01', '2026-10-02').replace(/,,(wx_\d+)/, ',补名$1,$1'))
    .join('\r\n');
  await bring(page, words.mended, { name: '改好的.csv', buffer: Buffer.from(mended) });
  await page.getByRole('button', { name: fillIn(words.run, { count: 40 }) }).click();
  await page.getByRole('button', { name: words.stop }).waitFor();
  await server.app.settle();
  await page.getByText(fillIn(words.doneText, { count: 40, days: 30 })).waitFor();
  assert.equal(await people(), 2000);

  // The same list once more: nobody is doubled, and only the rows that are still wrong in it are told.
  await page.getByRole('link', { name: words.back }).click();
  await bring(page, words.choose, { ...file, name: '老会员又一次.xlsx' });
  await count(page, 'same').getByText('1,960').waitFor();
  await page.getByText(words.nothingToDo).waitFor();
  assert.ok(await page.getByRole('button', { name: fillIn(words.run, { count: 0 }) }).isDisabled());
  assert.equal(await people(), 2000);

  // And the second one is taken back: forty people go.
  await page.getByRole('link', { name: words.back }).click();
  await page.getByRole('link', { name: /改好的\.csv/ }).click();
  await page.getByRole('heading', { name: '改好的.csv' }).waitFor();
  await page.getByRole('button', { name: words.undo }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.undo }).click();
  await page.getByText(words.stateText.undoing).waitFor();
  await server.app.settle();
  await page.getByText(fillIn(words.undoneText, { count: 40, kept: 0 })).waitFor();
  assert.equal(await people(), 1960);
  assert.deepEqual(errors, []);
  await close();
});

test('a member takes everything along and is then forgotten', async () => {
  const place = await openPlace(server.app);
  const owner = await server.app.operator('owner', place.communityId);
  const mei = await comeIn(server.app, place, '小梅');
  const mine = inMember.records;
  const { page, context, errors, close } = await server.open(browser, { size: 'phone', actor: mei.actor });
  // A download carries cookies, not the header of the test.
  const [name, value] = mei.cookie.split('=') as [string, string];
  await context.addCookies([{ name, value, url: server.url }]);
  await page.goto(`${server.url}/g/${place.groupId}/me`);
  const saved = page.waitForEvent('download');
  await page.getByText(mine.export, { exact: true }).click();
  const parts = unzipSync(new Uint8Array(await readFile(await (await saved).path())));
  assert.match(strFromU8(parts['data/identities.json']!), /小梅/);
  assert.ok(Object.keys(parts).some((file) => file.endsWith('.html')));

  await page.getByText(mine.erase, { exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(mine.eraseWords);
  await page.getByRole('button', { name: mine.eraseYes }).click();
  await page.getByText(mine.erasedTitle).waitFor();
  const receipt = await page.locator('.link-text').textContent();
  await server.app.settle();
  const { body } = await server.app.request('GET', `/api/member/erasures/${receipt}`);
  assert.ok(body.doneAt);
  const people = await server.app.request('GET', `/api/communities/${place.communityId}/people`, { as: owner });
  assert.deepEqual(people.body.items, []);
  assert.deepEqual(errors, []);
  await close();
});
