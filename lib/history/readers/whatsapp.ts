/**
 * WhatsApp's text export, Android and iOS, alone or inside its zip. It has no ids, no zone, and a date order that
 * must be worked out from the whole file first (see whatsapp-dates.ts).
 */
import { createReport, detachText, noteAssumption, noteCut, noteProblem, noteUnknown } from '../report.ts';
import { isCutHeader } from '../lines.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, Mention, Participant } from '../model.ts';
import { inputLines } from '../reader.ts';
import type { Head, Reader, ReaderInput } from '../reader.ts';
import { peekSource } from '../sources.ts';
import { readHeaderTime, scanDateOrder, splitHeader } from './whatsapp-dates.ts';
import type { DateOrder, HeaderLine, OrderScan } from './whatsapp-dates.ts';
import { cleanName, EDITED, isSystemText, readMediaText, readSystemRow, RECALLED } from './whatsapp-words.ts';

/** A message text beyond this is cut: the lines that follow belong to a broken file. */
const TEXT_LIMIT = 200_000;
/** How much of a stream of unknown length is scanned for the date order. */
const STREAM_SCAN = 200_000;
/** The same in bytes, for a stream that can be read once only: they wait in memory. */
const ONCE_SCAN = 1 << 20;
/** How many authors are remembered; a broken file may seem to have millions. */
const AUTHORS = 100_000;

interface Draft {
  header: HeaderLine;
  at: number;
  line: number;
  lines: string[];
  length: number;
}

interface Context {
  order: DateOrder;
  group: HistoryGroup;
  /** Authors by the name as written, so that equal names share one object. */
  authors: Map<string, Participant>;
}

/** Reader of WhatsApp's `.txt`. */
export const whatsapp: Reader = { format: 'whatsapp', probe, read };

function probe(head: Head): number {
  const headers = head.lines.map(splitHeader).filter((header) => header !== undefined);
  if (headers.length === 0 || splitHeader(head.lines.find((line) => line.trim() !== '') ?? '') === undefined) return 0;
  // IRC bouncers write the same clock, but a nick in angle brackets behind it.
  if (headers.filter((header) => /^<[^\s<>]{1,64}> /u.test(header.rest)).length > headers.length / 2) return 0;
  return headers.some((header) => /:(?:\s|$)/u.test(header.rest)) ? 0.9 : 0.5;
}

async function* read(unsettled: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const { input, order } = await settleOrder(unsettled);
  const context: Context = { order, group: findGroup(input), authors: new Map() };
  let draft: Draft | undefined;
  let lastHeader: string | undefined;
  for await (const { lines, first, open } of inputLines(input)) {
    const items: HistoryItem[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const text = lines[index] ?? '';
      const header = splitHeader(text);
      if (header === undefined) {
        if (open && index === lines.length - 1 && isCutHeader(text, lastHeader))
          noteCut(input.report, first + index, text);
        else continueDraft(draft, { text, line: first + index }, input);
        continue;
      }
      lastHeader = text;
      const at = readHeaderTime(header, context.order);
      if (at === undefined) {
        noteProblem(input.report, 'bad_time', { line: first + index });
        noteUnknown(input.report, first + index, text);
        if (draft) items.push(finish(draft, context));
        draft = undefined;
        continue;
      }
      if (draft) items.push(finish(draft, context));
      draft = { header, at, line: first + index, lines: [], length: 0 };
    }
    yield items;
  }
  if (draft) yield [finish(draft, context)];
}

function continueDraft(draft: Draft | undefined, next: { text: string; line: number }, { report }: ReaderInput): void {
  if (!draft) {
    if (next.text.trim() !== '') noteUnknown(report, next.line, next.text);
    return;
  }
  draft.length += next.text.length + 1;
  if (draft.length <= TEXT_LIMIT) draft.lines.push(next.text);
  else noteProblem(report, 'text_cut', { line: draft.line });
}

/** Settles the order of day and month, and gives the input to read from afterwards. */
async function settleOrder(input: ReaderInput): Promise<{ input: ReaderInput; order: DateOrder }> {
  const { options, report, source } = input;
  if (options.dateOrder) return { input, order: options.dateOrder };
  const scan = scanDateOrder();
  let ready = input;
  if (source.once) {
    // What can be read once only is judged by its beginning.
    const peek = await peekSource(source, ONCE_SCAN);
    addLines(scan, new TextDecoder(input.encoding).decode(peek.head, { stream: true }).split(/\r\n?|\n/u));
    ready = { ...input, source: peek.source };
  } else await scanFile(input, scan);
  const verdict = scan.decide();
  if (verdict.mixed) noteProblem(report, 'date_order_mixed');
  if (verdict.basis === 'likely') noteAssumption(report, 'date_order_from_file', verdict.order);
  if (verdict.basis === 'guess') noteAssumption(report, 'date_order_assumed', verdict.order);
  return { input: ready, order: verdict.order };
}

function addLines(scan: OrderScan, lines: readonly string[]): void {
  for (const line of lines) {
    const header = splitHeader(line);
    if (header) scan.add(header);
  }
}

/** Reads headers until the order is certain, or to the end of the file. */
async function scanFile(input: ReaderInput, scan: OrderScan): Promise<void> {
  const quiet = { ...input, report: createReport('whatsapp', input.encoding) };
  let seen = 0;
  for await (const { lines } of inputLines(quiet)) {
    addLines(scan, lines);
    seen += lines.length;
    if (seen > 1000 && scan.decide().basis === 'certain') return;
    if (input.source.size === undefined && seen > STREAM_SCAN) return;
  }
}

const NAME_PATTERNS = [
  /^WhatsApp Chat (?:with|-) (.+)$/iu,
  /^[与與](.+?)\s?的\s?WhatsApp\s?(?:聊天|對話|对话)/u,
  /^(?:Chat de WhatsApp con|Conversa do WhatsApp com|Discussion WhatsApp avec|WhatsApp-Chat mit|Chat WhatsApp con) (.+)$/iu,
];

function findGroup(input: ReaderInput): HistoryGroup {
  const parts = input.source.name.split('/').map((part) => part.replace(/\.(?:txt|zip)$/iu, ''));
  for (const part of parts.reverse()) {
    for (const pattern of NAME_PATTERNS) {
      const name = pattern.exec(part)?.[1];
      if (name === undefined) continue;
      noteAssumption(input.report, 'group_from_file_name', name);
      return { name };
    }
  }
  return {};
}

/** Where the author's name ends; -1 for a system row. */
function findNameEnd(rest: string): number {
  const end = rest.indexOf(': ');
  if (end > 0) return end;
  return rest.endsWith(':') && rest.indexOf(':') === rest.length - 1 ? rest.length - 1 : -1;
}

function findAuthor({ authors }: Context, written: string): Participant {
  let author = authors.get(written);
  if (!author) {
    author = { name: detachText(cleanName(written)) };
    if (authors.size < AUTHORS) authors.set(detachText(written), author);
  }
  return author;
}

function finish(draft: Draft, context: Context): HistoryItem {
  const { header, at, line, lines } = draft;
  const moment = { at, zoneKnown: false, group: context.group, line };
  const end = findNameEnd(header.rest);
  const odd = end < 0 || end > 60 || /["“”「」『]/u.test(header.rest.slice(0, end));
  const whole = lines.length === 0 ? header.rest : `${header.rest}\n${lines.join('\n')}`;
  if (end < 0 || (odd && isSystemText(header.rest))) {
    return { type: 'system', ...moment, ...readSystemRow(cleanName(whole)), text: cleanName(whole) };
  }
  const author = findAuthor(context, header.rest.slice(0, end));
  const text = whole.slice(end + 1).replace(/^ /u, '');
  // On iOS the group itself or the actor "says" system rows; a direction mark gives them away.
  if (text.charCodeAt(0) === 0x200e && !readMediaText(text) && !RECALLED.test(text)) {
    const row = readSystemRow(cleanName(text));
    if (row.kind !== 'other') return { type: 'system', ...moment, ...row, text: cleanName(text) };
  }
  return describeMessage({ type: 'message', ...moment, author, kind: 'text', text });
}

function describeMessage(message: HistoryMessage): HistoryMessage {
  const { text } = message;
  if (text.length < 200) {
    const media = readMediaText(text);
    if (media) {
      message.kind = media.kind;
      message.attachments = [media];
      message.text = '';
      return message;
    }
    if (RECALLED.test(text)) message.recalled = true;
    if (/^\u200e?(?:location|位置|ubicación|localização|standort)\s?[:：] https?:/iu.test(text))
      message.kind = 'location';
    if (/^\u200e?(?:poll|投票|encuesta|enquete|umfrage)\s?[:：]\n/iu.test(text)) message.kind = 'poll';
  }
  if (text.endsWith('>') && EDITED.test(text)) {
    message.text = text.replace(EDITED, '');
    message.edited = true;
  }
  const mentions = readMentions(text);
  if (mentions) message.mentions = mentions;
  return message;
}

/** `@⁨Name⁩` between isolate marks, or `@` and a number. */
function readMentions(text: string): Mention[] | undefined {
  if (!text.includes('@')) return undefined;
  const found = [...text.matchAll(/@\u2068([^\u2069]{1,80})\u2069|@(\d{6,15})\b/gu)];
  if (found.length === 0) return undefined;
  return found.map(([, name, id]): Mention =>
    id === undefined ? { name: cleanName(name ?? '') } : { externalId: id },
  );
}
