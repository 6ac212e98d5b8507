/**
 * How heated the last ten minutes of a talk are (metrics.md §5.4): two people who alternate, both angry, to each other, faster than the
 * group is used to. Weights are written by hand and provisional; nobody has calibrated them, so the heat is no probability.
 */
import { logistic } from '../stats/regression.ts';
import { angryFrom, type Temper } from './temper.ts';

/** A message with how it sounds. */
export interface Felt extends Temper {
  by: string;
  /** Milliseconds. */
  at: number;
}

/** What a window shows of the two who are hottest on each other. */
export interface Heat {
  /** 0 to 1; from `alarmHeat` on somebody should look. */
  heat: number;
  /** The two; null when there is no quarrel to speak of. */
  people: [string, string] | null;
  /** Angry messages of the two in the window, and all of theirs. */
  angry: number;
  messages: number;
  /** Places in the window of the first and the last message of theirs since the first angry one. */
  from: number;
  to: number;
  parts: {
    offence: number;
    alternations: number;
    disagreement: number;
    rate: number;
    direct: number;
    bystanders: number;
  };
}

/** Weights of the heat, by hand. `friendly` is subtracted for the share of laughing and yielding messages. */
export const quarrelWeights = {
  base: -4.6,
  offence: 6,
  alternation: 1.8,
  disagreement: 0.8,
  rate: 0.3,
  direct: 2,
  bystanders: 0.6,
  friendly: 3.5,
} as const;

/** The length of the window in milliseconds. */
export const heatWindow = 10 * 60_000;
/** From this heat on somebody should look. */
export const alarmHeat = 0.5;
/** Fewer angry messages than these are a sharp word, not a quarrel. */
const fewestAngry = 4;
/** Fewer turns than these are no exchange. */
const fewestTurns = 3;
/** Only the angriest are paired: this bounds the work in a crowd. */
const mostPeople = 6;
const fullAlternation = 7;
const mostRate = Math.log(6);

const calm: Heat = {
  heat: 0,
  people: null,
  angry: 0,
  messages: 0,
  from: 0,
  to: 0,
  parts: { offence: 0, alternations: 0, disagreement: 0, rate: 1, direct: 0, bystanders: 0 },
};

/**
 * The heat of the ten minutes before the last message. `talk` is in the order of time; `usual` is how many messages ten minutes with
 * talk have in this group, null when nobody knows: then the rate says nothing.
 */
export function measureWindow(talk: readonly Felt[], usual: number | null): Heat {
  const until = talk.at(-1)?.at ?? 0;
  const begin = talk.findIndex(({ at }) => at > until - heatWindow);
  if (begin < 0) return calm;
  const window = talk.slice(begin);
  const rate = usual ? window.length / usual : 1;
  let hottest = calm;
  for (const [one, other] of pairsOf(window)) {
    const heat = weighPair(window, [one, other], rate);
    if (heat && heat.heat > hottest.heat) hottest = { ...heat, from: heat.from + begin, to: heat.to + begin };
  }
  return hottest;
}

function pairsOf(window: readonly Felt[]): [string, string][] {
  const anger = new Map<string, number>();
  for (const { by, anger: much } of window) if (much >= angryFrom) anger.set(by, (anger.get(by) ?? 0) + much);
  const angriest = [...anger].sort(([, one], [, other]) => other - one).slice(0, mostPeople);
  return angriest.flatMap(([one], at) => angriest.slice(at + 1).map(([other]): [string, string] => [one, other]));
}

function weighPair(window: readonly Felt[], [one, other]: [string, string], rate: number): Heat | null {
  const from = window.findIndex(({ by, anger }) => anger >= angryFrom && (by === one || by === other));
  const rest = window.slice(from);
  const theirs = rest.filter(({ by }) => by === one || by === other);
  const angry = theirs.filter(({ anger }) => anger >= angryFrom);
  if (angry.length < fewestAngry) return null;
  const mean = (of: (felt: Felt) => number, some: readonly Felt[] = theirs) =>
    some.reduce((sum, felt) => sum + of(felt), 0) / Math.max(1, some.length);
  const angerOf = (who: string) =>
    mean(
      ({ anger }) => anger,
      theirs.filter(({ by }) => by === who),
    );
  // The geometric mean: one who rages and one who stays polite are a complaint, not a quarrel.
  const offence = Math.sqrt(angerOf(one) * angerOf(other));
  const alternations = theirs.filter(({ by }, at) => at > 0 && by !== theirs[at - 1]!.by).length;
  if (alternations < fewestTurns) return null;
  const disagreement = mean((felt) => felt.disagreement);
  const directOf = (who: string) =>
    mean(
      ({ isDirect }) => (isDirect ? 1 : 0),
      theirs.filter(({ by }) => by === who),
    );
  const direct = Math.sqrt(directOf(one) * directOf(other));
  const bystanders = new Set(
    rest
      .filter(({ by, makesPeace, anger }) => by !== one && by !== other && (makesPeace || anger >= angryFrom))
      .map(({ by }) => by),
  ).size;
  const friendly = mean(({ isFriendly, yields }) => (isFriendly || yields ? 1 : 0));
  const w = quarrelWeights;
  const z =
    w.base +
    w.offence * offence +
    w.alternation * Math.min(1.5, alternations / fullAlternation) +
    w.disagreement * disagreement +
    w.rate * Math.min(mostRate, Math.max(0, Math.log(rate))) +
    w.direct * direct +
    w.bystanders * Math.min(2, bystanders) -
    w.friendly * friendly;
  return {
    heat: logistic(z),
    people: [one, other],
    angry: angry.length,
    messages: theirs.length,
    from,
    to: from + rest.lastIndexOf(theirs.at(-1)!),
    parts: { offence, alternations, disagreement, rate, direct, bystanders },
  };
}

/** How many messages ten minutes with talk usually have, by what was said before the window; null when that is too little. */
export function usualPace(times: readonly number[], until: number): number | null {
  const slots = new Map<number, number>();
  for (const at of times) {
    if (at > until - heatWindow) continue;
    const slot = Math.floor(at / heatWindow);
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
  }
  if (slots.size < 6) return null;
  return [...slots.values()].reduce((sum, count) => sum + count, 0) / slots.size;
}
