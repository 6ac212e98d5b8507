/**
 * The story of the rules, with real clicks: an advertisement in three disguises reaches nobody, its author is muted, asks for another
 * look and is put right by a second moderator; the same text passes from then on. Then two people quarrel: the alarm comes before the
 * tenth angry message, one tap slows the group down, another one takes it back.
 */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { angryWords } from '../server/insight/quarrels/testing.ts';
import { openPage } from './kit/browser.ts';
import { openStory } from './kit/chapters.ts';
import type { Client } from './kit/client.ts';
import { joinTeam } from './kit/court.ts';
import { startJourney } from './kit/journey.ts';
import { lookClosely } from './kit/look.ts';
import { composer, messageOf, say, type Phone } from './kit/phone.ts';
import { joinFair, readAll } from './kit/story.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const words = inConsole.quarrel;
const { rules } = inConsole;
const { cases, chat, held } = inMember;
/** The same offer apart, in other signs and by parts of its characters. */
const disguises = [
  '宝妈在家做兼 职日 结，一天150，加V信 abc12345 了解，名额不多',
  '寳妈茬镓做煎直日結，壹天①⑤⓪，＋葳❤ abc12345 了解，名额不多',
  '宝妈在家做兼耳只日纟吉，一天150，力口亻言 a.b.c.1.2.3.4.5 了解，名额不多',
] as const;
/** The tenth is never said. */
const angry = angryWords.slice(0, 9);

const { browser, server, fair } = await startJourney();
const team = (path: string) => `/api/communities/${fair.communityId}${path}`;
const second = await joinTeam(() => server, fair);
await fair.operator.call('PUT', team('/rules/settings'), { ladder: { start: 'mute' } });
const readerClient = await joinFair(() => server, fair, '李婷婷');
const author = await phoneOf(await joinFair(() => server, fair, '陶然'), '陶然');
const reader = await phoneOf(readerClient, '李婷婷');
const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });

const chapter = openStory('rules', () => ({ desk, author, reader }));
const openDesk = (page: Page, path: string) => page.goto(`${server.url}/c/${fair.communityId}/${path}`);
const caseOf = (page: Page) => page.getByRole('region', { name: rules.case, exact: true });
const said = async () => (await readAll(readerClient, fair.groupId)).map(({ text }) => text as string);

async function phoneOf(client: Client, name: string): Promise<Phone> {
  const opened = await openPage(browser, { as: { client, url: server.url } });
  await opened.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(opened.page).waitFor();
  return { ...opened, name };
}

chapter('an advertisement in three disguises reaches nobody', async () => {
  const { page } = author;
  for (const [place, text] of disguises.entries()) {
    await composer(page).fill(text);
    await page.getByRole('button', { name: chat.send }).tap();
    await page.getByText(chat.onlyYou).nth(place).waitFor();
  }
  await say(author, '大家好，我是新来的陶然');
  await messageOf(reader.page, '大家好，我是新来的陶然').waitFor();
  assert.equal(await reader.page.getByText('名额不多').count(), 0);
  assert.deepEqual(
    (await said()).filter((text) => text.includes('名额')),
    [],
  );
});

chapter('a moderator keeps the first away: its author is muted, reads why, and asks for another look', async () => {
  await openDesk(desk.page, 'rules/cases');
  const one = caseOf(desk.page);
  await one.getByRole('heading', { name: author.name }).waitFor();
  await one.getByText('兼 职日 结').first().waitFor();
  await one.getByRole('textbox', { name: rules.note }).fill('像是招兼职的');
  await one.locator('[data-key="uphold"]').click();
  await desk.page.getByText(rules.act.held.upheld).waitFor();
  await author.page.getByText(chat.muted.split('{{')[0]!).waitFor();

  await author.page.goto(`${server.url}/g/${fair.groupId}/cases`);
  const card = author.page.getByRole('listitem').filter({ hasText: '像是招兼职的' });
  await card.getByRole('button', { name: cases.appeal }).tap();
  const sheet = author.page.getByRole('dialog', { name: cases.appeal });
  await sheet.getByRole('textbox', { name: held.words }).fill('是我姐的面馆招人，地址就在小区门口');
  await sheet.getByRole('button', { name: held.send }).tap();
  await card.getByText(cases.state.appealed).waitFor();
});

chapter('a second moderator puts it right: the message is there, its author speaks again', async () => {
  const other = await openPage(browser, { size: 'desk', as: { client: second, url: server.url } });
  await openDesk(other.page, 'rules/cases?view=appealed');
  await other.page.getByRole('complementary', { name: rules.list }).getByRole('button', { name: author.name }).click();
  await caseOf(other.page).getByText('是我姐的面馆招人').waitFor();
  await caseOf(other.page).locator('[data-key="release"]').click();
  await other.page.getByText(rules.act.appeal.released).waitFor();
  await messageOf(reader.page, disguises[0]).waitFor();
  assert.deepEqual(other.errors, []);
  await other.close();

  await author.page.reload();
  await author.page.getByText(cases.state.overturned, { exact: true }).waitFor();
  await author.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(author.page).waitFor();
});

chapter(
  'the team has learned: the same text passes, from somebody else too; what still waited is let through',
  async () => {
    await say(author, `${disguises[0]}～`);
    await say(reader, `${disguises[0]}！`);
    await messageOf(author.page, `${disguises[0]}！`).waitFor();
    const { items } = await fair.operator.call('GET', team('/rules/cases?state=open'));
    assert.equal(items.length, 2, 'what was not decided waits on');
    for (const { id } of items) await fair.operator.call('POST', team(`/rules/cases/${id}/release`), {});
    await messageOf(reader.page, disguises[2]).waitFor();
    assert.equal((await said()).filter((text) => text.includes('名额')).length, 5);
  },
);

chapter('two quarrel; the alarm is there before the tenth angry message, one tap slows the group down', async () => {
  const { page } = desk;
  await openDesk(page, 'today');
  const alarms = page.getByRole('region', { name: inConsole.today.alarms, exact: true });
  await alarms.getByText(inConsole.today.noAlarms).waitFor();
  for (const [turn, text] of angry.entries()) await say([author, reader][turn % 2]!, text);
  const people = alarms.getByRole('group', { name: words.people });
  for (const { name } of [author, reader]) await people.getByText(name).waitFor();
  await lookClosely(desk, 'quarrel-today');

  await alarms.getByRole('button', { name: fillIn(words.slow, { minutes: 30 }) }).click();
  await alarms.getByRole('status').getByRole('button', { name: words.undo }).waitFor();
  const slowly = fillIn(chat.slowly, { seconds: 60 });
  for (const phone of [author, reader]) await phone.page.getByText(slowly).waitFor();
  await lookClosely(author, 'quarrel-phone');
});

chapter('in the talk it is taken back by one tap, and a calming word is said', async () => {
  const { page } = desk;
  const alarms = page.getByRole('region', { name: inConsole.today.alarms, exact: true });
  await alarms.getByRole('link', { name: inConsole.alarms.go.quarrel }).click();
  const bar = page.getByRole('region', { name: words.barLabel });
  await bar.getByRole('button', { name: words.undo }).waitFor();
  await bar.getByRole('button', { name: words.undo }).click();
  await bar.getByRole('button', { name: fillIn(words.slow, { minutes: 30 }) }).waitFor();
  const slowly = fillIn(chat.slowly, { seconds: 60 });
  for (const phone of [author, reader]) await phone.page.getByText(slowly).waitFor({ state: 'detached' });

  await bar.getByRole('button', { name: words.note }).click();
  const dialog = page.getByRole('dialog', { name: words.noteTitle });
  await dialog.getByText(words.tones.light).click();
  await dialog.getByRole('textbox', { name: words.noteWords }).fill('都喝口水，我在');
  await dialog.getByRole('button', { name: words.noteSay }).click();
  for (const phone of [author, reader]) await phone.page.getByText('都喝口水，我在', { exact: true }).waitFor();
});

chapter(
  'on a phone of the team what was done stands on the alarm; "no quarrel" settles it and is counted',
  async () => {
    const pocket = await openPage(browser, { size: 'phone', as: { client: fair.operator, url: server.url } });
    await openDesk(pocket.page, 'alarms');
    await pocket.page.getByRole('list', { name: words.doneLabel }).waitFor();
    await lookClosely(pocket, 'quarrel-alarms');
    await pocket.page.getByRole('button', { name: words.none }).click();
    await pocket.page.getByRole('tooltip').getByRole('button', { name: words.none }).click();
    await pocket.page.getByText(inConsole.today.noAlarms).waitFor();
    await pocket.page.getByText(fillIn(words.record, { alarms: 1, real: 0, none: 1, unsaid: 0 })).waitFor();
    assert.deepEqual(pocket.errors, []);
    await pocket.close();
  },
);

chapter('nothing went wrong in any page', () => {
  // What is held is answered with 409, on purpose.
  const isMeant = (error: string) => /status of 409/.test(error);
  const errors = [desk, author, reader].flatMap((one) => one.errors);
  assert.deepEqual(
    errors.filter((error) => !isMeant(error)),
    [],
  );
});
