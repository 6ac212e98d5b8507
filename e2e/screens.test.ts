/**
 * Every screen of both apps at desk and phone size, light and dark, and in all three languages: no text is missing,
 * nothing is wider than the screen, no error in the console, and axe finds no serious barrier. With
 * KEEP_PICTURES=1 every screen is kept in e2e/out; a screen that fails always is.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keepPicture, openPage, type PageWish, type Watched } from './kit/browser.ts';
import { makeBusy } from './kit/busy-fair.ts';
import { startJourney } from './kit/journey.ts';
import { findBarriers, findFaults, findInThemes } from './kit/look.ts';
import { comeToScreen, consoleScreens, memberScreens, openScreen, type Screen } from './kit/screens.ts';
import { fillIn, inConsole } from './kit/words.ts';

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

const { browser, server, fair: quiet } = await startJourney();
const fair = await makeBusy(() => server, quiet);

type App = 'member' | 'console';

const screensOf = (app: App): Screen[] => (app === 'member' ? memberScreens(fair) : consoleScreens(fair));

/** Looks at screens of an app one after the other, the way there included. */
interface Walk {
  app: App;
  screens?: readonly Screen[];
  wish: PageWish;
  /** Goes to a screen on the page of somebody who is at home there. */
  go(watched: Watched, screen: Screen): Promise<void>;
  look(watched: Watched, screen: Screen): Promise<string[]>;
}

/** Walks with two pages: one that is at home there, one of a stranger. */
async function walk({ app, screens = screensOf(app), wish, go, look }: Walk): Promise<void> {
  const client = app === 'member' ? fair.member : fair.operator;
  const athome = await openPage(browser, { ...wish, as: { client, url: server.url } });
  const stranger = await openPage(browser, wish);
  const faults: string[] = [];
  for (const screen of screens) {
    const watched = screen.stranger ? stranger : athome;
    try {
      if (screen.stranger) await forget(watched);
      await (screen.stranger ? load(watched, screen) : go(watched, screen));
      faults.push(...(await look(watched, screen)).map((fault) => `${screen.name}: ${fault}`));
      faults.push(...unexpected(watched, screen).map((error) => `${screen.name}: ${error}`));
    } catch (error) {
      faults.push(`${screen.name}: ${(error as Error).message.split('\n').slice(0, 4).join(' ')}`);
      await keepPicture(watched.page, `failed-${app}-${screen.name}`);
    }
    watched.forgive();
  }
  await athome.close();
  await stranger.close();
  assert.deepEqual(faults, []);
}

const load = ({ page }: Watched, screen: Screen) => openScreen(page, server.url, screen);

/** Makes a page that of somebody who has never been here; only the files of the app are still in its cache. */
async function forget({ page, context }: Watched): Promise<void> {
  if (page.url().startsWith('http'))
    await page.evaluate(() => [localStorage, sessionStorage].map((one) => one.clear()));
  await context.clearCookies();
}

/** Errors in the console beyond the refusals that a screen is there to show. */
function unexpected({ errors, dialogs }: Watched, { answers = [] }: Screen): string[] {
  const isMeant = (error: string) =>
    answers.some((status) => error.includes(`the server responded with a status of ${status}`));
  return [...errors.filter((error) => !isMeant(error)), ...dialogs];
}

/** One screen at both sizes in light and dark, without loading it anew; there and back, so that each step changes one thing. */
async function lookAtAllSizes(watched: Watched, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [size, themes] of [
    ['desk', ['light', 'dark']],
    ['phone', ['dark', 'light']],
  ] as const) {
    await watched.page.setViewportSize(sizes[size]);
    const found = await findInThemes(watched, `${name}-${size}`, themes);
    faults.push(...found.map((fault) => `${size} ${fault}`));
  }
  return faults;
}

/** Every second screen of the console, so that two pages share them; the members' app has half as many. */
const parts = [
  { title: 'console, half 1', app: 'console', screens: screensOf('console').filter((_, at) => at % 2 === 0) },
  { title: 'console, half 2', app: 'console', screens: screensOf('console').filter((_, at) => at % 2 === 1) },
  { title: 'member', app: 'member', screens: screensOf('member') },
] as const;

describe('screens', { concurrency: 2 }, () => {
  for (const { title, app, screens } of parts) {
    test(`${title}: every screen, loaded by its address, at two sizes, light and dark`, () =>
      walk({
        app,
        screens,
        wish: { size: 'desk' },
        go: async (watched, screen) => {
          await watched.page.setViewportSize(sizes.desk);
          await load(watched, screen);
        },
        look: (watched, screen) => lookAtAllSizes(watched, `${app}-${screen.name}`),
      }));
  }
  for (const language of ['zh-TW', 'en'] as const) {
    for (const app of ['member', 'console'] as const) {
      test(`${app}: every screen in ${language}, from one to the next`, () => {
        let isLoaded = false;
        return walk({
          app,
          wish: { language, size: app === 'member' ? 'phone' : 'desk' },
          go: async (watched, screen) => {
            await (isLoaded ? comeToScreen(watched.page, screen) : load(watched, screen));
            isLoaded = true;
          },
          look: async ({ page }, { name }) => {
            const spoken = await page.evaluate(() => document.documentElement.lang);
            if (process.env.KEEP_PICTURES) await keepPicture(page, `${app}-${name}-${language}`);
            return [...(await findFaults(page)), ...(spoken === language ? [] : [`speaks ${spoken}`])];
          },
        });
      });
    }
  }
});

test('menus and dialogs of the console open also when things move', async () => {
  const wish: PageWish = { size: 'desk', motion: 'no-preference', as: { client: fair.operator, url: server.url } };
  const { page, close } = await openPage(browser, wish);
  await page.goto(`${server.url}/c/${fair.communityId}/groups/${fair.groupId}`);
  await page.getByRole('button', { name: fillIn(inConsole.members.actions, { name: '阮阮' }) }).click();
  const mute = page.getByRole('menuitem', { name: inConsole.mod.mute, exact: true });
  await mute.waitFor();
  await page.waitForFunction(() => document.getAnimations().length === 0);
  await mute.click();
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
