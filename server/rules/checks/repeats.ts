import { hamming, nearDistance, simHash, type SimHash } from '../../../lib/text/index.ts';
import type { Check, Spoken } from './check.ts';

/** What people of a community have said lately, in this process: enough to see who says the same again and again, in any group. */
export interface RepeatMemory {
  /** How often this person has said nearly the same within the window, this time included; keeps it for the next time. */
  count(spoken: Pick<Spoken, 'attemptId' | 'identityId' | 'text' | 'at'>, windowMs: number): number;
}

interface Said {
  hash: SimHash;
  at: number;
  attemptId: string | null;
}

const mostPeople = 5000;
const mostEach = 20;
/** Shorter texts are often the same for good reasons: 打卡, 谢谢, 早上好. */
const shortest = 10;

/** An empty memory. */
export function createRepeatMemory(): RepeatMemory {
  const people = new Map<string, Said[]>();
  return {
    count: ({ identityId, text, attemptId, at }, windowMs) => {
      if (text.length < shortest) return 1;
      const hash = simHash(text);
      if (hash.high === 0 && hash.low === 0) return 1;
      const since = at.getTime() - windowMs;
      const said = (people.get(identityId) ?? []).filter((one) => one.at >= since);
      const others = said.filter((one) => attemptId === null || one.attemptId !== attemptId);
      const near = others.filter((one) => hamming(one.hash, hash) <= nearDistance).length;
      // Whoever spoke last stands last, so that the first in the map is the one to forget.
      people.delete(identityId);
      people.set(identityId, [...others.slice(1 - mostEach), { hash, at: at.getTime(), attemptId }]);
      if (people.size > mostPeople) people.delete(people.keys().next().value!);
      return near + 1;
    },
  };
}

/** The same text again and again from one person, in one group or over several. */
export const repeatsCheck: Check = {
  name: 'repeats',
  look: (spoken, { settings }, memory) => {
    const mode = settings.checks.repeats;
    if (mode === 'off' || !memory) return [];
    const { times, minutes } = settings.repeats;
    const count = memory.count(spoken, minutes * 60_000);
    if (count < times) return [];
    const spans = [{ start: 0, end: spoken.text.length }];
    const words = [`×${count}`];
    return [{ check: 'repeats', score: 0.7, spans, words, effect: 'hold', mode, upTo: 'member', rule: null }];
  },
};
