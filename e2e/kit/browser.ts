/**
 * Chromium for the journeys: pages the size of a phone or a desk, with everything that goes wrong in them collected
 * (errors in the console, exceptions, dialogs that text should never be able to open).
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Client } from './client.ts';

/** Where screenshots go; never in git. */
export const outFolder = fileURLToPath(new URL('../out/', import.meta.url));

/** Machines that run journeys are slow sometimes; nothing waits longer than this for what should appear. */
export const patienceMs = 30_000;

/**
 * `SLOW_PAGES=400` makes every script and every answer of the API come that many milliseconds late: a journey that acts
 * on a page before it is there fails always, not once in a hundred runs on somebody's slow machine.
 */
const lateMs = Number(process.env.SLOW_PAGES ?? 0);

/** How a page is opened. */
export interface PageWish {
  size?: 'phone' | 'desk';
  language?: 'zh-CN' | 'zh-TW' | 'en';
  theme?: 'light' | 'dark';
  /**
   * What the visitor asked of the system about moving things; `reduce` unless told: a button that still grows under the pointer
   * loses the click on a busy machine.
   */
  motion?: 'reduce' | 'no-preference';
  /** A visitor whose cookies the page takes over, with the address they are for. */
  as?: { client: Client; url: string };
}

/** An open page and what went wrong in it so far. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors since the last `forgive`: console errors and exceptions. */
  readonly errors: string[];
  /** Dialogs that opened: always somebody's injected script, the apps have none. */
  readonly dialogs: string[];
  /** Forgets errors that a test has just provoked on purpose. */
  forgive(): void;
  close(): Promise<void>;
}

const sizes = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1440, height: 900 } },
} as const;

/** Starts Chromium. When a test fails, what its open pages show and what went wrong in them is said with it. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking'],
  });
  afterEach(async (context) => {
    if ('passed' in context && !context.passed) await tellPages(browser);
  });
  return browser;
}

/** What a failed journey leaves behind: without it, a fault of somebody else's machine is guesswork. */
async function tellPages(browser: Browser): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const shown = await page
      .locator('body')
      .ariaSnapshot({ timeout: 5000 })
      .catch((error: Error) => error.message);
    console.error(`── ${page.url()}\n${(wrongs.get(page) ?? []).join('\n')}\n${shown.slice(0, 6000)}`);
  }
}

/** What went wrong in each open page since it was opened. */
const wrongs = new WeakMap<Page, string[]>();

/** Opens a page of its own: own cookies, own storage, like another device. */
export async function openPage(browser: Browser, wish: PageWish = {}): Promise<Watched> {
  const { size = 'phone', language = 'zh-CN', theme = 'light', motion = 'reduce', as } = wish;
  const context = await browser.newContext({
    ...sizes[size],
    locale: language,
    timezoneId: 'Asia/Shanghai',
    colorScheme: theme,
    reducedMotion: motion,
  });
  context.setDefaultTimeout(patienceMs);
  if (as) {
    const cookies = [...as.client.cookies].map(([name, value]) => ({ name, value, url: as.url }));
    await context.addCookies(cookies);
  }
  if (lateMs > 0) await beLate(context);
  const page = await context.newPage();
  const watched = { page, context, errors: [] as string[], dialogs: [] as string[] };
  const all: string[] = [];
  wrongs.set(page, all);
  const note = (wrong: string) => {
    all.push(wrong);
    watched.errors.push(wrong);
  };
  page.on('console', (said) => {
    if (said.type() === 'error') note(`${said.text()} (${said.location().url})`);
  });
  page.on('pageerror', (error) => note(error.stack ?? error.message));
  page.on('dialog', (dialog) => {
    watched.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return { ...watched, forgive: () => void watched.errors.splice(0), close: () => context.close() };
}

async function beLate(context: BrowserContext): Promise<void> {
  await context.route(/\/api\/|\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, lateMs));
    // The page may be gone meanwhile.
    await route.continue().catch(() => undefined);
  });
}

/** Keeps a picture of the page in e2e/out. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  await page.screenshot({ path: join(outFolder, `${name}.png`), animations: 'disabled' });
}
