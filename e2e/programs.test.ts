/**
 * A check-in from its plan to its board, and a welcome from its words to the group: planned at a desk, said on a phone, counted
 * for the team; the welcome is written, tried, and greets somebody who has just come in.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './kit/browser.ts';
import { startJourney } from './kit/journey.ts';
import { composer, messageOf, say } from './kit/phone.ts';
import { waitUntil } from './kit/server-process.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inConsole } from './kit/words.ts';

const { browser, server, fair } = await startJourney();

const { programs } = inConsole;

test('a check-in is planned, said on a phone, and stands on the board; paused with an undo', async () => {
  const lan = await joinFair(() => server, fair, '阿兰');
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  const { page } = desk;
  await page.goto(`${server.url}/c/${fair.communityId}/programs`);
  await page.getByRole('button', { name: programs.newFirst }).click();
  await page.getByLabel(programs.name, { exact: true }).fill('晚饭打卡');
  await page.getByText(fillIn(programs.effect, { groups: 1, members: 1 })).waitFor();
  await page.getByRole('button', { name: programs.create }).click();
  await page.getByRole('heading', { name: '晚饭打卡' }).waitFor();
  await page.getByText(programs.boardWeekNone).waitFor();

  const phone = { ...(await openPage(browser, { as: { client: lan, url: server.url } })), name: '阿兰' };
  await phone.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(phone.page).waitFor();
  await say(phone, '打卡，今天是砂锅粥');
  const program = `/api/communities/${fair.communityId}/programs`;
  await waitUntil(
    async () => (await fair.operator.call('GET', program)).items[0].numbers.today === 1,
    'the word to be counted',
  );
  // The number of Today leads to who it was, and from there to the board.
  await page.goto(`${server.url}/c/${fair.communityId}/today`);
  await page
    .getByRole('link', { name: `${inConsole.pulse.checkIns} 1` })
    .first()
    .click();
  await page.getByRole('region', { name: programs.log.title }).getByRole('link', { name: '阿兰' }).click();
  await page.getByRole('complementary').getByText(programs.how.word).waitFor();
  const row = page.getByRole('region', { name: programs.board }).getByRole('row').filter({ hasText: '阿兰' });
  await row.getByText(programs.came).waitFor();

  await page.getByRole('button', { name: programs.more }).click();
  await page.getByRole('menuitem', { name: programs.pauseMenu }).click();
  await page.getByRole('button', { name: programs.pause }).click();
  await page.getByRole('button', { name: programs.undo }).click();
  await page.getByText(programs.undone).waitFor();
  assert.equal((await fair.operator.call('GET', program)).items[0].pause, null);
  assert.deepEqual(desk.errors, []);
  assert.deepEqual(phone.errors, []);
  await Promise.all([desk.close(), phone.close()]);
});

test('a welcome is written, read with a real name, and greets who has just come in', async () => {
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  const { page } = desk;
  await page.goto(`${server.url}/c/${fair.communityId}/programs/welcome?groupId=${fair.groupId}`);
  await page.getByRole('button', { name: programs.welcomeBegin }).click();
  const text = page.getByLabel(fillIn(programs.welcomeText, { number: 1 }));
  await text.fill('欢迎 {{nick}}');
  await page.getByRole('alert').waitFor();
  await text.fill('{{nickname}}来啦，灶上给你留了碗汤');
  await page.getByRole('figure').getByText('@阿兰 来啦，灶上给你留了碗汤').waitFor();
  await page.getByRole('switch', { name: programs.welcomeOn }).click();
  await page.getByRole('button', { name: inConsole.common.save }).click();
  await page.getByText(programs.welcomeSaved).waitFor();

  const bo = await joinFair(() => server, fair, '阿波');
  const phone = await openPage(browser, { as: { client: bo, url: server.url } });
  await phone.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(phone.page).waitFor();
  const arrivals = `/api/communities/${fair.communityId}/welcome/arrivals`;
  await waitUntil(
    async () => (await fair.operator.call('GET', arrivals)).items.length === 1,
    'the newcomer to be noted',
  );
  // Away and back: newcomers are asked for anew.
  const section = page.getByRole('navigation', { name: inConsole.menu.programs });
  for (const name of [programs.checkIns, programs.welcome]) await section.getByRole('link', { name }).click();
  await page.getByLabel(programs.welcomeFor).waitFor();
  const newcomers = page.getByRole('region', { name: programs.newcomers });
  await newcomers.getByRole('button', { name: programs.welcomeNow }).click();
  await newcomers
    .getByRole('row')
    .filter({ hasText: '阿波' })
    .getByText(programs.arrival.welcomed, { exact: true })
    .waitFor();
  await messageOf(phone.page, '@阿波 来啦，灶上给你留了碗汤').waitFor();
  assert.deepEqual([...desk.errors.filter((error) => !error.includes('422')), ...phone.errors], []);
  await Promise.all([desk.close(), phone.close()]);
});
