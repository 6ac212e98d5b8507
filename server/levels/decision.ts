/**
 * Where somebody stands by the rules, and when to look again. Pure. Going down is slower than going up: nobody is demoted in the first
 * days on a level, and only some days after falling below the rule for staying; whoever meets the entry rule again has not fallen.
 */
import { shiftDay } from '../platform/clock.ts';
import type { Policy } from './definition.ts';

/** Where somebody stands by the rules; `at` counts from the first level, 0. `since` null = since before anybody looked. */
export interface Held {
  at: number;
  since: string | null;
  belowSince: string | null;
}

/** What the rules say of somebody, by the position of the level. */
export interface Answers {
  entry: readonly boolean[];
  staying: readonly boolean[];
}

/** How to decide. */
export interface Terms {
  policy: Policy;
  today: string;
  /** The first look at somebody, who goes where they belong at once. */
  placing: boolean;
}

/** Where somebody stands from now on. */
export interface Decision extends Held {
  /** The first day on which the passing of time may change it. */
  dueOn: string | null;
}

/** Decides for one person. */
export function decide(held: Held, answers: Answers, terms: Terms): Decision {
  const target = Math.max(0, answers.entry.lastIndexOf(true));
  if (target > held.at) return climb(held, target, terms);
  if (target === held.at || answers.staying[held.at]) return { ...held, belowSince: null, dueOn: null };
  return fall(held, { target, answers }, terms);
}

function climb(held: Held, target: number, { policy, today, placing }: Terms): Decision {
  const isStepped = policy.stepDays > 0 && !placing;
  const mayAt = held.since === null || !isStepped ? today : shiftDay(held.since, policy.stepDays);
  if (mayAt > today) return { ...held, belowSince: null, dueOn: mayAt };
  const at = isStepped ? held.at + 1 : target;
  return { at, since: today, belowSince: null, dueOn: at < target ? shiftDay(today, policy.stepDays) : null };
}

function fall(held: Held, { target, answers }: { target: number; answers: Answers }, terms: Terms): Decision {
  const { policy, today, placing } = terms;
  const belowSince = held.belowSince ?? today;
  const dueOn = placing ? today : latest(shiftDay(belowSince, policy.graceDays), afterStart(held, policy));
  if (dueOn > today) return { ...held, belowSince, dueOn };
  let at = held.at - 1;
  while (at > target && !answers.staying[at]) at--;
  return { at, since: today, belowSince: null, dueOn: null };
}

/** When the first days on a level are over. */
function afterStart({ since }: Held, { keepDays }: Policy): string {
  return since === null ? '' : shiftDay(since, keepDays);
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
