/**
 * Every list of both apps when it has nothing to show: on its way, refused, failed with a way to ask again, empty, and without
 * a match. A route with items that a screen asks and that stands in no table here is an error, so a new list brings its states.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { keepPicture, openPage } from './kit/browser.ts';
import { makeBusy } from './kit/busy-fair.ts';
import { startJourney } from './kit/journey.ts';
import { consoleLists, type List, memberLists, notLists } from './kit/lists.ts';
import { inConsole } from './kit/words.ts';

/** What fails shows in this time; nothing here asks for more than a made-up answer. */
const patienceMs = 10_000;
const web = fileURLToPath(new URL('../web/', import.meta.url));

const { browser, server, fair: quiet } = await startJourney();
const fair = await makeBusy(() => server, quiet);

/** How the list's route answers just now. */
type Mood = 'wait' | 'refuse' | 'fail' | 'nothing';

/**
 * Stands in the page before its scripts: only the route of the list in hand answers as the test wants. (Not Playwright's own
 * interception, which switches the browser's cache off: every screen would be fetched and compiled anew.)
 */
function standIn(): void {
  const waiting: (() => void)[] = [];
  const real = globalThis.fetch.bind(globalThis);
  const wish = () => JSON.parse(sessionStorage.getItem('made-up') ?? '{}') as { pattern?: string; mood?: Mood };
  const answer = async (input: Request | string, init?: RequestInit): Promise<Response> => {
    if (wish().mood === 'wait') await new Promise<void>((resolve) => waiting.push(resolve));
    const { mood } = wish();
    const status = mood === 'refuse' ? 403 : 500;
    const made = { type: 'about:blank', title: 'made up', status, code: 'made.up', requestId: 'made-up' };
    if (mood !== 'nothing')
      return Response.json(made, { status, headers: { 'content-type': 'application/problem+json' } });
    const whole = (await (await real(input, init)).json()) as object;
    return Response.json({ ...whole, items: [], nextCursor: null, total: 0, count: 0 });
  };
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    const { pattern } = wish();
    const isMeant = method === 'GET' && pattern !== undefined && new RegExp(pattern).test(url);
    return isMeant ? answer(input as Request | string, init) : real(input, init);
  };
  Object.assign(globalThis, { goOn: () => waiting.splice(0).forEach((one) => one()) });
}

/** Sets how the route answers from now on, also to those who wait. */
function become(page: Page, { route }: List, mood: Mood): Promise<void> {
  const pattern = `${route.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`;
  return page.evaluate(
    (wish) => {
      sessionStorage.setItem('made-up', JSON.stringify(wish));
      (globalThis as unknown as { goOn: () => void }).goOn();
    },
    { pattern, mood },
  );
}

const ghosts = '.ant-skeleton, .ghost, .ant-spin, .days.waits, [aria-busy="true"], [role="status"]';
const ofKind = (kind: string) => `.empty[data-kind="${kind}"]`;

/** Walks a list through its states; gives what was missing. */
async function walkThrough(page: Page, list: List): Promise<string[]> {
  const faults: string[] = [];
  const place = page.locator(list.place).first();
  const see = async (state: string, look: () => Promise<unknown>) => {
    try {
      await look();
    } catch {
      faults.push(`${list.name}: ${state}`);
      await keepPicture(page, `failed-list-${list.name}-${state}`);
    }
  };
  const load = async (mood: Mood, { path = list.path, open = list.open }: Partial<List> = {}) => {
    await become(page, list, mood);
    await page.goto(server.url + path, { waitUntil: 'commit' });
    await see(`opened (${mood})`, async () => open?.(page));
  };
  const retry = place.getByRole('button', { name: inConsole.problem.retry }).first();

  await load('wait');
  await see('on its way', () => place.locator(ghosts).first().waitFor());
  await become(page, list, 'fail');
  await see('failed', () => retry.waitFor());
  await become(page, list, 'nothing');
  await see('asked again', () => retry.click());
  const { nothing = ofKind('nothing') } = list;
  if (nothing !== null) await see('nothing yet', () => place.locator(nothing).first().waitFor());
  else await see('asked again and there', () => retry.waitFor({ state: 'hidden' }));

  if (list.noMatch) {
    await load('nothing', list.noMatch);
    await see('no match', () => place.locator(ofKind('noMatch')).first().waitFor());
  }
  // Refused and failed are one piece in the console; that it tells them apart is seen where the first list stands.
  if (list.app === 'console' && list.name === 'people') {
    await load('refuse');
    await see('refused', () => place.locator(ofKind('noPermission')).first().waitFor());
  }
  return faults;
}

async function walk(lists: readonly List[], as: 'operator' | 'member'): Promise<void> {
  const wish = { size: as === 'operator' ? 'desk' : 'phone', as: { client: fair[as], url: server.url } } as const;
  const { page, close } = await openPage(browser, wish);
  page.setDefaultTimeout(patienceMs);
  await page.addInitScript(standIn);
  await page.goto(`${server.url}${lists[0]!.path}`, { waitUntil: 'commit' });
  const faults: string[] = [];
  for (const list of lists) faults.push(...(await walkThrough(page, list)));
  await close();
  assert.deepEqual(faults, []);
}

describe('lists', { concurrency: 2 }, () => {
  for (const half of [0, 1])
    test(`console, half ${half + 1}`, () =>
      walk(
        consoleLists(fair).filter((_, at) => at % 2 === half),
        'operator',
      ));
  test('member', () => walk(memberLists(fair), 'member'));
});

test('every list that a screen asks for stands in the table', async () => {
  const { paths } = await fair.operator.call('GET', '/api/openapi.json');
  const sources = globSync('{console,member}/**/*.{ts,tsx}', { cwd: web })
    .map((file) => readFileSync(`${web}${file}`, 'utf8'))
    .join('\n');
  const known = new Set([...consoleLists(fair), ...memberLists(fair)].map(({ route }) => route));
  const asked = Object.entries<any>(paths)
    .filter(([path, { get }]) => hasItems(get) && isAsked(sources, path))
    .map(([path]) => path);
  assert.ok(asked.length > 20, String(asked.length));
  assert.deepEqual(
    asked.filter((path) => !known.has(path) && !(path in notLists)),
    [],
  );
});

function hasItems(get: any): boolean {
  return get?.responses?.['200']?.content?.['application/json']?.schema?.properties?.items?.type === 'array';
}

/** Whether a screen reads this route: by the typed client of the console, or by a function of the members' app. */
function isAsked(sources: string, path: string): boolean {
  const quoted = `['"]${path.replaceAll(/[{}]/g, '\\$&')}['"]`;
  return new RegExp(`\\.GET\\(\\s*${quoted}|get[^;]{0,80}${quoted}`, 'i').test(sources);
}
