/** Whether a message is a promotion, and why: what its speaker says, what the team has taught, its links, its wording. Pure. */
import { hamming, nearDistance, rateAd, simHash, type SimHash } from '../../lib/text/index.ts';
import { readSigns, type Sign, type SignList } from './signs.ts';

/** By what a promotion is known, the surest first; `team` = corrected afterwards. */
export const knownBys = ['label', 'team', 'taught', 'sign', 'wording'] as const;

/** By what a promotion is known. */
export type KnownBy = (typeof knownBys)[number];

/** What was made of a message. */
export type Recognition =
  | { promotion: false; because: 'label' | 'taught' | 'nothing'; signs: Sign[] }
  | { promotion: true; knownBy: Exclude<KnownBy, 'team'>; signs: Sign[] };

/** What the team has said of a message: nearly the same text is taken the same way from then on. */
export interface Lesson {
  hash: SimHash;
  promotion: boolean;
  /** The day on which it was said. */
  on: string;
}

/** Lessons that are kept of a community; the oldest are forgotten. */
export const mostLessons = 300;

/** From this likeness to an advertisement on, the wording alone says it. */
const wordingFrom = 0.6;
/** Shorter texts are often the same for other reasons. */
const shortest = 10;

/** The hash under which a text is taught; null when it is too short to be told from others. */
export function hashOf(text: string): SimHash | null {
  if ([...text].length < shortest) return null;
  const hash = simHash(text);
  return hash.high === 0 && hash.low === 0 ? null : hash;
}

/** Recognises a promotion. A label says all; a lesson counts more than signs, signs more than wording. */
export function recognise(
  text: string,
  known: { label: boolean | null; isAnswer: boolean; list: SignList; lessons: readonly Lesson[] },
): Recognition {
  const { label, isAnswer, list, lessons } = known;
  const signs = readSigns(text, list);
  if (label === true) return { promotion: true, knownBy: 'label', signs: [{ sign: 'label', words: [] }, ...signs] };
  if (label === false) return { promotion: false, because: 'label', signs };
  // Whoever answers somebody is asked for it; only their own word makes it a promotion.
  if (isAnswer) return { promotion: false, because: 'nothing', signs };
  const lesson = findLesson(text, lessons);
  if (lesson?.promotion === false) return { promotion: false, because: 'taught', signs };
  if (lesson) return { promotion: true, knownBy: 'taught', signs: [{ sign: 'taught', words: [lesson.on] }, ...signs] };
  if (signs.length > 0) return { promotion: true, knownBy: 'sign', signs };
  if (rateAd(text) < wordingFrom) return { promotion: false, because: 'nothing', signs };
  return { promotion: true, knownBy: 'wording', signs: [{ sign: 'wording', words: [] }] };
}

/** The newest lesson about nearly the same text; lessons come newest first. */
function findLesson(text: string, lessons: readonly Lesson[]): Lesson | undefined {
  const hash = lessons.length > 0 ? hashOf(text) : null;
  return hash === null ? undefined : lessons.find((lesson) => hamming(lesson.hash, hash) <= nearDistance);
}
