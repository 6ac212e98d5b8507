/** Who advertises (metrics.md §2.4): independent signs joined by noisy-or, and at least two of them before anybody is named. */
import type { Frame } from './frame.ts';
import { countBits, hasTrait, TRAIT } from './reading.ts';
import { KIND_NUMBER } from './talk.ts';

/** The signs against one person over 56 days. */
export interface Advertiser {
  person: number;
  score: number;
  messages: number;
  ads: number;
  repeated: number;
  unanswered: number;
  contacts: number;
  isNew: boolean;
  signs: number;
  /** Rows of the recent talk. */
  rows: number[];
}

const FEWEST = 3;
const COMPARED = 30;
const NEAR = 3;
const LONG_ENOUGH = 10;
const NEW_DAYS = 14;
const CARD = KIND_NUMBER.get('contact');

interface Tally {
  messages: number;
  ads: number;
  repeated: number;
  answered: number;
  contacts: number;
  rows: number[];
  hashes: [number, number][];
}

/** People with any advertising, most suspicious first; `signs` ≥ 2 and a score ≥ .5 make a label. */
export function listAdvertisers(frame: Frame): Advertiser[] {
  const { recent, reading, values } = frame;
  const tallies = new Map<number, Tally>();
  for (let row = frame.rowFrom(56); row < recent.count; row += 1) {
    const person = recent.author[row]!;
    let tally = tallies.get(person);
    if (!tally)
      tallies.set(
        person,
        (tally = { messages: 0, ads: 0, repeated: 0, answered: 0, contacts: 0, rows: [], hashes: [] }),
      );
    tally.messages += 1;
    const isAd = hasTrait(reading, row, TRAIT.advertising);
    if (!isAd) continue;
    tally.ads += 1;
    if (notesRepeat(tally, reading.chars[row]!, [reading.hashLow[row]!, reading.hashHigh[row]!])) tally.repeated += 1;
    if (values.repliers[row]! > 0) tally.answered += 1;
    if (hasTrait(reading, row, TRAIT.contact) || reading.links[row]! > 0 || recent.kindOf[row] === CARD)
      tally.contacts += 1;
    tally.rows.push(row);
  }
  const firstAt = findFirst(frame);
  const suspects = [...tallies].filter(([, { ads }]) => ads > 0);
  return suspects
    .map(([person, tally]) => weighTally(frame, { person, tally, firstAt: firstAt[person]! }))
    .sort((one, other) => other.score - one.score || other.ads - one.ads);
}

function notesRepeat(tally: Tally, chars: number, [low, high]: [number, number]): boolean {
  if (chars < LONG_ENOUGH) return false;
  const repeated = tally.hashes.some((one) => countBits(one[0] ^ low) + countBits(one[1] ^ high) <= NEAR);
  tally.hashes.push([low, high]);
  if (tally.hashes.length > COMPARED) tally.hashes.shift();
  return repeated;
}

function findFirst({ all }: Frame): Float64Array {
  const firstAt = new Float64Array(all.people.length).fill(Number.NaN);
  for (let row = all.count - 1; row >= 0; row -= 1) firstAt[all.author[row]!] = all.at[row]!;
  return firstAt;
}

function weighTally(
  frame: Frame,
  { person, tally, firstAt }: { person: number; tally: Tally; firstAt: number },
): Advertiser {
  const { messages, ads, repeated, answered, contacts, rows } = tally;
  const isNew = firstAt >= frame.since(NEW_DAYS) && firstAt > frame.all.at[0]! + NEW_DAYS * 86_400_000;
  const signs = [
    { strength: 0.75 * (ads / messages), holds: ads >= 2 && ads / messages >= 0.3 },
    { strength: 0.6 * (contacts / ads), holds: contacts >= 2 },
    { strength: 0.6 * Math.min(1, (2 * repeated) / ads), holds: repeated >= 1 },
    { strength: 0.3 * (1 - answered / ads), holds: ads >= 3 && answered === 0 },
    { strength: isNew ? 0.2 : 0, holds: isNew },
  ];
  // Somebody whose talk is mostly no advertising is weighed down: an authorised offer now and then is no offence.
  const doubt = signs.reduce((product, { strength }) => product * (1 - strength), 1);
  const enough = messages >= FEWEST && ads >= 2;
  return {
    person,
    score: (1 - doubt) * Math.min(1, ads / messages / 0.3),
    messages,
    ads,
    repeated,
    unanswered: ads - answered,
    contacts,
    isNew,
    signs: enough ? signs.filter(({ holds }) => holds).length : 0,
    rows,
  };
}
