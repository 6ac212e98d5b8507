/**
 * A quarrel between two phones: the alarm is on the steward's screen before the tenth angry message, one tap slows the group down, both
 * phones see it, another tap puts back what was before; "no quarrel" settles it.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { angryWords } from '../server/insight/quarrels/testing.ts';
import { keepPicture, openPage } from './kit/browser.ts';
import type { Client } from './kit/client.ts';
import { startJourney } from './kit/journey.ts';
import { lookClosely } from './kit/look.ts';
import { composer, type Phone, say } from './kit/phone.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const words = inConsole.quarrel;
/** The tenth is never said. */
const angry = angryWords.slice(0, 9);

const { browser, server, fair } = await startJourney();

async function phoneOf(client: Client, name: string): Promise<Phone> {
  const opened = await openPage(browser, { as: { client, url: server.url } });
  await opened.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(opened.page).waitFor();
  return { ...opened, name };
}

test('two phones quarrel; the steward is called in time, slows them down by one tap, and takes it back', async () => {
  const [tao, li] = [await joinFair(() => server, fair, '陶然'), await joinFair(() => server, fair, '李婷婷')];
  const phones = [await phoneOf(tao, '陶然'), await phoneOf(li, '李婷婷')] as const;
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  const { page } = desk;
  await page.goto(`${server.url}/c/${fair.communityId}/today`);
  const alarms = page.getByRole('region', { name: inConsole.today.alarms, exact: true });
  await alarms.getByText(inConsole.today.noAlarms).waitFor();
  for (const [turn, text] of angry.entries()) await say(phones[turn % 2]!, text);

  const people = alarms.getByRole('group', { name: words.people });
  await people.getByText('陶然').waitFor();
  await people.getByText('李婷婷').waitFor();
  await lookClosely(desk, 'quarrel-today');

  await alarms.getByRole('button', { name: fillIn(words.slow, { minutes: 30 }) }).click();
  await alarms.getByRole('status').getByRole('button', { name: words.undo }).waitFor();
  const slowly = fillIn(inMember.chat.slowly, { seconds: 60 });
  for (const phone of phones) await phone.page.getByText(slowly).waitFor();
  await lookClosely(phones[0], 'quarrel-phone');

  // The door leads into the talk at that place, where the same may be done.
  await alarms.getByRole('link', { name: inConsole.alarms.go.quarrel }).click();
  const bar = page.getByRole('region', { name: words.barLabel });
  await bar.getByRole('button', { name: words.undo }).waitFor();
  await lookClosely(desk, 'quarrel-talk');
  await bar.getByRole('button', { name: words.undo }).click();
  await bar.getByRole('button', { name: fillIn(words.slow, { minutes: 30 }) }).waitFor();
  for (const phone of phones) await phone.page.getByText(slowly).waitFor({ state: 'detached' });

  // A calming word, seen by both.
  await bar.getByRole('button', { name: words.note }).click();
  const dialog = page.getByRole('dialog', { name: words.noteTitle });
  await dialog.getByText(words.tones.light).click();
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'quarrel-note');
  await dialog.getByRole('textbox', { name: words.noteWords }).fill('都喝口水，我在');
  await dialog.getByRole('button', { name: words.noteSay }).click();
  for (const phone of phones) await phone.page.getByText('都喝口水，我在', { exact: true }).waitFor();

  assert.deepEqual([...desk.errors, ...phones.flatMap(({ errors }) => errors)], []);
  for (const { close } of [desk, ...phones]) await close();

  // On a phone of the team: what was done stands on the alarm; "no quarrel" settles it and is counted.
  const pocket = await openPage(browser, { size: 'phone', as: { client: fair.operator, url: server.url } });
  await pocket.page.goto(`${server.url}/c/${fair.communityId}/alarms`);
  await pocket.page.getByRole('list', { name: words.doneLabel }).waitFor();
  await lookClosely(pocket, 'quarrel-alarms');
  await pocket.page.getByRole('button', { name: words.none }).click();
  await pocket.page.getByRole('tooltip').getByRole('button', { name: words.none }).click();
  await pocket.page.getByText(inConsole.today.noAlarms).waitFor();
  const counted = fillIn(words.record, { alarms: 1, real: 0, none: 1, unsaid: 0 });
  await pocket.page.getByText(counted).waitFor();
  assert.deepEqual(pocket.errors, []);
  await pocket.close();
});
