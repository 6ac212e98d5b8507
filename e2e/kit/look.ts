/**
 * A close look at a page: nothing on it is missing or wider than the screen, and nobody is shut out by how it is made. In the
 * dark nothing changes but the colours, so there only their contrast is looked at again.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';
import { keepPicture, type Watched } from './browser.ts';

/** The page is whole and open to everybody, light and dark; with KEEP_PICTURES=1 both are kept. */
export async function lookClosely(watched: Watched, name: string): Promise<void> {
  assert.deepEqual(await findInThemes(watched, name, ['light', 'dark']), [], name);
  await watched.page.emulateMedia({ colorScheme: 'light' });
}

/** What is wrong with the page as it stands, in each theme. */
export async function findInThemes(
  { page, context }: Watched,
  name: string,
  themes: readonly ('light' | 'dark')[],
): Promise<string[]> {
  const devtools = await context.newCDPSession(page);
  const faults: string[] = [];
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await settleDown(page);
    const found =
      theme === 'light'
        ? [...(await findFaults(page)), ...(await findBarriers(devtools))]
        : await findBarriers(devtools, ['color-contrast']);
    faults.push(...found.map((fault) => `${theme}: ${fault}`));
    if (process.env.KEEP_PICTURES) await keepPicture(page, `${name}-${theme}`);
  }
  await devtools.detach();
  return faults;
}

/** Ends every movement: colours halfway between light and dark would be measured otherwise. */
export async function settleDown(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = () => document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    do {
      await nextFrame();
      await nextFrame();
      for (const one of moving()) one.finish();
    } while (moving().length > 0);
  });
}

/** What is wrong with the page itself: a text without words, or something wider than the screen. */
export async function findFaults(page: Page): Promise<string[]> {
  // Not `innerWidth`: a phone's browser makes that as wide as what does not fit.
  const width = page.viewportSize()!.width;
  return page.evaluate((screenWidth) => {
    const faults: string[] = [];
    const { documentElement } = document;
    if (documentElement.dataset.missingKey) faults.push(`no text for ${documentElement.dataset.missingKey}`);
    const raw = /\b(member|console|kit):[a-zA-Z]+\.[a-zA-Z.]+/.exec(document.body.innerText);
    if (raw) faults.push(`a key instead of words: ${raw[0]}`);
    if (documentElement.scrollWidth <= screenWidth) return faults;
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > screenWidth + 1,
    );
    const names = wide.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`);
    return [...faults, `${documentElement.scrollWidth} wide on ${screenWidth}: ${names.join(', ')}`];
  }, width);
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Serious and critical findings of axe. The script comes in through the debugger, because the pages' policy lets no
 * foreign script in.
 */
export async function findBarriers(devtools: CDPSession, rules?: readonly string[]): Promise<string[]> {
  const only = rules ? { runOnly: { type: 'rule', values: rules } } : {};
  // Nothing is fetched for it: no rule of ours reads the texts of style sheets.
  const options = JSON.stringify({ ...only, resultTypes: ['violations'], preload: false });
  const run = `axe.run(document, ${options}).then(({ violations }) => JSON.stringify(violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html, any }) =>
      html.slice(0, 120) + ' ' + (any[0]?.message ?? '').slice(0, 140)).join(' | '))))`;
  const known = await devtools.send('Runtime.evaluate', { expression: 'typeof window.axe' });
  if (known.result.value !== 'object') await devtools.send('Runtime.evaluate', { expression: axeSource });
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return JSON.parse(result.value as string) as string[];
}
