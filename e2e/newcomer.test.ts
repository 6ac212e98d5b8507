/**
 * People and addresses that move: the server gets another address, a member takes another phone, loses one and is
 * brought back by a steward, leaves, and is forgotten with a receipt.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { launchBrowser, openPage } from './kit/browser.ts';
import { comeIn, composer, say, type Phone } from './kit/phone.ts';
import { cleanUp, makeDataDir, startServer, type ServerProcess } from './kit/server-process.ts';
import { foundFair, joinFair, type Fair } from './kit/story.ts';

let browser: Browser;
let server: ServerProcess;
let fair: Fair;
let dataDir: string;
let ruan: Phone;

before(async () => {
  dataDir = await makeDataDir();
  [server, browser] = await Promise.all([startServer({ dataDir }), launchBrowser()]);
  fair = await foundFair(() => server);
});

after(async () => {
  await browser?.close();
  await cleanUp();
});

const newPhone = async (name: string): Promise<Phone> => ({ ...(await openPage(browser)), name });

const openMe = (page: Page) => page.goto(`${server.url}/g/${fair.groupId}/me`);

test('after a change of PUBLIC_URL the entrance and its QR code carry the new address, the code stays', async () => {
  const links = `/api/communities/${fair.communityId}/groups/${fair.groupId}/links`;
  const before = (await fair.operator.call('GET', links)).items[0];
  assert.equal(before.url, `${server.url}/j/${fair.code}`);
  assert.equal(await server.stop(), 0);
  const publicUrl = 'https://fair.example';
  server = await startServer({ dataDir, port: server.port, env: { PUBLIC_URL: publicUrl } });
  const { url, id } = (await fair.operator.call('GET', links, undefined, { origin: publicUrl })).items[0];
  assert.equal(url, `${publicUrl}/j/${fair.code}`);
  const picture = `/api/communities/${fair.communityId}/links/${id}/qr`;
  assert.match((await fair.operator.call('GET', `${picture}.svg`)) as string, new RegExp(`<title>${url}</title>`));
  const png = await fetch(`${server.url}${picture}.png?size=512`, {
    headers: { cookie: fair.operator.cookieHeader() },
  });
  assert.deepEqual(await readModules(Buffer.from(await png.arrayBuffer()), url), drawModules(url));
  assert.notDeepEqual(drawModules(url), drawModules(before.url));
  assert.equal(await server.stop(), 0);
  server = await startServer({ dataDir, port: server.port });
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
  await ruan.page.getByRole('button', { name: '换到另一部手机' }).tap();
  await ruan.page.getByRole('img', { name: '搬到另一部手机的二维码' }).waitFor();
  const answer = ruan.page.waitForResponse((response) => response.url().endsWith('/me/move'));
  await ruan.page.getByRole('dialog').getByRole('button', { name: '关上' }).tap();
  await ruan.page.getByRole('button', { name: '换到另一部手机' }).tap();
  const { url } = (await (await answer).json()) as { url: string };

  const second = await newPhone('阮阮');
  await second.page.goto(url);
  await second.page.getByRole('button', { name: '搬过来' }).tap();
  await second.page.getByRole('link', { name: /灶边 3 群/ }).tap();
  await composer(second.page).waitFor();
  await second.page.locator('li.m.me', { hasText: '我要换手机了' }).waitFor();
  const third = await newPhone('路人');
  await third.page.goto(url);
  await third.page.getByRole('button', { name: '搬过来' }).tap();
  await third.page.getByText('这张搬家码不能用了').waitFor();
  await third.close();
  await second.close();
});

test('a lost phone: the steward gives a link, the new phone is the same person, the lost one is signed out', async () => {
  const desk = await openPage(browser, { size: 'desk', as: { client: fair.operator, url: server.url } });
  const { page } = desk;
  await page.goto(`${server.url}/c/${fair.communityId}/people`);
  await page.getByRole('button', { name: '阮阮' }).click();
  await page.getByRole('button', { name: '换了手机，帮 TA 回来' }).click();
  await page.getByRole('button', { name: '确认是本人，给链接' }).click();
  const url = await page.getByText(/\/m\/move\//).innerText();
  await page.getByRole('img', { name: '找回身份的二维码' }).waitFor();

  const found = await newPhone('阮阮');
  await found.page.goto(url.trim());
  await found.page.getByRole('button', { name: '搬过来' }).tap();
  await found.page.getByRole('link', { name: /灶边 3 群/ }).tap();
  await found.page.locator('li.m.me', { hasText: '我要换手机了' }).waitFor();
  await ruan.page.goto(`${server.url}/g/${fair.groupId}`);
  await ruan.page.getByText('你不在这个群里').waitFor();
  await ruan.close();
  ruan = found;
  await desk.close();
});

test('one leaves, and comes back by the entrance under the same name', async () => {
  await openMe(ruan.page);
  await ruan.page.getByRole('button', { name: /离开灶边 3 群/ }).tap();
  await ruan.page.getByRole('dialog').getByRole('button', { name: '离开', exact: true }).tap();
  await ruan.page.getByText('已经离开').waitFor();
  await ruan.page.goto(`${server.url}/g/${fair.groupId}`);
  await ruan.page.getByRole('heading', { name: /不在这个群里|已离开/ }).waitFor();
  await ruan.page.goto(`${server.url}/j/${fair.code}`);
  await ruan.page.getByRole('button', { name: '进门', exact: true }).tap();
  await composer(ruan.page).waitFor();
  await ruan.page.locator('li.m.me', { hasText: '我要换手机了' }).waitFor();
});

test('erase me: the words are typed, a receipt is given, the name is gone for everybody', async () => {
  const tan = await joinFair(() => server, fair, '老谭');
  await openMe(ruan.page);
  await ruan.page.getByRole('button', { name: /抹去我的一切/ }).tap();
  const sheet = ruan.page.getByRole('dialog');
  const erase = sheet.getByRole('button', { name: '全部抹去' });
  assert.equal(await erase.isDisabled(), true);
  await sheet.getByRole('textbox').fill('抹去我');
  await erase.tap();
  await ruan.page.getByRole('heading', { name: '都抹去了' }).waitFor();
  const receipt = (await ruan.page.locator('.link-text').innerText()).trim();
  assert.equal((await tan.request('GET', `/api/member/erasures/${receipt}`)).status, 200);
  await ruan.page.getByRole('button', { name: '再见' }).tap();
  await ruan.page.getByText('还没有进过群').waitFor();

  const reader = await openPage(browser, { as: { client: tan, url: server.url } });
  await reader.page.goto(`${server.url}/g/${fair.groupId}`);
  await composer(reader.page).waitFor();
  await reader.page.goto(`${server.url}/g/${fair.groupId}/home`);
  await reader.page.getByText('谁在这里').waitFor();
  assert.equal(await reader.page.getByText('阮阮').count(), 0);
  await reader.close();
});
