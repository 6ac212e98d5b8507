import { adsCheck } from './checks/ads.ts';
import type { Check, Evidence, Spoken } from './checks/check.ts';
import { linksCheck } from './checks/links.ts';
import { repeatsCheck, type RepeatMemory } from './checks/repeats.ts';
import { termsCheck } from './checks/terms.ts';
import type { Rulebook } from './rulebook.ts';
import type { NewCase } from './store/cases.ts';
import type { Verdict } from './verdict.ts';

/** All checks of a single message, the plainest reason first. */
const checks: readonly Check[] = [termsCheck, linksCheck, repeatsCheck, adsCheck];

/** All that the checks find in one message. */
export function findEvidence(spoken: Spoken, rulebook: Rulebook, memory: RepeatMemory | null): Evidence[] {
  return checks.flatMap((check) => check.look(spoken, rulebook, memory));
}

/** The rule that a finding speaks for. */
export function ruleOfEvidence(evidence: readonly Evidence[], rulebook: Rulebook): string {
  const [first] = evidence;
  if (!first) throw new Error('a case without evidence');
  return first.rule ?? rulebook.ruleOf(first.check);
}

/** What a case keeps of a verdict: enough to decide it again from the store. */
export function keepVerdict(
  { evidence, trust, score }: Verdict,
  rulebook: Rulebook,
): Pick<NewCase, 'evidence' | 'rule' | 'trust' | 'score' | 'revision' | 'thresholds'> {
  const { revision, settings } = rulebook;
  return {
    evidence,
    rule: ruleOfEvidence(evidence, rulebook),
    trust,
    score,
    revision,
    thresholds: settings.thresholds,
  };
}
