/**
 * What a disguised text says: codes are decoded, letters and numbers in other writing are read, characters are put together from
 * their parts, words that only sound or look like known ones become these, and other orders are tried when the text makes little
 * sense as it stands. Every place can be traced to the original.
 */
import { findDisguisedWords } from './disguised-words.ts';
import { findNumbers } from './disguised-numbers.ts';
import { findOrder, hasShortLines } from './disguised-order.ts';
import { findParts, findSpokenSigns } from './disguised-parts.ts';
import { findEscapes } from './escapes.ts';
import { kind, kindsOf } from './kinds.ts';
import { lookAlikeOf } from './look-alikes.ts';
import { foldText, foldWithOrigins } from './normalise.ts';
import { applyEdits, type Edit, type TextView } from './view.ts';

/** How a text was disguised, and how often. */
export type Tricks = Partial<Record<'escapes' | 'letters' | 'signs' | 'parts' | 'words' | 'numbers' | 'order', number>>;

/** A text without its disguise. */
export interface Revealed extends TextView {
  tricks: Tricks;
}

const longest = 1500;
/** Codes are several times as long as what they say. */
const longestCoded = 10 * longest;
const strangeShare = 0.25;
const fewestStrange = 2;
const latinToken = /(?<![a-z0-9])[a-z0-9@$!|€£]{3,24}(?![a-z0-9])/g;
const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '€': 'e',
  '£': 'l',
};
const leetSign = /[013457@$!|€£]/;
const mayBeLeet = /[a-z][013457@$!|€£]+[a-z]|[013457@$!|€£][a-z]{2}|[a-z]{2}[013457@$!|€£]/;
const latinWords = new Set(
  'wechat weixin telegram whatsapp signal line from work home earn day daily job part time online casino bonus deposit first free bet betting slots spin poker bitcoin crypto investment profit money loan instant approved minutes cash order prescription viagra cialis pills cheap girls girl hot sexy video chat cam nude nudes escort dating near contact join group add click link double income guaranteed discount promo followers win prize giveaway gift claim wallet trading signals'.split(
    ' ',
  ),
);

// Several checks look behind the same text one after the other.
let lastText = '';
let lastRevealed: Revealed = { text: '', tricks: {} };

/** Takes off what disguises a text, as it was sent; without places, which costs less. */
export function revealText(text: string): Revealed {
  if (text === lastText) return lastRevealed;
  lastRevealed = revealPlain(text);
  lastText = text;
  return lastRevealed;
}

function revealPlain(text: string): Revealed {
  const begun = text.slice(0, longestCoded);
  const escapes = findEscapes(begun);
  const plain = escapes.length > 0 ? applyEdits({ text: begun }, escapes).text : begun;
  return revealView({ text: foldText(plain) }, escapes.length);
}

/** The same for a text that is already folded. */
export function revealFolded(folded: string): Revealed {
  return revealView({ text: folded }, 0);
}

/** The same with the places in the original that each unit came from. */
export function revealWithOrigins(whole: string): Revealed & Required<TextView> {
  const text = whole.slice(0, longestCoded);
  const escapes = findEscapes(text);
  if (escapes.length === 0) return revealView(foldWithOrigins(text), 0) as Revealed & Required<TextView>;
  const places = Uint32Array.from({ length: text.length }, (_, at) => at);
  const decoded = applyEdits({ text, starts: places, ends: places.map((at) => at + 1) }, escapes) as Required<TextView>;
  const folded = foldWithOrigins(decoded.text);
  const starts = folded.starts.map((at) => decoded.starts[at]!);
  const ends = folded.ends.map((at) => decoded.ends[at - 1]!);
  return revealView({ text: folded.text, starts, ends }, escapes.length) as Revealed & Required<TextView>;
}

function revealView(folded: TextView, escapes: number): Revealed {
  const tricks: Tricks = escapes > 0 ? { escapes } : {};
  // An advertisement says what it wants at the beginning.
  let view = folded.text.length > longest ? cutView(folded) : folded;
  const change = (trick: keyof Tricks, edits: readonly Edit[]) => {
    if (edits.length === 0) return;
    tricks[trick] = edits.length;
    view = applyEdits(view, edits);
  };
  const kinds = kindsOf(view.text);
  if (kinds & (kind.lookAlike | kind.latin)) change('letters', findLetters(view.text, kinds));
  if (kinds & kind.sign) change('signs', findSpokenSigns(view.text));
  change('parts', findParts(view.text));
  change('numbers', findNumbers(view.text));
  let words = findDisguisedWords(view.text);
  const isStrange = words.strange >= fewestStrange && words.strange >= strangeShare * words.pairs;
  if (isStrange || hasShortLines(view.text)) {
    const ordered = findOrder(view);
    if (ordered) {
      view = ordered;
      tricks.order = 1;
      words = findDisguisedWords(view.text);
    }
  }
  change('words', words.edits);
  return { ...view, tricks };
}

function cutView({ text, starts, ends }: TextView): TextView {
  return { text: text.slice(0, longest), starts: starts?.subarray(0, longest), ends: ends?.subarray(0, longest) };
}

/** Letters that only look Latin, and Latin words with digits and signs for letters. */
function findLetters(text: string, kinds: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length && kinds & kind.lookAlike; at++) {
    const seen = lookAlikeOf(text.charCodeAt(at));
    if (seen !== undefined) edits.push({ from: at, to: at + 1, text: String.fromCharCode(seen) });
  }
  if (!(kinds & kind.latin && kinds & (kind.digit | kind.clause | kind.noise)) || !mayBeLeet.test(text)) return edits;
  for (const { 0: token, index } of text.matchAll(latinToken)) {
    if (!leetSign.test(token) || !/[a-z]/.test(token)) continue;
    const letters = token.replace(/[^a-z]/g, (sign) => leet[sign] ?? sign);
    const word = [letters, letters.replaceAll('i', 'l')].find((each) => latinWords.has(each));
    if (word !== undefined) edits.push({ from: index, to: index + token.length, text: word });
  }
  return edits.sort((one, other) => one.from - other.from);
}
