import { adsCheck } from './checks/ads.ts';
import type { Check, Evidence, Spoken } from './checks/check.ts';
import { codesCheck } from './checks/codes.ts';
import { contactsCheck } from './checks/contacts.ts';
import { linksCheck } from './checks/links.ts';
import { raidCheck } from './checks/raid.ts';
import { repeatsCheck, type RepeatMemory } from './checks/repeats.ts';
import { stormsCheck } from './checks/storms.ts';
import { termsCheck } from './checks/terms.ts';
import type { Ctx } from '../platform/context.ts';
import type { Rulebook } from './rulebook.ts';
import type { NewCase } from './store/cases.ts';
import type { Verdict } from './verdict.ts';

/** The checks of this module, the plainest reason first. */
export const ownChecks: readonly Check[] = [
  termsCheck,
  linksCheck,
  codesCheck,
  contactsCheck,
  repeatsCheck,
  raidCheck,
  adsCheck,
  stormsCheck,
];

/** All that the checks find in one message. */
export function findEvidence(spoken: Spoken, rulebook: Rulebook, memory: RepeatMemory | null): Evidence[] {
  return rulebook.checks.flatMap((check) => check.look(spoken, rulebook, memory));
}

/** A check that finds nothing where it fails: nobody's post hangs on a fault of ours. Logged and counted, never with words. */
export function guardCheck(ctx: Ctx, check: Check): Check {
  const { log, metrics } = ctx.services;
  return {
    name: check.name,
    look: (spoken, rulebook, memory) => {
      try {
        return check.look(spoken, rulebook, memory);
      } catch (error) {
        const fault = error instanceof Error ? error.name : 'none';
        log.error('rules.check_failed', { check: check.name, fault, chars: spoken.text.length });
        metrics.count('miaohui_rules_checks_failed_total', { check: check.name });
        return [];
      }
    },
  };
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
