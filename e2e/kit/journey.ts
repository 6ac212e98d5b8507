import { after } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { cleanUp, makeHome, startServer, type ServerOptions, type ServerProcess } from './server-process.ts';
import { foundFair, type Fair } from './story.ts';

/** What most journeys begin with. */
export interface Journey {
  browser: Browser;
  server: ServerProcess;
  /** Where the server lives, to start it again there. */
  home: ServerOptions;
  fair: Fair;
}

/** Starts a server with a fair on it, and a browser, at the top of a test file; all is gone when the file ends. */
export async function startJourney({ port, env }: Pick<ServerOptions, 'port' | 'env'> = {}): Promise<Journey> {
  let browser: Browser | undefined;
  after(async () => {
    await browser?.close();
    await cleanUp();
  });
  const home = await makeHome();
  const options = { ...home, ...(port === undefined ? {} : { port }), env: { ...home.env, ...env } };
  const [server, started] = await Promise.all([startServer(options), launchBrowser()]);
  browser = started;
  return { browser, server, home, fair: await foundFair(() => server) };
}
