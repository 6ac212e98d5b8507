/**
 * What all "header line, then body lines" formats share: a draft that grows line by line and is finished when the
 * next header comes. A body beyond the limit is cut and noted, so a broken file cannot fill the memory.
 */
import { isCutHeader } from '../lines.ts';
import type { HistoryGroup, HistoryItem } from '../model.ts';
import { inputLines } from '../reader.ts';
import type { ReaderInput } from '../reader.ts';
import { noteCut, noteProblem, noteUnknown } from '../report.ts';

const TEXT_LIMIT = 200_000;

/** A header that was understood: its time, or nothing when the time is no date. */
export interface BlockHeader {
  at: number | undefined;
  who: string;
  /** Text that already stands on the header line. */
  text?: string;
  /** The room, where a file changes it on the way. */
  group?: HistoryGroup;
}

/** A finished block. */
export interface Block {
  at: number;
  who: string;
  text: string;
  line: number;
  group?: HistoryGroup;
}

export interface BlockFormat {
  /** The header of a line; `skip` for lines that carry nothing and end a block; nothing for body lines. */
  readHeader(text: string): BlockHeader | 'skip' | undefined;
  /** Lines above the first block that are no loss, such as the title of the export. */
  isPreamble?(text: string): boolean;
  finish(block: Block): HistoryItem;
}

interface Draft {
  header: BlockHeader & { at: number };
  line: number;
  lines: string[];
  length: number;
}

interface Line {
  text: string;
  line: number;
}

/** Reads a file of blocks. */
export async function* readBlocks(input: ReaderInput, format: BlockFormat): AsyncGenerator<HistoryItem[]> {
  let draft: Draft | undefined;
  let lastHeader: string | undefined;
  for await (const { lines, first, open } of inputLines(input)) {
    const items: HistoryItem[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const text = lines[index] ?? '';
      const line = first + index;
      const header = format.readHeader(text);
      if (header === undefined) {
        if (open && index === lines.length - 1 && isCutHeader(text, lastHeader)) noteCut(input.report, line, text);
        else if (draft || format.isPreamble?.(text) !== true) growDraft(draft, { text, line }, input);
        continue;
      }
      if (draft) items.push(finishDraft(draft, format));
      draft = undefined;
      if (header === 'skip') continue;
      lastHeader = text;
      draft = startDraft(header, { text, line }, input);
    }
    yield items;
  }
  if (draft) yield [finishDraft(draft, format)];
}

function startDraft(header: BlockHeader, { text, line }: Line, input: ReaderInput): Draft | undefined {
  const { at } = header;
  if (at !== undefined)
    return { header: { ...header, at }, line, lines: header.text === undefined ? [] : [header.text], length: 0 };
  noteProblem(input.report, 'bad_time', { line });
  noteUnknown(input.report, line, text);
  return undefined;
}

function growDraft(draft: Draft | undefined, { text, line }: Line, { report }: ReaderInput): void {
  if (!draft) {
    if (text.trim() !== '') noteUnknown(report, line, text);
    return;
  }
  draft.length += text.length + 1;
  if (draft.length <= TEXT_LIMIT) draft.lines.push(text);
  else noteProblem(report, 'text_cut', { line: draft.line });
}

function finishDraft({ header, line, lines }: Draft, format: BlockFormat): HistoryItem {
  const { at, who, group } = header;
  const text = lines.join('\n').trimEnd();
  return format.finish(group === undefined ? { at, who, line, text } : { at, who, line, text, group });
}
