/**
 * QQ's own text export: blocks of a header line and a body, in the variants that clients of fifteen years wrote.
 * The account `10000` (or `1000000`) is QQ itself; titles such as 【管理员】 are kept as a role.
 */
import { makeWallTime, readHalf, readHour } from '../clock.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, MessageKind, Participant, SystemKind } from '../model.ts';
import { shareOf } from '../reader.ts';
import type { Head, Reader, ReaderInput } from '../reader.ts';
import { readBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';

const CLOCK = '(?:(上午|下午|[AP]M)\\s?)?(\\d{1,2}):(\\d{2}):(\\d{2})(?:\\s?(AM|PM))?';
const FULL = new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})\\s+${CLOCK}(?:\\s+(\\S.*))?$`, 'u');
const TAIL = new RegExp(`^(\\S.*?)\\s+${CLOCK}$`, 'u');
const DAY_BAR = /^[—–-]\s?[—–-]\s+(\d{4})[-/](\d{1,2})[-/](\d{1,2})\s+[—–-]\s?[—–-]$/u;
const SUBJECT = /^消息对象[:：](.*)$/u;

/** Reader of QQ's `.txt`. */
export const qqTxt: Reader = { format: 'qq-txt', probe, read };

function probe(head: Head): number {
  if (head.lines.slice(0, 20).some((line) => line.startsWith('消息记录（此消息记录为文本格式'))) return 1;
  const headers = head.lines.filter((line) => /[(<][^()<>]{4,60}[)>]$/u.test(FULL.exec(line)?.[9] ?? ''));
  if (headers.length > 0) return 0.8;
  // Discussion groups show nicknames only: a time and a short name above bodies that are neither.
  const named = shareOf(head.lines, (line) => (FULL.exec(line)?.[9] ?? 'x'.repeat(99)).length <= 40);
  if (named > 0.1 && named <= 0.6 && FULL.test(head.lines.find((line) => line.trim() !== '') ?? '')) return 0.45;
  const bars = head.lines.some((line) => DAY_BAR.test(line.trim()));
  return bars && head.lines.some((line) => TAIL.test(line)) ? 0.8 : 0;
}

function read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  let group: HistoryGroup = {};
  let day: string[] | undefined;
  return readBlocks(input, {
    readHeader(text) {
      const bar = DAY_BAR.exec(text.trim());
      const subject = SUBJECT.exec(text);
      if (bar) day = bar.slice(1, 4);
      if (subject) group = { name: subject[1]?.trim() };
      if (bar || subject) return 'skip';
      const header = readHeader(text, day);
      return header && { ...header, group };
    },
    // The title, its rules of ===== and the name of the folder of chats say nothing more.
    isPreamble: (text) => /^(?:\s*|=+|消息记录.*|消息分组[:：].*)$/u.test(text),
    finish,
  });
}

function readHeader(text: string, day: string[] | undefined): { who: string; at: number | undefined } | undefined {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) {
    const full = FULL.exec(text);
    if (full) return { who: full[9] ?? '', at: readTime(full.slice(1, 4), full.slice(4, 9)) };
  }
  const tail = day === undefined ? null : TAIL.exec(text);
  // Under day bars the name comes first; a text that ends with a time is told by its missing name pattern.
  return tail && day ? { who: tail[1] ?? '', at: readTime(day, tail.slice(2, 7)) } : undefined;
}

function readTime(
  day: readonly string[],
  [before, hour, minute, second, after]: (string | undefined)[],
): number | undefined {
  const half = readHalf(before ?? after, Number(hour));
  return makeWallTime({
    year: Number(day[0]),
    month: Number(day[1]),
    day: Number(day[2]),
    hour: readHour(Number(hour), half),
    minute: Number(minute),
    second: Number(second),
  });
}

/** Splits `【title】name(account)` or `name<mail>`. */
function readAuthor(who: string): Participant {
  const found = /^(?:【([^】]{1,20})】)?(.*?)(?:\(([^()]{1,60})\)|<([^<>]{1,80})>)?$/su.exec(who);
  const externalId = found?.[3] ?? found?.[4];
  const author: Participant = { name: (found?.[2] ?? who).trim() };
  if (externalId !== undefined) author.externalId = externalId;
  if (author.name === '' && externalId !== undefined) author.name = externalId;
  if (found?.[1] !== undefined) author.role = found[1];
  return author;
}

const EVENTS: readonly [SystemKind, RegExp][] = [
  ['recall', /^(?<actor>.{1,60}?)\s?撤回了(?:一条|.{1,60}?的)消息/u],
  ['invite', /^(?<actor>.{1,60}?)\s?邀请\s?(?<target>.{1,60}?)\s?加入了?(?:本群|群聊|群)/u],
  ['join', /^(?<actor>.{1,60}?)\s?(?:通过.{1,40})?(?:已)?加入了?(?:本群|群聊|群)/u],
  ['leave', /^(?<actor>.{1,60}?)\s?(?:已)?退出了?(?:本群|群聊|群)/u],
  ['remove', /^(?<target>.{1,60}?)\s?(?:已)?被(?<actor>.{0,60}?)(?:移出|踢出|移除)/u],
  ['remove', /^(?<actor>.{1,60}?)\s?(?:已)?将(?<target>.{1,60}?)(?:移出|踢出|移除)/u],
  ['rename', /^(?<actor>.{1,60}?)\s?(?:修改|更改)了?群名/u],
  ['role', /(?:成为|被设为|设置为|取消).{0,10}管理员/u],
  ['notice', /群公告|群通知/u],
  ['settings', /禁言/u],
];

/** Reads what QQ itself says; also used by the other QQ exports. */
export function readQqEvent(text: string): { kind: SystemKind; actor?: Participant; targets?: Participant[] } {
  for (const [kind, pattern] of EVENTS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { actor, target } = found.groups ?? {};
    const row: { kind: SystemKind; actor?: Participant; targets?: Participant[] } = { kind };
    if (actor) row.actor = readAuthor(actor);
    if (target) row.targets = [readAuthor(target)];
    return row;
  }
  return { kind: 'other' };
}

const PLACEHOLDERS: readonly [MessageKind, RegExp][] = [
  ['image', /^(?:\[图片\]\s*)+$/u],
  ['sticker', /^(?:\[(?:表情|动画表情|大表情)\]\s*)+$/u],
  ['voice', /^\[语音\]/u],
  ['video', /^\[(?:视频|短视频)\]$/u],
  ['file', /^\[文件\]/u],
  ['location', /^\[位置\]/u],
  ['red_packet', /^\[(?:QQ)?红包\]/u],
  ['transfer', /^\[转账\]/u],
  ['poke', /^\[(?:戳一戳|窗口抖动)\]$/u],
  ['forward', /^\[(?:聊天记录|合并转发)\]/u],
];

/** Which kind a body of placeholders stands for. */
export function readQqKind(text: string): MessageKind {
  return text.startsWith('[') ? (PLACEHOLDERS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text') : 'text';
}

function finish({ who, at, line, text: body, group }: Block): HistoryItem {
  const text = body.trim();
  const author = readAuthor(who);
  const placed = { at, zoneKnown: false, group, line };
  const isQq = (author.externalId === '10000' || author.externalId === '1000000') && author.name.startsWith('系统');
  const event = who === '' || isQq || text.includes('撤回了') ? readQqEvent(text) : undefined;
  if (event && (who === '' || isQq || event.kind === 'recall')) return { type: 'system', ...placed, ...event, text };
  const message: HistoryMessage = { type: 'message', ...placed, author, kind: readQqKind(text), text };
  const names = [...text.matchAll(/@([^\s@]{1,40})/gu)].map(([, name]) => ({ name }));
  if (names.length > 0) message.mentions = names;
  if (text.startsWith('[回复]')) message.replyTo = {};
  return message;
}
