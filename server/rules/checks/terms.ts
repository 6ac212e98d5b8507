import { mostSpans, type Evidence, type Check } from './check.ts';

const scoreOf = { hold: 0.8, stop: 1, watch: 0.3 } as const;

/** Terms of the community's lists, also in disguise; one finding for each list. */
export const termsCheck: Check = {
  name: 'terms',
  look: ({ text, at: saidAt }, { finder, lists }) => {
    if (!finder) return [];
    const found = new Map<number, Evidence>();
    for (const { term, start, end } of finder.find(text)) {
      const at = lists.of(term);
      // What was found with a list that is gone by now, or after the last day of the term.
      const list = lists.all[at];
      if (!list || lists.endOf(term) <= saidAt.getTime()) continue;
      const evidence = found.get(at) ?? {
        check: 'terms' as const,
        score: scoreOf[list.effect],
        spans: [],
        words: [],
        effect: list.effect === 'stop' ? 'stop' : 'hold',
        mode: list.mode,
        upTo: 'core' as const,
        rule: list.rule,
        ...(list.id === undefined ? {} : { list: list.id }),
      };
      found.set(at, evidence);
      if (evidence.spans.length < mostSpans) evidence.spans.push({ start, end });
      const word = lists.terms[term]!;
      if (evidence.words.length < mostSpans && !evidence.words.includes(word)) evidence.words.push(word);
    }
    return [...found.values()];
  },
};
