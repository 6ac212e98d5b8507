/** What one message shows by its text alone: every signal that the analysis of a talk needs, in one pass for a million messages. */
import { rateFoldedAd } from './ads.ts';
import { readContacts } from './contacts.ts';
import { isAcknowledgement, isGreeting } from './courtesies.ts';
import { kindsOf } from './kinds.ts';
import { isDenseUnit, isWordUnit } from './nature.ts';
import { foldText } from './normalise.ts';
import { rateFoldedOffence } from './offence.ts';
import { isQuestion } from './questions.ts';

/** What a text shows. */
export interface TextSignals {
  /** It asks something. */
  isQuestion: boolean;
  /** It says no more than that something was heard, thanked for or laughed about. */
  isAcknowledgement: boolean;
  /** It greets, welcomes or wishes well. */
  isGreeting: boolean;
  /** How much it looks like an advertisement, 0 to 1; from .5 on it is one. */
  adLikeness: number;
  /** The calibrated probability that people would call it offensive, 0 to 1. */
  offence: number;
  /** Length in Chinese characters: letters and digits of other scripts count .3; links, emoji and punctuation nothing. */
  chars: number;
  /** How many links it has. */
  links: number;
  /** It gives a phone number, a mail address or an account elsewhere. */
  hasContact: boolean;
}

const letterWorth = 0.3;
const mention = /@[^\s@:,，。!?]{1,24}(?:[\s\u2005]|$)/g;

/** Reads the signals of a text. */
export function readSignals(text: string): TextSignals {
  const folded = foldText(text);
  const kinds = kindsOf(folded);
  const { links, rest, hasContact } = readContacts(folded, kinds);
  const spoken = rest.includes('@') ? rest.replace(mention, ' ').trim() : rest;
  const chars = weighLength(spoken);
  const isSaid = chars > 0;
  return {
    isQuestion: isSaid && isQuestion(spoken, kinds),
    isAcknowledgement: links === 0 && isAcknowledgement(spoken),
    isGreeting: isSaid && links === 0 && isGreeting(spoken),
    adLikeness: rateFoldedAd(folded, kinds),
    offence: isSaid ? rateFoldedOffence(spoken) : 0,
    chars,
    links,
    hasContact,
  };
}

/** Length in Chinese characters, to one digit. */
function weighLength(folded: string): number {
  let dense = 0;
  let letters = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (isDenseUnit(unit)) dense++;
    else if (isWordUnit(unit)) letters++;
  }
  return Math.round((dense + letterWorth * letters) * 10) / 10;
}
