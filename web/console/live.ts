import { createLive, followPage } from '../kit/live.ts';
import type { Live } from '../kit/live.ts';

let live: Live | undefined;

/** The one live connection of this page, opened by the first screen that listens. */
export function consoleLive(): Live {
  if (!live) {
    live = createLive();
    followPage(live);
  }
  return live;
}
