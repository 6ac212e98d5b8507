import type { Check } from './check.ts';

/** Below this it looks like anything. */
const least = 0.3;
const fewest = 2;

/** How much it looks like an advertisement as a whole, to what is shipped and to what the community has taught. */
export const adsCheck: Check = {
  name: 'ads',
  look: ({ text }, { settings, model }) => {
    const mode = settings.checks.ads;
    if (mode === 'off' || text.length < fewest) return [];
    const score = Math.min(0.99, model.rate(text));
    if (score < least) return [];
    const found = {
      check: 'ads',
      score,
      mode,
      effect: 'hold',
      upTo: 'member',
      rule: null,
      model: model.version,
    } as const;
    return [{ ...found, spans: [], words: [] }];
  },
};
