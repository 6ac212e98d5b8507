import { decodeStream } from './encoding.ts';
import type { DecodeInput, Encoding } from './encoding.ts';
import { readCsv } from './csv.ts';
import type { CsvRow } from './csv.ts';
import { readJson } from './json-stream.ts';
import type { JsonPlan, JsonStep } from './json-stream.ts';
import { readLines } from './lines.ts';
import type { LineBatch } from './lines.ts';
import type { HistoryItem } from './model.ts';
import type { HistoryReport } from './report.ts';
import type { Source } from './sources.ts';

/** Which column (or JSON path) of a generic table means what. */
export interface ColumnMapping {
  time: string;
  author: string;
  text: string;
  authorId?: string;
  id?: string;
  replyTo?: string;
  group?: string;
  kind?: string;
}

/** What the caller knows that the export does not say. */
export interface ReadOptions {
  /** The IANA zone in which an export without zones was made. */
  zone?: string;
  /** For generic CSV and JSONL. */
  mapping?: ColumnMapping;
  /** Overrides the detection. */
  format?: string;
  /** For logs without dates: the day of the first line, `YYYY-MM-DD`. */
  day?: string;
  /** For WhatsApp when the file does not settle the order of day and month. */
  dateOrder?: 'dmy' | 'mdy' | 'ymd';
}

/** The beginning of a file, prepared for the probes. */
export interface Head {
  name: string;
  text: string;
  lines: string[];
  /** Key paths when the text begins like JSON. */
  paths: ReadonlySet<string>;
  /** The head is the whole file. */
  complete: boolean;
}

export interface ReaderInput {
  source: Source;
  encoding: Encoding;
  report: HistoryReport;
  options: ReadOptions;
}

/** One export format. */
export interface Reader {
  readonly format: string;
  /** From 0 (not mine) to 1 (certainly mine), by the beginning alone. */
  probe(head: Head): number;
  /** Yields the items in the order of the file, in batches. */
  read(input: ReaderInput): AsyncGenerator<HistoryItem[]>;
}

function decodeInput({ source, encoding, report }: ReaderInput): DecodeInput {
  return { bytes: source.bytes(), encoding, report };
}

/** The lines of the input. */
export function inputLines(input: ReaderInput): AsyncGenerator<LineBatch> {
  return readLines(decodeInput(input));
}

/** The rows of the input. */
export function inputRows(input: ReaderInput, separator = ','): AsyncGenerator<CsvRow[]> {
  return readCsv(decodeInput(input), separator);
}

/** The values that a plan asks for. */
export function inputJson(input: ReaderInput, plan: JsonPlan): AsyncGenerator<JsonStep[]> {
  return readJson(decodeStream(decodeInput(input)), plan, input.report);
}

/** The share of the first lines for which a test holds; blank lines do not count. */
export function shareOf(lines: readonly string[], test: (line: string) => boolean): number {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}
