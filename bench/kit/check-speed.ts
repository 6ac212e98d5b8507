/** How many messages are checked in a second with a hundred thousand terms, and what the terms cost in memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openTerms, rateAd, type TermFinder } from '../../lib/text/index.ts';
import { openGrammar, seedRandom, type Random } from './ad-writer.ts';

/** Speed and memory of the full check of one message. */
export interface CheckSpeed {
  terms: number;
  perSecond: number;
  microsecondsEach: number;
  termsOnlyMicroseconds: number;
  openSeconds: number;
  memoryMb: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const characters = 40;

/** Texts of forty characters: ordinary talk, and one advertisement in twenty. */
export function writeMessages(count: number, seed = 7): string[] {
  const [talk, ads, random] = [openGrammar('talk'), openGrammar('ads'), seedRandom(seed)];
  return Array.from({ length: count }, (_, at) => {
    let text = at % 20 === 0 ? ads(random) : talk(random);
    while (text.length < characters) text += `，${talk(random)}`;
    return text.slice(0, characters);
  });
}

/** Distinct made-up terms of two to five common characters. */
export function writeTerms(count: number, seed = 8): string[] {
  const random = seedRandom(seed);
  const terms = new Set<string>();
  while (terms.size < count) terms.add(writeTerm(random));
  return [...terms];
}

/** Measures on one core. */
export function measureChecks(terms: readonly string[], messages: readonly string[]): CheckSpeed {
  collect();
  const before = memory();
  const begun = process.cpuUsage().user;
  const finder = openTerms(terms.map((text) => ({ text, wholeWord: true })));
  const openSeconds = (process.cpuUsage().user - begun) / 1e6;
  collect();
  const memoryMb = Math.round((memory() - before) / 1e5) / 10;
  const whole = time(messages, (text) => check(finder, text));
  const termsOnly = time(messages, (text) => finder.find(text));
  return {
    terms: terms.length,
    perSecond: Math.round(1e6 / whole),
    microsecondsEach: Math.round(whole * 10) / 10,
    termsOnlyMicroseconds: Math.round(termsOnly * 10) / 10,
    openSeconds: Math.round(openSeconds * 100) / 100,
    memoryMb,
  };
}

/** The whole check of a message: terms, disguised or not, and likeness to advertisements. */
function check(finder: TermFinder, text: string): number {
  return finder.find(text).length + rateAd(text);
}

/** Processor time for one, the best of three rounds. */
function time(messages: readonly string[], look: (text: string) => unknown): number {
  for (const text of messages.slice(0, 3000)) look(text);
  const rounds = Array.from({ length: 3 }, () => {
    const begun = process.cpuUsage().user;
    for (const text of messages) look(text);
    return (process.cpuUsage().user - begun) / messages.length;
  });
  return Math.min(...rounds);
}

function writeTerm(random: Random): string {
  const length = 2 + Math.floor(random() * 4);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 6000))).join('');
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
