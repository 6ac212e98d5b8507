/** A member with a phone: what one does in the members' app with a thumb. */
import type { Locator, Page } from 'playwright-core';
import serverWords from '../../server/locales/zh-CN/people.json' with { type: 'json' };
import type { Watched } from './browser.ts';
import { inMember } from './words.ts';

const { chat, join, menu } = inMember;

/** Someone's phone with the members' app open. */
export interface Phone extends Watched {
  readonly name: string;
}

/** Opens an entrance, reads what is asked, answers, and is in the talk. */
export async function comeIn(phone: Phone, address: string): Promise<void> {
  const { page, name } = phone;
  await page.goto(address);
  await page.getByRole('button', { name: join.want }).tap();
  // The privacy notice, and the rules where the community has some.
  await page.getByLabel(join.agree).first().waitFor();
  for (const box of await page.getByLabel(join.agree).all()) await box.check();
  await page.getByRole('textbox', { name: serverWords.name.title }).fill(name);
  await page.getByRole('button', { name: join.enter, exact: true }).tap();
  await composer(page).waitFor();
}

/** Where one writes. */
export function composer(page: Page): Locator {
  return page.getByRole('textbox', { name: chat.placeholder });
}

/** Writes and sends; resolves when the message stands in the talk as sent. */
export async function say({ page }: Phone, text: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole('button', { name: chat.send }).tap();
  await messageOf(page, text).waitFor();
}

/** The sent message with this text. */
export function messageOf(page: Page, text: string): Locator {
  return page.locator('li[data-message]').filter({ has: page.locator('.say', { hasText: text }) });
}

/** Puts a finger on a message and keeps it there until its menu opens. */
export async function hold({ page }: Phone, message: Locator): Promise<Locator> {
  const bubble = message.locator('.bubs');
  await bubble.scrollIntoViewIfNeeded();
  const box = await bubble.boundingBox();
  if (!box) throw new Error('the message is not on the page');
  const devtools = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 }];
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  const sheet = page.getByRole('dialog', { name: menu.title });
  await sheet.waitFor();
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
  return sheet;
}

/** The texts that begin with `start`, as they stand in the talk, top to bottom. */
export function readTexts(page: Page, start: string): Promise<string[]> {
  return page
    .locator('li[data-message] .say')
    .evaluateAll(
      (says, wanted) => says.map((one) => one.textContent ?? '').filter((text) => text.startsWith(wanted)),
      start,
    );
}
