/** The real app in this process, on a port, with a clock that a journey moves: for what takes days in a community. */
import { once } from 'node:events';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Actor } from '../../server/platform/auth/actor.ts';
import { headersOf, testApp, type TestApp } from '../../server/platform/testing.ts';
import { openPage, type PageWish, type Watched } from './browser.ts';
import { findPort } from './free-port.ts';

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** A served app whose time stands still until it is moved. */
export interface ClockServer {
  app: TestApp;
  url: string;
  /** Opens a page as somebody. */
  open(browser: Browser, wish: PageWish & { actor: Actor }): Promise<Watched>;
}

/** Starts one, at the top of a test file; it ends with the file. */
export async function startClockServer(): Promise<ClockServer> {
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const app = await testApp({ env: { PUBLIC_URL: url }, webFolder });
  const server = app.http.createServer();
  app.attachLive(server);
  await once(server.listen(port, '127.0.0.1'), 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    app,
    url,
    open: async (browser, { actor, ...wish }) => {
      const watched = await openPage(browser, wish);
      await watched.context.setExtraHTTPHeaders(headersOf(actor));
      return watched;
    },
  };
}
