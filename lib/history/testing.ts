/** What the tests of the readers share: reading a text to the end, and finding the public samples. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openHistory } from './history.ts';
import type { HistoryEvent, HistoryItem, HistoryMessage } from './model.ts';
import type { ReadOptions } from './reader.ts';
import type { HistoryReport } from './report.ts';
import { makeSource } from './sources.ts';
import type { Archive, Source } from './sources.ts';

/** Everything that came out of one reading. */
export interface Reading {
  format: string;
  items: HistoryItem[];
  messages: HistoryMessage[];
  events: HistoryEvent[];
  report: HistoryReport;
}

/** Reads a source or an archive to the end. */
export async function readInput(input: Source | Archive, options: ReadOptions = {}): Promise<Reading> {
  const history = await openHistory(input, options);
  const items: HistoryItem[] = [];
  for await (const batch of history.batches) items.push(...batch);
  return {
    format: history.format,
    items,
    messages: items.filter((item) => item.type === 'message'),
    events: items.filter((item) => item.type === 'system'),
    report: history.report,
  };
}

/** Reads a text as if it were a file. */
export function readText(
  content: string | Uint8Array,
  options: ReadOptions & { name?: string } = {},
): Promise<Reading> {
  return readInput(makeSource(options.name ?? 'export', content), options);
}

/** A folder in memory. */
export function makeFolder(name: string, files: Record<string, string | Uint8Array>): Archive {
  return {
    name,
    list: async () => Object.keys(files).map((one) => ({ name: one })),
    open: (one) => makeSource(one, files[one] ?? ''),
  };
}

/** A time as a person would check it. */
export function showTime(at: number): string {
  return new Date(at).toISOString().replace('.000Z', '').replace('Z', '');
}

/** One message in one line: time, author, text. */
export function showMessage({ at, author, text }: HistoryMessage): string {
  return `${showTime(at)} ${author.name}: ${text.replaceAll(/\s+/gu, ' ')}`;
}

const FOLDER = process.env.MIAOHUI_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** Why a test of the public samples is skipped; false when they are there. */
export const samplesMissing = existsSync(join(FOLDER, 'format-samples'))
  ? false
  : 'no public samples here: set MIAOHUI_TEST_DATA to their folder';

/** Reads one of the public samples. */
export function readSample(path: string): Promise<Buffer> {
  return readFile(join(FOLDER, 'format-samples', path));
}

/** The expected parse of a sample, oldest first, as `showMessage` writes it. */
export async function readTarget(folder: string): Promise<string[]> {
  const rows = JSON.parse((await readSample(`${folder}/target.json`)).toString()) as Record<string, string>[];
  return rows.map(({ timestamp, author, message }) => `${timestamp} ${author}: ${message}`).sort();
}
