/**
 * What sjzar/chatlog answers over HTTP for a WeChat chat: JSON with everything, CSV with local times, and a text
 * form whose headers may lack the year.
 */
import { readIsoTime } from '../clock.ts';
import { asNumber, asRecord, asText, firstText, withoutEmpty } from '../json-value.ts';
import type { JsonRecord } from '../json-value.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, Quote } from '../model.ts';
import { inputJson, inputRows } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';
import { readBlocks } from './blocks.ts';
import { makeDayReader } from './partial-dates.ts';
import {
  isWechatSystem,
  readWechatEvent,
  readWechatKind,
  readWechatMentions,
  readWechatPlaceholder,
} from './wechat-words.ts';

const COLUMNS = 'Time,SenderName,Sender,TalkerName,Talker,Content';

/** Reader of chatlog's JSON. */
export const chatlogJson: Reader = {
  format: 'chatlog-json',
  probe: ({ paths }) => (paths.has('*.seq') && paths.has('*.talker') && paths.has('*.sender') ? 1 : 0),
  read: readObjects,
};

/** Reader of chatlog's CSV. */
export const chatlogCsv: Reader = {
  format: 'chatlog-csv',
  probe: ({ lines }) => (lines[0]?.startsWith(COLUMNS) ? 1 : 0),
  read: readTable,
};

/** Reader of chatlog's text. */
export const chatlogText: Reader = {
  format: 'chatlog-text',
  probe: ({ lines }) => (HEADER.test(lines.find((line) => line.trim() !== '') ?? '') ? 0.85 : 0),
  read: readText,
};

async function* readObjects(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const groups = new Map<string, HistoryGroup>();
  for await (const steps of inputJson(input, { '*': 'take' })) {
    const items: HistoryItem[] = [];
    for (const { value, end, line } of steps) {
      if (end) continue;
      const raw = asRecord(value);
      const moment = readIsoTime(asText(raw.time) ?? '');
      if (moment)
        items.push(readObject(raw, { ...moment, line, group: findGroup(groups, raw), externalId: asText(raw.seq) }));
      else {
        noteProblem(input.report, 'bad_time', { line });
        noteUnknown(input.report, line, JSON.stringify(raw));
      }
    }
    yield items;
  }
}

function findGroup(groups: Map<string, HistoryGroup>, raw: JsonRecord): HistoryGroup {
  const id = asText(raw.talker) ?? '';
  let group = groups.get(id);
  if (!group) {
    const kind = raw.isChatRoom === true || id.endsWith('@chatroom') ? 'group' : 'private';
    const found: HistoryGroup = { externalId: id || undefined, name: asText(raw.talkerName), kind };
    group = withoutEmpty(found);
    groups.set(id, group);
  }
  return group;
}

type Placed = Pick<HistoryMessage, 'at' | 'zoneKnown' | 'line' | 'group' | 'externalId'>;

function readObject(raw: JsonRecord, placed: Placed): HistoryItem {
  const type = asNumber(raw.type) ?? 1;
  const subType = asNumber(raw.subType) ?? 0;
  const contents = asRecord(raw.contents);
  const text = firstText(raw.content, contents.title, contents.desc) ?? '';
  if (isWechatSystem(type)) return withoutEmpty({ type: 'system', ...placed, ...readWechatEvent(text), text });
  const sender = { name: firstText(raw.senderName, raw.sender) ?? '', externalId: asText(raw.sender) };
  if (type === 49 && subType === 62)
    return withoutEmpty({ type: 'system', ...placed, kind: 'poke', actor: sender, text });
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author: withoutEmpty({ ...sender, isSelf: raw.isSelf === true ? (true as const) : undefined }),
    kind: readWechatKind(type, subType),
    text,
    replyTo: readQuote(asRecord(contents.refer)),
    mentions: readWechatMentions(text),
  };
  return withoutEmpty(message);
}

function readQuote(refer: JsonRecord): Quote | undefined {
  if (Object.keys(refer).length === 0) return undefined;
  return withoutEmpty({
    externalId: asText(refer.seq),
    authorId: asText(refer.sender),
    authorName: asText(refer.senderName),
    text: asText(refer.content),
  });
}

async function* readTable(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const groups = new Map<string, HistoryGroup>();
  for await (const rows of inputRows(input)) {
    const items: HistoryItem[] = [];
    for (const { cells, line } of rows) {
      const [time = '', senderName = '', sender = '', talkerName, talker, ...content] = cells;
      if (time === 'Time') continue;
      const moment = readIsoTime(time);
      if (moment) {
        const placed = { ...moment, line, group: findGroup(groups, { talker, talkerName }) };
        items.push(readWords({ name: senderName || sender, id: sender, text: content.join(',') }, placed));
      } else {
        noteProblem(input.report, 'bad_time', { line });
        noteUnknown(input.report, line, cells.join());
      }
    }
    yield items;
  }
}

interface Words {
  name: string;
  id: string | undefined;
  text: string;
}

function readWords({ name, id, text }: Words, placed: Placed): HistoryItem {
  if (name === '系统消息' || id === '系统消息') return { type: 'system', ...placed, ...readWechatEvent(text), text };
  const author = withoutEmpty({ name, externalId: id || undefined });
  const message: HistoryMessage = { type: 'message', ...placed, author, kind: readWechatPlaceholder(text), text };
  message.mentions = readWechatMentions(text);
  return withoutEmpty(message);
}

const HEADER =
  /^(\S.{0,80}?)\(([^()\s]{1,60})\)\s(?:\[(.{1,80}?)(?:\(([^()]{1,60})\))?\]\s)?((?:\d{4}-)?(?:\d{2}-\d{2}\s)?\d{2}:\d{2}:\d{2})$/u;

async function* readText(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const readDay = makeDayReader(input);
  const groups = new Map<string, HistoryGroup>();
  let group: HistoryGroup = {};
  yield* readBlocks(input, {
    readHeader(text) {
      const found = text.endsWith(':') ? null : HEADER.exec(text);
      if (!found) return undefined;
      if (found[3] !== undefined) group = findGroup(groups, { talker: found[4] ?? '', talkerName: found[3] });
      return { at: readDay(found[5] ?? ''), who: `${found[1]}\n${found[2]}` };
    },
    finish({ at, who, text, line }) {
      const [name = '', id] = who.split('\n');
      return readWords({ name, id, text }, { at, zoneKnown: false, line, group });
    },
  });
}
