/**
 * How much a message looks like an advertisement. Cues that were chosen and weighed by hand (what is sold, what is promised, how to
 * get in touch, how it is disguised) add up to a score; one cue alone is never enough, because people also talk about
 * part-time jobs, loans and groups.
 */
import { readPlainCues, type AdCue } from './ad-cues.ts';
import { openShippedModel } from './ad-model.ts';
import { revealFolded, revealText, type Revealed, type Tricks } from './disguise.ts';
import { kind, kindsOf, kindsOfUnit } from './kinds.ts';
import { foldText } from './normalise.ts';

const letter = /\p{L}/u;
const bias = -3;
const longFrom = 80;
const longDoubtMost = 2;

// The model has seen only texts that were written for it, so its word counts a little less than it would like.
const wordingShare = 0.55;
const wordingLeast = -3;
const wordingMost = 3.5;
const fewestDigits = 4;
const fewestLatin = 5;
const fewestNumerals = 6;
const mayName = /[\d零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]|[a-z]{4}|[a-z][^\p{L}]+[a-z]/u;
// An advertisement says what it wants at the beginning, and some patterns are slow on endless lines.
const longest = 1500;
const shortest = 3;

// One trick happens by chance; what is decoded or read backwards hardly does.
const trickWorth: Required<Tricks> = {
  escapes: 0.3,
  letters: 0.1,
  signs: 0.2,
  parts: 0.6,
  words: 0.4,
  numbers: 1,
  order: 1.2,
};
const trickDoubt = 0.4;
const trickMost = 2;

/** A text as it was sent, its folded form, and what it says without disguise. */
interface Written {
  text: string;
  folded: string;
  revealed: Revealed;
  /** The model is asked only about texts that have a cue, a number or a name. */
  isHasty: boolean;
}

/** How much a text looks like an advertisement, 0 to 1; from .5 on it is one. */
export function rateAd(text: string): number {
  return rateWritten(readWritten(text));
}

/** The same for a text that is already folded and one of a million: what can hardly be one gets no second look. */
export function rateFoldedAd(folded: string, kinds: number = kindsOf(folded)): number {
  if (!(kinds & kind.han) || !(kinds & (kind.digit | kind.latin | kind.numeral)) || !mayReach(folded))
    return weighCues(readPlainCues(begin(folded), folded.length > longest ? undefined : kinds), folded.length);
  return rateWritten({ text: folded, folded, revealed: revealFolded(folded), isHasty: true });
}

/**
 * Whether there is an account, a phone or a price in any writing: a Latin letter and a digit, four digits, five Latin letters, six
 * numerals; other letters part them.
 */
function mayReach(folded: string): boolean {
  let [digits, latin, numerals] = [0, 0, 0];
  let followsLatin = false;
  for (let at = 0; at < folded.length; at++) {
    const kinds = kindsOfUnit(folded.charCodeAt(at));
    if (kinds & kind.digit && (followsLatin || ++digits === fewestDigits)) return true;
    latin = kinds & kind.latin ? latin + 1 : 0;
    numerals = kinds & kind.numeral ? numerals + 1 : 0;
    if (latin === fewestLatin || numerals === fewestNumerals) return true;
    if (kinds & kind.letter || (kinds & kind.sign && letter.test(String.fromCodePoint(folded.codePointAt(at)!)))) {
      digits = 0;
      followsLatin = latin > 0;
    }
  }
  return false;
}

/** Why a text looks like an advertisement, the heaviest reason first; reasons against it have weights below zero. */
export function explainAd(text: string): AdCue[] {
  return explainWritten(readWritten(text)).sort((a, b) => b.weight - a.weight);
}

function readWritten(text: string): Written {
  const begun = text.slice(0, 2 * longest);
  return { text: begun, folded: foldText(begun), revealed: revealText(begun), isHasty: false };
}

/** The likeness that cues amount to in a text of this length. */
export function weighCues(cues: readonly AdCue[], length: number): number {
  return 1 / (1 + Math.exp(-scoreCues(cues, length)));
}

function begin(folded: string): string {
  return folded.length > longest ? folded.slice(0, longest) : folded;
}

function scoreCues(cues: readonly AdCue[], length: number): number {
  // A long text has some of these words by chance.
  const doubt = Math.min(longDoubtMost, Math.max(0, (length - longFrom) / longFrom));
  return cues.reduce((sum, { weight }) => sum + weight, bias - doubt);
}

function rateWritten(written: Written): number {
  return weighCues(explainWritten(written), written.folded.length);
}

/** The reasons of the text as it stands or, when these weigh more, of what it says without its disguise. */
function explainWritten({ text, folded, revealed, isHasty }: Written): AdCue[] {
  const cues = explainView(text, folded, isHasty);
  if (revealed.text === begin(folded)) return cues;
  const hidden = explainView(revealed.text, revealed.text, isHasty);
  const weight = weighTricks(revealed.tricks);
  if (weight > 0 && hidden.some((cue) => cue.weight > 0)) hidden.push({ cue: 'disguised', weight });
  return scoreCues(hidden, folded.length) > scoreCues(cues, folded.length) ? hidden : cues;
}

function weighTricks(tricks: Tricks): number {
  const sum = Object.entries(tricks).reduce(
    (total, [trick, times]) => total + trickWorth[trick as keyof Tricks] * times,
    0,
  );
  return Math.min(trickMost, Math.max(0, sum - trickDoubt));
}

function explainView(text: string, folded: string, isHasty: boolean): AdCue[] {
  const cues = readPlainCues(begin(folded));
  if (folded.length < shortest || !(kindsOf(folded) & kind.han)) return cues;
  if (isHasty && !cues.some(({ weight }) => weight > 0) && !mayName.test(folded)) return cues;
  const weight = Math.max(wordingLeast, Math.min(wordingMost, wordingShare * openShippedModel().logit(text)));
  cues.push({ cue: 'wording', weight });
  return cues;
}
