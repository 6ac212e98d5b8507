/**
 * Computes the atoms of templates.ts from the talk: once for the new message, then for each candidate parent, walking from
 * the newest to older ones so that "how often has she spoken since" is counted on the way.
 */
import type { Overlap } from './overlap.ts';
import { namedHow } from './names.ts';
import { cue } from './reading.ts';
import { namedMost, talkMask, talkSize } from './talk.ts';
import type { Talk } from './talk.ts';
import { atomNames, atomNumber as A } from './templates.ts';

/** How far back candidates are looked for one by one, and how many of the nearest are taken whoever they are from. */
export const reach = 48;
const near = 12;

const distanceClass = makeClasses([1, 2, 3, 4, 5, 7, 10, 15, 22, 32, 64]);
const rankClass = makeClasses([0, 1, 2, 3, 5, 8]);
const ageClass = makeClasses([0, 1, 2, 4, 9, 19, 59]);
const historyClass = makeClasses([1, 3, 10, 60]);
const sizeClass = makeClasses([1, 3, 7, 15]);
const paceClass = makeClasses([2, 6, 20]);
const pauseClass = makeClasses([0, 1, 4, 14]);

/** The atoms of one decision after the other. */
export class Atoms {
  /** The values, by number of the atom. */
  readonly values = new Int32Array(atomNames.length);
  readonly #talk: Talk;
  readonly #overlap: Overlap;
  readonly #spokenSince: Int32Array;
  readonly #stamp: Int32Array;
  #speakers = 0;
  #number = 0;
  #place = 0;
  #author = -1;
  #now = 0;
  #ownRoot = -1;
  /** Whom the speaker named and answered last. */
  #partner = -1;
  #answered = -1;

  constructor(talk: Talk, overlap: Overlap) {
    this.#talk = talk;
    this.#overlap = overlap;
    this.#spokenSince = new Int32Array(talk.input.names.length);
    this.#stamp = new Int32Array(talk.input.names.length).fill(-1);
  }

  /** Computes the atoms about the opened message. */
  begin(): void {
    const talk = this.#talk;
    const values = this.values;
    const number = (this.#number = talk.number);
    const place = (this.#place = number & talkMask);
    const author = (this.#author = talk.author[place]!);
    const now = (this.#now = talk.at[place]!);
    const last = author >= 0 ? talk.lastSpoke[author]! : -1;
    this.#speakers = 0;
    this.#partner = author >= 0 ? talk.lastNamed[author]! : -1;
    this.#answered = author >= 0 ? talk.lastAnswered[author]! : -1;
    this.#ownRoot = last >= 0 && last > number - talkSize ? talk.root[last & talkMask]! : -1;
    values[A.addressed] = this.#classifyAddress();
    values[A.history] = last < 0 ? 0 : 1 + classOf(minutes(now - talk.lastSpokeAt[author]!), historyClass);
    values[A.called] = this.#classifyCall(last);
    values[A.cue] = classifyCue(talk.cues[place]!);
    values[A.size] = classOf(talk.length[place]!, sizeClass);
    const earlier = Math.max(0, number - 20);
    values[A.pace] = number < 1 ? 3 : classOf(minutes(now - talk.at[earlier & talkMask]!), paceClass);
    values[A.pause] = number < 1 ? 4 : classOf(minutes(now - talk.at[(number - 1) & talkMask]!), pauseClass);
    values[A.crowd] = talk.crowd;
    values[A.habit] = talk.habit;
    let best = 0;
    const { shared } = this.#overlap;
    for (let at = Math.max(0, number - reach); at < number; at++) best = Math.max(best, shared[at & talkMask]!);
    values[A.bestShared] = best < 2 ? 0 : best < 5 ? 1 : best < 9 ? 2 : 3;
    values[A.recent] =
      number < 1 ? 0 : talk.author[(number - 1) & talkMask] === author ? 1 : last >= 0 && last >= number - 8 ? 2 : 3;
  }

  /** Computes the atoms about a candidate; nearer candidates must have been computed before, up to `reach`. */
  compare(candidate: number): void {
    const talk = this.#talk;
    const values = this.values;
    const place = candidate & talkMask;
    const author = talk.author[place]!;
    const own = this.#author;
    const same = author === own ? 1 : 0;
    values[A.distance] = classOf(this.#number - candidate, distanceClass);
    values[A.age] = classOf(minutes(this.#now - talk.at[place]!), ageClass);
    values[A.rank] = classOf(this.#speakers, rankClass);
    values[A.same] = same;
    const how = author >= 0 ? talk.namesAt(this.#place, author) : 0;
    values[A.target] = how > 0 ? how + 1 : values[A.addressed]! > 0 ? 1 : 0;
    const back = own >= 0 ? talk.namesAt(place, own) : 0;
    values[A.back] = back > 0 ? back + 1 : talk.namedCount[place]! > 0 ? 1 : 0;
    values[A.later] = this.#countSince(author);
    values[A.since] = this.#countSince(own);
    const known = author >= 0 && own >= 0;
    values[A.partner] = known ? flag(talk.lastNamed[own] === author) + 2 * flag(talk.lastNamed[author] === own) : 0;
    values[A.dialog] = known
      ? flag(talk.lastAnswered[own] === author) + 2 * flag(talk.lastAnswered[author] === own)
      : 0;
    values[A.answered] = talk.answered[place]!;
    const answers = talk.answers[place]!;
    values[A.turn] = answers < 0 ? 0 : answers === author ? 1 : answers === own ? 2 : 3;
    values[A.thread] = this.#ownRoot < 0 ? 0 : this.#ownRoot === talk.root[place] ? 1 : 2;
    values[A.threadEnd] = flag(talk.isThreadEnd(candidate));
    const shared = this.#overlap.shared[place]!;
    values[A.shared] = shared <= 0 ? 0 : shared < 3 ? 1 : shared < 6 ? 2 : shared < 10 ? 3 : 4;
    values[A.kind] = classifyCue(talk.cues[place]!);
    values[A.length] = classOf(talk.length[place]!, sizeClass);
    values[A.common] = this.#classifyCommon(place);
    values[A.lastCall] = known ? flag(talk.calledIn[own] === candidate) : 0;
    values[A.next] = flag(candidate + 1 < this.#number && talk.author[(candidate + 1) & talkMask] === author);
    values[A.before] = flag(candidate > 0 && talk.author[(candidate - 1) & talkMask] === author);
    values[A.newcomer] = talk.newcomer[place]!;
  }

  /** Whether a candidate is worth comparing: it is near, or its author and the speaker have to do with each other. */
  isWorthwhile(candidate: number): boolean {
    if (this.#number - candidate <= near) return true;
    const talk = this.#talk;
    const own = this.#author;
    const place = candidate & talkMask;
    const author = talk.author[place]!;
    if (author < 0 || own < 0) return false;
    if (author === own || author === this.#partner || author === this.#answered) return true;
    if (talk.lastNamed[author] === own || talk.lastAnswered[author] === own) return true;
    if (talk.namedCount[this.#place]! > 0 && talk.namesAt(this.#place, author) > 0) return true;
    return talk.namedCount[place]! > 0 && talk.namesAt(place, own) > 0;
  }

  /** Notes that the candidate has been passed on the way to older ones. */
  pass(candidate: number): void {
    const author = this.#talk.author[candidate & talkMask]!;
    if (author < 0) return;
    if (this.#stamp[author] === this.#number) {
      this.#spokenSince[author]!++;
      return;
    }
    this.#stamp[author] = this.#number;
    this.#spokenSince[author] = 1;
    this.#speakers++;
  }

  #countSince(author: number): number {
    if (author < 0 || this.#stamp[author] !== this.#number) return 0;
    const count = this.#spokenSince[author]!;
    return count > 3 ? 3 : count;
  }

  #classifyAddress(): number {
    const { named, lastSpoke } = this.#talk;
    let address = 0;
    for (let at = 0; at < named.count; at++) {
      const who = named.who[at]!;
      if (who === this.#author) continue;
      const there = lastSpoke[who]! >= 0 && lastSpoke[who]! > this.#number - talkSize;
      address = Math.max(address, !there ? 1 : named.how[at] === namedHow.addressed ? 3 : 2);
    }
    return address;
  }

  #classifyCall(last: number): number {
    const talk = this.#talk;
    const call = this.#author >= 0 ? talk.calledIn[this.#author]! : -1;
    if (call < 0 || call <= this.#number - talkSize) return 0;
    const age = minutes(this.#now - talk.at[call & talkMask]!);
    return call < last ? 1 : age <= 3 ? 3 : age <= 15 ? 2 : 1;
  }

  /** Whether the candidate names, or answers, somebody whom the new message names. */
  #classifyCommon(place: number): number {
    const talk = this.#talk;
    const first = this.#place * namedMost;
    for (let at = 0; at < talk.namedCount[this.#place]!; at++) {
      const who = talk.namedWho[first + at]!;
      if (talk.namesAt(place, who) > 0) return 2;
      if (talk.answers[place] === who) return 1;
    }
    return 0;
  }
}

function classifyCue(cues: number): number {
  if ((cues & cue.command) !== 0) return 6;
  if ((cues & cue.questionMark) !== 0) return 1;
  if ((cues & cue.thanks) !== 0) return 4;
  if ((cues & cue.greeting) !== 0) return 3;
  if ((cues & cue.questionWord) !== 0) return 2;
  return (cues & cue.acknowledgement) !== 0 ? 5 : 0;
}

/** A table of classes for whole numbers: class k ends with `limits[k]`; the last entry stands for everything above. */
function makeClasses(limits: readonly number[]): Uint8Array {
  const classes = new Uint8Array(limits.at(-1)! + 2);
  let at = 0;
  for (let value = 0; value < classes.length; value++) {
    if (at < limits.length && value > limits[at]!) at++;
    classes[value] = at;
  }
  return classes;
}

function classOf(value: number, classes: Uint8Array): number {
  return classes[value < 0 ? 0 : value < classes.length ? value : classes.length - 1]!;
}

function minutes(ms: number): number {
  return Math.round(ms / 60_000);
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
