/**
 * Learning in a browser: a sentence is taught in the test box and is judged otherwise at once, the quality page shows the lesson and
 * takes it back, and a number there leads to the cases behind it; a word pack is added with one click.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { keepPicture, openPage } from './kit/browser.ts';
import { holdCourt } from './kit/court.ts';
import { startJourney } from './kit/journey.ts';
import { settleDown } from './kit/look.ts';
import { fillIn, inConsole } from './kit/words.ts';

const words = inConsole.rules;
const sentence = '周末自家灶台开班，三百一位，V信 zaotai2026 报名';

const { browser, server, fair } = await startJourney();

before(async () => {
  await holdCourt(() => server, fair);
});

test('what is taught in the test box counts at once, stands on the quality page and is taken back there', async () => {
  const as = { client: fair.operator, url: server.url };
  const { page, errors, close } = await openPage(browser, { size: 'desk', as });
  const base = `${server.url}/c/${fair.communityId}/rules`;
  await page.goto(`${base}/lists/packs`);
  const pack = page.locator('.packs li').nth(3);
  await pack.getByRole('button', { name: words.packAdd }).click();
  await pack.getByRole('link', { name: words.packThere }).waitFor();

  const box = page.getByRole('region', { name: words.try, exact: true });
  await box.getByRole('textbox').fill(sentence);
  await box.getByText(words.outcome.hold).waitFor();
  const teach = box.getByRole('group', { name: words.lesson.teach });
  await teach.getByRole('button', { name: words.lesson.fine }).click();
  await page.getByText(words.lesson.full).waitFor();
  await box.getByText(words.outcome.pass).waitFor();

  await page.getByRole('link', { name: words.tab.quality }).click();
  const lessons = page.getByRole('region', { name: words.lesson.title, exact: true });
  await lessons.getByText(sentence).waitFor();
  const quality = page.getByRole('region', { name: words.quality.title, exact: true });
  await quality
    .getByText(fillIn(words.quality.few, { count: 1, fewest: 10 }))
    .first()
    .waitFor();
  await settleDown(page);
  await keepPicture(page, 'rules-quality-taught');
  const own = lessons.getByRole('listitem').filter({ hasText: sentence });
  await own.getByRole('button', { name: words.undo }).click();
  await own.waitFor({ state: 'hidden' });

  // A number is a door.
  const all = quality.locator('.quality-all');
  const stopped = Number(await all.locator('.quality-big').first().innerText());
  await all.locator('.quality-big').first().click();
  await page.locator('.court-rail .cs').first().waitFor();
  assert.equal(await page.locator('.court-rail .cs').count(), stopped);
  await page.locator('.court-rail .chip.on').click();
  await page.locator('.court-rail .chip.on').waitFor({ state: 'hidden' });

  await page.goto(`${base}/lists`);
  await box.getByRole('textbox').fill(sentence);
  await box.getByText(words.outcome.hold).waitFor();
  assert.deepEqual(errors, []);
  await close();
});
