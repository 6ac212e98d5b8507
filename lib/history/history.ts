/**
 * The door: opens a file, an archive or a folder and gives one neutral stream with one report. Detection, unpacking,
 * zones and counting happen here; what a format means is known to its reader only.
 */
import { makeZonePlacer } from './clock.ts';
import type { ZonePlacer } from './clock.ts';
import { detectBinary, detectReader, isGzip, isZip, makeHead } from './detect.ts';
import { detectEncoding } from './encoding.ts';
import { HistoryError } from './errors.ts';
import { readers } from './formats.ts';
import { openFolder } from './folder.ts';
import type { HistoryItem } from './model.ts';
import type { ReadOptions } from './reader.ts';
import { countItems, createReport, noteAssumption, noteProblem, noteUnknown } from './report.ts';
import type { HistoryReport } from './report.ts';
import { gunzipSource, isArchive, isRangeSource, peekSource } from './sources.ts';
import type { Archive, Source } from './sources.ts';
import { openZip } from './zip.ts';

/** A history that is being read: take the batches to the end, then the report is complete. */
export interface History {
  format: string;
  report: HistoryReport;
  batches: AsyncGenerator<HistoryItem[]>;
}

const HEAD_BYTES = 256 << 10;

/** Opens a history; throws `HistoryError` when it is none or its format is not known. */
export async function openHistory(input: Source | Archive, options: ReadOptions = {}): Promise<History> {
  const place = options.zone === undefined ? undefined : makeZonePlacer(options.zone);
  const opened = await openAny(input, options);
  return { ...opened, batches: finishBatches({ ...opened, name: input.name }, options.zone, place) };
}

/** Reads the items of a history one by one. */
export async function* eachItem(history: History): AsyncGenerator<HistoryItem> {
  for await (const batch of history.batches) yield* batch;
}

async function openAny(input: Source | Archive, options: ReadOptions): Promise<History> {
  if (isArchive(input)) return openFolder(input, (file) => openFile(file, options), options);
  const { head } = input.once ? { head: new Uint8Array() } : await peekSource(input, 8);
  if (!isZip(head)) return openFile(input, options);
  if (!isRangeSource(input)) throw new HistoryError('binary', { file: input.name, detail: 'zip' });
  return openFolder(openZip(input), (file) => openFile(file, options), options);
}

async function openFile(file: Source, options: ReadOptions): Promise<History> {
  const peek = await peekSource(file, HEAD_BYTES);
  if (peek.head.length === 0) throw new HistoryError('empty', { file: file.name });
  if (isGzip(peek.head)) return openGzip(peek.source, options);
  const binary = isZip(peek.head) ? 'zip' : detectBinary(peek.head);
  const encoding = binary === undefined ? detectEncoding(peek.head) : undefined;
  if (encoding === undefined) throw new HistoryError('binary', { file: file.name, detail: binary ?? 'unknown' });
  const head = makeHead(file.name, peek.head, { name: encoding, complete: peek.complete });
  const chosen = readers.find((reader) => reader.format === options.format) ?? detectReader(readers, head);
  const report = createReport(chosen.format, encoding);
  if (encoding === 'gb18030') noteAssumption(report, 'encoding_assumed', encoding);
  return { format: chosen.format, report, batches: chosen.read({ source: peek.source, encoding, report, options }) };
}

async function openGzip(file: Source, options: ReadOptions): Promise<History> {
  let report: HistoryReport | undefined;
  let cut = false;
  const plain = gunzipSource(file, () => {
    cut = true;
    if (report) noteProblem(report, 'truncated', { file: file.name });
  });
  const history = await openFile(plain, options);
  ({ report } = history);
  if (cut) noteProblem(report, 'truncated', { file: file.name });
  return history;
}

async function* finishBatches(
  { report, batches, name }: History & { name: string },
  zone: string | undefined,
  place: ZonePlacer | undefined,
): AsyncGenerator<HistoryItem[]> {
  let assumed = false;
  for await (const read of batches) {
    const batch = withoutImpossible(read, report);
    if (batch.length === 0) continue;
    if (zone !== undefined && place && placeItems(batch, zone, place)) assumed = true;
    countItems(report, batch);
    yield batch;
  }
  if (zone !== undefined && assumed) noteAssumption(report, 'zone_assumed', zone);
  // A chat of a known format in which nothing was ever written.
  if (report.messages + report.systemRows + report.unknownLines === 0 && !report.truncated)
    throw new HistoryError('empty', { file: name, detail: 'chat' });
}

// From the year 1 to the year 9999: what lies outside is no date to anybody.
const earliest = Date.parse('0001-01-01');
const latest = Date.parse('9999-12-30');

/** The items whose time is a date; the others are told as unknown. */
function withoutImpossible(items: HistoryItem[], report: HistoryReport): HistoryItem[] {
  if (items.every(({ at }) => at >= earliest && at <= latest)) return items;
  return items.filter(({ at, line = 0, text }) => {
    if (at >= earliest && at <= latest) return true;
    noteProblem(report, 'bad_time', { line });
    noteUnknown(report, line, text);
    return false;
  });
}

/** Whether any of them had a wall clock only. */
function placeItems(batch: HistoryItem[], zone: string, place: ZonePlacer): boolean {
  let any = false;
  for (const item of batch) {
    if (item.zoneKnown || item.zoneAssumed !== undefined) continue;
    item.at = place(item.at);
    item.zoneAssumed = zone;
    any = true;
  }
  return any;
}
