/**
 * What becomes of those who come: answered or not, back or not, how long they keep speaking. A newcomer is somebody whose joining the
 * log shows, or who first speaks after it has run for four weeks; before that everybody would be new.
 */
import { wilsonInterval } from '../stats/interval.ts';
import { kaplanMeier } from '../stats/kaplan-meier.ts';
import { findPresence } from './activity.ts';
import { DAY } from './calendar.ts';
import type { Curve, MissingReason, Newcomers } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { KNOWN } from './links.ts';
import { give, lack } from './results.ts';
import type { Results } from './results.ts';
import { personId } from './tally.ts';

/** Somebody's way in; rows are rows of the whole talk, -1 when they never spoke. */
export interface Arrival {
  person: number;
  joined: number | null;
  first: number;
  /** First reply to the first message, row of the whole talk. */
  reply: number;
  /** Came back on a later local day within 28 days; null when it is too early to say. */
  returned: boolean | null;
  messages: number;
  lastAt: number;
}

export interface NewcomersFound {
  results: Results;
  newcomers: Omit<Newcomers, 'recent'>;
  arrivals: Arrival[];
}

const BURN_IN_DAYS = 28;
const FEWEST = 5;
const RETENTION_WEEKS = 8;
const RETURN_DAYS = 28;

/** `mem.newReply`, `mem.newReturn`, `mem.retK` and the curves of those who came. */
export function measureNewcomers(frame: Frame): NewcomersFound {
  const seenBy = frame.capabilities.joins ? 'joins' : 'first_message';
  const arrivals = listArrivals(frame, seenBy);
  const spoke = arrivals.filter(({ first }) => first >= 0);
  const tooShort = seenBy === 'first_message' && frame.now - frame.all.at[0]! < BURN_IN_DAYS * DAY;
  const reason: MissingReason = tooShort ? 'too_short_history' : 'too_few_newcomers';
  const firstAt = ({ first }: Arrival): number => frame.all.at[first]!;
  const fresh = spoke.filter((one) => firstAt(one) >= frame.since(28));
  const followed = fresh.filter((one) => one.reply >= 0 || frame.now - firstAt(one) >= DAY);
  const replied = followed.filter((one) => one.reply >= 0 && frame.all.at[one.reply]! - firstAt(one) <= DAY);
  const settled = spoke.filter((one) => firstAt(one) >= frame.since(56) && one.returned !== null);
  const returned = settled.filter((one) => one.returned);
  return {
    results: {
      'mem.newReply':
        frame.links.sureness >= KNOWN
          ? giveRate(frame, 'mem.newReply', { part: replied.length, of: followed.length, reason })
          : lack(frame, 'mem.newReply', { reason: 'links_too_uncertain', n: followed.length }),
      'mem.newReturn': giveRate(frame, 'mem.newReturn', { part: returned.length, of: settled.length, reason }),
      'mem.retK': giveRetention(frame, arrivals),
    },
    newcomers: {
      seenBy,
      total: arrivals.length,
      survival: spoke.length < FEWEST ? null : drawSurvival(frame, spoke),
      cohorts: listCohorts(frame, spoke),
    },
    arrivals,
  };
}

function listArrivals(frame: Frame, seenBy: Newcomers['seenBy']): Arrival[] {
  const { all, calendar } = frame;
  const presence = findPresence(frame);
  const arrivals = all.people.map((_, person): Arrival => {
    const joined = presence[person]!.joined ? presence[person]!.from : null;
    return { person, joined, first: -1, reply: -1, returned: null, messages: 0, lastAt: Number.NEGATIVE_INFINITY };
  });
  for (let row = 0; row < all.count; row += 1) {
    const one = arrivals[all.author[row]!]!;
    if (one.first < 0) one.first = row;
    else if (!one.returned && calendar.dayOf(all.at[row]!) > calendar.dayOf(all.at[one.first]!)) {
      one.returned = all.at[row]! - all.at[one.first]! <= RETURN_DAYS * DAY;
    }
    one.messages += 1;
    one.lastAt = all.at[row]!;
  }
  for (const one of arrivals) {
    const old = one.first >= 0 && frame.now - all.at[one.first]! >= RETURN_DAYS * DAY;
    if (one.returned === null && old) one.returned = false;
  }
  findReplies(frame, arrivals);
  const begin = all.at[0]! + BURN_IN_DAYS * DAY;
  return arrivals.filter(({ person, joined, first }) => {
    if (all.people[person]!.bot) return false;
    if (seenBy === 'joins') return joined !== null && (first < 0 || all.at[first]! >= joined);
    return first >= 0 && all.at[first]! >= begin;
  });
}

/** The first reply to each first message, where links are known. */
function findReplies({ all, recent, links }: Frame, arrivals: Arrival[]): void {
  const offset = all.count - recent.count;
  for (let row = 0; row < recent.count; row += 1) {
    const parent = links.parent[row]!;
    if (parent < 0 || recent.author[parent] === recent.author[row]) continue;
    const asked = arrivals[recent.author[parent]!]!;
    if (asked.reply < 0 && asked.first >= offset && links.turn[parent] === links.turn[asked.first - offset])
      asked.reply = row + offset;
  }
}

function giveRate(
  frame: Frame,
  id: 'mem.newReply' | 'mem.newReturn',
  { part, of, reason }: { part: number; of: number; reason: MissingReason },
): Results[typeof id] {
  if (of < FEWEST) return lack(frame, id, { reason, n: of });
  return give(frame, id, {
    value: part / of,
    n: of,
    ci95: wilsonInterval(part, of),
    estimated: id === 'mem.newReply' && !frame.links.trusted,
  });
}

/** Share of those who joined at least k + 1 weeks ago and spoke in week k after joining. */
function giveRetention(frame: Frame, arrivals: readonly Arrival[]): Results['mem.retK'] {
  if (!frame.capabilities.joins) return lack(frame, 'mem.retK', { reason: 'no_joins' });
  const cohort = arrivals.flatMap(({ person, joined }) => (joined === null ? [] : [{ person, from: joined }]));
  const { kept, seen } = countRetention(frame, cohort);
  if (seen[4]! < FEWEST) return lack(frame, 'mem.retK', { reason: 'too_few_newcomers', n: seen[4]! });
  const parts = Object.fromEntries(seen.map((n, week) => [`week${week}`, n >= FEWEST ? kept[week]! / n : null]));
  return give(frame, 'mem.retK', {
    value: kept[4]! / seen[4]!,
    n: seen[4]!,
    ci95: wilsonInterval(kept[4]!, seen[4]!),
    parts,
  });
}

function countRetention(
  frame: Frame,
  cohort: readonly { person: number; from: number }[],
): { kept: number[]; seen: number[] } {
  const { all, now } = frame;
  const kept = Array.from({ length: RETENTION_WEEKS + 1 }, () => 0);
  const seen = [...kept];
  const fromOf = new Map(cohort.map(({ person, from }) => [person, from]));
  const weeksOf = new Map<number, Set<number>>(cohort.map(({ person }) => [person, new Set()]));
  for (let row = 0; row < all.count; row += 1) {
    const from = fromOf.get(all.author[row]!);
    if (from === undefined) continue;
    const week = Math.floor((all.at[row]! - from) / (7 * DAY));
    if (week >= 0 && week <= RETENTION_WEEKS) weeksOf.get(all.author[row]!)!.add(week);
  }
  for (const { person, from } of cohort) {
    for (let week = 0; week <= RETENTION_WEEKS; week += 1) {
      if (now - from < (week + 1) * 7 * DAY) continue;
      seen[week]! += 1;
      if (weeksOf.get(person)!.has(week)) kept[week]! += 1;
    }
  }
  return { kept, seen };
}

/** By month of the first message; a cohort too young for a week has no value there, not zero. */
function listCohorts(frame: Frame, spoke: readonly Arrival[]): Newcomers['cohorts'] {
  const byMonth = new Map<string, { person: number; from: number }[]>();
  for (const { person, first } of spoke) {
    const from = frame.all.at[first]!;
    const month = frame.calendar.dayName(frame.calendar.dayOf(from)).slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), { person, from }]);
  }
  const months = [...byMonth].sort(([one], [other]) => (one < other ? -1 : 1)).slice(-12);
  return months.map(([month, cohort]) => {
    const { kept, seen } = countRetention(frame, cohort);
    const retention = seen.map((n, week) => (n === cohort.length ? kept[week]! / n : null));
    return { month, size: cohort.length, retention };
  });
}

/** Time from the first to the last message; gone when silent for 28 days. */
function drawSurvival(frame: Frame, spoke: readonly Arrival[]): Curve | null {
  const durations = spoke.map(({ first, lastAt }) => (lastAt - frame.all.at[first]!) / DAY);
  const gone = spoke.map(({ lastAt }) => frame.now - lastAt >= RETURN_DAYS * DAY);
  const curve = kaplanMeier({ durations, events: gone });
  if (curve.times.length === 0) return null;
  const step = Math.max(1, Math.ceil(curve.times.length / 80));
  const shown = Array.from(curve.times, (_, at) => at).filter((at) => at % step === 0 || at === curve.times.length - 1);
  return {
    unit: 'days',
    x: [0, ...shown.map((at) => curve.times[at]!)],
    y: [1, ...shown.map((at) => curve.survival[at]!)],
    low: [1, ...shown.map((at) => curve.lower[at]!)],
    high: [1, ...shown.map((at) => curve.upper[at]!)],
    n: curve.n,
    events: curve.eventCount,
  };
}

/** The newcomers of the last 90 days as they are listed, newest first. */
export function listRecentArrivals(
  frame: Frame,
  arrivals: readonly Arrival[],
  nameRow: (row: number) => string,
): Newcomers['recent'] {
  const { all } = frame;
  const came = (one: Arrival): number => (one.first >= 0 ? all.at[one.first]! : one.joined!);
  const recent = arrivals.filter((one) => came(one) >= frame.since(90)).sort((one, other) => came(other) - came(one));
  return recent.slice(0, 60).map((one) => ({
    person: personId(one.person),
    firstAt: new Date(came(one)).toISOString(),
    message: one.first >= 0 ? nameRow(one.first) : null,
    repliedMinutes: one.reply >= 0 ? (all.at[one.reply]! - all.at[one.first]!) / 60_000 : null,
    returned: one.returned,
    messages: one.messages,
  }));
}
