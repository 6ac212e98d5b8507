/** A guest is written down, reached and comes; a member says yes to being a seed, is seen by others, and opens a topic. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './kit/browser.ts';
import { startJourney } from './kit/journey.ts';
import { joinFair } from './kit/story.ts';
import { inConsole, inMember } from './kit/words.ts';

const { browser, server, fair } = await startJourney();
const base = `/api/communities/${fair.communityId}`;

test('a guest is written down once, reached by who may, and forgotten when they wish', async () => {
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  const { page } = desk;
  const words = inConsole.guests;
  await page.goto(`${server.url}/c/${fair.communityId}/people/guests`);
  await page.locator('.empty').waitFor();
  await page.locator('.ph .ant-btn-primary').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.name, { exact: true }).fill('沈知夏');
  await dialog.getByLabel(words.fieldIs, { exact: true }).fill('阳台园艺');
  await dialog.getByLabel(words.sourceIs, { exact: true }).click();
  await page.getByTitle(words.source.agreed, { exact: true }).click();
  await dialog.getByLabel(words.contact, { exact: true }).fill('微信 shen-zx');
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click();
  const row = page.locator('tbody .namecell', { hasText: '沈知夏' });
  await row.click();
  const drawer = page.locator('.dr');
  await drawer.getByRole('tab', { name: words.facts }).click();
  assert.equal(await drawer.getByText('shen-zx').count(), 0, 'nothing private before somebody asks for it');
  await drawer.getByRole('button', { name: words.privateShow }).click();
  await drawer.getByText('微信 shen-zx').waitFor();
  await page.locator('.fb input').last().fill('shenzx');
  await row.waitFor();
  const log = await fair.operator.call('GET', `${base}/audit?action=guests.read_private`);
  assert.equal(log.items.length, 1);
  await drawer.getByRole('button', { name: words.more }).click();
  await page.getByRole('menuitem', { name: words.forget }).click();
  await page.locator('.ant-modal-confirm .ant-btn-dangerous').click();
  await page.locator('.empty').waitFor();
  assert.deepEqual((await fair.operator.call('GET', `${base}/guests`)).items, []);
  assert.deepEqual(desk.errors, []);
  await desk.close();
});

test('a member says yes on their own page, others see the mark, a topic is opened', async () => {
  const [yue, tan] = [await joinFair(() => server, fair, '周月'), await joinFair(() => server, fair, '谭建国')];
  const { identity } = await yue.call('GET', `/api/member/communities/${fair.communityId}/me`);
  const wish = { groupId: fair.groupId, identityId: identity.id, note: '你最会接话' };
  const { id } = await fair.operator.call('POST', `${base}/care/seeds`, wish);
  const group = `${server.url}/g/${fair.groupId}`;
  const words = inMember.seed;
  const mine = await openPage(browser, { size: 'phone', as: { client: yue, url: server.url } });
  await mine.page.goto(`${group}/home`);
  await mine.page.locator('.seedbar .btn').click();
  await mine.page.locator('.seed-ask', { hasText: '你最会接话' }).waitFor();
  await mine.page.getByRole('button', { name: words.accept }).click();
  await mine.page.getByText(words.noTopics).waitFor();

  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  await fair.operator.call('POST', `${base}/care/seeds/${id}/topics`, { text: '周末去哪儿走走', dueAt });
  const message = { clientId: crypto.randomUUID(), text: '我想去河边，有人一起吗？' };
  await yue.call('POST', `/api/member/groups/${fair.groupId}/messages`, message);
  const theirs = await openPage(browser, { size: 'phone', as: { client: tan, url: server.url } });
  await theirs.page.goto(group);
  await theirs.page.locator('.who .tag', { hasText: words.mark }).click();
  await theirs.page.locator('.sheet', { hasText: '周月' }).waitFor();

  await mine.page.goto(`${group}/seed`);
  await mine.page.locator('.topic').getByRole('button', { name: words.done }).click();
  await mine.page.locator('.seed-said button', { hasText: '河边' }).click();
  await mine.page.locator('.topic[data-state=done]').waitFor();
  const { items } = await fair.operator.call('GET', `${base}/care/topics?open=false`);
  assert.deepEqual(
    items.map(({ text, state, name }: Record<string, string>) => [text, state, name]),
    [['周末去哪儿走走', 'done', '周月']],
  );
  await mine.page.getByRole('button', { name: words.leave }).click();
  await mine.page.getByRole('button', { name: words.leaveYes, exact: true }).click();
  await mine.page.locator('main.state').waitFor();
  assert.deepEqual((await tan.call('GET', `/api/member/groups/${fair.groupId}/seeds`)).identityIds, []);
  assert.deepEqual([...mine.errors, ...theirs.errors], []);
});
