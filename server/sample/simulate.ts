/**
 * The history of the sample community, day by day: who comes and goes, who says what to whom. A pure function of seed and days, so that
 * the sample, the tests and the benchmarks all get the same town; nothing here knows a database or the present time.
 */
import { drawCast, groupKeys, pillarLeaves, type GroupKey, type Person, type Stay } from './cast.ts';
import { planDay } from './day.ts';
import type { Content } from './content.ts';
import { makeRandom } from './random.ts';
import { openStage } from './stage.ts';

/** Something that happens in a group; `second` counts from the beginning of its day. */
export type SampleEvent = { group: GroupKey; second: number; person: number } & (
  | { kind: 'join'; role: Stay['role'] }
  | { kind: 'leave'; how: 'left' | 'kicked' }
  | {
      kind: 'say';
      /** Counts over the whole history; events refer to messages by it. */
      message: number;
      text: string;
      quotes: number | null;
      mentions: number[];
      notice: boolean;
      topic: string;
    }
  | { kind: 'react'; message: number; key: ReactionKey }
);

/** A message of the history. */
export type SampleMessage = Extract<SampleEvent, { kind: 'say' }>;

/** What may stand under a message. */
export type ReactionKey = 'like' | 'learned' | 'agree' | 'laugh' | 'hug' | 'thanks';

/** One day of the history. */
export interface SampleDay {
  /** From 0. */
  number: number;
  events: SampleEvent[];
}

/** The people and the days of a history. */
export interface SampleHistory {
  /** By number; more people appear in the days (advertisers), with their names here as soon as they have joined. */
  names: Map<number, string>;
  days: Iterable<SampleDay>;
}

/** Days of the sample. */
export const historyDays = 90;

/** Makes the history. `lastWeekday` (0 = Sunday) is the weekday of its last day. */
export function simulate(
  content: Content,
  { seed, days = historyDays, lastWeekday }: { seed: string; days?: number; lastWeekday: number },
): SampleHistory {
  const people = drawCast(makeRandom(`${seed} cast`), content.names, days);
  const names = new Map(people.map((one) => [one.number, one.name]));
  return { names, days: playDays(content, { seed, days, lastWeekday, people, names }) };
}

interface Plan {
  seed: string;
  days: number;
  lastWeekday: number;
  people: Person[];
  names: Map<number, string>;
}

function* playDays(content: Content, plan: Plan): Generator<SampleDay> {
  const { seed, days, people, names } = plan;
  const stage = openStage(makeRandom(`${seed} stage`), content, people);
  const random = makeRandom(`${seed} days`);
  const streaks = new Map<number, { days: number; book: string; since: number }>();
  const gone = Math.round((pillarLeaves / 90) * days);
  const later = new Map<number, SampleEvent[]>();
  let messages = 0;
  const number = () => messages++;
  for (let day = 0; day < days; day++) {
    const weekday = (plan.lastWeekday - (days - 1 - day) + 7 * days) % 7;
    const life = day / Math.max(1, days - 1);
    const events = groupKeys.flatMap((group) =>
      planDay({ content, random, stage, people, names, number, streaks }, { group, day, days, weekday, life, gone }),
    );
    const today = [...(later.get(day) ?? []), ...events.filter(({ second }) => second < daySeconds)];
    later.delete(day);
    for (const event of events.filter(({ second }) => second >= daySeconds)) {
      const then = day + Math.floor(event.second / daySeconds);
      later.set(then, [...(later.get(then) ?? []), { ...event, second: event.second % daySeconds }]);
    }
    yield { number: day, events: orderEvents(today) };
  }
}

const daySeconds = 24 * 3600;

/** In order of time; of those with the same second, in the order in which they were made. */
function orderEvents(events: SampleEvent[]): SampleEvent[] {
  return events
    .map((event, at) => ({ event, at }))
    .sort((a, b) => a.event.second - b.event.second || a.at - b.at)
    .map(({ event }) => event);
}
