/**
 * The credit of a group (信用账户): what it was given minus what promotions took, both fading by half in four weeks. Pure. The weights are
 * provisional: no group has proven yet that they foretell who leaves, so the balance is only ever shown with its parts.
 */
import { shiftDay } from '../platform/clock.ts';

/** What is given, counted by day. */
export const valueParts = ['answers', 'checkIns', 'reactions'] as const;

/** One part. */
export type ValuePart = (typeof valueParts)[number];

/** How often something was given on a day. */
export type ValueCounts = Readonly<Record<ValuePart, number>>;

/** The provisional weights, as they are shown beside the balance. */
export const weights = {
  /** Points for a question that was answered, a check-in, a reaction to a message. */
  answers: 2,
  checkIns: 0.2,
  reactions: 0.3,
  /** A day brings no more: a busy talk is not yet a useful one. */
  dayMost: 10,
  /** What one promotion takes, κ; and how much dearer it is for each other one of the seven days before, γ. */
  promotion: 10,
  crowding: 0.5,
  /** What a promotion costs that answers somebody, 1 − relevance. */
  answer: 0.5,
  halfLifeDays: 28,
} as const;

const fading = 0.5 ** (1 / weights.halfLifeDays);
const weekMs = 7 * 86_400_000;

/** A promotion of the team or of a host. */
export interface Spending {
  at: Date;
  day: string;
  isAnswer: boolean;
}

/** A day of a group's credit. */
export interface CreditDay {
  day: string;
  counts: ValueCounts;
  promotions: number;
  value: number;
  spent: number;
  /** In the evening. */
  balance: number;
}

/** What a day has given, in points by part and in all. */
export function valueOf(counts: ValueCounts): { parts: ValueCounts; value: number } {
  const parts = {
    answers: Math.max(0, counts.answers) * weights.answers,
    checkIns: Math.max(0, counts.checkIns) * weights.checkIns,
    reactions: Math.max(0, counts.reactions) * weights.reactions,
  };
  return { parts, value: Math.min(weights.dayMost, parts.answers + parts.checkIns + parts.reactions) };
}

/** What a promotion takes at a moment, by those of the seven days before. */
export function costOf(at: Date, isAnswer: boolean, earlier: readonly Date[]): number {
  const since = at.getTime() - weekMs;
  const crowd = earlier.filter((one) => one.getTime() > since && one < at).length;
  return weights.promotion * (1 + weights.crowding * crowd) * (isAnswer ? weights.answer : 1);
}

/** The balance so many days later, when each brings `value`. */
export function fadeBalance(balance: number, days: number, value = 0): number {
  const faded = fading ** days;
  return balance * faded + (value * (1 - faded)) / (1 - fading);
}

const none: ValueCounts = { answers: 0, checkIns: 0, reactions: 0 };

/** Walks from one day to another, both included. `before` = the balance in the evening before. */
export function walkDays(walk: {
  from: string;
  to: string;
  before: number;
  counts: ReadonlyMap<string, ValueCounts>;
  /** Also those of the week before `from`: they make later ones dearer. */
  spendings: readonly Spending[];
}): CreditDay[] {
  const moments = walk.spendings.map(({ at }) => at);
  const byDay = Map.groupBy(walk.spendings, ({ day }) => day);
  const days: CreditDay[] = [];
  let { before: balance } = walk;
  for (let day = walk.from; day <= walk.to; day = shiftDay(day, 1)) {
    const counts = walk.counts.get(day) ?? none;
    const today = byDay.get(day) ?? [];
    const { value } = valueOf(counts);
    const spent = today.reduce((sum, { at, isAnswer }) => sum + costOf(at, isAnswer, moments), 0);
    balance = balance * fading + value - spent;
    days.push({ day, counts, promotions: today.length, value, spent, balance });
  }
  return days;
}
