/** From evidence to a verdict: one score from all of it, weighed by how well the author is known. Pure. */
import type { CheckName, Evidence } from './checks/check.ts';
import { isUpTo, type Trust } from './trust.ts';

/** What is to happen with a message, and why. */
export interface Verdict {
  action: 'pass' | 'hold' | 'stop';
  /** What counted, the plainest reason first. */
  evidence: Evidence[];
  score: number;
  trust: Trust;
  /** What would have happened if what is in dry mode had counted; only when it differs from `action`. */
  dry: 'hold' | 'stop' | null;
}

/** From which score on a message is not let through, unless the community has chosen others. */
export const usualThresholds: Thresholds = { new: 0.5, member: 0.65, core: 0.8 };

/** From which score on a message is not let through; the better somebody is known, the surer it must be. */
export type Thresholds = Readonly<Record<Exclude<Trust, 'team'>, number>>;

/** Decides about one message. */
export function decide(found: readonly Evidence[], trust: Trust, thresholds: Thresholds = usualThresholds): Verdict {
  if (trust === 'team') return { action: 'pass', evidence: [], score: 0, trust, dry: null };
  const counting = found.filter(({ upTo }) => isUpTo(trust, upTo)).sort((one, other) => rankOf(other) - rankOf(one));
  const armed = counting.filter(({ mode }) => mode === 'on');
  const action = actionOf(armed, thresholds[trust]);
  const would = actionOf(counting, thresholds[trust]);
  const dry = would === 'pass' || action !== 'pass' ? null : would;
  const evidence = dry ? counting : armed;
  return { action, evidence, score: scoreOf(evidence), trust, dry };
}

/** What refuses comes first, then what can point at words, then the impression of the whole. */
function rankOf({ effect, check, score }: Evidence): number {
  return (effect === 'stop' ? 4 : 0) + (impressions.has(check) ? 0 : 2) + score;
}

/** Checks that can't point at anything in the message. */
const impressions: ReadonlySet<CheckName> = new Set(['ads', 'raid', 'storms']);

/** One score of several findings, as if each were right by itself: two weak ones can be one strong one. */
export function scoreOf(evidence: readonly Evidence[]): number {
  return 1 - evidence.reduce((doubt, { score }) => doubt * (1 - score), 1);
}

function actionOf(evidence: readonly Evidence[], threshold: number): Verdict['action'] {
  if (scoreOf(evidence) < threshold - 1e-9) return 'pass';
  return evidence.some(({ effect }) => effect === 'stop') ? 'stop' : 'hold';
}

/** What a case keeps of its verdict. */
export interface KeptVerdict {
  evidence: readonly Evidence[];
  trust: Trust;
  thresholds: Thresholds | null;
}

/** Decides once more from what was kept: the very same verdict. Null when it was a person, or before thresholds were kept. */
export function decideAgain({ evidence, trust, thresholds }: KeptVerdict): Verdict | null {
  return evidence.length === 0 || thresholds === null ? null : decide(evidence, trust, thresholds);
}
