/**
 * The recent past of a talk as the linkers see it: a ring of the last messages and what is known about each speaker.
 * Messages have running numbers here (system rows are left out), so that distances count what people said.
 */
import { Crowd, crowdClasses } from './crowd.ts';
import type { LinkInput } from './links.ts';
import { addNamed, makeNamed, NameFinder, namedHow } from './names.ts';
import { makeReading, readInto } from './reading.ts';

/** How many messages back anything is remembered. */
export const talkSize = 256;
export const talkMask = talkSize - 1;
/** How many named people are remembered for each message. */
export const namedMost = 3;
/** How many kinds of talk `Talk.kind` tells apart. */
export const talkKinds = 3 * crowdClasses;
const namingSpan = 100;
const threadSlots = 4096;
const threadMask = threadSlots - 1;

/** The window over one talk. */
export class Talk {
  readonly input: LinkInput;
  /** Running number of the message that was opened last; -1 before the first. */
  number = -1;

  // By place in the ring (`number & talkMask`).
  readonly message = new Int32Array(talkSize);
  readonly at = new Float64Array(talkSize);
  readonly author = new Int32Array(talkSize).fill(-1);
  readonly cues = new Uint8Array(talkSize);
  readonly length = new Uint16Array(talkSize);
  /** 1 where it was the first message of its author. */
  readonly newcomer = new Uint8Array(talkSize);
  readonly namedCount = new Uint8Array(talkSize);
  readonly namedWho = new Int32Array(talkSize * namedMost);
  readonly namedHow = new Uint8Array(talkSize * namedMost);
  /** Running number of the parent; the own number where a conversation starts. */
  readonly parent = new Int32Array(talkSize);
  /** Author of the parent, or -1. */
  readonly answers = new Int32Array(talkSize);
  readonly root = new Int32Array(talkSize);
  /** 1: answered by its own author, 2: by somebody else. */
  readonly answered = new Uint8Array(talkSize);
  /** By the root's place: the newest message of the thread and how many people spoke in it. */
  readonly threadLast = new Int32Array(threadSlots);

  /** Class of the number of people who talk now. */
  crowd = 0;
  /** Share of messages that name somebody, over the last hundred messages or so. */
  naming = 0.1;

  // By author.
  readonly lastSpoke: Int32Array;
  readonly spoken: Int32Array;
  readonly lastSpokeAt: Float64Array;
  /** Whom the author answered or named last, and when they were named last themselves. */
  readonly lastAnswered: Int32Array;
  readonly lastNamed: Int32Array;
  readonly calledIn: Int32Array;

  /** What was read out of the opened message. */
  readonly reading = makeReading();
  readonly named = makeNamed();
  readonly #finder: NameFinder;
  readonly #crowd: Crowd;

  constructor(input: LinkInput) {
    const people = input.names.length;
    this.input = input;
    this.lastSpoke = new Int32Array(people).fill(-1);
    this.spoken = new Int32Array(people);
    this.lastSpokeAt = new Float64Array(people);
    this.lastAnswered = new Int32Array(people).fill(-1);
    this.lastNamed = new Int32Array(people).fill(-1);
    this.calledIn = new Int32Array(people).fill(-1);
    this.#crowd = new Crowd(input);
    this.#finder = new NameFinder(input.names, this.lastSpoke);
  }

  /** Reads the next message; its place in the ring is returned. Everything about its author is still as before it. */
  open(message: number): number {
    const { input, reading, named } = this;
    const number = ++this.number;
    const place = number & talkMask;
    const author = input.author[message]!;
    const text = input.text(message);
    readInto(text, reading);
    named.count = 0;
    for (const who of input.mentions(message)) if (who >= 0) addNamed(named, who, namedHow.addressed);
    this.#finder.find(text, named);
    this.crowd = this.#crowd.add(message);
    this.message[place] = message;
    this.at[place] = input.at[message]!;
    this.author[place] = author;
    this.cues[place] = reading.cues;
    this.length[place] = reading.length;
    this.answered[place] = 0;
    this.newcomer[place] = author >= 0 && this.spoken[author] === 0 ? 1 : 0;
    const count = Math.min(named.count, namedMost);
    this.namedCount[place] = count;
    for (let at = 0; at < count; at++) {
      this.namedWho[place * namedMost + at] = named.who[at]!;
      this.namedHow[place * namedMost + at] = named.how[at]!;
    }
    return place;
  }

  /** Records the decision about the opened message: the running number of its parent, or its own. */
  close(parent: number): void {
    const { number } = this;
    const place = number & talkMask;
    const author = this.author[place]!;
    const known = parent !== number && parent > number - talkSize;
    const parentPlace = parent & talkMask;
    const root = known ? this.root[parentPlace]! : number;
    this.parent[place] = known ? parent : number;
    this.root[place] = root;
    this.threadLast[root & threadMask] = number;
    this.naming += ((this.namedCount[place]! > 0 ? 1 : 0) - this.naming) / namingSpan;
    const parentAuthor = known ? this.author[parentPlace]! : -1;
    this.answers[place] = parentAuthor;
    if (known) this.answered[parentPlace]! |= parentAuthor === author ? 1 : 2;
    if (author < 0) return;
    if (parentAuthor >= 0 && parentAuthor !== author) this.lastAnswered[author] = parentAuthor;
    for (let at = 0; at < this.namedCount[place]!; at++) {
      const who = this.namedWho[place * namedMost + at]!;
      this.lastNamed[author] = who;
      if (who !== author) this.calledIn[who] = number;
    }
    this.lastSpoke[author] = number;
    this.lastSpokeAt[author] = this.at[place]!;
    this.spoken[author]!++;
  }

  /** How usual it is here to name somebody: 0 hardly ever, 1 sometimes, 2 often. */
  get habit(): number {
    return this.naming < 0.04 ? 0 : this.naming < 0.2 ? 1 : 2;
  }

  /** The kind of talk this is at the moment: habit and crowd together, below `talkKinds`. */
  get kind(): number {
    return this.habit * crowdClasses + this.crowd;
  }

  /** Running number of a message that is still in the window, or -1. */
  findNumber(message: number): number {
    let low = Math.max(0, this.number - talkMask);
    let high = this.number;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = this.message[middle & talkMask]!;
      if (there === message) return middle;
      if (there < message) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** How the message at a place names a person: 0, or a value of `namedHow`. */
  namesAt(place: number, who: number): number {
    for (let at = 0; at < this.namedCount[place]!; at++)
      if (this.namedWho[place * namedMost + at] === who) return this.namedHow[place * namedMost + at]!;
    return 0;
  }

  /** Whether the message is the newest of its thread. */
  isThreadEnd(number: number): boolean {
    return this.threadLast[this.root[number & talkMask]! & threadMask] === number;
  }
}
