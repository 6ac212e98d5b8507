/** A forgotten password in a browser: asked for on the sign-in page, the mail's link opened, a new password chosen, signed in with it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startTestSmtp, type TestSmtp } from '../server/platform/mail/testing-smtp.ts';
import { launchBrowser, openPage } from './kit/browser.ts';
import { cleanUp, makeDataDir, startServer, waitUntil, type ServerProcess } from './kit/server-process.ts';
import { foundFair, operatorAccount } from './kit/story.ts';
import { inConsole } from './kit/words.ts';

const { door } = inConsole;
let browser: Browser;
let server: ServerProcess;
let smtp: TestSmtp;

before(async () => {
  smtp = await startTestSmtp();
  const port = await findPort();
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test', PUBLIC_URL: `http://127.0.0.1:${port}` };
  const dataDir = await makeDataDir();
  [server, browser] = await Promise.all([startServer({ dataDir, port, env }), launchBrowser()]);
  await foundFair(() => server);
});

after(async () => {
  await browser?.close();
  await cleanUp();
  await smtp?.stop();
});

/** A port that is free now; the links of mails need to know it beforehand. */
async function findPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

test('from the sign-in page to a new password, by the link of the mail, once', async () => {
  const { page } = await openPage(browser, { size: 'desk' });
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('link', { name: door.lost }).click();
  await page.getByLabel(door.email).fill(operatorAccount.email);
  await page.getByRole('button', { name: door.mailLink }).click();
  await page.getByRole('heading', { name: door.mailSent }).waitFor();
  await waitUntil(() => smtp.mails.length === 1, 'the mail');
  const link = /http:\/\/127\.0\.0\.1:\d+\/password\?token=[\w-]+/.exec(smtp.mails[0]!.text)![0];
  await page.goto(link);
  await page.getByLabel(door.password).fill('xin-deng-zhu-huo-9');
  await page.getByRole('button', { name: door.newPasswordSave }).click();
  await page.getByLabel(door.email).fill(operatorAccount.email);
  await page.getByLabel(door.password).fill('xin-deng-zhu-huo-9');
  await page.getByRole('button', { name: door.enter }).click();
  await page.getByRole('link', { name: inConsole.menu.today }).waitFor();
  await waitUntil(() => smtp.mails.length === 2, 'the mail that says it was changed');
  assert.ok(!smtp.mails[1]!.text.includes('token='));
  await page.goto(link);
  await page.getByRole('heading', { name: door.linkGone }).waitFor();
  await page.getByRole('link', { name: door.anotherLink }).waitFor();
});
