/**
 * A name-card round in a browser, with days that pass: from the announcement over the button and the decisions to five removals at a
 * measured pace, and one of them taken back.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { endRounds } from '../server/care/rounds.ts';
import { removeDue } from '../server/care/removals.ts';
import { enterAll } from '../server/care/testing.ts';
import { openTalk } from '../server/messages/testing.ts';
import { findMembership } from '../server/people/index.ts';
import { keepPicture, launchBrowser } from './kit/browser.ts';
import { startClockServer } from './kit/clock-server.ts';
import { fillIn, inConsole, inMember, patternOf } from './kit/words.ts';

const words = inConsole.care;
const server = await startClockServer();
const { app } = server;
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

const day = 86_400_000;
const silent = ['静一', '静二', '静三', '静四', '静五'];

test('a round ends with five removals at a measured pace and one of them taken back', async () => {
  app.clock.set('2026-10-01T02:00:00Z');
  const talk = await openTalk(app);
  const phones = await enterAll(talk, ['还在的', ...silent]);
  app.clock.set('2026-11-02T02:00:00Z');
  const { page, close } = await server.open(browser, { size: 'desk', actor: talk.owner });
  await page.goto(`${server.url}/c/${talk.communityId}/people/rounds`);
  await page.getByRole('button', { name: words.begin }).click();
  await page.getByRole('combobox', { name: words.new.group }).click();
  await page.getByText('灶边·家常菜同好会').last().click();
  await page.getByText(fillIn(words.new.whom, { people: 6, asked: 6 })).waitFor();
  await page.getByLabel(words.new.perDay).fill('2');
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'care-new');
  await page.getByRole('button', { name: words.new.send }).click();
  await page.getByRole('button', { name: words.do.end }).waitFor();

  const phone = await server.open(browser, { actor: phones['还在的']!.actor });
  await phone.page.goto(`${server.url}/g/${talk.groupId}`);
  await phone.page.getByRole('button', { name: inMember.round.here, exact: true }).click();
  await phone.page.getByText(inMember.round.thanks).waitFor();
  await phone.close();

  app.clock.advance(7 * day);
  await app.settle();
  await endRounds.run(app.ctx, {});
  await page.reload();
  for (const name of silent) await page.getByRole('checkbox', { name: fillIn(words.choose, { name }) }).check();
  assert.equal(await page.getByRole('checkbox').count(), silent.length, 'who answered is not in question');
  await page.getByRole('button', { name: words.decision.remove, exact: true }).click();
  await page.getByRole('button', { name: patternOf(words.do.remove) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: patternOf(words.do.remove) })
    .click();
  await page.getByRole('button', { name: patternOf(words.do.stop) }).waitFor();
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'care-planned');

  const removed = async () => {
    const inside = await Promise.all(silent.map((name) => isIn(phones[name]!.identityId)));
    return inside.filter((one) => !one).length;
  };
  const isIn = async (identityId: string) =>
    (await findMembership(app.ctx, { communityId: talk.communityId, groupId: talk.groupId, identityId })) !== undefined;
  const seen: number[] = [];
  for (let days = 0; days < 4; days++) {
    await removeDue.run(app.ctx, {});
    seen.push(await removed());
    app.clock.advance(day);
  }
  assert.equal(seen.at(-1), 5);
  for (const [at, count] of seen.entries()) assert.ok(count - (seen[at - 1] ?? 0) <= 2, `${seen} goes too fast`);
  await app.settle();

  const gone = await server.open(browser, { actor: phones['静三']!.actor });
  await gone.page.goto(`${server.url}/g/${talk.groupId}`);
  await gone.page.getByRole('heading', { name: inMember.round.farewell }).waitFor();
  await gone.page.getByRole('link', { name: inMember.round.back }).waitFor();
  if (process.env.KEEP_PICTURES) await keepPicture(gone.page, 'care-farewell');

  await page.goto(`${page.url().split('?')[0]}?view=removals`);
  const line = page.getByRole('listitem').filter({ hasText: '静三' });
  await line.getByRole('button', { name: words.do.undo }).click();
  await line.getByText(patternOf(words.removal.undone)).waitFor();
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'care-undone');
  assert.equal(await removed(), 4);
  await gone.page.reload();
  await gone.page.locator('.comp textarea').waitFor();
  await gone.close();
  await close();
});
