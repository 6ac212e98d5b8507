/** The hours of the week: when people talk, and when a message that opens a conversation is answered (metrics.md §7.4). */
import type { Rhythm } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { hasTrait, TRAIT } from './reading.ts';
import { give, lack } from './results.ts';
import type { Results } from './results.ts';

const SLOTS = 168;
const HEAT_DAYS = 84;
const ANSWER_TIME = 2 * 3_600_000;
/** So many openings' worth of trust in the hour of the day, and in the whole week. */
const SHRINKAGE = 20;
const FEWEST_OPENINGS = 50;
const FEWEST_PER_SLOT = 3;

/** `time.best` and the two maps of the week. */
export function measureRhythm(frame: Frame): { results: Results; rhythm: Rhythm } {
  const messages = countHours(frame);
  const { openings, answers } = countAnswers(frame);
  const total = sumOf(openings);
  const weeks = Math.min(HEAT_DAYS / 7, Math.max(1, (frame.endDay - frame.calendar.dayOf(frame.all.at[0]!)) / 7));
  if (total < FEWEST_OPENINGS || sumOf(answers) === 0) {
    return {
      results: { 'time.best': lack(frame, 'time.best', { reason: 'too_few_messages', n: total }) },
      rhythm: { messages, response: openings.map(() => null), best: [], weeks },
    };
  }
  const slots = shrinkSlots(openings, answers);
  const best = slots
    .flatMap((slot, at) =>
      openings[at]! < FEWEST_PER_SLOT
        ? []
        : [{ weekday: Math.floor(at / 24) + 1, hour: at % 24, ...slot, n: openings[at]! }],
    )
    .sort((one, other) => other.lift - one.lift)
    .slice(0, 5);
  const [first] = best;
  return {
    results: {
      'time.best': first
        ? give(frame, 'time.best', {
            value: first.lift,
            n: first.n,
            ci95: first.ci95,
            parts: { weekday: first.weekday, hour: first.hour },
            estimated: !frame.links.trusted,
          })
        : lack(frame, 'time.best', { reason: 'too_few_messages', n: total }),
    },
    rhythm: { messages, response: slots.map(({ lift }, at) => (openings[at]! > 0 ? lift : null)), best, weeks },
  };
}

function sumOf(list: readonly number[]): number {
  return list.reduce((sum, one) => sum + one, 0);
}

function slotOf({ recent, calendar }: Frame, row: number): number {
  const at = recent.at[row]!;
  return calendar.weekdayOf(calendar.dayOf(at)) * 24 + calendar.hourOf(at);
}

function countHours(frame: Frame): number[] {
  const messages = Array.from({ length: SLOTS }, () => 0);
  for (let row = frame.rowFrom(HEAT_DAYS); row < frame.recent.count; row += 1) messages[slotOf(frame, row)]! += 1;
  return messages;
}

/** Openings of conversations by slot, and how many people answered or reacted within two hours. */
function countAnswers(frame: Frame): { openings: number[]; answers: number[] } {
  const { recent, links, reading } = frame;
  const openings = Array.from({ length: SLOTS }, () => 0);
  const answers = [...openings];
  const latest = recent.at[recent.count - 1]! - ANSWER_TIME;
  for (let row = frame.rowFrom(56); row < recent.count && recent.at[row]! <= latest; row += 1) {
    if (links.thread[row] !== row || hasTrait(reading, row, TRAIT.advertising | TRAIT.chain | TRAIT.echo)) continue;
    const slot = slotOf(frame, row);
    openings[slot]! += 1;
    answers[slot]! += countAnswerers(frame, row) + Math.min(recent.reactions[row]!, 20);
  }
  return { openings, answers };
}

function countAnswerers({ recent, links }: Frame, row: number): number {
  const people = new Set<number>();
  const last = Math.min(recent.count, row + 400);
  for (let later = row + 1; later < last && recent.at[later]! - recent.at[row]! <= ANSWER_TIME; later += 1) {
    if (links.thread[later] === row && recent.author[later] !== recent.author[row]) people.add(recent.author[later]!);
  }
  return people.size;
}

/** Slot rates shrunk to the hour of the day, hours shrunk to the week; as multiples of the mean, with a gamma interval. */
function shrinkSlots(
  openings: readonly number[],
  answers: readonly number[],
): { lift: number; ci95: [number, number] }[] {
  const mean = sumOf(answers) / sumOf(openings);
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const days = Array.from({ length: 7 }, (_one, day) => day * 24 + hour);
    const n = sumOf(days.map((at) => openings[at]!));
    return (sumOf(days.map((at) => answers[at]!)) + SHRINKAGE * mean) / (n + SHRINKAGE);
  });
  return openings.map((n, at) => {
    const rate = (answers[at]! + SHRINKAGE * hours[at % 24]!) / (n + SHRINKAGE);
    const error = Math.sqrt(rate / (n + SHRINKAGE));
    return { lift: rate / mean, ci95: [Math.max(0, rate - 1.96 * error) / mean, (rate + 1.96 * error) / mean] };
  });
}
