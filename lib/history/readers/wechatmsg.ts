import { asNumber, withoutEmpty } from '../json-value.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage } from '../model.ts';
import { inputRows } from '../reader.ts';
import type { Reader, ReaderInput } from '../reader.ts';
import { noteAssumption, noteProblem, noteUnknown } from '../report.ts';
import { isWechatSystem, readWechatEvent, readWechatKind, readWechatMentions, readWechatXml } from './wechat-words.ts';

const COLUMNS = 'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender';

/** Reader of the CSV of WeChatMsg (MemoTrace); the group's name stands in the file's name only. */
export const wechatmsg: Reader = {
  format: 'wechatmsg',
  probe: ({ lines }) => (lines[0]?.startsWith(COLUMNS) ? 1 : 0),
  read,
};

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const name =
    input.source.name
      .split('/')
      .at(-1)
      ?.replace(/(?:_utf8)?\.csv$/iu, '') ?? '';
  const group = name === '' ? {} : { name };
  if (name !== '') noteAssumption(input.report, 'group_from_file_name', name);
  for await (const rows of inputRows(input)) {
    const items: HistoryItem[] = [];
    for (const { cells, line } of rows) {
      if (cells[0] === 'localId') continue;
      const item = readRow(cells, group, line);
      if (item) items.push(item);
      else {
        noteProblem(input.report, 'bad_time', { line });
        noteUnknown(input.report, line, cells.join());
      }
    }
    yield items;
  }
}

function readRow(cells: readonly string[], group: HistoryGroup, line: number): HistoryItem | undefined {
  const [localId, , type, subType, isSender, createTime, , content = '', , remark, nickName, sender] = cells;
  const seconds = asNumber(createTime);
  if (seconds === undefined || cells.length < 12) return undefined;
  const placed = { at: seconds * 1000, zoneKnown: true, group, line, externalId: localId };
  if (isWechatSystem(Number(type))) {
    const text = content.replaceAll(/<[^>]*>/gu, '').trim();
    return { type: 'system', ...placed, ...readWechatEvent(text), text };
  }
  const share = Number(type) === 49 && content.includes('<') ? readWechatXml(content) : undefined;
  const isText = Number(type) === 1;
  const message: HistoryMessage = {
    type: 'message',
    ...placed,
    author: withoutEmpty({
      name: remark || nickName || sender || '',
      externalId: sender || undefined,
      isSelf: isSender === '1' ? (true as const) : undefined,
    }),
    kind: readWechatKind(Number(type), share?.subType ?? Number(subType)),
    // Other types carry XML or nothing that somebody said.
    text: isText ? content : (share?.text ?? (content.startsWith('<') ? '' : content)),
    replyTo: share?.replyTo,
    mentions: isText ? readWechatMentions(content) : undefined,
  };
  return withoutEmpty(message);
}
