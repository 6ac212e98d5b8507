/** The team looks after its answers and itself: a question that is not solved yet, another role, a second look, the second step. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Page } from 'playwright-core';
import type { Client } from './client.ts';
import { moderatorAccount } from './court.ts';
import { say, type Phone } from './phone.ts';
import { waitUntil } from './server-process.ts';
import { fillIn, inConsole, inMember } from './words.ts';

const { answers, team, twoFactor, account, door, role } = inConsole;

/** A member asks, the desk answers, and the member says on their phone that it is not solved yet; gives the id of the question. */
export async function tapUnsolved(
  phone: Phone,
  { operator, base, groupId }: { operator: Client; base: string; groupId: string },
): Promise<string> {
  const asked = '请问周日早读改到几点开始？';
  await say(phone, asked);
  let question: { id: string; excerpt: string } | undefined;
  await waitUntil(async () => {
    const { items } = await operator.call('GET', `${base}/questions?groupId=${groupId}`);
    question = items.find(({ excerpt }: { excerpt: string }) => excerpt === asked);
    return question !== undefined;
  }, 'the question to be heard');
  const { id } = question!;
  const body = { clientId: randomUUID(), text: '周日也是五点半，楼下大厅集合。' };
  await operator.call('POST', `${base}/questions/${id}/answer`, body);
  const ask = phone.page.getByRole('group', { name: inMember.answerAsk.ask });
  await ask.getByRole('button', { name: inMember.answerAsk.unsolved }).tap();
  await phone.page.getByText(inMember.answerAsk.again).waitFor();
  assert.equal(await ask.count(), 0);
  return id;
}

/** In the settings of the team the moderator becomes a steward, too. */
export async function makeSteward(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/settings/team`);
  await page.getByRole('button', { name: fillIn(team.roleOf, { name: moderatorAccount.name }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: new RegExp(`^${role.steward}`) }).check();
  await dialog.getByText(team.gains).waitFor();
  await dialog.getByRole('button', { name: team.saveRoles }).click();
  await page.getByRole('row', { name: moderatorAccount.name }).getByText(role.steward, { exact: true }).waitFor();
}

/** Looks at the first answer that was drawn and writes a word about it. */
export async function lookAtAnswer(page: Page, address: string, note: string): Promise<void> {
  await page.goto(`${address}/answers?view=sample`);
  const first = page.locator('.sampled li').first();
  await first.getByRole('checkbox', { name: answers.yes.isComplete }).uncheck();
  await first.getByRole('textbox', { name: answers.note }).fill(note);
  await first.getByRole('button', { name: answers.say }).click();
  await page.getByText(answers.kept).waitFor();
}

/** Switches the second step on for oneself. */
export async function switchSecondStepOn(page: Page, address: string, password: string): Promise<void> {
  await page.goto(`${address}/settings/account`);
  await page.getByRole('button', { name: account.switchOn }).click();
  await page.getByLabel(account.passwordAgain).fill(password);
  await page.getByRole('button', { name: account.goOn }).click();
  const secret = await page.locator('.ant-modal code').innerText();
  const raw = new TextDecoder().decode(base32.decode(secret));
  await page.getByLabel(door.code).fill(await createOTP(raw, { digits: 6, period: 30 }).totp());
  await page.getByRole('button', { name: account.confirmCode }).click();
  await page.locator('.codes li').first().waitFor();
  await page.getByRole('button', { name: inConsole.tokens.kept }).click();
}

/** Asks everybody of the team for the second step, at once. */
export async function askForSecondStep(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/settings/team`);
  const card = page.getByRole('region', { name: twoFactor.title });
  const choose = async (label: string, option: string) => {
    await card.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
  };
  await choose(twoFactor.from, twoFactor.scope.everybody);
  await choose(twoFactor.grace, '0');
  await card.getByText(moderatorAccount.name).waitFor();
}

/** The screen of somebody who has to switch it on first. */
export async function seeGate(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/inbox`);
  await page.getByRole('heading', { name: twoFactor.gate }).waitFor();
  await page.getByRole('button', { name: account.switchOn }).waitFor();
}
