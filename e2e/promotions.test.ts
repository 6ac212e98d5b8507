/**
 * Promotions in a browser, with days that pass: the second one of the week is held and says until when, is planned with one tap, waits in
 * the group's credit, and is said when its time has come.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createCommunity } from '../server/communities/index.ts';
import { createGroup } from '../server/groups/index.ts';
import { inTransaction } from '../server/platform/context.ts';
import { newId } from '../server/platform/ids.ts';
import { sendDue } from '../server/promotions/schedule.ts';
import { keepPicture, launchBrowser } from './kit/browser.ts';
import { startClockServer } from './kit/clock-server.ts';
import { patternOf, inConsole } from './kit/words.ts';

const words = inConsole.promo;
const server = await startClockServer();
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

/** A paid group: one promotion a week. */
async function foundGroup() {
  const founder = await server.app.operator('installer', null);
  return inTransaction(server.app.ctx, async (ctx) => {
    const community = await createCommunity(ctx, { name: '灶边', kind: 'interest', founderId: founder.userId });
    const group = await createGroup(ctx, {
      communityId: community.id,
      name: '灶边·会员群',
      tier: 'paid',
      capacity: 200,
    });
    return { communityId: community.id, groupId: group.id };
  });
}

async function promote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: words.thisIs, exact: true }).click();
  await page.getByText(patternOf(words.used)).waitFor();
  await page.getByLabel(inConsole.talk.write).fill(text);
  await page.getByRole('button', { name: inConsole.talk.send, exact: true }).click();
}

const said = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text });

test('the second promotion of the week is held, says when, is planned, and is said when it is due', async () => {
  server.app.clock.set('2026-11-19T11:42:00Z');
  const { communityId, groupId } = await foundGroup();
  const owner = await server.app.operator('owner', communityId);
  const base = `/api/communities/${communityId}/groups/${groupId}`;
  const hello = { clientId: newId(), text: '今晚的菜谱在公告里' };
  await server.app.request('POST', `${base}/messages`, { as: owner, body: hello });
  const { page, errors, forgive, close } = await server.open(browser, { size: 'desk', actor: owner });
  await page.goto(`${server.url}/c/${communityId}/groups/${groupId}`);
  await said(page, hello.text).waitFor();
  await promote(page, '春日礼盒开卖，会员先选');
  await said(page, '春日礼盒开卖').waitFor();

  await promote(page, '礼盒补货了');
  const held = page.getByRole('alert').filter({ hasText: '11月23日' });
  await held.waitFor();
  forgive();
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'promotions-held');
  await held.getByRole('button', { name: patternOf(words.planAt) }).click();
  await page.getByText(patternOf(words.planned)).waitFor();
  assert.equal(await said(page, '礼盒补货了').count(), 0);

  await page.getByRole('tab', { name: words.tab, exact: true }).click();
  const scheduled = page.getByRole('region', { name: words.scheduled });
  await scheduled.getByText('礼盒补货了').waitFor();
  await page.getByRole('region', { name: words.list }).getByText('春日礼盒开卖').waitFor();

  server.app.clock.set('2026-11-23T00:00:00Z');
  await server.app.settle();
  await sendDue.run(server.app.ctx, {});
  await page.reload();
  await said(page, '礼盒补货了').waitFor();
  assert.deepEqual(errors, []);
  await close();
});
