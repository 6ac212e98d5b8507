/**
 * The report that every reading leaves behind: what was counted, what was not understood and what was assumed.
 * Unknown lines are counted, never dropped in silence; only the first of each sort are kept.
 */
import type { HistoryEvent, HistoryItem, Participant } from './model.ts';

export type AssumptionCode =
  | 'zone_missing'
  | 'zone_assumed'
  | 'date_order_assumed'
  | 'date_order_from_file'
  | 'year_assumed'
  | 'day_assumed'
  | 'encoding_assumed'
  | 'mapping_guessed'
  | 'group_from_file_name';

export type ProblemCode =
  | 'truncated'
  | 'count_mismatch'
  | 'broken_value'
  | 'repaired_value'
  | 'mixed_encoding'
  | 'undecodable'
  | 'text_cut'
  | 'line_cut'
  | 'bad_time'
  | 'missing_author'
  | 'date_order_mixed'
  | 'skipped_file'
  | 'duplicate_id';

/** Something taken for granted because the export does not say it. */
export interface Assumption {
  code: AssumptionCode;
  value?: string;
}

/** Something that is wrong with the file, how often, and where it was first seen. */
export interface Problem {
  code: ProblemCode;
  count: number;
  line?: number;
  file?: string;
  detail?: string;
}

/** A line that no rule understood; the excerpt is chat text: show it, never log it. */
export interface UnknownLine {
  line: number;
  excerpt: string;
}

/** A file of an archive or folder and what became of it. */
export interface FileOutcome {
  name: string;
  format?: string;
  messages: number;
  skipped?: string;
}

/** What is known of one author after the reading: every name seen under one id, with how often. */
export interface AuthorRecord {
  externalId?: string;
  names: Map<string, number>;
  messages: number;
  isBot?: true;
  isSelf?: true;
  role?: string;
}

export interface HistoryReport {
  format: string;
  encoding: string;
  messages: number;
  systemRows: number;
  from?: number;
  to?: number;
  outOfOrder: number;
  unknownLines: number;
  unknownSamples: UnknownLine[];
  assumptions: Assumption[];
  problems: Problem[];
  truncated: boolean;
  files: FileOutcome[];
  authors: Map<string, AuthorRecord>;
  /** Changes of name seen in the log, where names are all there is. */
  renames: { from: string; to: string }[];
  /** The last time seen, to count steps backwards. */
  lastAt: number;
}

const SAMPLES = 20;
const EXCERPT = 120;
const RENAMES = 10_000;

/** Makes the empty report of one reading. */
export function createReport(format: string, encoding: string): HistoryReport {
  return {
    format,
    encoding,
    messages: 0,
    systemRows: 0,
    outOfOrder: 0,
    unknownLines: 0,
    unknownSamples: [],
    assumptions: [],
    problems: [],
    truncated: false,
    files: [],
    authors: new Map(),
    renames: [],
    lastAt: Number.NEGATIVE_INFINITY,
  };
}

/** A copy of its own: a slice would keep alive the whole block of the file that it was cut from. */
export function detachText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** Counts a line that was not understood and keeps the first ones as samples. */
export function noteUnknown(report: HistoryReport, line: number, text: string): void {
  report.unknownLines += 1;
  if (report.unknownSamples.length < SAMPLES)
    report.unknownSamples.push({ line, excerpt: detachText(text.slice(0, EXCERPT)) });
}

/** Records an assumption once. */
export function noteAssumption(report: HistoryReport, code: AssumptionCode, value?: string): void {
  if (report.assumptions.some((known) => known.code === code && known.value === value)) return;
  report.assumptions.push(value === undefined ? { code } : { code, value });
}

/** Counts a problem; the first place it was seen stays. */
export function noteProblem(
  report: HistoryReport,
  code: ProblemCode,
  where: Omit<Problem, 'code' | 'count'> = {},
): void {
  const known = report.problems.find((one) => one.code === code && one.file === where.file);
  if (known) known.count += 1;
  else report.problems.push({ code, count: 1, ...where });
  if (code === 'truncated') report.truncated = true;
}

/** The last line of a file stops in the middle: counted as unknown, and the file as cut. */
export function noteCut(report: HistoryReport, line: number, text: string): void {
  noteProblem(report, 'truncated', { line });
  noteUnknown(report, line, text);
}

/** The key under which an author is kept: the id when there is one, else the name. */
export function authorKey(author: Participant): string {
  return author.externalId === undefined ? `name:${author.name}` : `id:${author.externalId}`;
}

/** Remembers that an author exists, for people whom an export lists without a message. */
export function noteAuthor(report: HistoryReport, author: Participant, messages = 0): void {
  const key = authorKey(author);
  let record = report.authors.get(key);
  if (!record) {
    record = { names: new Map(), messages: 0 };
    if (author.externalId !== undefined) record.externalId = detachText(author.externalId);
    report.authors.set(key, record);
  }
  record.messages += messages;
  if (author.name !== '') {
    const seen = record.names.get(author.name);
    record.names.set(seen === undefined ? detachText(author.name) : author.name, (seen ?? 0) + messages);
  }
  if (author.isBot) record.isBot = true;
  if (author.isSelf) record.isSelf = true;
  if (author.role !== undefined) record.role = author.role;
}

/** A person's change of name: a rename with exactly one target, in a format without ids. */
function noteRename(report: HistoryReport, { kind, actor, targets }: HistoryEvent): void {
  const [target] = targets ?? [];
  if (kind !== 'rename' || !actor || !target || report.renames.length >= RENAMES) return;
  report.renames.push({ from: actor.name, to: target.name });
}

/** Counts a batch as it leaves the reader. */
export function countItems(report: HistoryReport, items: readonly HistoryItem[]): void {
  const known = new Map<Participant, { count: number }>();
  for (const item of items) {
    if (item.type === 'message') {
      report.messages += 1;
      // Readers share one object per author where they can, which saves the look-up by name.
      const record = known.get(item.author);
      if (record) record.count += 1;
      else known.set(item.author, { count: 1 });
    } else {
      report.systemRows += 1;
      noteRename(report, item);
    }
    if (report.from === undefined || item.at < report.from) report.from = item.at;
    if (report.to === undefined || item.at > report.to) report.to = item.at;
    if (item.at < report.lastAt) report.outOfOrder += 1;
    report.lastAt = item.at;
    if (!item.zoneKnown && item.zoneAssumed === undefined) noteAssumption(report, 'zone_missing');
  }
  for (const [author, { count }] of known) noteAuthor(report, author, count);
}
