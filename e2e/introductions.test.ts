/** Two members find each other by pinyin, one asks to be introduced, the other agrees, and both say what came of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './kit/browser.ts';
import { startJourney } from './kit/journey.ts';
import { joinFair } from './kit/story.ts';

const { browser, server, fair } = await startJourney();

test('two members meet', async () => {
  const [yue, tan] = [await joinFair(() => server, fair, '周月'), await joinFair(() => server, fair, '谭建国')];
  const url = `/api/member/communities/${fair.communityId}/me`;
  await tan.call('PATCH', url, { card: { profession: { text: '律师', visibility: 'groups' } } });
  const [mine, theirs] = await Promise.all(
    [yue, tan].map((client) => openPage(browser, { size: 'phone', as: { client, url: server.url } })),
  );
  const group = `${server.url}/g/${fair.groupId}`;

  await mine!.page.goto(`${group}/people`);
  await mine!.page.locator('.find input').fill('tanjg');
  const hit = mine!.page.locator('.person', { hasText: '谭建国' });
  await hit.waitFor();
  assert.equal(await mine!.page.locator('.person').count(), 1);
  await hit.click();
  await mine!.page.locator('.sheet .sheet-btn').click();
  await mine!.page.locator('.sheet input[name=why]').fill('想请教租房合同');
  await mine!.page.locator('.sheet input[name=words]').fill('群里喊小月就行');
  await mine!.page.locator('.sheet [type=submit]').click();
  await mine!.page.locator('.sheet .tell').waitFor();

  await theirs!.page.goto(`${group}/meet`);
  const asked = theirs!.page.locator('.request', { hasText: '想请教租房合同' });
  await asked.locator('.steps .btn').first().click();
  await theirs!.page.locator('.sheet input[name=words]').fill('电话 周末下午');
  await theirs!.page.locator('.sheet [type=submit]').click();
  await theirs!.page.locator('.their-words', { hasText: '群里喊小月就行' }).waitFor();

  await mine!.page.goto(`${group}/meet`);
  await mine!.page.locator('.their-words', { hasText: '电话 周末下午' }).waitFor();
  const outcome = mine!.page.locator('.outcome .chip').last();
  await outcome.click();
  await mine!.page.locator('.outcome .chip[aria-pressed=true]').waitFor();
  const base = `/api/communities/${fair.communityId}/introductions`;
  const { asked: count, accepted, made } = await fair.operator.call('GET', base);
  assert.deepEqual([count, accepted, made], [1, 1, 1]);
  assert.deepEqual([...mine!.errors, ...theirs!.errors], []);
});
