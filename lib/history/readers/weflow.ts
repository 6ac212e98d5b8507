/** The JSON of WeFlow and EchoTrace, two exporters of WeChat that name message types in words. */
import { asNumber, asRecord, asText, firstText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, MessageKind } from '../model.ts';
import { inputJson } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';
import { readWechatEvent, readWechatMentions, readWechatXml } from './wechat-words.ts';

/** Reader of WeFlow's and EchoTrace's JSON. */
export const weflow: Reader = {
  format: 'weflow',
  probe: ({ paths }) =>
    paths.has('session.wxid') && (paths.has('messages.*.createTime') || paths.has('messages')) ? 1 : 0,
  read,
};

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const group: HistoryGroup = {};
  let told: number | undefined;
  let seen = 0;
  for await (const steps of inputJson(input, { session: 'take', messages: 'enter', 'messages.*': 'take' })) {
    const items: HistoryItem[] = [];
    for (const { path, value, end, line } of steps) {
      const raw = asRecord(value);
      if (end) {
        if (path === 'messages' && told !== undefined && told !== seen)
          noteProblem(input.report, 'count_mismatch', { line, detail: `${told}/${seen}` });
      } else if (path === 'session') {
        group.externalId = asText(raw.wxid);
        group.name = firstText(raw.remark, raw.nickname, raw.displayName);
        group.kind = raw.type === '私聊' ? 'private' : 'group';
        told = asNumber(raw.messageCount);
      } else {
        seen += 1;
        const item = readItem(raw, group, line);
        if (item) items.push(item);
        else {
          noteProblem(input.report, 'bad_time', { line });
          noteUnknown(input.report, line, JSON.stringify(raw));
        }
      }
    }
    yield items;
  }
}

const KINDS: readonly [RegExp, MessageKind][] = [
  [/^文本|^引用/u, 'text'],
  [/^图片/u, 'image'],
  [/^语音通话|^视频通话|通话/u, 'call'],
  [/^语音/u, 'voice'],
  [/^视频号|^小程序|^音乐/u, 'share'],
  [/^视频/u, 'video'],
  [/表情/u, 'sticker'],
  [/^文件/u, 'file'],
  [/^位置/u, 'location'],
  [/^名片/u, 'contact'],
  [/红包/u, 'red_packet'],
  [/转账/u, 'transfer'],
  [/转发|聊天记录/u, 'forward'],
  [/拍一拍/u, 'poke'],
  [/链接|卡片|分享/u, 'link'],
];

function readItem(raw: JsonRecord, group: HistoryGroup, line: number): HistoryItem | undefined {
  const seconds = asNumber(raw.createTime);
  if (seconds === undefined) return undefined;
  const placed = { at: seconds * 1000, zoneKnown: true, group, line, externalId: asText(raw.localId) };
  const type = asText(raw.type) ?? '';
  const content = asText(raw.content) ?? '';
  if (type.startsWith('系统') || type.startsWith('拍一拍'))
    return { type: 'system', ...placed, ...readWechatEvent(content), text: content };
  const id = asText(raw.senderUsername);
  const quoted = type.startsWith('引用')
    ? readWechatXml(asText(raw.source)?.includes('<refermsg>') ? String(raw.source) : content)
    : undefined;
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author: withoutEmpty({
      name: firstText(raw.senderDisplayName, id) ?? '',
      externalId: id,
      isSelf: raw.isSend === 1 ? (true as const) : undefined,
    }),
    kind: KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other',
    text: quoted?.text || content,
    replyTo: quoted?.replyTo,
    mentions: readWechatMentions(content),
  };
  return withoutEmpty(message);
}
