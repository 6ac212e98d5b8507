/**
 * LINE's text export in Japanese, Chinese, English and Thai clients: a line per day, then `time TAB name TAB text`.
 * Texts of several lines stand in quotes. The order of a numeric date is checked by its weekday.
 */
import { makeWallTime, readHalf, readHour } from '../clock.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, MessageKind, SystemKind } from '../model.ts';
import type { Head, Reader, ReaderInput } from '../reader.ts';
import { readBlocks } from './blocks.ts';

const TITLE =
  /^\ufeff?\[LINE\]\s*(?:Chat history (?:in|with)\s+|与|與)?["“「]?(.+?)["”」]?(?:とのトーク履歴|的聊天記錄|的聊天记录|的對話紀錄)?$/u;
const SAVED = /^(?:Saved on|保存日時|儲存日期|保存日期|บันทึกเมื่อ)\s?[:：]/u;
const WEEKDAY = '(?:\\s?[(（](.{1,4})[)）]|\\s+([A-Za-z]{3,9}|.曜日|星期.|週.))?';
const DAY = new RegExp(`^(?:([A-Za-z]{3}),\\s)?(\\d{1,4})[/.](\\d{1,2})[/.](\\d{1,4})${WEEKDAY}$`, 'u');
const ROW = /^(上午|下午|午前|午後)?(\d{1,2}):(\d{2})\s?([AaPp][Mm])?\t([^\t]*)(?:\t(.*))?$/su;
const WEEK: readonly RegExp[] = [
  /^(?:sun|日|星期日|週日|周日)/iu,
  /^(?:mon|月|一)/iu,
  /^(?:tue|火|二)/iu,
  /^(?:wed|水|三)/iu,
  /^(?:thu|木|四)/iu,
  /^(?:fri|金|五)/iu,
  /^(?:sat|土|六)/iu,
];

/** Reader of LINE's `.txt`. */
export const lineTxt: Reader = { format: 'line', probe, read };

function probe({ lines }: Head): number {
  if (lines[0] !== undefined && /^\ufeff?\[LINE\]/u.test(lines[0])) return 1;
  const day = lines.findIndex((line) => DAY.test(line.trim()));
  return day >= 0 && lines.slice(day, day + 10).some((line) => ROW.test(line)) ? 0.7 : 0;
}

function readDay(text: string): number | undefined {
  const found = DAY.exec(text);
  if (!found) return undefined;
  const [a, b, c] = [found[2] ?? '', found[3] ?? '', found[4] ?? ''];
  const orders =
    a.length === 4
      ? [[a, b, c]]
      : [
          [c, a, b],
          [c, b, a],
        ];
  const days = orders
    .map(([year, month, day]) =>
      makeWallTime({ year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0 }),
    )
    .filter((at) => at !== undefined);
  const name = (found[1] ?? found[5] ?? found[6] ?? '').replace(/^(?:星期|週|周)/u, '');
  const weekday = WEEK.findIndex((pattern) => pattern.test(name));
  return days.find((at) => weekday < 0 || new Date(at).getUTCDay() === weekday) ?? days[0];
}

function read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const group: HistoryGroup = {};
  let day: number | undefined;
  let quoted = false;
  return readBlocks(input, {
    readHeader(text) {
      const title = group.name === undefined ? TITLE.exec(text) : null;
      if (title) group.name = title[1];
      if (title || SAVED.test(text)) return 'skip';
      const next = quoted ? undefined : readDay(text.trim());
      if (next !== undefined) {
        day = next;
        return 'skip';
      }
      const row = ROW.exec(text);
      if (!row) {
        if (quoted && text.endsWith('"')) quoted = false;
        return undefined;
      }
      const words = row[6];
      quoted = words !== undefined && words.startsWith('"') && !(words.length > 1 && words.endsWith('"'));
      const hour = Number(row[2]);
      const real = readHour(hour, readHalf(row[1] ?? row[4], hour));
      const at = day === undefined || real > 23 ? undefined : day + (real * 60 + Number(row[3])) * 60_000;
      const system = words === undefined || row[5] === '';
      return { at, who: system ? '' : (row[5] ?? ''), text: words ?? row[5] };
    },
    finish: ({ at, who, text, line }) => finish({ at, zoneKnown: false, group, line }, who, text),
  });
}

const EVENTS: readonly [SystemKind, RegExp][] = [
  ['join', /joined the (?:group|chat)|加入(?:了)?(?:群組|聊天|本群)|(?:が|は)?(?:グループに)?参加しました|เข้าร่วม/u],
  ['leave', /left the (?:group|chat)|(?:退出|離開)(?:了)?(?:群組|聊天)|退会しました|退出しました|ออกจาก/u],
  ['invite', /invited|added|邀請|招待しました|追加しました/u],
  ['remove', /removed|(?:刪除|移除|踢)|削除しました|退会させました/u],
  ['recall', /unsent a message|收回訊息|已收回|送信を取り消し/u],
  ['rename', /changed the (?:group|chat)(?:'s)? name|群組名稱|グループ名/u],
  ['picture', /(?:group|profile) (?:photo|picture|image)|圖片|アイコン/u],
  ['notice', /announcement|公告|アナウンス|note|記事本/u],
  ['call', /call|通話/u],
];
const MEDIA: readonly [RegExp, MessageKind][] = [
  [/^\[?(?:Photo|照片|圖片|写真)\]?$/u, 'image'],
  [/^\[?(?:Video|影片|動画)\]?$/u, 'video'],
  [/^\[?(?:Sticker|貼圖|スタンプ)\]?$/u, 'sticker'],
  [/^\[?(?:Voice message|語音訊息|ボイスメッセージ)\]?$/u, 'voice'],
  [/^\[?(?:File|檔案|ファイル)\]?$/u, 'file'],
  [/^\[?(?:Location|位置訊息|位置情報)\]?$/u, 'location'],
  [/^☎/u, 'call'],
];

type Placed = Pick<HistoryMessage, 'at' | 'zoneKnown' | 'group' | 'line'>;

function finish(placed: Placed, who: string, raw: string): HistoryItem {
  const text = /^"[\s\S]*\n[\s\S]*"$/u.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw;
  if (who === '') {
    const kind = EVENTS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
    const actor = /^(.{1,40}?)(?:\s?(?:joined|left|invited|unsent|added|已|加入|退出|離開|收回|邀請|が|さんが))/u.exec(
      text,
    )?.[1];
    return { type: 'system', ...placed, kind, ...(actor === undefined ? {} : { actor: { name: actor } }), text };
  }
  const kind = MEDIA.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
  const mentions = [...text.matchAll(/@([^\s@]{1,40})/gu)].map(([, name]) => ({ name }));
  return {
    type: 'message',
    ...placed,
    author: { name: who },
    kind,
    text,
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}
