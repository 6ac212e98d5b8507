/** An operator at a desk: the console's screens as one uses them. */
import type { Locator, Page } from 'playwright-core';
import { fillIn, inConsole, patternOf } from './words.ts';

const { door, fit, talk } = inConsole;
const founding = inConsole.found;

/** What is written into the founding form. */
export interface Founding {
  community: string;
  group: string;
}

/** First-run link: the owner of the machine introduces themselves. */
export async function setUp(page: Page, address: string, owner: { name: string; email: string; password: string }) {
  await page.goto(address);
  await page.getByLabel(door.name).fill(owner.name);
  await page.getByLabel(door.email).fill(owner.email);
  await page.getByLabel(door.password).fill(owner.password);
  await page.getByRole('button', { name: door.setUp }).click();
}

/** Walks the founding form to its end; gives the address of the first entrance. */
export async function found(page: Page, wish: Founding): Promise<string> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  for (const answer of [fit.frequency.daily, fit.privacy.open, fit.service.ongoing]) await press(answer);
  await page.getByText(fit.fits).waitFor();
  await press(founding.toPurpose);
  await page.getByLabel(founding.name).fill(wish.community);
  await page.getByLabel(founding.forWhom).fill('下班后还想读几页书的人');
  await page.getByLabel(founding.why).fill('一个人读容易放下，一群人就能读完。');
  await press(inConsole.reason.mutual_push);
  await page.getByRole('radio', { name: inConsole.kind['study-checkin'] }).check();
  await press(founding.toGroup);
  await page.getByLabel(founding.groupName).fill(wish.group);
  await press(founding.finish);
  await page.getByText(fillIn(founding.stands, { name: wish.community })).waitFor();
  return (await page.locator('a.poster-link').getAttribute('href')) ?? '';
}

/** Messages of somebody with this text in the open talk. */
export function saidBy(page: Page, name: string, text: string): Locator {
  return page.getByRole('article', { name: fillIn(talk.messageOf, { name }) }).filter({ hasText: text });
}

/** Opens the menu of a message and picks from it. */
export async function pickFor(page: Page, message: Locator, choice: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: patternOf(talk.more) }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

/** Opens the menu of a member beside the talk and picks from it. */
export async function pickAbout(page: Page, name: string, choice: string): Promise<void> {
  await membersTab(page).click();
  await page.getByRole('button', { name: fillIn(inConsole.members.actions, { name }) }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

/** The tab of the members beside the talk, with this number of them when one is given. */
export function membersTab(page: Page, count?: number): Locator {
  const { members } = inConsole.group;
  const name = count === undefined ? patternOf(members) : fillIn(members, { count });
  return page.getByRole('tab', { name });
}

/** A switch among the group's settings beside the talk. */
export async function openSwitch(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name: inConsole.group.settings }).click();
  return page.getByRole('switch', { name });
}

/** Writes with the official voice. */
export async function announce(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: talk.announce, exact: true }).click();
  await page.getByRole('textbox', { name: talk.announce, exact: true }).fill(text);
  await page.getByRole('button', { name: talk.sendAnnouncement }).click();
}
