/** The cues of an advertisement that were chosen and weighed by hand, and the outline that models of the wording look at. */
import { readWords } from './ad-lexicon.ts';
import { readSigns } from './ad-signs.ts';
import { viewAsReader } from './ad-view.ts';
import { linkPattern } from './contacts.ts';

/** A reason for the likeness: what was found and what it added. */
export interface AdCue {
  cue: string;
  weight: number;
}

/** The cues of a folded text that were chosen by hand, without the trained model. */
export function readPlainCues(folded: string): AdCue[] {
  const view = viewAsReader(folded);
  return view.bare.length < 3 ? [] : [...readWords(view.bare, folded), ...readSigns(folded, view)];
}

/** What the model learns from and judges: no links, digits and longer Latin words only as shapes, nothing in between. */
export function outlineWording(folded: string): string {
  const said = folded.includes('.') || folded.includes(':') ? folded.replace(linkPattern, ' ') : folded;
  const { bare } = viewAsReader(said);
  return bare.replace(/[a-z]{4,}/g, 'w').replace(/\d/g, '0');
}
