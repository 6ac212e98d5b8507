/**
 * Instagram and Messenger `message_1.json`. Their texts are UTF-8 bytes written as if each byte were a character;
 * texts that do not decode that way are left as they are.
 */
import { asNumber, asRecord, asRecords, asText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type {
  Attachment,
  HistoryEvent,
  HistoryGroup,
  HistoryItem,
  HistoryMessage,
  MediaKind,
  SystemKind,
} from '../model.ts';
import { inputJson } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteAuthor, noteProblem, noteUnknown } from '../report.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Undoes the exporter's mistake: characters up to U+00FF are bytes of UTF-8. */
export function mendText(text: string): string {
  if (!/[\u0080-\u00ff]/u.test(text) || /[^\0-\u00ff]/u.test(text)) return text;
  try {
    return decoder.decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** Reader of Instagram's (and Messenger's) JSON. */
export const instagram: Reader = {
  format: 'instagram',
  probe: ({ paths }) => (paths.has('messages.*.sender_name') && paths.has('messages.*.timestamp_ms') ? 1 : 0),
  read,
};

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const group: HistoryGroup = {};
  const plan = {
    participants: 'enter',
    'participants.*': 'take',
    messages: 'enter',
    'messages.*': 'take',
    title: 'take',
    thread_path: 'take',
  } as const;
  for await (const steps of inputJson(input, plan)) {
    const items: HistoryItem[] = [];
    for (const { path, value, end, line } of steps) {
      if (end) continue;
      if (path === 'title') group.name = mendText(asText(value) ?? '');
      else if (path === 'thread_path') group.externalId = asText(value);
      else if (path === 'participants.*') noteAuthor(input.report, { name: readText(asRecord(value).name) ?? '' });
      else {
        const item = readItem(asRecord(value), group, line);
        if (item) items.push(item);
        else {
          noteProblem(input.report, 'bad_time', { line });
          noteUnknown(input.report, line, JSON.stringify(value));
        }
      }
    }
    yield items;
  }
}

function readText(value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined ? undefined : mendText(text);
}

const FIELDS: Record<string, MediaKind> = {
  photos: 'image',
  videos: 'video',
  audio_files: 'voice',
  gifs: 'sticker',
  files: 'file',
};
const EVENTS: readonly [SystemKind, RegExp][] = [
  ['invite', / added .+ to the group\.?$/u],
  ['leave', / left the group\.?$/u],
  ['remove', / removed .+ from the group\.?$/u],
  ['rename', / named the group | changed the group name/u],
  ['create', / created the group/u],
];

function readItem(raw: JsonRecord, group: HistoryGroup, line: number): HistoryItem | undefined {
  const at = asNumber(raw.timestamp_ms);
  const name = readText(raw.sender_name);
  if (at === undefined || name === undefined) return undefined;
  const placed = { at, zoneKnown: true, group, line };
  const text = readText(raw.content) ?? readText(asRecord(raw.share).link) ?? '';
  const event = EVENTS.find(([, pattern]) => pattern.test(text));
  if (event && asRecords(raw.photos).length === 0) {
    const row: HistoryEvent = { type: 'system', ...placed, kind: event[0], actor: { name }, text };
    return row;
  }
  const attachments = Object.entries(FIELDS).flatMap(([field, kind]) =>
    asRecords(raw[field]).map(({ uri }): Attachment => withoutEmpty({ kind, name: asText(uri)?.split('/').at(-1) })),
  );
  if (raw.sticker !== undefined) attachments.push({ kind: 'sticker' });
  const reactions = asRecords(raw.reactions).map(({ reaction, actor }) => ({
    emoji: readText(reaction) ?? '',
    count: 1,
    by: [{ name: readText(actor) ?? '' }],
  }));
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author: { name },
    kind:
      attachments[0]?.kind ?? (raw.share === undefined ? (raw.call_duration === undefined ? 'text' : 'call') : 'share'),
    text,
    attachments,
    reactions,
    recalled: raw.is_unsent === true ? true : undefined,
  };
  return withoutEmpty(message);
}
