/**
 * Every screen of both apps at desk and phone size, light and dark, and in all three languages: no text is missing,
 * nothing is wider than the screen, no error in the console, and axe finds no serious barrier. With
 * KEEP_PICTURES=1 every screen is kept in e2e/out; a screen that fails always is.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { keepPicture, launchBrowser, openPage, type PageWish, type Watched } from './kit/browser.ts';
import { foundBusyFair, type BusyFair } from './kit/busy-fair.ts';
import {
  consoleScreens,
  findBarriers,
  findFaults,
  memberScreens,
  openScreen,
  settleDown,
  type Screen,
} from './kit/screens.ts';
import { cleanUp, makeDataDir, startServer, type ServerProcess } from './kit/server-process.ts';
import { fillIn, inConsole } from './kit/words.ts';

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const themes = ['light', 'dark'] as const;

let browser: Browser;
let server: ServerProcess;
let fair: BusyFair;

before(async () => {
  [server, browser] = await Promise.all([makeDataDir().then((dataDir) => startServer({ dataDir })), launchBrowser()]);
  fair = await foundBusyFair(() => server);
});

after(async () => {
  await browser?.close();
  await cleanUp();
});

type App = 'member' | 'console';

const screensOf = (app: App): Screen[] => (app === 'member' ? memberScreens(fair) : consoleScreens(fair));

/** Walks through an app's screens with two pages: one that is at home there, one of a stranger. */
async function walk(app: App, wish: PageWish, look: (watched: Watched, screen: Screen) => Promise<string[]>) {
  const client = app === 'member' ? fair.member : fair.operator;
  const athome = await openPage(browser, { ...wish, as: { client, url: server.url } });
  const faults: string[] = [];
  for (const screen of screensOf(app)) {
    const watched = screen.stranger ? await openPage(browser, wish) : athome;
    try {
      await openScreen(watched.page, server.url, screen);
      faults.push(...(await look(watched, screen)).map((fault) => `${screen.name}: ${fault}`));
      faults.push(...unexpected(watched, screen).map((error) => `${screen.name}: ${error}`));
    } catch (error) {
      faults.push(`${screen.name}: ${(error as Error).message.split('\n').slice(0, 4).join(' ')}`);
      await keepPicture(watched.page, `failed-${app}-${screen.name}`);
    }
    watched.forgive();
    if (screen.stranger) await watched.close();
  }
  await athome.close();
  assert.deepEqual(faults, []);
}

/** Errors in the console beyond the refusals that a screen is there to show. */
function unexpected({ errors, dialogs }: Watched, { answers = [] }: Screen): string[] {
  const isMeant = (error: string) =>
    answers.some((status) => error.includes(`the server responded with a status of ${status}`));
  return [...errors.filter((error) => !isMeant(error)), ...dialogs];
}

/** One screen at both sizes in light and dark, without loading it anew. */
async function lookAtAllSizes({ page, context }: Watched, name: string): Promise<string[]> {
  const devtools = await context.newCDPSession(page);
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await settleDown(page);
      // In the dark nothing changes but the colours.
      const found =
        theme === 'light'
          ? [...(await findFaults(page)), ...(await findBarriers(devtools))]
          : await findBarriers(devtools, ['color-contrast']);
      if (process.env.KEEP_PICTURES) await keepPicture(page, `${name}-${size}-${theme}`);
      faults.push(...found.map((fault) => `${size} ${theme}: ${fault}`));
    }
  }
  await devtools.detach();
  return faults;
}

describe('screens', { concurrency: 2 }, () => {
  for (const app of ['member', 'console'] as const) {
    test(`${app}: every screen at two sizes, light and dark`, () =>
      walk(app, { size: 'desk' }, (watched, screen) => lookAtAllSizes(watched, `${app}-${screen.name}`)));
  }
  for (const language of ['zh-TW', 'en'] as const) {
    for (const app of ['member', 'console'] as const) {
      test(`${app}: every screen in ${language}`, () =>
        walk(app, { language, size: app === 'member' ? 'phone' : 'desk' }, async ({ page }) => {
          const spoken = await page.evaluate(() => document.documentElement.lang);
          return [...(await findFaults(page)), ...(spoken === language ? [] : [`speaks ${spoken}`])];
        }));
    }
  }
});

test('the menus of the console open also for those who asked for less motion', async () => {
  const wish: PageWish = { size: 'desk', motion: 'reduce', as: { client: fair.operator, url: server.url } };
  const { page, close } = await openPage(browser, wish);
  await page.goto(`${server.url}/c/${fair.communityId}/groups/${fair.groupId}`);
  await page.getByRole('button', { name: fillIn(inConsole.members.actions, { name: '阮阮' }) }).click();
  await page.getByRole('menuitem', { name: inConsole.mod.mute, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await close();
});

test('a missing text, a page that is too wide and a barrier are found', async () => {
  const { page, context, close } = await openPage(browser);
  await openScreen(page, server.url, memberScreens(fair)[0]!);
  await page.evaluate(() => {
    document.documentElement.dataset.missingKey = 'member:no.such.key';
    const wide = document.createElement('img');
    wide.style.cssText = 'width: 2000px; height: 10px; position: absolute; left: 0; top: 0';
    document.body.append(wide);
  });
  assert.equal((await findFaults(page)).length, 2);
  assert.match((await findBarriers(await context.newCDPSession(page))).join(), /image-alt/);
  await close();
});
