import { explainAd, foldText, revealWithOrigins, unmaskText } from '../../lib/text/index.ts';

/** How the program reads a message, for the eyes of the team. */
export interface Reading {
  /** What stands there once disguises are taken off; null when there are none. */
  plain: string | null;
  /** Why it looks like an advertisement, the heaviest reason first. */
  cues: string[];
}

const mostCues = 4;
/** Reasons of a message that is not stopped for its wording are of no use. */
const leastWeight = 0.5;

/** Reads a message as the checks do. Pure. */
export function readMessage(text: string): Reading {
  const plain = unmaskText(revealWithOrigins(text)).text.trim();
  const cues = explainAd(text).filter(({ weight }) => weight >= leastWeight);
  return {
    plain: plain === '' || plain === foldText(text).trim() ? null : plain,
    cues: [...new Set(cues.map(({ cue }) => cue))].slice(0, mostCues),
  };
}
