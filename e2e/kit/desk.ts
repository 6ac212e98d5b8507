/** An operator at a desk: the console's screens as one uses them. */
import type { Locator, Page } from 'playwright-core';

/** What is written into the founding form. */
export interface Founding {
  community: string;
  group: string;
}

/** First-run link: the owner of the machine introduces themselves. */
export async function setUp(page: Page, address: string, owner: { name: string; email: string; password: string }) {
  await page.goto(address);
  await page.getByLabel('你的名字').fill(owner.name);
  await page.getByLabel('邮箱').fill(owner.email);
  await page.getByLabel('密码').fill(owner.password);
  await page.getByRole('button', { name: '好了，去开社群' }).click();
}

/** Walks the founding form to its end; gives the address of the first entrance. */
export async function found(page: Page, wish: Founding): Promise<string> {
  for (const answer of ['每天', '愿意', '一直有'])
    await page.getByRole('button', { name: answer, exact: true }).click();
  await page.getByText('合适开群。').waitFor();
  await page.getByRole('button', { name: '下一步：为什么' }).click();
  await page.getByLabel('社群叫什么').fill(wish.community);
  await page.getByLabel('给谁').fill('下班后还想读几页书的人');
  await page.getByLabel('为什么开').fill('一个人读容易放下，一群人就能读完。');
  await page.getByRole('button', { name: '有人一起坚持' }).click();
  await page.getByRole('radio', { name: '学习打卡' }).check();
  await page.getByRole('button', { name: '下一步：在哪儿说话' }).click();
  await page.getByLabel('群名').fill(wish.group);
  await page.getByRole('button', { name: '开张' }).click();
  await page.getByText(`「${wish.community}」开张了`).waitFor();
  return (await page.locator('a.poster-link').getAttribute('href')) ?? '';
}

/** Messages of somebody with this text in the open talk. */
export function saidBy(page: Page, name: string, text: string): Locator {
  return page.getByRole('article', { name: `${name}的话` }).filter({ hasText: text });
}

/** Opens the menu of a message and picks from it. */
export async function pickFor(page: Page, message: Locator, choice: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: /更多操作/ }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

/** Opens the menu of a member beside the talk and picks from it. */
export async function pickAbout(page: Page, name: string, choice: string): Promise<void> {
  await page.getByRole('tab', { name: /^成员/ }).click();
  await page.getByRole('button', { name: `对「${name}」做什么` }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

/** A switch among the group's settings beside the talk. */
export async function openSwitch(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name: '群设置' }).click();
  return page.getByRole('switch', { name });
}

/** Writes with the official voice. */
export async function announce(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: '发公告' }).click();
  await page.getByRole('textbox', { name: '发公告' }).fill(text);
  await page.getByRole('button', { name: '发出公告' }).click();
}
