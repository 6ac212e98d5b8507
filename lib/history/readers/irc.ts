/**
 * IRC logs of the usual clients and bots: `[17:00] <nick> text`, irssi, HexChat, WeeChat, ZNC. The day comes from the
 * log's own marks, from the file's name or from the caller; clocks that jump back by half a day mean the next day.
 */
import { makeWallTime, readIsoTime } from '../clock.ts';
import { isCutHeader } from '../lines.ts';
import type { HistoryGroup, HistoryItem, HistoryMessage, Participant, SystemKind } from '../model.ts';
import { inputLines, shareOf } from '../reader.ts';
import type { Head, Reader, ReaderInput } from '../reader.ts';
import { noteProblem, noteUnknown } from '../report.ts';
import { findBaseDay } from './partial-dates.ts';

const DAY = 86_400_000;
const TEXT_LIMIT = 200_000;
const STAMP =
  /^(?:\[?((?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)\]?|([A-Z][a-z]{2}) (\d{1,2}) (\d{2}:\d{2}:\d{2}))[ \t]+/u;
const SAID = /^<[ @+%&~]?([^\s<>]{1,64})>[ \t]?(.*)$/su;
/** Notices and words said to a channel from outside it: `-nick:#room- text`, `(nick/#room) text`. */
const OUTSIDE = /^(?:-([^\s:]{1,64}):[#&][^\s]{1,60}- |\(([^\s/]{1,64})\/[#&][^\s)]{1,60}\) )(.*)$/su;
const TABBED = /^[@+%&~ ]?([^\s]{1,64})\t(.*)$/su;
const DAY_MARK =
  /^(?:--- (?:Log opened|Day changed)|\*{4} BEGIN LOGGING AT) \w{3} (\w{3}) +(\d{1,2})(?: \d{2}:\d{2}:\d{2})? (\d{4})/u;
const QUIET_MARK = /^(?:--- Log closed|\*{4} ENDING LOGGING|Session (?:Start|Close|Ident)|\s*$)/u;
const EVENT = /^(?:===|-!-|\*{1,3}|-->|<--|--)\s*\t?\s*(.*)$/su;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reader of IRC logs. */
export const irc: Reader = { format: 'irc', probe, read };

function probe({ lines }: Head): number {
  if (lines.some((line) => DAY_MARK.test(line))) return 0.85;
  const [header = ''] = lines;
  // A table with tabs says first what its columns are.
  if (header.includes('\t') && !STAMP.test(header)) return 0;
  const said = shareOf(
    lines,
    (line) => SAID.test(line.replace(STAMP, '')) || (STAMP.test(line) && TABBED.test(line.replace(STAMP, ''))),
  );
  const all = shareOf(lines, (line) => SAID.test(line.replace(STAMP, '')) || EVENT.test(line.replace(STAMP, '')));
  return said > 0 && Math.max(said, all) > 0.6 ? 0.7 : 0;
}

interface State {
  input: ReaderInput;
  group: HistoryGroup;
  day: number | undefined;
  last: number;
  /** The last message waits for lines that may continue it; logs of other chats written like IRC have them. */
  held: HistoryItem | undefined;
  dated: boolean;
}

async function* read(input: ReaderInput): AsyncGenerator<HistoryItem[]> {
  const room = /(?:^|[/_.\s-])([#&][^\s/,]{1,60}?)(?=[-_.]\d{4}|[-_.]\d{8}|\.log|\.txt|\.weechatlog|\/|$)/u.exec(
    input.source.name,
  )?.[1];
  const state: State = {
    input,
    group: room === undefined ? {} : { name: room },
    day: undefined,
    last: Number.NEGATIVE_INFINITY,
    held: undefined,
    dated: false,
  };
  for await (const { lines, first, open } of inputLines(input)) {
    const items: HistoryItem[] = [];
    for (let index = 0; index < lines.length; index += 1) {
      const item = takeLine(state, lines[index] ?? '', first + index);
      if (!item && open && index === lines.length - 1 && isCutLine(lines[index] ?? '', lines[index - 1]))
        noteProblem(input.report, 'truncated', { line: first + index });
      if (!item) continue;
      if (state.held) items.push(state.held);
      state.held = item;
    }
    yield items;
  }
  if (state.held) yield [state.held];
}

/** A file stops inside the clock, or inside the nick behind it. */
function isCutLine(raw: string, before: string | undefined): boolean {
  const stamp = STAMP.exec(raw);
  return isCutHeader(raw, before) || (stamp !== null && /^<[^>]{0,64}$/u.test(raw.slice(stamp[0].length)));
}

function takeLine(state: State, raw: string, line: number): HistoryItem | undefined {
  const mark = DAY_MARK.exec(raw);
  if (mark) {
    const month = MONTHS.indexOf(mark[1] ?? '') + 1;
    state.day = makeWallTime({ year: Number(mark[3]), month, day: Number(mark[2]), hour: 0, minute: 0 }) ?? state.day;
    state.last = state.day ?? state.last;
    return undefined;
  }
  if (QUIET_MARK.test(raw)) return undefined;
  const stamp = STAMP.exec(raw);
  const body = stamp ? raw.slice(stamp[0].length) : raw;
  const moment = readStamp(state, stamp);
  if (!moment) {
    noteProblem(state.input.report, 'bad_time', { line });
    noteUnknown(state.input.report, line, raw);
    return undefined;
  }
  const placed = { ...moment, group: state.group, line };
  const item = readBody(body, placed);
  if (!item && !stamp && state.dated && continueHeld(state.held, raw)) return undefined;
  if (!item) noteUnknown(state.input.report, line, raw);
  return item;
}

/** Where every line carries its full date, a bare line belongs to the message above it. */
function continueHeld(held: HistoryItem | undefined, text: string): boolean {
  if (held?.type !== 'message' || held.text.length > TEXT_LIMIT) return false;
  held.text += `\n${text}`;
  return true;
}

function readStamp(state: State, stamp: RegExpExecArray | null): { at: number; zoneKnown: boolean } | undefined {
  if (!stamp) {
    // A row without a clock happened when the one before it did.
    const at = Number.isFinite(state.last) ? state.last : findBaseDay(state.input, 'day_assumed');
    return { at, zoneKnown: false };
  }
  const text = stamp[1] ?? stamp[4] ?? '';
  if (/^\d{4}-/u.test(text)) {
    const moment = readIsoTime(text);
    state.dated = true;
    if (moment) state.last = moment.at;
    return moment;
  }
  const [hour, minute, second = 0] = text.split(':').map((part) => Number.parseInt(part, 10));
  if (hour === undefined || minute === undefined || hour > 23 || minute > 59) return undefined;
  const clock = ((hour * 60 + minute) * 60 + second) * 1000;
  state.day ??= findBaseDay(state.input, 'day_assumed');
  if (stamp[2] !== undefined) {
    const year = new Date(state.day).getUTCFullYear();
    const month = MONTHS.indexOf(stamp[2]) + 1;
    state.day = makeWallTime({ year, month, day: Number(stamp[3]), hour: 0, minute: 0 }) ?? state.day;
  } else if (state.day + clock < state.last - DAY / 2) state.day += DAY;
  state.last = state.day + clock;
  return { at: state.last, zoneKnown: false };
}

type Placed = Pick<HistoryMessage, 'at' | 'zoneKnown' | 'group' | 'line'>;

function readBody(body: string, placed: Placed): HistoryItem | undefined {
  const event = EVENT.exec(body);
  const action = /^(?:\*|\s\*)\s\t?([^\s*]{1,64}) (.*)$/su.exec(body);
  if (event && !(action && !isEventText(event[1] ?? ''))) return readEvent(event[1] ?? '', placed);
  if (action) return readSaid(action[1] ?? '', action[2] ?? '', placed);
  const outside = OUTSIDE.exec(body);
  if (outside) return readSaid(outside[1] ?? outside[2] ?? '', outside[3] ?? '', placed);
  const said = SAID.exec(body) ?? TABBED.exec(body);
  return said ? readSaid(said[1] ?? '', said[2] ?? '', placed) : undefined;
}

const EVENTS: readonly [SystemKind, RegExp][] = [
  ['join', /^(?:Joins: )?(?<actor>\S+) ?(?:[[(][^\])]*[\])] ?)?(?:has )?joined|^Joins: (?<actor2>\S+)/u],
  ['leave', /^(?<actor>\S+) ?(?:[[(][^\])]*[\])] ?)?(?:has )?(?:left|quit)|^(?:Parts|Quits): (?<actor2>\S+)/u],
  ['remove', /^(?<target>\S+) (?:was|has been) kicked|^(?<actor2>\S+) (?:has )?kicked (?<target2>\S+)/u],
  ['rename', /^(?<actor>\S+) is now known as (?<target>\S+)/u],
  ['notice', /topic/iu],
  ['role', /^(?:mode\/|.*sets mode|Mode )|ChanServ|gives channel operator/u],
];

function isEventText(text: string): boolean {
  return EVENTS.some(([, pattern]) => pattern.test(text));
}

function readEvent(text: string, placed: Placed): HistoryItem {
  for (const [kind, pattern] of EVENTS) {
    const groups = pattern.exec(text)?.groups;
    if (!pattern.test(text)) continue;
    const actor = groups?.actor ?? groups?.actor2;
    const target = groups?.target ?? groups?.target2;
    return {
      type: 'system',
      ...placed,
      kind,
      ...(actor === undefined ? {} : { actor: { name: actor } }),
      ...(target === undefined ? {} : { targets: [{ name: target }] }),
      text,
    };
  }
  return { type: 'system', ...placed, kind: 'other', text };
}

function readSaid(nick: string, text: string, placed: Placed): HistoryItem {
  const author: Participant = { name: nick };
  // A bridge repeats what somebody said elsewhere: `<bridge> <ann> hello`.
  const relayed = /relay|bridge|matterbridge|discord|telegram|slack|gitter|bot/iu.test(nick)
    ? /^(?:\[[^\]]{1,20}\]\s?)?<([^<>]{1,60})>\s(.*)$/su.exec(text)
    : null;
  if (relayed) {
    const name = relayed[1]?.replaceAll('\u200b', '') ?? '';
    return { type: 'message', ...placed, author: { name, relayedBy: nick }, kind: 'text', text: relayed[2] ?? '' };
  }
  if (/(?:^|[-_|\d])bot\d*$|^(?:ubottu|ubotu|ChanServ|NickServ|MemoServ)$|bot$/iu.test(nick)) author.isBot = true;
  const addressed = /^([^\s:,<>]{2,40})[:,]\s/u.exec(text)?.[1];
  const message: HistoryMessage = { type: 'message', ...placed, author, kind: 'text', text };
  if (addressed !== undefined && !/^https?$/iu.test(addressed)) message.mentions = [{ name: addressed }];
  return message;
}
