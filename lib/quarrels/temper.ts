/** How one message sounds to whoever it is said to: from written cues and the offence model, with laughter and apologies taken off. */
import { readDisagreement } from '../analysis/disagreement.ts';
import { foldText } from '../text/normalise.ts';
import { rateFoldedOffence } from '../text/offence.ts';
import { addressCues, angerCues, friendlyCues, narratedCues, peaceCues, quoted, yieldingCues } from './temper-cues.ts';

/** How a message sounds. */
export interface Temper {
  /** 0 to 1; provisional, by hand. From `angryFrom` on a message is called angry. */
  anger: number;
  /** It laughs, or says kind words. */
  isFriendly: boolean;
  /** It gives way: sorry, thank you, you are right. */
  yields: boolean;
  /** It asks others to stop. */
  makesPeace: boolean;
  /** It speaks to somebody. */
  isDirect: boolean;
  /** 0, .4 or .8: how much it contradicts. */
  disagreement: number;
}

/** From here on a message is called angry. */
export const angryFrom = 0.22;

/** Only so much of a text is looked at: nobody quarrels in essays, and a long line must cost no more than a short one. */
const longestRead = 300;
/** What the offence model adds; it was trained on comments about groups of people, so it counts for less than a cue. */
const offenceWeight = { direct: 0.5, other: 0.2 };
const laughterKeeps = 0.25;
const yieldingKeeps = 0.5;
const narratedKeeps = 0.5;

/** Reads how a text sounds. */
export function readTemper(text: string): Temper {
  const said = foldText(text.slice(0, longestRead)).replaceAll('妳', '你').replace(quoted, ' ');
  const isFriendly = friendlyCues.test(said);
  const yields = yieldingCues.test(said);
  const makesPeace = peaceCues.test(said);
  const isDirect = addressCues.test(said);
  let calm = 1 - (isDirect ? offenceWeight.direct : offenceWeight.other) * rateFoldedOffence(said);
  for (const { weight, pattern } of angerCues) if (pattern.test(said)) calm *= 1 - weight;
  let anger = 1 - calm;
  if (isFriendly) anger *= laughterKeeps;
  if (narratedCues.test(said)) anger *= narratedKeeps;
  if (yields || makesPeace) anger *= yieldingKeeps;
  return { anger, isFriendly, yields, makesPeace, isDirect, disagreement: readDisagreement(said) };
}
