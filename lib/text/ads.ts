/**
 * How much a message looks like an advertisement. Cues that were chosen and weighed by hand (what is sold, what is promised, how to
 * get in touch, how it is disguised) add up to a score; one cue alone is never enough, because people also talk about
 * part-time jobs, loans and groups.
 */
import { createRequire } from 'node:module';
import { readWords } from './ad-lexicon.ts';
import { readSigns } from './ad-signs.ts';
import { revealFolded, revealText, type Revealed, type Tricks } from './disguise.ts';
import { viewAsReader } from './ad-view.ts';
import { linkPattern } from './contacts.ts';
import { openModel, type LinearModel, type ModelFile } from './linear-model.ts';
import { foldText } from './normalise.ts';

/** A reason for the likeness: what was found and what it added. */
export interface AdCue {
  cue: string;
  weight: number;
}

const han = /[\u4e00-\u9fff]/;
const bias = -3;
const longFrom = 80;
const longDoubtMost = 2;

// The model speaks alone only when it is very sure of a sentence with a number or name in it; it never speaks against.
const wordingDoubt = 0.6;
const wordingMost = 4;
const mayName = /[\d零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]|[a-z]{4}|[a-z][^\p{L}]+[a-z]/u;
const nameOrNumber = /[0w]/;
const twoHan = /[\u4e00-\u9fff][^\u4e00-\u9fff]*[\u4e00-\u9fff]/;
// An advertisement says what it wants at the beginning, and some patterns are slow on endless lines.
const longest = 1500;

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

let model: LinearModel | undefined;

/** How much a text looks like an advertisement, 0 to 1; from .5 on it is one. */
export function rateAd(text: string): number {
  return rateRevealed(foldText(text), revealText(text));
}

/** The same for a text that is already folded. */
export function rateFoldedAd(folded: string): number {
  return rateRevealed(folded, revealFolded(folded));
}

/** Why a text looks like an advertisement, the heaviest reason first; reasons against it have weights below zero. */
export function explainAd(text: string): AdCue[] {
  return explainRevealed(foldText(text), revealText(text)).sort((a, b) => b.weight - a.weight);
}

/** The cues of a folded text that were chosen by hand, without the trained model. */
export function readPlainCues(folded: string): AdCue[] {
  const view = viewAsReader(folded);
  return view.bare.length < 3 ? [] : [...readWords(view.bare, folded), ...readSigns(folded, view)];
}

/** The likeness that cues amount to in a text of this length. */
export function weighCues(cues: readonly AdCue[], length: number): number {
  return 1 / (1 + Math.exp(-scoreCues(cues, length)));
}

function scoreCues(cues: readonly AdCue[], length: number): number {
  // A long text has some of these words by chance.
  const doubt = Math.min(longDoubtMost, Math.max(0, (length - longFrom) / longFrom));
  return cues.reduce((sum, { weight }) => sum + weight, bias - doubt);
}

function rateRevealed(folded: string, revealed: Revealed): number {
  return weighCues(explainRevealed(folded, revealed), folded.length);
}

/** The reasons of the text as it stands or, when these weigh more, of what it says without its disguise. */
function explainRevealed(folded: string, revealed: Revealed): AdCue[] {
  const cues = explainFolded(folded);
  if (revealed.text === folded.slice(0, longest)) return cues;
  const hidden = explainFolded(revealed.text);
  const weight = weighTricks(revealed.tricks);
  if (weight > 0 && hidden.some((cue) => cue.weight > 0)) hidden.push({ cue: 'disguised', weight });
  return scoreCues(hidden, revealed.text.length) > scoreCues(cues, folded.length) ? hidden : cues;
}

function weighTricks(tricks: Tricks): number {
  const sum = Object.entries(tricks).reduce(
    (total, [trick, times]) => total + trickWorth[trick as keyof Tricks] * times,
    0,
  );
  return Math.min(trickMost, Math.max(0, sum - trickDoubt));
}

function explainFolded(text: string): AdCue[] {
  const folded = text.slice(0, longest);
  const cues = readPlainCues(folded);
  const hasOthers = cues.some(({ weight }) => weight > 0);
  return [...cues, ...readWording(folded, hasOthers)];
}

/** What the model learns from and judges: no links, digits and longer Latin words only as shapes, nothing in between. */
export function outlineWording(folded: string): string {
  const said = folded.includes('.') || folded.includes(':') ? folded.replace(linkPattern, ' ') : folded;
  const { bare } = viewAsReader(said);
  return bare.replace(/[a-z]{4,}/g, 'w').replace(/\d/g, '0');
}

function readWording(folded: string, hasOthers: boolean): AdCue[] {
  if (!hasOthers && !mayName.test(folded)) return [];
  model ??= openModel(createRequire(import.meta.url)('./ads.weights.json') as ModelFile);
  const outline = outlineWording(folded);
  if (outline.length < 4 || !han.test(outline)) return [];
  if (!hasOthers && !(nameOrNumber.test(outline) && twoHan.test(outline))) return [];
  const probability = model.probability(outline);
  const weight = Math.min(wordingMost, Math.log(probability / (1 - probability)) - wordingDoubt);
  return weight > 0 ? [{ cue: 'wording', weight }] : [];
}
