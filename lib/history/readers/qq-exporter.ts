/** The JSON of qq-chat-exporter; its chunked variant (a manifest with many parts) is not read. */
import { readEpoch, readIsoTime } from '../clock.ts';
import { asNumber, asRecord, asRecords, asText, firstText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type { Attachment, HistoryGroup, HistoryItem, HistoryMessage, MediaKind, MessageKind, Quote } from '../model.ts';
import { inputJson } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';
import { readQqEvent, readQqKind } from './qq-txt.ts';

/** Reader of qq-chat-exporter's JSON. */
export const qqExporter: Reader = {
  format: 'qq-exporter',
  probe: ({ paths, text }) =>
    paths.has('chatInfo') &&
    (paths.has('messages.*.sender') || paths.has('messages.*.messageId') || /QQChatExporter/u.test(text))
      ? 1
      : 0,
  read,
};

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const group: HistoryGroup = {};
  for await (const steps of inputJson(input, { chatInfo: 'take', messages: 'enter', 'messages.*': 'take' })) {
    const items: HistoryItem[] = [];
    for (const { path, value, end, line } of steps) {
      if (end) continue;
      const raw = asRecord(value);
      if (path === 'chatInfo') {
        group.name = asText(raw.name);
        group.externalId = firstText(raw.uin, raw.peerUid, raw.id);
        group.kind = raw.type === 'private' || raw.type === 'friend' ? 'private' : 'group';
        continue;
      }
      const item = readItem(raw, group, line);
      if (item) items.push(item);
      else {
        noteProblem(input.report, 'bad_time', { line });
        noteUnknown(input.report, line, JSON.stringify(raw));
      }
    }
    yield items;
  }
}

function readMoment(value: unknown): { at: number; zoneKnown: boolean } | undefined {
  const number = asNumber(value);
  if (number === undefined) return readIsoTime(asText(value) ?? '');
  const at = readEpoch(number);
  return at === undefined ? undefined : { at, zoneKnown: true };
}

const MEDIA: Record<string, MediaKind> = {
  image: 'image',
  video: 'video',
  audio: 'voice',
  voice: 'voice',
  file: 'file',
};

function readItem(raw: JsonRecord, group: HistoryGroup, line: number): HistoryItem | undefined {
  const moment = readMoment(raw.timestamp ?? raw.time);
  if (!moment) return undefined;
  const placed = { ...moment, group, line, externalId: firstText(raw.messageId, raw.id) };
  const content = asRecord(raw.content);
  const text = asText(content.text) ?? '';
  const sender = asRecord(raw.sender);
  const inner = asRecord(raw.rawMessage);
  const author = withoutEmpty({
    name:
      firstText(inner.sendMemberName, inner.sendNickName, sender.groupCard, sender.name, sender.uin, sender.uid) ?? '',
    externalId: firstText(sender.uin, inner.senderUin, sender.uid),
  });
  if (raw.isSystemMessage === true || raw.system === true)
    return { type: 'system', ...placed, ...readQqEvent(text), text };
  const attachments = asRecords(content.resources).map(({ type, filename, fileName, size }): Attachment =>
    withoutEmpty({
      kind: MEDIA[asText(type) ?? ''] ?? 'other',
      name: firstText(filename, fileName),
      bytes: asNumber(size),
    }),
  );
  const named: MessageKind = readQqKind(text);
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author,
    kind: named === 'text' && text === '' && attachments[0] ? attachments[0].kind : named,
    text,
    replyTo: readQuote(asRecord(content.reply)),
    mentions: asRecords(content.mentions).map(({ uid, uin, name }) =>
      withoutEmpty({ externalId: firstText(uin, uid), name: asText(name) }),
    ),
    attachments,
    recalled: raw.isRecalled === true || raw.recalled === true ? true : undefined,
  };
  return withoutEmpty(message);
}

function readQuote(reply: JsonRecord): Quote | undefined {
  if (Object.keys(reply).length === 0) return undefined;
  return withoutEmpty({
    externalId: firstText(reply.referencedMessageId, reply.messageId),
    authorName: asText(reply.senderName),
    text: asText(reply.content),
  });
}
