/** Somebody thanks a neighbour with points at a message; both read it, and the team takes it back with a reason. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openPage } from './kit/browser.ts';
import { startJourney } from './kit/journey.ts';
import { lookClosely } from './kit/look.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inMember } from './kit/words.ts';

const { browser, server, fair } = await startJourney();
const words = inMember.points;

test('thanks at a message, in the statement, and taken back', async () => {
  const base = `/api/communities/${fair.communityId}`;
  const gifts = { on: true, most: 20, perDay: 30, afterDays: 0 };
  const rules = { 'points.highlight': { on: true, amount: 9, perDay: 20 } };
  await fair.operator.call('PUT', `${base}/points/settings`, { rules, gifts });
  const [giver, receiver] = [await joinFair(() => server, fair, '周月'), await joinFair(() => server, fair, '谭建国')];
  const talk = `/api/member/groups/${fair.groupId}/messages`;
  const { message: pinned } = await giver.call('POST', talk, { clientId: randomUUID(), text: '周六八点菜市场门口见' });
  await fair.operator.call('PUT', `${base}/groups/${fair.groupId}/messages/${pinned.id}/pin`, {});
  const { message } = await receiver.call('POST', talk, { clientId: randomUUID(), text: '砂锅先煮一次米汤，就不裂了' });
  const own = `/api/member/communities/${fair.communityId}/points`;
  while ((await giver.call('GET', own)).balance === 0) await new Promise((resolve) => setTimeout(resolve, 50));

  const phone = await openPage(browser, { size: 'phone', as: { client: giver, url: server.url } });
  const { page } = phone;
  const group = `${server.url}/g/${fair.groupId}`;
  await page.goto(group);
  const row = page.locator(`[data-message="${message.id}"]`);
  await row.locator('.bub-row').click({ button: 'right' });
  await page.locator('.acts button', { hasText: words.thank }).click();
  await page.locator('.sheet input[name=amount]').fill('4');
  await page.locator('.sheet input[name=note]').fill('锅救回来了');
  await page.locator('.sheet [type=submit]').click();
  await page.locator('.sheet button', { hasText: fillIn(words.giveYes, { amount: 4 }) }).click();
  await row.locator('.gift-mark', { hasText: fillIn(words.atMessageMine, { count: 4 }) }).waitFor();
  await lookClosely(phone, 'thanks-at-a-message');
  await page.goto(`${group}/points`);
  const line = fillIn(words.gaveToFor, { name: '谭建国' });
  await page.locator('.statement li', { hasText: line }).locator('.of', { hasText: '4' }).waitFor();

  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  await desk.page.goto(`${server.url}/c/${fair.communityId}/people/points?view=gifts`);
  await desk.page.locator('tbody tr .ant-btn').click();
  await desk.page.locator('.ant-modal input').fill('两位说好了退回');
  await desk.page.locator('.ant-modal .ant-btn-primary').click();
  await desk.page.locator('tbody tr .tag').waitFor();
  await page.reload();
  await page.locator('.statement li', { hasText: '两位说好了退回' }).waitFor();
  await page.goto(`${group}/people`);
  await page.locator('.person', { hasText: '谭建国' }).click();
  await page.locator('.sheet button', { hasText: words.thank }).waitFor();
  assert.equal((await giver.call('GET', own)).balance, 9);
  assert.deepEqual([...phone.errors, ...desk.errors], []);
});
