/**
 * Levels in a browser: a ladder is made, its rule is changed and tried first (who goes up, who goes down, why), then for real; the member
 * sees the new level on the phone, and who is going down keeps theirs for the days of grace.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openAccount, transfer } from '../server/ledger/index.ts';
import { comeIn, openPlace, type Phone, type Place } from '../server/people/testing.ts';
import { newId } from '../server/platform/ids.ts';
import { keepPicture, launchBrowser } from './kit/browser.ts';
import { startClockServer } from './kit/clock-server.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const words = inConsole.levels;
const server = await startClockServer();
let browser: Browser;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());

async function give({ communityId }: Place, { identityId }: Phone, amount: number): Promise<void> {
  const { ctx } = server.app;
  const open = (kind: 'issuer' | 'identity', id: string) =>
    openAccount(ctx, { communityId, owner: { kind, id }, unit: 'points' });
  const [from, to] = [await open('issuer', communityId), await open('identity', identityId)];
  const legs = [
    { account: from.id, amount: -amount },
    { account: to.id, amount },
  ];
  await transfer(ctx, { communityId, key: newId(), kind: 'probe.given', legs });
}

const points = (number: number) => ({ join: 'all', items: [{ fact: 'ledger.points', op: 'at_least', number }] });
const level = (name: string, number: number | null) => ({
  number: null,
  name,
  entry: number === null ? null : points(number),
  staying: number === null ? null : points(number),
});

/** The number in the first condition of a rule. */
const numberOf = (page: Page, position: number, rule: string) =>
  page
    .getByRole('listitem', { name: fillIn(words.levelAt, { position }) })
    .getByRole('group', { name: rule, exact: true })
    .getByRole('spinbutton');

test('a rule is tried, then made real, and the member reads the new level', async () => {
  const place = await openPlace(server.app);
  const phones: Phone[] = [];
  for (const [name, amount] of [
    ['阮阮', 60],
    ['老谭', 120],
  ] as const) {
    server.app.clock.advance(1000);
    const phone = await comeIn(server.app, place, name);
    await give(place, phone, amount);
    phones.push(phone);
  }
  await server.app.settle();
  const owner = await server.app.operator('owner', place.communityId);
  const draft = { name: '灶边等级', levels: [level('新朋友', null), level('掌勺', 100), level('灶王', 500)] };
  const base = `/api/communities/${place.communityId}`;
  const made = await server.app.request('POST', `${base}/ladders`, { as: owner, body: draft });
  assert.equal(made.status, 201, made.text);
  await server.app.settle();

  const { page, errors, close } = await server.open(browser, { size: 'desk', actor: owner });
  await page.goto(`${server.url}/c/${place.communityId}/people?view=levels`);
  await page.getByRole('button', { name: words.edit, exact: true }).click();
  await numberOf(page, 2, words.entry).fill('50');
  await numberOf(page, 2, words.staying).fill('150');
  await page.getByRole('button', { name: words.try, exact: true }).click();
  const trial = page.getByRole('dialog', { name: words.trial });
  await trial.getByText(fillIn(words.trialSum, { people: '2', up: '1', down: '0' })).waitFor();
  await trial
    .getByRole('region', { name: fillIn(words.ups, { number: '1' }) })
    .getByText('阮阮')
    .waitFor();
  await page.keyboard.press('Escape');
  await trial.waitFor({ state: 'hidden' });

  await numberOf(page, 2, words.entry).fill('130');
  await numberOf(page, 2, words.staying).fill('125');
  await page.getByRole('button', { name: words.try, exact: true }).click();
  const down = trial.getByRole('region', { name: fillIn(words.downs, { number: '1' }) });
  await down.getByText('老谭').waitFor();
  assert.match((await down.textContent()) ?? '', /125/, 'the missed condition is named');
  await page.keyboard.press('Escape');
  await trial.waitFor({ state: 'hidden' });

  await numberOf(page, 2, words.entry).fill('50');
  await numberOf(page, 2, words.staying).fill('40');
  await page.getByRole('button', { name: words.try, exact: true }).click();
  await trial.getByText('阮阮').waitFor();
  if (process.env.KEEP_PICTURES) await keepPicture(page, 'levels-trial');
  await trial.getByRole('button', { name: words.make }).click();
  await page.getByRole('region', { name: '灶边等级' }).waitFor();
  await server.app.settle();
  assert.deepEqual(errors, []);
  await close();

  const phone = await server.open(browser, { size: 'phone', actor: phones[0]!.actor });
  await phone.page.goto(`${server.url}/g/${place.groupId}/me`);
  await phone.page.getByRole('heading', { name: '掌勺' }).waitFor();
  await phone.page.getByText(fillIn(inMember.level.have, { have: '60', need: '500' })).waitFor();
  if (process.env.KEEP_PICTURES) await keepPicture(phone.page, 'levels-phone');
  assert.deepEqual(phone.errors, []);
  await phone.close();
});
