/**
 * How fast questions are answered (metrics.md §4.5): Kaplan–Meier over questions, the first substantive reply by another person is the
 * event, the end of the log censors. Also the trap of a group that only answers (§3).
 */
import { absenceFactor } from '../stats/concentration.ts';
import {
  kaplanMeier,
  quantileInterval,
  survivalAt,
  survivalInterval,
  survivalQuantile,
} from '../stats/kaplan-meier.ts';
import type { SurvivalCurve } from '../stats/kaplan-meier.ts';
import type { Curve } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { KNOWN } from './links.ts';
import { hasTrait, TRAIT } from './reading.ts';
import { give, giveOr, lack } from './results.ts';
import type { Results } from './results.ts';
import { keepPositive } from './tally.ts';
import { listThreads } from './threads.ts';

/** A question and the first substantive answer to it, -1 for none yet. */
export interface Question {
  row: number;
  answer: number;
  minutes: number;
}

export interface Responses {
  results: Results;
  questions: Question[];
  curve: Curve | null;
}

const MINUTE = 60_000;
const FEWEST_QUESTIONS = 5;
/** The second clock runs in these local hours only. */
const OPEN_HOUR = 9;
const CLOSE_HOUR = 21;
const FEWEST_THREADS = 10;
const QUICK_END = 2 * 60 * MINUTE;

/** All `sla.*` and `qa.trap`. */
export function measureResponses(frame: Frame): Responses {
  const questions = listQuestions(frame, 28);
  const n = questions.length;
  const ids = ['sla.median', 'sla.p15', 'sla.p60', 'sla.p1440', 'sla.unanswered'] as const;
  const trap = { 'qa.trap': measureTrap(frame) };
  const isKnown = frame.links.sureness >= KNOWN;
  if (n < FEWEST_QUESTIONS || !isKnown) {
    const reason = isKnown ? 'too_few_questions' : 'links_too_uncertain';
    const none = ids.map((id) => [id, lack(frame, id, { reason, n })] as const);
    return { results: { ...Object.fromEntries(none), ...trap }, questions, curve: null };
  }
  const curve = kaplanMeier({
    durations: questions.map(({ minutes }) => minutes),
    events: questions.map(({ answer }) => answer >= 0),
  });
  const results: Results = { ...trap, 'sla.median': giveMedian(frame, curve, questions) };
  for (const [id, minutes] of [
    ['sla.p15', 15],
    ['sla.p60', 60],
    ['sla.p1440', 1440],
    ['sla.unanswered', 1440],
  ] as const) {
    results[id] = giveShare(frame, id, { curve, minutes });
  }
  return { results, questions, curve: drawCurve(curve) };
}

/** The questions of the last so many days, one per turn, with their first substantive answers. */
export function listQuestions(frame: Frame, days: number): Question[] {
  const { recent, links, reading } = frame;
  const from = frame.rowFrom(days);
  const byTurn = new Map<number, Question>();
  for (let row = from; row < recent.count; row += 1) {
    const parent = links.parent[row]!;
    const asked = parent >= 0 ? byTurn.get(links.turn[parent]!) : undefined;
    const other = asked && recent.author[asked.row] !== recent.author[row];
    if (other && asked.answer < 0 && asked.row < row && isSubstantive(frame, row)) {
      asked.answer = row;
      asked.minutes = (recent.at[row]! - recent.at[asked.row]!) / MINUTE;
    }
    const asks =
      hasTrait(reading, row, TRAIT.question) &&
      !hasTrait(reading, row, TRAIT.advertising | TRAIT.greeting | TRAIT.chain);
    if (!asks || byTurn.has(links.turn[row]!)) continue;
    byTurn.set(links.turn[row]!, { row, answer: -1, minutes: Math.max(0, frame.now - recent.at[row]!) / MINUTE });
  }
  return [...byTurn.values()];
}

function isSubstantive({ recent, reading }: Frame, row: number): boolean {
  if (hasTrait(reading, row, TRAIT.acknowledgement | TRAIT.chain | TRAIT.echo | TRAIT.greeting)) return false;
  return reading.chars[row]! > 0 || recent.kindOf[row]! > 0;
}

function giveMedian(frame: Frame, curve: SurvivalCurve, questions: readonly Question[]): Results['sla.median'] {
  const [low, high] = quantileInterval(curve);
  return giveOr(frame, 'sla.median', {
    value: survivalQuantile(curve),
    n: curve.n,
    ci95: low !== null && high !== null ? [low, high] : null,
    parts: { answered: curve.eventCount, low, high, openHours: measureOpenMedian(frame, questions) },
    estimated: !frame.links.trusted,
    // Fewer than half were answered while the log ran.
    reason: 'too_few_replies',
  });
}

/** The median by a clock that stands still from nine at night to nine in the morning. */
function measureOpenMedian(frame: Frame, questions: readonly Question[]): number | null {
  const { recent, calendar } = frame;
  const openMinutes = (moment: number): number => {
    const day = calendar.dayOf(moment);
    const begin = calendar.midnight(day) + OPEN_HOUR * 60 * MINUTE;
    const today = Math.min(Math.max(0, moment - begin), (CLOSE_HOUR - OPEN_HOUR) * 60 * MINUTE);
    return day * (CLOSE_HOUR - OPEN_HOUR) * 60 + today / MINUTE;
  };
  const durations = questions.map(({ row, minutes }) => {
    const at = recent.at[row]!;
    return Math.max(0, openMinutes(at + minutes * MINUTE) - openMinutes(at));
  });
  return survivalQuantile(kaplanMeier({ durations, events: questions.map(({ answer }) => answer >= 0) }));
}

function giveShare(
  frame: Frame,
  id: 'sla.p15' | 'sla.p60' | 'sla.p1440' | 'sla.unanswered',
  { curve, minutes }: { curve: SurvivalCurve; minutes: number },
): Results[typeof id] {
  const last = curve.survival.at(-1) ?? 1;
  const open = survivalAt(curve, minutes) ?? (last === 0 ? 0 : null);
  const [low, high] = survivalInterval(curve, minutes) ?? [null, null];
  const asShare = (survival: number): number => (id === 'sla.unanswered' ? survival : 1 - survival);
  const ends = low === null || high === null ? null : [asShare(low), asShare(high)].sort((one, other) => one - other);
  return giveOr(frame, id, {
    value: open === null ? null : asShare(open),
    n: curve.n,
    ci95: ends as [number, number] | null,
    estimated: !frame.links.trusted,
    reason: 'too_short_history',
  });
}

function drawCurve(curve: SurvivalCurve): Curve {
  const places = Array.from(curve.times, (_, at) => at).filter((at) => curve.times[at]! <= 1440);
  const step = Math.max(1, Math.ceil(places.length / 80));
  const shown = places.filter((_, at) => at % step === 0 || at === places.length - 1);
  return {
    unit: 'minutes',
    x: [0, ...shown.map((at) => curve.times[at]!)],
    y: [0, ...shown.map((at) => 1 - curve.survival[at]!)],
    low: [0, ...shown.map((at) => 1 - curve.upper[at]!)],
    high: [0, ...shown.map((at) => 1 - curve.lower[at]!)],
    n: curve.n,
    events: curve.eventCount,
  };
}

function measureTrap(frame: Frame): Results['qa.trap'] {
  const { recent, reading, links } = frame;
  const threads = listThreads(frame, 28).filter(({ people }) => people.length > 1);
  const n = threads.length;
  if (n < FEWEST_THREADS) return lack(frame, 'qa.trap', { reason: 'too_few_replies', n });
  const answers = new Float64Array(recent.people.length);
  const asked = new Map<number, number>();
  let answering = 0;
  for (const { root, rows } of threads) {
    if (!hasTrait(reading, root, TRAIT.question)) continue;
    const asker = recent.author[root]!;
    asked.set(asker, (asked.get(asker) ?? 0) + 1);
    if (recent.at[rows.at(-1)!]! - recent.at[root]! <= QUICK_END) answering += 1;
    for (const row of rows) if (recent.author[row] !== asker) answers[recent.author[row]!]! += 1;
  }
  const oneShot = [...asked.values()].filter((times) => times === 1).length / Math.max(1, asked.size);
  const answerers = absenceFactor(keepPositive(answers));
  const qaShare = answering / n;
  return give<boolean>(frame, 'qa.trap', {
    value: qaShare >= 0.8 && oneShot >= 0.7 && (answerers ?? 0) <= 2,
    n,
    parts: { qaShare, oneShot, answerers, askers: asked.size },
    estimated: !links.trusted,
  });
}
