/**
 * WhatsApp writes dates in the order of the phone's language and never says which. The order is settled over the
 * whole file: by a field above 12, else by which order runs forward in time, else by how people write dates there.
 */
import { makeWallTime, readHalf, readHour } from '../clock.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A line that begins like a message: the three date fields as written, the clock, and what follows. */
export interface HeaderLine {
  fields: [string, string, string];
  hour: number;
  minute: number;
  second: number;
  half: string | undefined;
  bracket: boolean;
  rest: string;
}

const HALF =
  '[aApP]\\.?\\s?[mM]\\.?|上午|下午|凌晨|早上|清晨|中午|晚上|傍晚|午前|午後|午后|오전|오후|ÖÖ|ÖS|SA|CH|ص|م|पूर्वाह्न|अपराह्न';
const HEADER = new RegExp(
  '^(\\[?)(\\d{1,4})(?:[-/.]\\s?|年)(\\d{1,2})(?:[-/.]\\s?|月)(\\d{1,4})[.日]?,?\\s' +
    `(?:(?:à|às|klo|kl\\.?|um|om|at|alle|a las)\\s)?(?:(${HALF})\\s?)?` +
    `(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:\\s?(${HALF}))?` +
    '(?:\\]|\\s[-–—])(?:\\s(.*))?$',
  'su',
);

const LONGEST_HEADER = 60;
/** Thai phones count years from the Buddha; no chat is that young. */
const BUDDHIST_FROM = 2500;
const BUDDHIST_AHEAD = 543;

/** Splits the header of a line; nothing when the line continues the message before it. */
export function splitHeader(line: string): HeaderLine | undefined {
  let start = 0;
  while (isMark(line.charCodeAt(start))) start += 1;
  const bare = start === 0 ? line : line.slice(start);
  const code = bare.charCodeAt(bare.charCodeAt(0) === 91 ? 1 : 0);
  if (!isDigit(code)) return undefined;
  const found = HEADER.exec(code < 0x80 ? bare : writeLatinDigits(bare));
  if (!found) return undefined;
  const [, bracket, first, second, third, before, hour, minute, seconds, after, rest] = found;
  return {
    fields: [first ?? '', second ?? '', third ?? ''],
    hour: Number(hour),
    minute: Number(minute),
    second: Number(seconds ?? 0),
    half: before ?? after,
    bracket: bracket === '[',
    rest: rest ?? '',
  };
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9);
}

/** Phones set to Arabic or Persian write the date with the digits of that script; only the header is changed. */
function writeLatinDigits(line: string): string {
  const header = line.slice(0, LONGEST_HEADER).split(' - ', 1)[0]!;
  const latin = header.replaceAll(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15)).replaceAll('،', ',');
  return latin.replaceAll(/[\u200e\u200f\u202a-\u202e]/gu, '') + line.slice(header.length);
}

/** Invisible direction marks that phones put before the date. */
function isMark(code: number): boolean {
  return code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || code === 0xfeff;
}

/** The wall-clock time of a header in a given order; nothing when it is no date in that order. */
export function readHeaderTime(header: HeaderLine, order: DateOrder): number | undefined {
  const [a, b, c] = header.fields;
  // Four digits in front are a year in any file: some hold the exports of two phones.
  const [year, month, day] = order === 'ymd' || a.length === 4 ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  if (year.length === 3 || year.length === 1 || day.length > 2 || month.length > 2) return undefined;
  const written = year.length === 2 ? 2000 + Number(year) : Number(year);
  const full = written >= BUDDHIST_FROM ? written - BUDDHIST_AHEAD : written;
  const half = readHalf(header.half, header.hour);
  return makeWallTime({
    year: full,
    month: Number(month),
    day: Number(day),
    hour: readHour(header.hour, half),
    minute: header.minute,
    second: header.second,
  });
}

interface Candidate {
  order: DateOrder;
  /** Lines that are no date in this order. */
  wrong: number;
  /** Steps back in time of more than a day: a phone's log has hardly any. */
  back: number;
  first: number | undefined;
  last: number | undefined;
}

/** What a scan of headers says about the order. */
export interface OrderVerdict {
  order: DateOrder;
  /** `certain` when no other order fits, `likely` by time running forward, `guess` by custom alone. */
  basis: 'certain' | 'likely' | 'guess';
  /** Some lines contradict the verdict. */
  mixed: boolean;
}

/** Collects headers until the order is settled. */
export interface OrderScan {
  add(header: HeaderLine): void;
  decide(): OrderVerdict;
}

/** Makes a scan that remembers only how well each order fits. */
export function scanDateOrder(): OrderScan {
  const candidates = (['dmy', 'mdy', 'ymd'] as const).map((order): Candidate => ({
    order,
    wrong: 0,
    back: 0,
    first: undefined,
    last: undefined,
  }));
  let american = false;
  let plain = 0;
  return {
    add(header) {
      if (header.fields[0].length === 4) {
        plain += 1;
        return;
      }
      american ||=
        header.fields[0].length < 3 && /^[ap]/iu.test(header.half ?? '') && !/\s|\./u.test(header.half ?? '');
      for (const one of candidates) addDate(one, readHeaderTime(header, one.order));
    },
    decide: () =>
      plain > 0 && candidates.every((one) => one.first === undefined && one.wrong === 0)
        ? { order: 'ymd', basis: 'certain', mixed: false }
        : decideOrder(candidates, american),
  };
}

function addDate(candidate: Candidate, at: number | undefined): void {
  if (at === undefined) {
    candidate.wrong += 1;
    return;
  }
  candidate.first ??= at;
  if (candidate.last !== undefined && at < candidate.last - 86_400_000) candidate.back += 1;
  candidate.last = at;
}

function decideOrder(candidates: readonly Candidate[], american: boolean): OrderVerdict {
  const least = Math.min(...candidates.map((one) => one.wrong));
  const fitting = candidates.filter((one) => one.wrong === least && one.first !== undefined);
  const mixed = least > 0;
  const [only] = fitting;
  if (!only) return { order: 'dmy', basis: 'guess', mixed };
  if (fitting.length === 1) return { order: only.order, basis: 'certain', mixed };
  const steady = Math.min(...fitting.map((one) => one.back));
  const forward = fitting.filter((one) => one.back === steady);
  const spans = forward.map((one) => Math.abs((one.last ?? 0) - (one.first ?? 0)));
  const shortest = Math.min(...spans);
  // Read in the wrong order, consecutive days become the same day of consecutive months: a far longer span.
  const dense = forward.filter((_, index) => (spans[index] ?? 0) <= shortest * 3 + 86_400_000);
  const custom: DateOrder[] = american ? ['mdy', 'dmy', 'ymd'] : ['dmy', 'mdy', 'ymd'];
  const order = custom.find((one) => dense.some((candidate) => candidate.order === one)) ?? 'dmy';
  return { order, basis: dense.length === 1 ? 'likely' : 'guess', mixed };
}
