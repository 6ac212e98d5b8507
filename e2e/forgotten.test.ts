/** A forgotten password in a browser: asked for on the sign-in page, the mail's link opened, a new password chosen, signed in with it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestSmtp } from '../server/platform/mail/testing-smtp.ts';
import { openPage } from './kit/browser.ts';
import { findPort } from './kit/free-port.ts';
import { startJourney } from './kit/journey.ts';
import { waitUntil } from './kit/server-process.ts';
import { operatorAccount } from './kit/story.ts';
import { inConsole } from './kit/words.ts';

const { door } = inConsole;
const smtp = await startTestSmtp();
after(() => smtp.stop());
const port = await findPort();
const env = { SMTP_URL: smtp.url, MAIL_FROM: 'hello@fair.test', PUBLIC_URL: `http://127.0.0.1:${port}` };
const { browser, server } = await startJourney({ port, env });

test('from the sign-in page to a new password, by the link of the mail, once', async () => {
  const { page } = await openPage(browser, { size: 'desk' });
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('link', { name: door.lost }).click();
  // The sign-in page asks for an address too: nothing is typed before it has gone.
  await page.getByRole('button', { name: door.mailLink }).waitFor();
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
