/**
 * Chooses the linker of a group by the group's own quotes: each linker guesses the quoted message without seeing the quote.
 * Below a hundred quotes that says too little, and the message before is taken (metrics.md §4.3: no other sign is reliable).
 */
import { linkerNames } from './links.ts';
import type { Linker, LinkerName, LinkInput } from './links.ts';

/** Fewer quotes than this choose nothing. */
export const leastQuotes = 100;
/** The newest messages are enough: they also say what the group is like now. */
const mostMessages = 60_000;

/** How often each linker guessed the quoted message. */
export interface LinkerScores {
  /** Quotes that were guessed. */
  quotes: number;
  /** Share of right guesses, 0 to 1. */
  right: Record<LinkerName, number>;
}

/** Why a linker was taken: the caller asked, too few quotes to choose by, or the quotes have chosen. */
export type LinkerReason = 'asked' | 'too_few_quotes' | 'own_quotes';

/** Lets every linker guess the quotes of the newest part of the talk. */
export function scoreLinkers(input: LinkInput, make: (name: LinkerName, input: LinkInput) => Linker): LinkerScores {
  const from = findStart(input);
  const right = { previous: 0, rule: 0, logistic: 0 };
  let quotes = 0;
  const linkers = linkerNames.map((name) => make(name, input));
  for (let message = from; message < input.count; message++) {
    if (input.isSystem(message)) continue;
    const quoted = knownParent(input, message);
    if (quoted >= from) quotes++;
    for (const linker of linkers) {
      const { parent } = linker.link(message, -1);
      if (quoted >= from && parent === quoted) right[linker.name]++;
    }
  }
  for (const name of linkerNames) right[name] = quotes ? right[name] / quotes : 0;
  return { quotes, right };
}

/** The linker with the most right guesses; the simpler one when they are equal. */
export function chooseLinker(scores: LinkerScores): LinkerName {
  if (scores.quotes < leastQuotes) return 'previous';
  return linkerNames.reduce((best, name) => (scores.right[name] > scores.right[best] ? name : best), 'previous');
}

/** The quoted message, when it is one before this one; else -1. */
export function knownParent(input: LinkInput, message: number): number {
  const parent = input.explicitParent[message]!;
  return parent >= 0 && parent < message ? parent : -1;
}

/** Number of usable quotes. */
export function countQuotes(input: LinkInput): number {
  let quotes = 0;
  for (let message = 0; message < input.count; message++)
    if (!input.isSystem(message) && knownParent(input, message) >= 0) quotes++;
  return quotes;
}

function findStart(input: LinkInput): number {
  let from = Math.max(0, input.count - mostMessages);
  let quotes = 0;
  for (let message = from; message < input.count; message++) if (knownParent(input, message) >= from) quotes++;
  if (quotes < leastQuotes) from = 0;
  return from;
}
