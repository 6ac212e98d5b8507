import type { PictureShown } from '../../carriers/index.ts';
import type { Rulebook } from '../rulebook.ts';
import type { Trust } from '../trust.ts';
import type { RepeatMemory } from './repeats.ts';

/** The checks, each in a file of its own name; `promotion` is found by the later module `promotions`. */
export const checkNames = [
  'terms',
  'links',
  'codes',
  'contacts',
  'repeats',
  'raid',
  'ads',
  'storms',
  'promotion',
] as const;

/** One check. */
export type CheckName = (typeof checkNames)[number];

/** What a check has found, with what is needed to show and to weigh it. */
export interface Evidence {
  check: CheckName;
  /** How sure it is that this is unwelcome, 0 to 1; never shown to members. */
  score: number;
  /** Places in the text as it was written. */
  spans: { start: number; end: number }[];
  /** What was found there, in words of the list or of the check. */
  words: string[];
  /** What each of the words is, in the check's own names, e.g. `payment`: words may be forgotten, this stays. */
  kinds?: string[];
  /** stop: refused at once instead of held for a moderator. */
  effect: 'hold' | 'stop';
  /** dry: counts only towards what would have been. */
  mode: 'on' | 'dry';
  /** It counts for people up to this trust. */
  upTo: Exclude<Trust, 'team'>;
  /** Key of the rule that it speaks for, null = the one that its check guards. */
  rule: string | null;
  /** The version of the model that found it. */
  model?: string;
  /** The list that it was found with; of terms only. */
  list?: string;
}

/** A message that is looked at. */
export interface Spoken {
  /** Names the attempt, so that one that is tried again counts once; null = cannot be named. */
  attemptId: string | null;
  identityId: string;
  groupId: string;
  text: string;
  picture: PictureShown | null;
  /** What the QR codes of its picture hold; nothing while the picture has not been read. */
  codes?: readonly string[];
  at: Date;
}

/** One way to look at a message. */
export interface Check {
  name: CheckName;
  /**
   * What it finds; nothing when it is off. Pure but for the memory of what was said lately, which is null where a single sentence is
   * tried. Does not ask who says it: that is for the verdict.
   */
  look(spoken: Spoken, rulebook: Rulebook, memory: RepeatMemory | null): Evidence[];
}

/** Most places and words that are kept of one finding. */
export const mostSpans = 20;
