/**
 * People and addresses that move: the server gets another address, a member takes another phone, loses one and is
 * brought back by a steward, leaves, and is forgotten with a receipt.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { openPage } from './kit/browser.ts';
import { startJourney } from './kit/journey.ts';
import { comeIn, composer, type Phone, say } from './kit/phone.ts';
import { startServer } from './kit/server-process.ts';
import { joinFair } from './kit/story.ts';
import { fillIn, inConsole, inMember } from './kit/words.ts';

const { join, move, phones, records } = inMember;

const journey = await startJourney();
const { browser, home, fair } = journey;
let { server } = journey;
let ruan: Phone;

const newPhone = async (name: string): Promise<Phone> => ({ ...(await openPage(browser)), name });

const openMe = (page: Page) => page.goto(`${server.url}/g/${fair.groupId}/me`);

test('after a change of PUBLIC_URL the entrance and its QR code carry the new address, the code stays', async () => {
  const links = `/api/communities/${fair.communityId}/groups/${fair.groupId}/links`;
  const first = (await fair.operator.call('GET', links)).items[0];
  assert.equal(first.url, `${server.url}/j/${fair.code}`);
  assert.equal(await server.stop(), 0);
  const publicUrl = 'https://fair.example';
  server = await startServer({ ...home, port: server.port, env: { ...home.env, PUBLIC_URL: publicUrl } });
  const { url, id } = (await fair.operator.call('GET', links, undefined, { origin: publicUrl })).items[0];
  assert.equal(url, `${publicUrl}/j/${fair.code}`);
  const picture = `/api/communities/${fair.communityId}/links/${id}/qr`;
  assert.match((await fair.operator.call('GET', `${picture}.svg`)) as string, new RegExp(`<title>${url}</title>`));
  const png = await fetch(`${server.url}${picture}.png?size=512`, {
    headers: { cookie: fair.operator.cookieHeader() },
  });
  assert.deepEqual(await readModules(Buffer.from(await png.arrayBuffer()), url), drawModules(url));
  assert.notDeepEqual(drawModules(url), drawModules(first.url));
  assert.equal(await server.stop(), 0);
  server = await startServer({ ...home, port: server.port });
});

/** The dark and light squares of a code for an address. */
function drawModules(address: string): boolean[] {
  return [...QRCode.create(address, { errorCorrectionLevel: 'M' }).modules.data].map(Boolean);
}

/** The same squares, read from the middle of each in a picture with a margin of four. */
async function readModules(png: Buffer, address: string): Promise<boolean[]> {
  const { size } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules;
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const step = info.width / (size + 8);
  const isDark = (row: number, column: number) =>
    data[Math.floor((row + 4.5) * step) * info.width + Math.floor((column + 4.5) * step)]! < 128;
  return Array.from({ length: size * size }, (_, at) => isDark(Math.floor(at / size), at % size));
}

test('a member takes another phone along by link; the link works once', async () => {
  ruan = await newPhone('阮阮');
  await comeIn(ruan, `${server.url}/j/${fair.code}`);
  await say(ruan, '我要换手机了');
  await openMe(ruan.page);
  await ruan.page.getByRole('button', { name: phones.move }).tap();
  await ruan.page.getByRole('img', { name: phones.qr }).waitFor();
  const answer = ruan.page.waitForResponse((response) => response.url().endsWith('/me/move'));
  await ruan.page.getByRole('dialog').getByRole('button', { name: inMember.close }).tap();
  await ruan.page.getByRole('button', { name: phones.move }).tap();
  const { url } = (await (await answer).json()) as { url: string };

  const second = await newPhone('阮阮');
  await second.page.goto(url);
  await second.page.getByRole('button', { name: move.here }).tap();
  await second.page.getByRole('link', { name: /灶边 3 群/ }).tap();
  await composer(second.page).waitFor();
  await second.page.locator('li.m.me', { hasText: '我要换手机了' }).waitFor();
  const third = await newPhone('路人');
  await third.page.goto(url);
  await third.page.getByRole('button', { name: move.here }).tap();
  await third.page.getByText(move.over).waitFor();
  await third.close();
  await second.close();
});

test('a lost phone: the steward gives a link, the new phone is the same person, the lost one is signed out', async () => {
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  const { page } = desk;
  await page.goto(`${server.url}/c/${fair.communityId}/people`);
  await page.getByRole('button', { name: '阮阮' }).click();
  await page.getByRole('button', { name: inConsole.people.restore }).click();
  await page.getByRole('button', { name: inConsole.people.restoreMake }).click();
  const url = await page.getByText(/\/m\/move\//).innerText();
  await page.getByRole('img', { name: inConsole.people.restoreQr }).waitFor();

  const found = await newPhone('阮阮');
  await found.page.goto(url.trim());
  await found.page.getByRole('button', { name: move.here }).tap();
  await found.page.getByRole('link', { name: /灶边 3 群/ }).tap();
  await found.page.locator('li.m.me', { hasText: '我要换手机了' }).waitFor();
  await ruan.page.goto(`${server.url}/g/${fair.groupId}`);
  await ruan.page.getByText(inMember.gone.title).waitFor();
  await ruan.close();
  ruan = found;
  await desk.close();
});

test('one leaves, and comes back by the entrance under the same name', async () => {
  await openMe(ruan.page);
  await ruan.page.getByRole('button', { name: fillIn(records.leave, { group: '灶边 3 群' }) }).tap();
  await ruan.page.getByRole('dialog').getByRole('button', { name: records.leaveYes, exact: true }).tap();
  await ruan.page.getByText(inMember.groups.former).waitFor();
  await ruan.page.goto(`${server.url}/g/${fair.groupId}`);
  await ruan.page.getByRole('heading', { name: inMember.gone.title }).waitFor();
  await ruan.page.goto(`${server.url}/j/${fair.code}`);
  await ruan.page.getByRole('button', { name: join.enter, exact: true }).tap();
  await composer(ruan.page).waitFor();
  await ruan.page.locator('li.m.me', { hasText: '我要换手机了' }).waitFor();
});

test('erase me: the words are typed, a receipt is given, the name is gone for everybody', async () => {
  const tan = await joinFair(() => server, fair, '老谭');
  await openMe(ruan.page);
  await ruan.page.getByRole('button', { name: records.erase }).tap();
  const sheet = ruan.page.getByRole('dialog');
  const erase = sheet.getByRole('button', { name: records.eraseYes });
  assert.equal(await erase.isDisabled(), true);
  await sheet.getByRole('textbox').fill(records.eraseWords);
  await erase.tap();
  await ruan.page.getByRole('heading', { name: records.erasedTitle }).waitFor();
  const receipt = (await ruan.page.locator('.link-text').innerText()).trim();
  assert.equal((await tan.request('GET', `/api/member/erasures/${receipt}`)).status, 200);
  await ruan.page.getByRole('button', { name: records.bye }).tap();
  await ruan.page.getByText(inMember.groups.none).waitFor();

  const reader = await openPage(browser, { as: { client: tan, url: server.url } });
  await reader.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(reader.page).waitFor();
  await reader.page.goto(`${server.url}/g/${fair.groupId}/home`);
  await reader.page.getByText(inMember.home.whoTitle).waitFor();
  assert.equal(await reader.page.getByText('阮阮').count(), 0);
  await reader.close();
});
