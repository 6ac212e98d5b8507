import type { Check } from './check.ts';

/** Below every threshold that can be chosen: loud is not wrong. It only weighs beside something else. */
export const stormScore = 0.25;

/** How a text can be loud, and from where on it is. */
const storms: readonly { kind: string; isLoud: (text: string) => boolean }[] = [
  { kind: 'caps', isLoud: (text) => isMany(text, { of: /\p{Lu}/gu, among: /\p{L}/gu, least: 24, share: 0.8 }) },
  {
    kind: 'emoji',
    isLoud: (text) => isMany(text, { of: emoji, among: /[^\s\p{Cf}\p{Variation_Selector}]/gu, least: 16, share: 0.5 }),
  },
  { kind: 'marks', isLoud: (text) => isMany(text, { of: marks, among: /\S/gu, least: 16, share: 0.4 }) },
  { kind: 'lines', isLoud: (text) => isMany(text, { of: /\n[ \t]*\n[ \t]*(?=\n)/g, among: null, least: 5, share: 0 }) },
  { kind: 'mentions', isLoud: (text) => isMany(text, { of: /@[^\s@]/gu, among: null, least: 8, share: 0 }) },
  { kind: 'letter', isLoud: (text) => /([^\s\d=_*~.·—-])\1{24}/u.test(text) },
];

const emoji = /\p{Extended_Pictographic}/gu;
const marks = /[!！?？。、,，;；~～…]/gu;

/** Storms of capitals, emoji, marks, empty lines, mentions or one letter; only a second reason, never the first. */
export const stormsCheck: Check = {
  name: 'storms',
  look: ({ text }, { settings }) => {
    const mode = settings.checks.storms;
    if (mode === 'off' || text.length < 16) return [];
    const kinds = storms.filter(({ isLoud }) => isLoud(text)).map(({ kind }) => kind);
    if (kinds.length === 0) return [];
    return [
      {
        check: 'storms',
        score: stormScore,
        spans: [],
        words: [],
        kinds,
        effect: 'hold',
        mode,
        upTo: 'member',
        rule: null,
      },
    ];
  },
};

function isMany(text: string, wish: { of: RegExp; among: RegExp | null; least: number; share: number }): boolean {
  const many = countOf(text, wish.of);
  return many >= wish.least && (wish.among === null || many >= wish.share * countOf(text, wish.among));
}

function countOf(text: string, what: RegExp): number {
  what.lastIndex = 0;
  let count = 0;
  while (what.exec(text)) count++;
  return count;
}
