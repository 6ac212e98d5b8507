/**
 * Reads hand-linked IRC logs (`N.ascii.txt` with `N.annotation.txt`) into the input of the linkers, and scores links as the
 * data's own definition does: pairs (child, parent) of the annotated lines, a self link where a conversation starts.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LinkInput } from '../../lib/replies/index.ts';

/** One log: `input` has a message for each line, so that line numbers are message numbers. */
export interface AnnotatedLog {
  name: string;
  input: LinkInput;
  /** Annotated lines in order, and the parents of each (itself where a conversation starts). */
  children: number[];
  gold: Map<number, number[]>;
}

/** Precision, recall and F of links, in percent. */
export interface LinkScore {
  precision: number;
  recall: number;
  f1: number;
  gold: number;
  predicted: number;
  matched: number;
}

const spoken = /^\[(\d\d):(\d\d)\]\s+(?:<([^>]*)>|\*\s*(\S+))\s?(.*)$/u;

/** Reads every pair of files in a folder, in the order of their names. */
export async function readAnnotatedLogs(folder: string): Promise<AnnotatedLog[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.annotation.txt')).sort();
  const logs: AnnotatedLog[] = [];
  for (const file of files) {
    const name = file.slice(0, -'.annotation.txt'.length);
    const lines = await readFile(join(folder, `${name}.ascii.txt`), 'utf8');
    logs.push(readAnnotatedLog(name, lines, await readFile(join(folder, file), 'utf8')));
  }
  return logs;
}

/** Reads one log from its text and its annotation. */
export function readAnnotatedLog(name: string, ascii: string, annotation: string): AnnotatedLog {
  const lines = ascii.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const gold = new Map<number, number[]>();
  for (const row of annotation.split('\n')) {
    const numbers = row
      .split(/\s+/)
      .filter((field) => /^\d+$/.test(field))
      .map(Number);
    if (numbers.length === 0) continue;
    const child = Math.max(...numbers);
    // All but one occurrence of the child are parents; "7 7" starts a conversation.
    numbers.splice(numbers.indexOf(child), 1);
    const parents = numbers.length === 0 ? [child] : numbers;
    gold.set(child, [...new Set([...(gold.get(child) ?? []), ...parents])]);
  }
  const children = [...gold.keys()].sort((a, b) => a - b);
  if ((children.at(-1) ?? 0) >= lines.length) throw new Error(`${name}: the annotation names a line that is not there`);
  return { name, input: readLines(name, lines), children, gold };
}

function readLines(name: string, lines: string[]): LinkInput {
  const at = new Float64Array(lines.length);
  const author = new Int32Array(lines.length).fill(-1);
  const texts: string[] = [];
  const people = new Map<string, number>();
  let minutes = 0;
  let read = 0;
  lines.forEach((line, index) => {
    const match = spoken.exec(line);
    if (match) {
      const clock = Number(match[1]) * 60 + Number(match[2]);
      // Old logs have a clock of twelve hours: a step forward is taken modulo half a day.
      minutes += (((clock - minutes) % 720) + 720) % 720;
      const nick = match[3] ?? match[4] ?? '';
      if (!people.has(nick)) people.set(nick, people.size);
      author[index] = people.get(nick)!;
    }
    if (match || line.startsWith('===')) read++;
    at[index] = minutes * 60_000;
    texts.push(match ? match[5]! : line);
  });
  if (read < lines.length * 0.95)
    throw new Error(`${name}: only ${read} of ${lines.length} lines are of the known form`);
  return {
    count: lines.length,
    at,
    author,
    text: (message) => texts[message]!,
    names: [...people.keys()],
    explicitParent: new Int32Array(lines.length).fill(-1),
    mentions: () => [],
    isSystem: (message) => author[message] === -1,
  };
}

/** Scores the parents given for every line (itself where a conversation starts) on the annotated lines alone. */
export function scoreLinks(results: readonly { log: AnnotatedLog; parents: Int32Array }[]): LinkScore {
  let gold = 0;
  let predicted = 0;
  let matched = 0;
  for (const { log, parents } of results) {
    for (const child of log.children) {
      const truth = log.gold.get(child)!;
      gold += truth.length;
      predicted++;
      if (truth.includes(parents[child]!)) matched++;
    }
  }
  const precision = predicted ? (100 * matched) / predicted : 0;
  const recall = gold ? (100 * matched) / gold : 0;
  const f1 = matched ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, gold, predicted, matched };
}

/** The same log from a group where fewer people are named: names stay only in the messages that `keeps` lets through. */
export function hideNames(log: AnnotatedLog, keeps: (message: number) => boolean): AnnotatedLog {
  const { input } = log;
  const known = new Set(input.names.map((name) => bareWord(name)).filter((name) => name.length > 2));
  const texts: string[] = [];
  for (let message = 0; message < input.count; message++) {
    const text = input.text(message);
    const words = keeps(message) ? [] : text.split(' ').filter((word) => !known.has(bareWord(word)));
    texts.push(keeps(message) ? text : words.join(' '));
  }
  return { ...log, input: { ...input, text: (message) => texts[message]! } };
}

/** A word as names are compared: lower case, without signs around it. */
export function bareWord(word: string): string {
  return word.toLowerCase().replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');
}
