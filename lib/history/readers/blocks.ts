/**
 * What all "header line, then body lines" formats share: a draft that grows line by line and is finished when the
 * next header comes. A body beyond the limit is cut and noted, so a broken file cannot fill the memory.
 */
import type { HistoryItem } from '../model.ts';
import { inputLines } from '../reader.ts';
import type { ReaderInput } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';

const TEXT_LIMIT = 200_000;

/** A header that was understood: its time, or nothing when the time is no date. */
export interface BlockHeader {
  at: number | undefined;
  who: string;
  /** Text that already stands on the header line. */
  text?: string;
}

/** A finished block. */
export interface Block {
  at: number;
  who: string;
  text: string;
  line: number;
}

export interface BlockFormat {
  /** The header of a line; `skip` for lines that carry nothing; nothing for body lines. */
  readHeader(text: string): BlockHeader | 'skip' | undefined;
  finish(block: Block): HistoryItem;
}

interface Draft {
  at: number;
  who: string;
  line: number;
  lines: string[];
  length: number;
}

/** Reads a file of blocks. */
export async function* readBlocks(input: ReaderInput, format: BlockFormat): AsyncGenerator<HistoryItem[]> {
  let draft: Draft | undefined;
  for await (const { lines, first } of inputLines(input)) {
    const items: HistoryItem[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const text = lines[index] ?? '';
      const line = first + index;
      const header = format.readHeader(text);
      if (header === undefined) {
        growDraft(draft, { text, line }, input);
        continue;
      }
      if (draft) items.push(finishDraft(draft, format));
      draft = undefined;
      if (header !== 'skip') draft = startDraft(header, { text, line }, input);
    }
    yield items;
  }
  if (draft) yield [finishDraft(draft, format)];
}

function startDraft(
  header: BlockHeader,
  { text, line }: { text: string; line: number },
  input: ReaderInput,
): Draft | undefined {
  if (header.at !== undefined)
    return { at: header.at, who: header.who, line, lines: header.text === undefined ? [] : [header.text], length: 0 };
  noteProblem(input.report, 'bad_time', { line });
  noteUnknown(input.report, line, text);
  return undefined;
}

function growDraft(
  draft: Draft | undefined,
  { text, line }: { text: string; line: number },
  { report }: ReaderInput,
): void {
  if (!draft) {
    if (text.trim() !== '') noteUnknown(report, line, text);
    return;
  }
  draft.length += text.length + 1;
  if (draft.length <= TEXT_LIMIT) draft.lines.push(text);
  else noteProblem(report, 'text_cut', { line: draft.line });
}

function finishDraft({ at, who, line, lines }: Draft, format: BlockFormat): HistoryItem {
  return format.finish({ at, who, line, text: lines.join('\n').trimEnd() });
}
