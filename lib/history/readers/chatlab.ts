/** ChatLab's exchange format: one JSON document, or JSON lines with a `_type` on each line. */
import { asNumber, asRecord, asText, firstText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import { parseValue } from '../json-stream.ts';
import { isCutRecord } from '../lines.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, MessageKind, Participant } from '../model.ts';
import { inputJson, inputLines } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteAuthor, noteProblem, noteUnknown } from '../report.ts';
import { readWechatEvent } from './wechat-words.ts';

/** Reader of ChatLab's JSON. */
export const chatlabJson: Reader = {
  format: 'chatlab',
  probe: ({ paths, text }) =>
    (paths.has('chatlab.version') || paths.has('chatlab')) && !text.startsWith('{"_type"') ? 0.95 : 0,
  read: readDocument,
};

/** Reader of ChatLab's JSON lines. */
export const chatlabLines: Reader = {
  format: 'chatlab-jsonl',
  probe: ({ lines, paths }) =>
    paths.has('_type') && /"_type"\s*:\s*"(?:header|member|message)"/u.test(lines[0] ?? '') ? 1 : 0,
  read: readRecords,
};

interface State {
  input: ReaderInput;
  group: HistoryGroup;
  members: Map<string, Participant>;
}

function makeState(input: ReaderInput): State {
  return { input, group: {}, members: new Map() };
}

async function* readDocument(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const state = makeState(input);
  const plan = {
    meta: 'take',
    members: 'enter',
    'members.*': 'take',
    messages: 'enter',
    'messages.*': 'take',
  } as const;
  for await (const steps of inputJson(input, plan)) {
    const items: HistoryItem[] = [];
    for (const { path, value, end, line } of steps) {
      if (end) continue;
      if (path === 'meta') takeMeta(state, asRecord(value));
      else if (path === 'members.*') takeMember(state, asRecord(value));
      else takeMessage(state, { raw: asRecord(value), line }, items);
    }
    yield items;
  }
}

async function* readRecords(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const state = makeState(input);
  for await (const batch of inputLines(input)) {
    const { lines, first } = batch;
    const items: HistoryItem[] = [];
    lines.forEach((text, index) => {
      if (text.trim() === '' || text.startsWith('#')) return;
      if (isCutRecord(batch, index)) noteProblem(input.report, 'truncated', { line: first + index });
      const raw = asRecord(parseValue(text, input.report, first + index));
      const { _type: sort } = raw;
      if (sort === 'header') takeMeta(state, asRecord(raw.meta));
      else if (sort === 'member') takeMember(state, raw);
      else if (sort === 'message') takeMessage(state, { raw, line: first + index }, items);
    });
    yield items;
  }
}

function takeMeta({ group }: State, meta: JsonRecord): void {
  group.name = asText(meta.name);
  group.externalId = asText(meta.groupId);
  group.kind = meta.type === 'private' ? 'private' : 'group';
}

function takeMember({ members, input }: State, raw: JsonRecord): void {
  const externalId = asText(raw.platformId);
  const person = withoutEmpty({ name: firstText(raw.groupNickname, raw.accountName) ?? '', externalId });
  if (externalId !== undefined) members.set(externalId, person);
  noteAuthor(input.report, person);
}

const KINDS: Record<number, MessageKind> = {
  0: 'text',
  1: 'image',
  2: 'voice',
  3: 'video',
  4: 'file',
  5: 'sticker',
  7: 'link',
  8: 'location',
  20: 'red_packet',
  21: 'transfer',
  22: 'poke',
  23: 'call',
  24: 'share',
  25: 'text',
  26: 'forward',
  27: 'contact',
};

function takeMessage(state: State, { raw, line }: { raw: JsonRecord; line: number }, items: HistoryItem[]): void {
  const seconds = asNumber(raw.timestamp);
  const sender = asText(raw.sender);
  if (seconds === undefined) {
    noteProblem(state.input.report, 'bad_time', { line });
    noteUnknown(state.input.report, line, JSON.stringify(raw));
    return;
  }
  const type = asNumber(raw.type) ?? 0;
  const text = asText(raw.content) ?? '';
  const placed = {
    at: seconds * 1000,
    zoneKnown: true,
    group: state.group,
    line,
    externalId: asText(raw.platformMessageId),
  };
  if (type === 80 || type === 81) {
    const event = readWechatEvent(text);
    items.push(
      withoutEmpty({ type: 'system', ...placed, ...event, kind: type === 81 ? ('recall' as const) : event.kind, text }),
    );
    return;
  }
  const name = firstText(raw.groupNickname, raw.accountName, state.members.get(sender ?? '')?.name, sender) ?? '';
  const reply = asText(raw.replyToMessageId);
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author: withoutEmpty({ name, externalId: sender }),
    kind: KINDS[type] ?? 'other',
    text,
    replyTo: reply === undefined ? undefined : { externalId: reply },
  };
  items.push(withoutEmpty(message));
}
