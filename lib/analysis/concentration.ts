/** On how few people the talk rests: Gini, top tenth, absence factor, dependence on one person, 2-7-1 (metrics.md §2.6, §3). */
import { absenceFactor, gini, rankBands, topShare } from '../stats/concentration.ts';
import { DAY } from './calendar.ts';
import type { Frame } from './frame.ts';
import { give, giveOr, lack } from './results.ts';
import type { Results } from './results.ts';
import { keepPositive, personId, rankPeople, tallyPeople } from './tally.ts';

/** Who carries how much; one entry per person. */
export interface Concentration {
  results: Results;
  /** Share of the value of the last 28 days. */
  valueShare: Float64Array;
  /** The same, with the replies that each person's messages drew. */
  dependence: Float64Array;
  /** 0 top, 1 middle, 2 bottom, 255 not ranked. */
  bands: Uint8Array;
}

const FEWEST_ACTIVE = 5;
/** An absence as long as this lets us see how the talk goes on without somebody. */
const ABSENCE_DAYS = 5;

/** All `con.*` and `seg.271`. */
export function measureConcentration(frame: Frame): Concentration {
  const { recent, values } = frame;
  const month = frame.rowFrom(28);
  const messages = tallyPeople(recent, month);
  const spoken = keepPositive(messages);
  const n = recent.count - month;
  const valueShare = shareOf(tallyPeople(recent, month, values.value));
  const dependence = measureDependence(frame, month);
  const bands = new Uint8Array(recent.people.length).fill(255);
  return {
    results: {
      'con.gini': giveOr(frame, 'con.gini', {
        value: spoken.length < FEWEST_ACTIVE ? null : gini(spoken),
        n: spoken.length,
        parts: { all: gini(messages.filter((_, person) => !recent.people[person]!.bot)) },
        reason: 'too_few_people',
      }),
      'con.top10': giveOr(frame, 'con.top10', { value: topShare(spoken), n, reason: 'too_few_messages' }),
      'con.bus': measureBus(frame),
      'con.kolDep': giveDependence(frame, dependence, n),
      'seg.271': drawBands(frame, { valueShare, bands }),
    },
    valueShare,
    dependence,
    bands,
  };
}

function shareOf(sums: Float64Array): Float64Array {
  const total = sums.reduce((sum, one) => sum + one, 0);
  return total > 0 ? sums.map((one) => one / total) : sums;
}

function measureBus(frame: Frame): Results['con.bus'] {
  const worth = keepPositive(tallyPeople(frame.recent, 0, frame.values.value));
  const byCount = absenceFactor(keepPositive(tallyPeople(frame.recent, 0)));
  return giveOr(frame, 'con.bus', {
    value: absenceFactor(worth),
    n: worth.length,
    parts: { byMessages: byCount },
    reason: 'too_few_messages',
  });
}

/** Own value and that of others' direct replies, over all value; shares of different people overlap. */
function measureDependence({ recent, values, links }: Frame, month: number): Float64Array {
  const sums = tallyPeople(recent, month, values.value);
  const total = sums.reduce((sum, one) => sum + one, 0);
  for (let row = month; row < recent.count; row += 1) {
    const parent = links.parent[row]!;
    const author = parent >= 0 ? recent.author[parent]! : -1;
    if (author >= 0 && author !== recent.author[row]) sums[author]! += values.value[row]! * links.p[row]!;
  }
  return total > 0 ? sums.map((one) => one / total) : sums;
}

function giveDependence(frame: Frame, dependence: Float64Array, n: number): Results['con.kolDep'] {
  const [first] = rankPeople(dependence, 1);
  if (first === undefined) return lack(frame, 'con.kolDep', { reason: 'too_few_messages', n });
  return give(frame, 'con.kolDep', {
    value: Math.min(1, dependence[first]!),
    n,
    parts: { person: personId(first), ...measureAbsence(frame, first) },
    estimated: !frame.links.trusted,
  });
}

/** How much the others say per day while somebody is away for five days or more, against their other days. */
function measureAbsence(frame: Frame, person: number): { absentDays: number; talkWhenAbsent: number | null } {
  const { recent, calendar, endDay } = frame;
  const begin = calendar.dayOf(recent.at[0]!);
  const others = new Float64Array(endDay - begin);
  const there = new Uint8Array(endDay - begin);
  for (let row = 0; row < recent.count; row += 1) {
    const day = Math.min(others.length - 1, calendar.dayOf(recent.at[row]!) - begin);
    if (recent.author[row] === person) there[day] = 1;
    else others[day]! += 1;
  }
  let absentDays = 0;
  let absentTalk = 0;
  let otherTalk = 0;
  for (let day = 0; day < there.length;) {
    let next = day;
    while (next < there.length && there[next] === 0) next += 1;
    const away = next - day >= ABSENCE_DAYS;
    for (let at = day; at < Math.max(next, day + 1); at += 1) {
      if (away) absentTalk += others[at]!;
      else otherTalk += others[at]!;
    }
    if (away) absentDays += next - day;
    day = Math.max(next, day + 1);
  }
  const presentDays = there.length - absentDays;
  const usual = presentDays > 0 ? otherTalk / presentDays : 0;
  const talkWhenAbsent = absentDays > 0 && usual > 0 ? absentTalk / absentDays / usual : null;
  return { absentDays, talkWhenAbsent };
}

/** 2-7-1 among those who spoke; never drawn over people who said nothing (§2.6). */
function drawBands(
  frame: Frame,
  { valueShare, bands }: { valueShare: Float64Array; bands: Uint8Array },
): Results['seg.271'] {
  const firstAt = new Float64Array(frame.all.people.length).fill(Number.POSITIVE_INFINITY);
  for (let row = frame.all.count - 1; row >= 0; row -= 1) firstAt[frame.all.author[row]!] = frame.all.at[row]!;
  const long = frame.since(0) - 28 * DAY;
  const ranked = rankPeople(valueShare).filter((person) => firstAt[person]! <= long + DAY);
  if (ranked.length < 10) return lack(frame, 'seg.271', { reason: 'too_few_people', n: ranked.length });
  const drawn = rankBands(ranked.map((person) => valueShare[person]!));
  const shares = [0, 0, 0];
  const sizes = [0, 0, 0];
  for (const [at, person] of ranked.entries()) {
    bands[person] = drawn[at]!;
    shares[drawn[at]!]! += valueShare[person]!;
    sizes[drawn[at]!]! += 1;
  }
  const total = shares[0]! + shares[1]! + shares[2]!;
  return give(frame, 'seg.271', {
    value: shares[0]! / total,
    n: ranked.length,
    parts: {
      topShare: shares[0]! / total,
      middleShare: shares[1]! / total,
      bottomShare: shares[2]! / total,
      top: sizes[0]!,
      middle: sizes[1]!,
      bottom: sizes[2]!,
    },
  });
}
