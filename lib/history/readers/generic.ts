/**
 * Tables of any other origin: CSV and JSONL (or a JSON list) with a mapping of columns that the caller supplies once.
 * Without a mapping, columns with well-known names are taken and the guess is noted; else the error lists the columns.
 */
import { readEpoch, readIsoTime } from '../clock.ts';
import { detectSeparator, splitRow } from '../csv.ts';
import { HistoryError } from '../errors.ts';
import { parseValue } from '../json-stream.ts';
import { asNumber, asRecord, asText, withoutEmpty } from '../json-value.ts';
import { isCutRecord } from '../lines.ts';
import type { HistoryItem, HistoryMessage, MessageKind } from '../model.ts';
import { inputJson, inputLines, inputRows } from '../reader.ts';
import type { ColumnMapping, Head, Reader, ReaderInput } from '../reader.ts';
import { noteAssumption, noteProblem, noteUnknown } from '../report.ts';
import { peekSource } from '../sources.ts';
import { readHeaderTime, scanDateOrder, splitHeader } from './whatsapp-dates.ts';
import type { DateOrder, HeaderLine } from './whatsapp-dates.ts';

const LONGEST_DATE = 40;
const KNOWN: Record<keyof ColumnMapping, RegExp> = {
  time: /^(?:time(?:stamp)?(?:\(.+\))?|date(?:time)?|at|sent(?:_?at)?|created_?at|ts|时间|發送時間|发送时间|時間|日期)$/iu,
  author:
    /^(?:author|sender|from|user(?:name)?|name|nick(?:name)?|from_nickname|speaker|displayname|发送人|发送者|昵称|暱稱|发言人|发件人)$/iu,
  text: /^(?:text|content|message|body|msg|内容|內容|消息|正文|发言)$/iu,
  authorId: /^(?:author_?id|sender_?id|from_?id|user_?id|uid|qq|wxid|发送人id|用户id)$/iu,
  id: /^(?:id|message_?id|msg_?id|消息id)$/iu,
  replyTo: /^(?:reply_?to|reply_?to_?(?:message_?)?id|in_?reply_?to|parent_?id|回复)$/iu,
  group: /^(?:group|group_?name|room|channel|chat|群|群名|群聊)$/iu,
  kind: /^(?:kind|type|content_?type|msg_?type|类型)$/iu,
};

/** Guesses a mapping from column names; nothing when time, author or text is not among them. */
export function guessMapping(columns: readonly string[]): ColumnMapping | undefined {
  const entries = Object.entries(KNOWN).map(([field, pattern]) => [
    field,
    columns.find((one) => pattern.test(one.trim())),
  ]);
  const mapping = Object.fromEntries(entries.filter(([, column]) => column !== undefined)) as Partial<ColumnMapping>;
  return mapping.time && mapping.author && mapping.text ? (mapping as ColumnMapping) : undefined;
}

/** Reader of CSV with a mapping. */
export const genericCsv: Reader = {
  format: 'csv',
  probe({ lines, paths }) {
    const [header = '', row = ''] = lines;
    if (paths.size > 0) return 0;
    const separator = detectSeparator(header);
    const columns = splitRow(header, separator);
    if (columns.length < 3) return 0;
    if (guessMapping(columns)) return 0.6;
    return splitRow(row, separator).length === columns.length && columns.every((one) => one.length < 40) ? 0.31 : 0;
  },
  read: readTable,
};

/** Reader of one JSON object per line, or of a JSON list of objects, with a mapping. */
export const genericJson: Reader = {
  format: 'jsonl',
  probe({ text, lines, paths }: Head) {
    if (paths.size === 0) return 0;
    if (text.trimStart().startsWith('['))
      return [...paths].filter((path) => path.startsWith('*.')).length >= 3 ? 0.35 : 0;
    return isObject(lines[0]) ? 0.4 : 0;
  },
  read: readObjects,
};

function isObject(line: string | undefined): boolean {
  try {
    return line?.startsWith('{') === true && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function chooseMapping(input: ReaderInput, columns: readonly string[]): ColumnMapping {
  const { mapping } = input.options;
  const where = { file: input.source.name, line: 1 };
  if (mapping) {
    const missing = [mapping.time, mapping.author, mapping.text].filter((one) => !columns.includes(one));
    if (missing.length > 0) throw new HistoryError('mapping_wrong', { ...where, columns: missing });
    return mapping;
  }
  const guess = guessMapping(columns);
  if (!guess) throw new HistoryError('mapping_needed', { ...where, columns: [...columns] });
  noteAssumption(input.report, 'mapping_guessed', `${guess.time},${guess.author},${guess.text}`);
  return guess;
}

async function* readTable(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const peek = await peekSource(input.source, 64 << 10);
  const header = new TextDecoder(input.encoding).decode(peek.head, { stream: true }).split(/\r\n?|\n/u, 1)[0] ?? '';
  let columns: string[] | undefined;
  let mapping: ColumnMapping | undefined;
  let order: DateOrder | undefined;
  for await (const rows of inputRows({ ...input, source: peek.source }, detectSeparator(header))) {
    const items: HistoryItem[] = [];
    for (const { cells, line } of rows) {
      if (!columns || !mapping) {
        columns = cells.map((cell) => cell.trim());
        mapping = chooseMapping(input, columns);
        const place = columns.indexOf(mapping.time);
        order = settleOrder(
          rows.slice(1).map((row) => row.cells[place]),
          input,
        );
        continue;
      }
      const record: Record<string, string> = {};
      columns.forEach((column, index) => (record[column] = cells[index] ?? ''));
      takeRecord({ get: (column) => record[column], line, raw: () => cells.join() }, mapping, { items, input, order });
    }
    yield items;
  }
}

async function* readObjects(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  let mapping: ColumnMapping | undefined;
  let order: DateOrder | undefined;
  for await (const values of listObjects(input)) {
    const items: HistoryItem[] = [];
    for (const { value, line } of values) {
      const record = asRecord(value);
      if (!mapping) {
        const { time } = (mapping = chooseMapping(input, Object.keys(flattenRecord(record))));
        order = settleOrder(
          values.map((one) => getPath(asRecord(one.value), time)),
          input,
        );
      }
      const row: Row = { get: (column) => getPath(record, column), line, raw: () => JSON.stringify(record) };
      takeRecord(row, mapping, { items, input, order });
    }
    yield items;
  }
}

async function* listObjects(input: ReaderInput): AsyncGenerator<{ value: unknown; line: number }[]> {
  const peek = await peekSource(input.source, 4096);
  const same = { ...input, source: peek.source };
  if (new TextDecoder(input.encoding).decode(peek.head).trimStart().startsWith('[')) {
    for await (const steps of inputJson(same, { '*': 'take' }))
      yield steps.filter(({ end }) => !end) as { value: unknown; line: number }[];
    return;
  }
  for await (const batch of inputLines(same)) {
    const { lines, first } = batch;
    if (isCutRecord(batch, lines.length - 1))
      noteProblem(input.report, 'truncated', { line: first + lines.length - 1 });
    yield lines
      .map((text, index) => ({ text, line: first + index }))
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, line }) => ({ value: parseValue(text, input.report, line), line }))
      .filter(({ value }) => value !== undefined);
  }
}

/** Names of fields, one level of nesting written with a dot. */
function flattenRecord(record: Record<string, unknown>): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    flat[key] = value;
    for (const inner of Object.keys(asRecord(value))) flat[`${key}.${inner}`] = true;
  }
  return flat;
}

function getPath(record: Record<string, unknown>, path: string): unknown {
  if (path in record) return record[path];
  return path.split('.').reduce<unknown>((value, key) => asRecord(value)[key], record);
}

interface Row {
  get(column: string): unknown;
  line: number;
  raw(): string;
}

const KINDS = new Set<string>([
  'text',
  'image',
  'video',
  'voice',
  'audio',
  'file',
  'sticker',
  'link',
  'location',
  'poll',
]);

interface Taking {
  items: HistoryItem[];
  input: ReaderInput;
  /** How dates are written that do not begin with the year; absent where none does. */
  order: DateOrder | undefined;
}

function takeRecord(row: Row, mapping: ColumnMapping, out: Taking): void {
  const get = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : asText(row.get(column));
  const moment = readMoment(row.get(mapping.time), mapping.time) ?? readShortDate(row.get(mapping.time), out.order);
  const authorId = get(mapping.authorId);
  const name = get(mapping.author) ?? authorId;
  if (!moment || name === undefined) {
    noteProblem(out.input.report, moment ? 'missing_author' : 'bad_time', { line: row.line });
    noteUnknown(out.input.report, row.line, row.raw());
    return;
  }
  const kind = get(mapping.kind)?.toLowerCase() ?? 'text';
  const replyTo = get(mapping.replyTo);
  const group = get(mapping.group);
  const message: HistoryMessage = {
    type: 'message',
    ...moment,
    externalId: get(mapping.id),
    group: group === undefined ? undefined : { name: group },
    author: withoutEmpty({ name, externalId: authorId }),
    kind: KINDS.has(kind) ? (kind as MessageKind) : 'text',
    text: get(mapping.text) ?? '',
    replyTo: replyTo === undefined ? undefined : { externalId: replyTo },
    line: row.line,
  };
  out.items.push(withoutEmpty(message));
}

function readMoment(value: unknown, column: string): { at: number; zoneKnown: boolean } | undefined {
  const number = asNumber(value);
  if (number !== undefined) {
    const at = readEpoch(number);
    return at === undefined ? undefined : { at, zoneKnown: true };
  }
  const read = readIsoTime(asText(value) ?? '');
  // A fixed-offset zone may stand in the column's name, as in `time(+08:00)`.
  const offset = /\(([+-]\d{2}:\d{2})\)/u.exec(column)?.[1];
  return read && !read.zoneKnown && offset !== undefined
    ? readIsoTime(`${new Date(read.at).toISOString().slice(0, -1)}${offset}`)
    : read;
}

/** The order of day and month as the first rows tell it; absent where every date begins with the year. */
function settleOrder(values: readonly unknown[], { options, report }: ReaderInput): DateOrder | undefined {
  if (options.dateOrder) return options.dateOrder;
  const dates = values.map(splitDate).filter((date) => date !== undefined && date.fields[0].length < 4);
  if (dates.length === 0) return undefined;
  const scan = scanDateOrder();
  for (const date of dates) scan.add(date!);
  const { order, basis } = scan.decide();
  // Dots stand between day, month and year, in this order, wherever they are used.
  if (basis !== 'certain' && order === 'dmy' && dates.every((date) => date!.isDotted)) return order;
  if (basis !== 'certain')
    noteAssumption(report, basis === 'likely' ? 'date_order_from_file' : 'date_order_assumed', order);
  return order;
}

function readShortDate(value: unknown, order: DateOrder | undefined): { at: number; zoneKnown: boolean } | undefined {
  const date = order && splitDate(value);
  const at = date && readHeaderTime(date, order);
  return at === undefined ? undefined : { at, zoneKnown: false };
}

/** `02.01.2026 10:01`, `1/2/26, 6:05 PM`. */
function splitDate(value: unknown): (HeaderLine & { isDotted: boolean }) | undefined {
  const text = asText(value)?.trim();
  if (text === undefined || text.length > LONGEST_DATE) return undefined;
  const header = splitHeader(`${text} - `);
  return header && { ...header, isDotted: /^\d{1,2}\./u.test(text) };
}
