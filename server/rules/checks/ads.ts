import { rateAd } from '../../../lib/text/index.ts';
import type { Check } from './check.ts';

/** Below this it looks like anything. */
const least = 0.3;

/** How much it looks like an advertisement as a whole: the wording, the way to get in touch, the disguise. */
export const adsCheck: Check = {
  name: 'ads',
  look: ({ text }, { settings }) => {
    const mode = settings.checks.ads;
    if (mode === 'off' || text.length < 6) return [];
    const score = Math.min(0.99, rateAd(text));
    if (score < least) return [];
    return [{ check: 'ads', score, spans: [], words: [], effect: 'hold', mode, upTo: 'member', rule: null } as const];
  },
};
