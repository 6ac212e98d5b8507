/**
 * Text copied out of the WeChat desktop client: a name, a time, the words, block after block; name and time may
 * share a line. There are no ids and often no dates, which is why much of it is assumed and noted.
 */
import type { HistoryItem, HistoryMessage } from '../model.ts';
import type { Head, Reader, ReaderInput } from '../reader.ts';
import { inputLines } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';
import { isShownTime, makeDayReader } from './partial-dates.ts';
import type { DayReader } from './partial-dates.ts';
import { readWechatEvent, readWechatMentions, readWechatPlaceholder } from './wechat-words.ts';

const SAME_LINE =
  /^(\S.{0,39}?)[:：]?\s+((?:(?:\d{4}[-/.年]\s?)?\d{1,2}[-/.月]\s?\d{1,2}日?\s*|昨天\s*|前天\s*|星期.\s*)(?:[上下]午|凌晨|早上|中午|晚上)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)$/u;
const TEXT_LINES = 4000;

/** Reader of pasted blocks. */
export const wechatPaste: Reader = { format: 'wechat-paste', probe, read };

function probe({ lines }: Head): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  const [name = '', time = ''] = lines.slice(first, first + 2);
  const headed = SAME_LINE.test(name.trim()) || (isName(name) && isShownTime(time)) || isShownTime(name);
  if (!headed) return 0;
  const pairs = lines.filter(
    (line, at) => SAME_LINE.test(line.trim()) || (isShownTime(line) && isName(lines[at - 1] ?? '')),
  );
  return pairs.length >= 2 || lines.length < 6 ? 0.5 : 0;
}

function isName(line: string): boolean {
  const name = line.trim();
  return name !== '' && name.length <= 40 && !isShownTime(name) && !/[。！？]$/u.test(name);
}

interface Draft {
  name: string;
  at: number;
  line: number;
  lines: string[];
}

interface State {
  draft: Draft | undefined;
  /** The last line that was not blank may turn out to be the next name. */
  readDay: DayReader;
  items: HistoryItem[];
  input: ReaderInput;
}

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const state: State = { draft: undefined, readDay: makeDayReader(input), items: [], input };
  let before: { text: string; line: number } | undefined;
  for await (const { lines, first } of inputLines(input)) {
    for (let index = 0; index < lines.length; index += 1) {
      const text = (lines[index] ?? '').trim();
      const line = first + index;
      if (isShownTime(text) && before && isName(before.text)) {
        startDraft(state, before, text);
        before = undefined;
        continue;
      }
      if (before) takeLine(state, before);
      before = { text, line };
    }
    yield state.items.splice(0);
  }
  if (before) takeLine(state, before);
  close(state);
  yield state.items;
}

function startDraft(state: State, { text: name, line }: { text: string; line: number }, time: string): void {
  close(state);
  const at = state.readDay(time);
  if (at !== undefined) state.draft = { name: name.replace(/[:：]$/u, ''), at, line, lines: [] };
  else {
    noteProblem(state.input.report, 'bad_time', { line: line + 1 });
    noteUnknown(state.input.report, line + 1, time);
  }
}

function takeLine(state: State, { text, line }: { text: string; line: number }): void {
  const header = SAME_LINE.exec(text);
  if (header) startDraft(state, { text: header[1] ?? '', line }, header[2] ?? '');
  else if (!state.draft) {
    if (text !== '') noteUnknown(state.input.report, line, text);
  } else if (state.draft.lines.length < TEXT_LINES) state.draft.lines.push(text);
  else noteProblem(state.input.report, 'text_cut', { line: state.draft.line });
}

function close(state: State): void {
  const { draft } = state;
  state.draft = undefined;
  if (!draft) return;
  const { name, at, line } = draft;
  const text = draft.lines.join('\n').trim();
  const placed = { at, zoneKnown: false, line };
  const event = text.length < 100 ? readWechatEvent(text) : undefined;
  if (name === '系统消息' || (event?.kind === 'recall' && text.includes('撤回了一条消息'))) {
    state.items.push({ type: 'system', ...placed, ...(event ?? { kind: 'other' as const }), text });
    return;
  }
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author: { name },
    kind: readWechatPlaceholder(text),
    text,
  };
  const mentions = readWechatMentions(text);
  if (mentions) message.mentions = mentions;
  // A quote is copied as `「name：words」` above a rule.
  const quote = /^「(.{1,40}?)[:：]([\s\S]*?)」\n[-—\s]{3,}\n([\s\S]*)$/u.exec(text);
  if (quote) {
    message.replyTo = { authorName: quote[1], text: quote[2]?.trim() };
    message.text = quote[3]?.trim() ?? '';
  }
  state.items.push(message);
}
