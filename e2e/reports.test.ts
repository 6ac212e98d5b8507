/**
 * Members watch too, in a browser: one asks a steward to look at a message from the talk, a moderator upholds it with the keyboard, the
 * member is thanked with points, and the author reads the rule and nothing of who reported.
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage, type Watched } from './kit/browser.ts';
import type { Client } from './kit/client.ts';
import { startJourney } from './kit/journey.ts';
import { lookClosely } from './kit/look.ts';
import { composer, hold, messageOf, type Phone } from './kit/phone.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const { report, menu, cases } = inMember;
const bad = '你那点手艺也好意思教人，笑死';
const ownWords = '对新来的说话太冲了';

const { browser, server, fair } = await startJourney();
let ruan: Client;
let ade: Client;

before(async () => {
  ruan = await joinFair(() => server, fair, '阮阮');
  ade = await joinFair(() => server, fair, '阿德');
  const items = [{ name: '说事不说人', unwelcome: '笑话别人', reason: '吵赢了，群就散了' }];
  const { version } = await fair.operator.call('PUT', `/api/communities/${fair.communityId}/rules/text`, { items });
  const mine = `/api/member/groups/${fair.groupId}`;
  for (const phone of [ruan, ade]) await phone.call('POST', `${mine}/rules/acknowledge`, { version });
  await ade.call('POST', `${mine}/messages`, { clientId: crypto.randomUUID(), text: bad });
});

const open = async (client: Client, path: string, size: 'phone' | 'desk' = 'phone'): Promise<Watched> => {
  const watched = await openPage(browser, { as: { client, url: server.url }, size });
  await watched.page.goto(`${server.url}${path}`);
  return watched;
};
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

test('a member reports, a moderator upholds, thanks and points follow; the author reads only the rule', async () => {
  const phone: Phone = { ...(await open(ruan, `/g/${fair.groupId}`)), name: '阮阮' };
  const { page } = phone;
  await composer(page).waitFor();
  await hold(phone, messageOf(page, bad));
  await page.getByRole('button', { name: menu.report }).tap();
  const sheet = dialog(page, report.title);
  await sheet.getByText(fillIn(report.reason.rule, { name: '说事不说人' })).waitFor();
  await lookClosely(phone, 'member-report');
  assert.equal(await sheet.getByRole('button', { name: report.send }).isDisabled(), true);
  await sheet.getByRole('radio', { name: report.reason.insult }).check();
  await sheet.getByRole('textbox', { name: report.words }).fill(ownWords);
  await sheet.getByRole('button', { name: report.send }).tap();
  await dialog(page, report.thanks).getByText('只有管家知道').waitFor();
  await lookClosely(phone, 'member-report-thanks');
  await dialog(page, report.thanks).getByRole('link', { name: report.toMine }).tap();
  await page.getByText(report.outcome.waiting).waitFor();

  for (const size of ['phone', 'desk'] as const) {
    const desk = await open(fair.operator, `/c/${fair.communityId}/rules/cases?kind=reported`, size);
    const list = desk.page.getByRole('complementary', { name: inConsole.rules.list });
    await list.getByText(fillIn(inConsole.rules.reports.tag, { count: 1 })).waitFor();
    if (size === 'phone') await list.locator('.cs').first().click();
    await desk.page.getByText(ownWords).waitFor();
    await lookClosely(desk, `rules-reported-${size}`);
    if (size === 'desk') {
      await desk.page.keyboard.press('u');
      await desk.page.getByText(inConsole.rules.act.said.upheld).waitFor();
      await desk.page.goto(`${server.url}/c/${fair.communityId}/rules/settings`);
      await desk.page.getByRole('region', { name: inConsole.rules.reports.set.title }).waitFor();
      await lookClosely(desk, 'rules-report-settings');
    }
    assert.deepEqual(desk.errors, []);
    await desk.close();
  }

  await page.reload();
  await page.getByText(report.outcome.true).waitFor();
  await page.getByText(fillIn(report.points, { count: 2 })).waitFor();
  await lookClosely(phone, 'member-reports');
  const author = await open(ade, `/g/${fair.groupId}/cases`);
  await author.page.getByText(cases.state.upheld, { exact: true }).waitFor();
  const text = await author.page.locator('main').innerText();
  for (const secret of ['阮阮', ownWords, '报']) assert.ok(!text.includes(secret), text);
  await lookClosely(author, 'member-reported');
  assert.deepEqual([...phone.errors, ...author.errors], []);
  await phone.close();
  await author.close();
});

test('from the keyboard: the menu of a message, its reasons, and a page without reports', async () => {
  const watched = await open(ade, `/g/${fair.groupId}/reports`, 'desk');
  const { page } = watched;
  await page.getByRole('heading', { name: report.none }).waitFor();
  await lookClosely(watched, 'member-reports-none');
  await ruan.call('POST', `/api/member/groups/${fair.groupId}/messages`, {
    clientId: crypto.randomUUID(),
    text: '早上好',
  });
  await page.goto(`${server.url}/g/${fair.groupId}`);
  await page.getByRole('button', { name: fillIn(inMember.chat.menuFor, { name: '阮阮' }) }).focus();
  await page.keyboard.press('Enter');
  const entry = dialog(page, menu.title).getByRole('button', { name: menu.report });
  await entry.focus();
  await page.keyboard.press('Enter');
  const radio = dialog(page, report.title).getByRole('radio', {
    name: fillIn(report.reason.rule, { name: '说事不说人' }),
  });
  await radio.waitFor();
  await radio.focus();
  await page.keyboard.press('ArrowDown');
  assert.equal(await dialog(page, report.title).getByRole('radio').nth(1).isChecked(), true);
  await page.keyboard.press('Escape');
  await dialog(page, report.title).waitFor({ state: 'hidden' });
  assert.deepEqual(watched.errors, []);
  await watched.close();
});
