/** How many messages are checked in a second with a hundred thousand terms, and what the terms cost in memory. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openTerms } from '../../lib/text/index.ts';
import { createRepeatMemory } from '../../server/rules/checks/repeats.ts';
import { findEvidence } from '../../server/rules/judge.ts';
import { shippedModel } from '../../server/rules/learner.ts';
import { decide } from '../../server/rules/verdict.ts';
import { openNewBook, utter } from './newcomer.ts';
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
  const book = {
    ...openNewBook({ model: shippedModel, links: 'on' }),
    finder,
    lists: {
      all: [{ effect: 'watch', mode: 'on', rule: null } as const],
      terms,
      of: () => 0,
      endOf: () => Infinity,
    },
  };
  const lately = createRepeatMemory();
  let said = 0;
  // All checks with what was said before, and the verdict.
  const whole = time(messages, (text) =>
    decide(findEvidence(utter(text, said++), book, lately), 'new', book.settings.thresholds),
  );
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
