/**
 * Times that lack the year or the whole day, as chats show them on screen. The missing part comes from the caller's
 * `day`, from a date in the file's name, or is assumed and noted; clocks that run back mean the next day or year.
 */
import { makeWallTime, readHalf, readHour, readIsoTime } from '../clock.ts';
import type { ReaderInput } from '../reader.ts';
import { noteAssumption } from '../report.ts';

const DAY = 86_400_000;
const CLOCK =
  '(上午|下午|凌晨|早上|清晨|中午|晚上|傍晚)?\\s?(\\d{1,2})[:：](\\d{2})(?:[:：](\\d{2}))?(?:\\s?([AaPp][Mm]))?';
const TIME = new RegExp(
  `^(?:(?:(\\d{4})[-/.年]\\s?)?(\\d{1,2})[-/.月]\\s?(\\d{1,2})日?\\s*|(昨天|前天|今天|星期[一二三四五六日天]|周[一二三四五六日天])\\s*)?${CLOCK}$`,
  'u',
);
const WEEKDAYS = '日一二三四五六';

/** Turns a shown time into a wall-clock time; nothing when it is no time. */
export type DayReader = (text: string) => number | undefined;

/** Whether a line is nothing but a time as a chat shows it. */
export function isShownTime(text: string): boolean {
  return TIME.test(text.trim());
}

/** Finds a date in a file's name. */
export function findNameDate(name: string): number | undefined {
  const found = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/u.exec(name);
  if (!found) return undefined;
  return makeWallTime({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]), hour: 0, minute: 0 });
}

/** The day that is taken where neither the caller nor the file's name gives one: obviously wrong, so that nobody takes it for true. */
export const unknownDay = '2000-01-01';

/** The day that the caller or the file's name gives; else the unknown one, with a note. */
export function findBaseDay({ options, source, report }: ReaderInput, missing: 'year_assumed' | 'day_assumed'): number {
  const told = options.day === undefined ? undefined : readIsoTime(options.day)?.at;
  const base = told ?? findNameDate(source.name) ?? Date.parse(unknownDay);
  if (told === undefined) noteAssumption(report, missing, new Date(base).toISOString().slice(0, 10));
  return base;
}

/** Makes a reader of shown times that remembers where it is in time. */
export function makeDayReader(input: ReaderInput): DayReader {
  let year: number | undefined;
  let lastMonth = 0;
  let today: number | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const base = (missing: 'year_assumed' | 'day_assumed'): Date => new Date(findBaseDay(input, missing));
  return (text) => {
    const found = TIME.exec(text.trim());
    if (!found) return undefined;
    const clock = readClock(found);
    if (clock === undefined) return undefined;
    if (found[3] === undefined) {
      today ??= base('day_assumed').getTime();
      const day = found[4] === undefined ? today : shiftDay(base('day_assumed').getTime(), found[4]);
      // A bare clock that jumps back by hours has passed midnight.
      if (found[4] === undefined && day + clock < last - DAY / 2) today += DAY;
      last = (found[4] === undefined ? today : day) + clock;
      if (found[4] !== undefined) today = day;
      return last;
    }
    const month = Number(found[2]);
    if (found[1] === undefined) {
      year ??= base('year_assumed').getUTCFullYear();
      if (month < lastMonth - 6) year += 1;
    } else year = Number(found[1]);
    lastMonth = month;
    today = makeWallTime({ year, month, day: Number(found[3]), hour: 0, minute: 0 });
    if (today === undefined) return undefined;
    last = today + clock;
    return last;
  };
}

function readClock(found: RegExpExecArray): number | undefined {
  const hour = Number(found[6]);
  const real = readHour(hour, readHalf(found[5] ?? found[9], hour));
  if (real > 23 || Number(found[7]) > 59 || Number(found[8] ?? 0) > 59) return undefined;
  return ((real * 60 + Number(found[7])) * 60 + Number(found[8] ?? 0)) * 1000;
}

/** 昨天 and weekdays are said from the day of copying, backwards. */
function shiftDay(from: number, word: string): number {
  if (word === '今天') return from;
  if (word === '昨天') return from - DAY;
  if (word === '前天') return from - 2 * DAY;
  const wanted = WEEKDAYS.indexOf(word.slice(-1).replace('天', '日'));
  const back = (new Date(from).getUTCDay() - wanted + 7) % 7;
  return from - (back === 0 ? 7 : back) * DAY;
}
