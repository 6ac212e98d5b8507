/**
 * The same text again and again: from one person in any group, or from several people. What was said last is remembered in this
 * process, so much and no more, so that looking costs the same however much is said.
 */
import {
  countBits,
  foldText,
  hamming,
  nearDistance,
  readSignals,
  simHash,
  type SimHash,
} from '../../../lib/text/index.ts';
import type { Check, Spoken } from './check.ts';

/** Who has said nearly the same within the window. */
export interface Echo {
  /** How often this person has, this time included. */
  times: number;
  /** In how many groups this person has, this one included. */
  groups: number;
  /** Other people who have. */
  people: readonly string[];
  /** It repeats what the team has said, or is what many say for good reasons. */
  isCustomary: boolean;
}

/** What people of a community have said lately: enough to see who says the same again and again, and with whom. */
export interface RepeatMemory {
  /** Looks for what is nearly the same and keeps it for the next time; asked again at once about the same object it gives the same answer. */
  meet(spoken: SpokenWords, windowMs: number): Echo;
  /** Keeps what the team has said: whoever passes it on repeats nothing. */
  hearTeam(text: string): void;
}

type SpokenWords = Pick<Spoken, 'attemptId' | 'identityId' | 'groupId' | 'text' | 'at'>;

interface Said {
  hash: SimHash;
  at: number;
  attemptId: string | null;
  identityId: string;
  groupId: string;
}

const mostSaid = 3000;
const mostLateMs = 60_000;
const mostNotices = 50;
const longestNotice = 2000;
/** Shorter texts are often the same for good reasons: 打卡, 谢谢, 早上好. */
const shortest = 10;
/** Who copies others changes a word; no two long texts are so near by chance. What one person may say again is counted strictly. */
const long = 20;
const copyDistance = 10;
const alone: Echo = { times: 1, groups: 1, people: [], isCustomary: false };

/** An empty memory. */
export function createRepeatMemory(): RepeatMemory {
  const said = createLine();
  const notices: string[] = [];
  let last: { spoken: SpokenWords; echo: Echo } | undefined;
  const meet = (spoken: SpokenWords, windowMs: number): Echo => {
    const { text, attemptId, identityId, groupId } = spoken;
    if (text.length < shortest) return alone;
    const hash = simHash(text);
    if (hash.high === 0 && hash.low === 0) return alone;
    const at = spoken.at.getTime();
    const near = said.find(hash, at - windowMs, text.length < long ? nearDistance : copyDistance);
    const before = near.filter((one) => one.identityId === identityId && hamming(one.hash, hash) <= nearDistance);
    const own = before.filter((one) => attemptId === null || one.attemptId !== attemptId);
    if (own.length === before.length) said.add({ hash, at, attemptId, identityId, groupId });
    if (near.length === 0) return alone;
    const people = [...new Set(near.filter((one) => one.identityId !== identityId).map((one) => one.identityId))];
    const groups = new Set([groupId, ...own.map((one) => one.groupId)]).size;
    const isSuspect = people.length > 0 || groups > 1;
    return { times: own.length + 1, groups, people, isCustomary: isSuspect && isCustomary(text, notices) };
  };
  return {
    meet: (spoken, windowMs) => {
      if (last?.spoken !== spoken) last = { spoken, echo: meet(spoken, windowMs) };
      return last.echo;
    },
    hearTeam: (text) => {
      if (text.length < shortest) return;
      notices.push(squeeze(text));
      if (notices.length > mostNotices) notices.shift();
    },
  };
}

/**
 * What was said last, in rows of numbers: going over all of it takes some ten microseconds, less than buckets of likely ones did, and
 * misses none.
 */
function createLine() {
  const highs = new Int32Array(mostSaid);
  const lows = new Int32Array(mostSaid);
  const times = new Float64Array(mostSaid);
  const said: Said[] = [];
  let next = 0;
  return {
    find: (hash: SimHash, since: number, distance: number): Said[] => {
      const near: Said[] = [];
      // From the newest on, as far as the window reaches: what came a little late may stand behind.
      const earliest = since - mostLateMs;
      for (let back = 1; back <= said.length; back++) {
        const place = (next - back + mostSaid) % mostSaid;
        if (times[place]! < earliest) break;
        const apart = countBits(highs[place]! ^ hash.high);
        if (apart > distance || apart + countBits(lows[place]! ^ hash.low) > distance) continue;
        if (times[place]! >= since) near.push(said[place]!);
      }
      return near;
    },
    add: (one: Said) => {
      said[next] = one;
      highs[next] = one.hash.high;
      lows[next] = one.hash.low;
      times[next] = one.at;
      next = (next + 1) % mostSaid;
    },
  };
}

/** 接龙 with its lines, check-ins, wishes, and what the team has said: the same from many for good reasons. */
function isCustomary(text: string, notices: readonly string[]): boolean {
  const squeezed = squeeze(text);
  if (notices.some((notice) => squeezed.includes(notice) || (squeezed.length >= 20 && notice.includes(squeezed)))) {
    return true;
  }
  const { links, hasContact, isGreeting, isAcknowledgement } = readSignals(text);
  if (links > 0 || hasContact) return false;
  const isList = /接龙|接龍/.test(text) || (text.match(/^\s*\d{1,3}[.、:：)）]/gm)?.length ?? 0) >= 2;
  const isCheckIn =
    text.length <= 80 && /打卡|签到|簽到|第\s*[\d一二三四五六七八九十百]+\s*(?:天|日)|\bday\s*\d+/i.test(text);
  const isWish =
    text.length <= 60 && /恭喜|祝|生日快乐|生日快樂|新年|中秋|端午|节日|節日|欢迎|歡迎|加油|辛苦/.test(text);
  return isList || isCheckIn || isWish || isGreeting || isAcknowledgement;
}

function squeeze(text: string): string {
  return foldText(text.slice(0, longestNotice)).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The same text again and again from one person, in several groups, or from several people who copy each other. */
export const repeatsCheck: Check = {
  name: 'repeats',
  look: (spoken, { settings }, memory) => {
    const mode = settings.checks.repeats;
    if (mode === 'off' || !memory) return [];
    const { times, minutes, people } = settings.repeats;
    const echo = memory.meet(spoken, minutes * 60_000);
    const heaviest = weigh(echo, { times, people });
    if (!heaviest) return [];
    const { kind, count, score } = heaviest;
    const spans = [{ start: 0, end: spoken.text.length }];
    const words = [`×${count}`];
    return [{ check: 'repeats', score, spans, words, kinds: [kind], effect: 'hold', mode, upTo: 'member', rule: null }];
  },
};

/** Again and again is a reason by itself; copying others is one for newcomers; two groups are one beside something else. */
function weigh(echo: Echo, limits: { times: number; people: number }) {
  if (echo.times >= limits.times) return { kind: 'self', count: echo.times, score: 0.7 };
  if (echo.isCustomary) return null;
  const people = echo.people.length + 1;
  if (people >= limits.people) return { kind: 'people', count: people, score: 0.55 };
  return echo.groups > 1 ? { kind: 'groups', count: echo.groups, score: 0.35 } : null;
}
