/** The cues of an advertisement that were chosen and weighed by hand, and the outline that models of the wording look at. */
import { readLatinWords, readWords } from './ad-lexicon.ts';
import { readSigns } from './ad-signs.ts';
import { mayHide, viewAsReader } from './ad-view.ts';
import { linkPattern } from './contacts.ts';
import { kind, kindsOf } from './kinds.ts';
import { isSpokenUnit } from './nature.ts';

/** A reason for the likeness: what was found and what it added. */
export interface AdCue {
  cue: string;
  weight: number;
}

const fewestSpoken = 3;

/** The cues of a folded text that were chosen by hand, without the trained model. */
export function readPlainCues(folded: string, kinds: number = kindsOf(folded)): AdCue[] {
  if (!(kinds & mayHide)) return readLatinCues(folded, kinds);
  const view = viewAsReader(folded, kinds);
  if (view.bare.length < fewestSpoken) return [];
  const words = readWords(view, folded);
  const signs = readSigns(folded, view);
  return signs.length === 0 ? words : [...words, ...signs];
}

/** Without Chinese and without signs there is nothing to see through. */
function readLatinCues(folded: string, kinds: number): AdCue[] {
  let spoken = 0;
  for (let at = 0; at < folded.length && spoken < fewestSpoken; at++) if (isSpokenUnit(folded.charCodeAt(at))) spoken++;
  if (spoken < fewestSpoken) return [];
  const words = readLatinWords(folded, kinds);
  const signs = readSigns(folded, { bare: '', kinds, bareKinds: 0, splitsDigits: false, splitsWords: false });
  return signs.length === 0 ? words : [...words, ...signs];
}

/** What the model learns from and judges: no links, digits and longer Latin words only as shapes, nothing in between. */
export function outlineWording(folded: string): string {
  const said = folded.includes('.') || folded.includes(':') ? folded.replace(linkPattern, ' ') : folded;
  const { bare, bareKinds } = viewAsReader(said);
  const shaped = bareKinds & kind.latin ? bare.replace(/[a-z]{4,}/g, 'w') : bare;
  return bareKinds & kind.digit ? shaped.replace(/\d/g, '0') : shaped;
}
