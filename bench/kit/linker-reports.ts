/** Runs linkers over annotated logs: links, honesty of the probabilities, and the tables from which rules promise. */
import { crowdClasses, Crowd } from '../../lib/replies/crowd.ts';
import type { Linker, LinkInput } from '../../lib/replies/index.ts';
import { Reliability } from '../../lib/replies/calibration.ts';
import { findGapClass } from '../../lib/replies/previous.ts';
import { createRuleLinker, ruleLines, uncalibrated } from '../../lib/replies/rule.ts';
import type { RuleLine } from '../../lib/replies/rule.ts';
import { talkKinds } from '../../lib/replies/talk.ts';
import { scoreLinks } from './annotated-irc.ts';
import type { AnnotatedLog, LinkScore } from './annotated-irc.ts';

/** What a linker made of some logs. */
export interface LinkerReport extends LinkScore {
  reliability: Reliability;
  results: { log: AnnotatedLog; parents: Int32Array }[];
}

/** Lets a linker loose on every log, without any quote, and scores it on the annotated lines. */
export function runLinker(logs: readonly AnnotatedLog[], make: (input: LinkInput) => Linker): LinkerReport {
  const reliability = new Reliability();
  const results = logs.map((log) => {
    const linker = make(log.input);
    const parents = new Int32Array(log.input.count);
    for (let message = 0; message < log.input.count; message++) {
      parents[message] = message;
      if (log.input.isSystem(message)) continue;
      const { parent, p } = linker.link(message, -1);
      parents[message] = parent;
      const truth = log.gold.get(message);
      if (truth) reliability.add(p, truth.includes(parent));
    }
    return { log, parents };
  });
  return { ...scoreLinks(results), reliability, results };
}

/** How often "the message before" is right, by crowd and gap. */
export function countPrevious(logs: readonly AnnotatedLog[], minutes: readonly number[]): number[][] {
  const counts = makeCounts(crowdClasses, minutes.length + 1);
  for (const { input, gold } of logs) {
    const people = new Crowd(input);
    let before = -1;
    for (let message = 0; message < input.count; message++) {
      if (input.isSystem(message)) continue;
      const crowd = people.add(message);
      const truth = gold.get(message);
      if (truth && before >= 0) {
        const gap = findGapClass(minutes, input.at[message]! - input.at[before]!);
        note(counts[crowd]![gap]!, truth.includes(before));
      }
      before = message;
    }
  }
  return counts.map((row) => smoothShares(row));
}

/** How often each line of the rule is right, by the kind of talk. */
export function countRule(logs: readonly AnnotatedLog[]): Record<RuleLine, number[]> {
  const counts = Object.fromEntries(ruleLines.map((line) => [line, makeCounts(1, talkKinds)[0]!]));
  for (const { input, gold } of logs) {
    const linker = createRuleLinker(input, uncalibrated);
    for (let message = 0; message < input.count; message++) {
      if (input.isSystem(message)) continue;
      const { parent, line, kind } = linker.link(message, -1);
      const truth = gold.get(message);
      if (truth) note(counts[line]![kind]!, truth.includes(parent));
    }
  }
  return Object.fromEntries(ruleLines.map((line) => [line, smoothShares(counts[line]!)])) as Record<RuleLine, number[]>;
}

interface Count {
  n: number;
  right: number;
}

function makeCounts(rows: number, columns: number): Count[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ n: 0, right: 0 })));
}

function note(count: Count, right: boolean): void {
  count.n++;
  if (right) count.right++;
}

/** Shares, drawn towards the row's mean as if ten more cases had been like it. */
function smoothShares(counts: readonly Count[]): number[] {
  const n = counts.reduce((sum, count) => sum + count.n, 0);
  const mean = n ? counts.reduce((sum, count) => sum + count.right, 0) / n : 0.5;
  return counts.map((count) => Math.round(((count.right + 10 * mean) / (count.n + 10)) * 1000) / 1000);
}
