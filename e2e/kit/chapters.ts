import { test } from 'node:test';
import { keepPicture, type Watched } from './browser.ts';

/**
 * A story told in chapters: after one that failed the rest is skipped, because it would only wait for what cannot come. `watched`
 * gives the pages whose pictures are kept then, by name.
 */
export function openStory(name: string, watched: () => Record<string, Pick<Watched, 'page'>>) {
  let isBroken = false;
  return function chapter(title: string, tell: () => Promise<void> | void): void {
    test(title, async (t) => {
      if (isBroken) return t.skip('an earlier chapter failed');
      try {
        await tell();
      } catch (error) {
        isBroken = true;
        for (const [who, { page }] of Object.entries(watched())) await keepPicture(page, `failed-${name}-${who}`);
        throw error;
      }
    });
  };
}
