/** The messages worth most, and the advertising, as they are listed. */
import type { Advertiser } from './advertising.ts';
import type { AdFinding, ValuedMessage } from './diagnosis.ts';
import type { Frame } from './frame.ts';
import { hasTrait, TRAIT } from './reading.ts';
import { personId } from './tally.ts';

const VALUABLE = 12;
const ADVERTISERS = 10;

/** The most valuable messages of the last 28 days. */
export function listValuable(frame: Frame, cite: (row: number) => string): ValuedMessage[] {
  return rankValuable(frame, VALUABLE).map((row) => ({
    message: cite(row),
    value: frame.values.value[row]!,
    intrinsic: frame.values.intrinsic[row]!,
    response: frame.values.response[row]!,
    repliers: frame.values.repliers[row]!,
    provisional: true,
  }));
}

/** Rows with text by their value, best first. */
export function rankValuable({ recent, reading, values, rowFrom }: Frame, most: number): number[] {
  const best: number[] = [];
  for (let row = rowFrom(28); row < recent.count; row += 1) {
    if (reading.chars[row] === 0 || values.real[row] === 0 || hasTrait(reading, row, TRAIT.duplicate | TRAIT.question))
      continue;
    const last = best.at(-1);
    if (best.length >= most && last !== undefined && values.value[row]! <= values.value[last]!) continue;
    const place = best.findIndex((other) => values.value[other]! < values.value[row]!);
    best.splice(place < 0 ? best.length : place, 0, row);
    if (best.length > most) best.pop();
  }
  return best;
}

/** Who advertises, with the newest proofs; also those with too little proof for the label. */
export function listAds(advertisers: readonly Advertiser[], cite: (row: number) => string): AdFinding[] {
  return advertisers.slice(0, ADVERTISERS).map(({ person, ads, messages, repeated, rows }) => ({
    person: personId(person),
    ads,
    messages,
    repeated,
    evidence: rows.slice(-3).map(cite),
  }));
}
