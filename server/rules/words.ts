/** What of cases, lessons and trials is somebody's words. Who only looks on sees that there is something and why, not what was said. */
import type { CheckName, Evidence } from './checks/check.ts';
import type { Case } from './store/cases.ts';
import type { Lesson } from './store/lessons.ts';

/** Checks whose words are numbers of ours. */
const counting: ReadonlySet<CheckName> = new Set(['repeats', 'raid']);

/** A case without what anybody has said or written in it; an appeal that there is stays as an empty text. */
export function withoutWords<Kind extends Case>(one: Kind): Kind {
  return {
    ...one,
    draft: null,
    evidence: one.evidence.map(hideFound),
    note: '',
    appeal: one.appeal === null ? null : '',
    appealNote: '',
  };
}

/** A finding without the places and the words that it was found by; what kind of words they were stays. */
export function hideFound(one: Evidence): Evidence {
  return { ...one, spans: [], words: counting.has(one.check) ? one.words : [] };
}

/** A lesson without its words, as if they were forgotten. */
export function hideTaught<Kind extends Lesson>(lesson: Kind): Kind {
  return { ...lesson, text: null };
}
