import { lookForAds } from './checks/ads.ts';
import type { Evidence, Spoken } from './checks/check.ts';
import { lookForLinks } from './checks/links.ts';
import { lookForRepeats, type RepeatMemory } from './checks/repeats.ts';
import { lookForTerms } from './checks/terms.ts';
import type { Rulebook } from './rulebook.ts';

/** All that the checks find in one message. Does not ask who says it: that is for the verdict. */
export function findEvidence(spoken: Spoken, rulebook: Rulebook, memory: RepeatMemory | null): Evidence[] {
  return [
    ...lookForTerms(spoken, rulebook),
    ...lookForLinks(spoken, rulebook),
    ...(memory ? lookForRepeats(spoken, rulebook, memory) : []),
    ...lookForAds(spoken, rulebook),
  ];
}

/** The rule that a finding speaks for. */
export function ruleOfEvidence(evidence: readonly Evidence[], rulebook: Rulebook): string {
  const [first] = evidence;
  if (!first) throw new Error('a case without evidence');
  return first.rule ?? rulebook.ruleOf(first.check);
}
