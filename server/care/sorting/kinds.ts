/**
 * What people are sorted into, pure: how sure the evidence makes us, and when it is too little. Confidence orders a list and is said in
 * words; nobody is removed, restricted or shown anything by it.
 */
import type { LikelyAdvertiser, LikelyLeader } from '../../../lib/analysis/index.ts';

/** What somebody may be. Paying members need purchases, which are not known yet. */
export const kinds = ['leader', 'advertiser', 'zombie'] as const;

/** How sure; `few` = a hint with less evidence than the rule asks for. */
export const confidences = ['high', 'medium', 'few'] as const;

export type Kind = (typeof kinds)[number];
export type Confidence = (typeof confidences)[number];

/** Why somebody is on a list: numbers for the words of the page, by name. */
export interface Found {
  kind: Kind;
  confidence: Confidence;
  /** Orders those of one confidence. */
  weight: number;
  /** Observations that it rests on. */
  n: number;
  evidence: Record<string, number>;
}

/** Below this part of the strongest somebody is not even a hint. */
const leastLeading = 0.5;

/** Somebody whom many answer; null when there is nothing to say. */
export function judgeLeader({ holds, enough, score, ci95, replies, repliers, estimated }: LikelyLeader): Found | null {
  if (!holds && (enough || score < leastLeading)) return null;
  const confidence = !holds ? 'few' : ci95[0] >= leastLeading && !estimated ? 'high' : 'medium';
  const evidence = { replies, repliers, low: ci95[0], high: ci95[1], estimated: Number(estimated) };
  return { kind: 'leader', confidence, weight: score, n: replies, evidence };
}

/** The least of the table: so many messages, so many signs that do not follow from each other, and a score. */
const advertising = { messages: 3, signs: 2, score: 0.5, sure: 3 };

/** Somebody who advertises: signs in what they said, and what the team has upheld against them, each a sign of its own. */
export function judgeAdvertiser(talk: LikelyAdvertiser | undefined, upheld: number): Found | null {
  const signs = (talk?.signs ?? 0) + Math.min(2, upheld);
  const strong = upheld > 0 || (talk?.score ?? 0) >= advertising.score;
  if (signs === 0 || !strong) return null;
  const n = (talk?.messages ?? 0) + upheld;
  const enough = n >= advertising.messages && signs >= advertising.signs;
  const confidence = !enough ? 'few' : signs >= advertising.sure ? 'high' : 'medium';
  const {
    ads = 0,
    repeated = 0,
    contacts = 0,
    unanswered = 0,
    messages = 0,
    share = 0,
    interval = [0, 0],
  } = talk ?? {};
  const said: Record<string, number> = talk
    ? { messages, ads, repeated, contacts, unanswered, share, low: interval[0], high: interval[1] }
    : {};
  return {
    kind: 'advertiser',
    confidence,
    weight: 1 - (1 - (talk?.score ?? 0)) * 0.5 ** Math.min(2, upheld),
    n,
    evidence: { signs, ...(upheld > 0 ? { upheld } : {}), ...said },
  };
}

/** Days of the rule: who has been there for less is not judged, and no silence is long before this. */
const silence = { tenure: 60, least: 30 };

/** The last signs of somebody, in days before today; null = never. */
export interface Signs {
  /** Since when this platform could have seen a sign of them: a list that was brought along tells of years that nobody has observed. */
  tenure: number;
  spoke: number | null;
  read: number | null;
  /** Days that 95 of 100 of their own pauses stay within; undefined = not known. */
  pause: number | undefined;
}

/** Whether there is no word for longer than this person's pauses ever are. */
export function isSilent({ tenure, spoke, pause = 0 }: Omit<Signs, 'read'>): boolean {
  return tenure >= silence.tenure && Math.min(tenure, spoke ?? tenure) >= Math.max(silence.least, pause);
}

/** Somebody of whom there is no sign at all, neither a word nor reading; only where the platform tells who reads. */
export function judgeZombie({ tenure, spoke, read, pause }: Signs): Found | null {
  const quiet = Math.min(tenure, spoke ?? tenure, read ?? tenure);
  if (!isSilent({ tenure, spoke: quiet, pause })) return null;
  const usual = Math.max(silence.least, pause ?? 0);
  const evidence = {
    quiet,
    tenure,
    ...(usual > silence.least ? { usual: Math.ceil(usual) } : {}),
    ...(spoke === null ? {} : { spoke }),
    ...(read === null ? {} : { read }),
  };
  return { kind: 'zombie', confidence: quiet >= 2 * usual ? 'high' : 'medium', weight: quiet, n: tenure, evidence };
}
