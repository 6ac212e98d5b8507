/**
 * What a message is worth (metrics.md §5.1): intrinsic worth by its form and words, response by who answered within a day, both kept
 * apart and shown together as V = .6·I + .4·percentile(R). No data to train on: the weights are hand-written and provisional.
 */
import { logistic } from '../stats/regression.ts';
import { DAY } from './calendar.ts';
import type { Links } from './links.ts';
import { hasTrait, TRAIT } from './reading.ts';
import type { Reading } from './reading.ts';
import { KIND_NUMBER, MESSAGE_KINDS } from './talk.ts';
import type { Talk } from './talk.ts';

/** One entry per row of the recent talk. */
export interface Values {
  intrinsic: Float32Array;
  response: Float32Array;
  repliers: Uint16Array;
  value: Float32Array;
  /** 1 for talk that counts as real (§5.2): no ad, no chain of 收到, no echo of a red packet. */
  real: Uint8Array;
}

/** Hand-written weights of the intrinsic worth, on the scale of a logistic. */
export const INTRINSIC_WEIGHTS = {
  base: -4.2,
  length: 0.75,
  rarity: 0.08,
  novelty: 0.8,
  digits: 0.3,
  question: 0.3,
  link: 0.5,
  media: 0.6,
  acknowledgement: -3,
  greeting: -1.5,
  duplicate: -2.5,
  advertising: -1.5,
} as const;

/** From this intrinsic worth on a message is informative (干货). */
export const INFORMATIVE = 0.5;

/** Worth of messages without text, by kind. */
const WORDLESS = new Map(
  Object.entries({
    image: 0.2,
    video: 0.25,
    voice: 0.35,
    audio: 0.3,
    file: 0.5,
    link: 0.4,
    forward: 0.3,
    share: 0.35,
    poll: 0.5,
  }).map(([kind, worth]) => [KIND_NUMBER.get(kind) ?? -1, worth]),
);
const WORDLESS_OTHER = 0.05;
const MEDIA = new Set(
  ['image', 'video', 'file', 'link', 'share', 'poll'].map((kind) =>
    KIND_NUMBER.get(kind as (typeof MESSAGE_KINDS)[number]),
  ),
);

/** Values all messages of a talk. */
export function valueTalk(talk: Talk, reading: Reading, links: Links): Values {
  const intrinsic = new Float32Array(talk.count);
  const real = new Uint8Array(talk.count);
  for (let row = 0; row < talk.count; row += 1) {
    intrinsic[row] = weighMessage(talk, reading, row);
    const unreal = TRAIT.advertising | TRAIT.chain | TRAIT.echo;
    real[row] = hasTrait(reading, row, unreal) ? 0 : 1;
  }
  const repliers = countRepliers(talk, links);
  const response = new Float32Array(talk.count);
  for (let row = 0; row < talk.count; row += 1) {
    response[row] = Math.log1p(repliers[row]!) + 0.5 * Math.log1p(talk.reactions[row]!);
  }
  const percentile = rankResponses(response);
  const value = new Float32Array(talk.count);
  for (let row = 0; row < talk.count; row += 1) {
    value[row] = 0.6 * intrinsic[row]! + 0.4 * percentile.get(response[row]!)!;
  }
  return { intrinsic, response, repliers, value, real };
}

function weighMessage(talk: Talk, reading: Reading, row: number): number {
  const chars = reading.chars[row]!;
  const kind = talk.kindOf[row]!;
  if (chars === 0) return WORDLESS.get(kind) ?? WORDLESS_OTHER;
  const w = INTRINSIC_WEIGHTS;
  let z =
    w.base +
    w.length * Math.log1p(chars) +
    w.rarity * Math.min(reading.rarity[row]!, 40) +
    w.novelty * reading.novelty[row]!;
  if (hasTrait(reading, row, TRAIT.digits)) z += w.digits;
  if (hasTrait(reading, row, TRAIT.question)) z += w.question;
  if (reading.links[row]! > 0) z += w.link;
  if (MEDIA.has(kind)) z += w.media;
  if (hasTrait(reading, row, TRAIT.acknowledgement)) z += w.acknowledgement;
  if (hasTrait(reading, row, TRAIT.greeting)) z += w.greeting;
  if (hasTrait(reading, row, TRAIT.duplicate)) z += w.duplicate;
  if (hasTrait(reading, row, TRAIT.advertising)) z += w.advertising;
  return logistic(z);
}

/** Different people, not the author, who answered a message or its turn within 24 hours. */
function countRepliers(talk: Talk, { childFrom, childList }: Links): Uint16Array {
  const repliers = new Uint16Array(talk.count);
  const seenFor = new Int32Array(talk.people.length).fill(-1);
  for (let row = 0; row < talk.count; row += 1) {
    for (let at = childFrom[row]!; at < childFrom[row + 1]!; at += 1) {
      const child = childList[at]!;
      const author = talk.author[child]!;
      if (author === talk.author[row] || seenFor[author] === row || talk.at[child]! - talk.at[row]! > DAY) continue;
      seenFor[author] = row;
      repliers[row]! += 1;
    }
  }
  return repliers;
}

/** The percentile of each response, ties in the middle; responses take few different values, so that nothing is sorted by row. */
function rankResponses(response: Float32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of response) counts.set(one, (counts.get(one) ?? 0) + 1);
  const percentile = new Map<number, number>();
  let below = 0;
  for (const [one, count] of [...counts].sort(([left], [right]) => left - right)) {
    percentile.set(one, (below + count / 2) / response.length);
    below += count;
  }
  return percentile;
}
