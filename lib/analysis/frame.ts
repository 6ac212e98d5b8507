/** What all metric families of one group share: its talk, its recent part with signals and links, its calendar and its windows. */
import type { Calendar } from './calendar.ts';
import type { Capabilities } from './diagnosis.ts';
import { linkTalk } from './links.ts';
import type { Links } from './links.ts';
import { readTalk } from './reading.ts';
import type { Reading } from './reading.ts';
import { cutTalk, findRow } from './talk.ts';
import type { Talk } from './talk.ts';
import { valueTalk } from './value.ts';
import type { Values } from './value.ts';

/** The longest window of any metric that needs texts or links. */
export const RECENT_DAYS = 90;

/** One group in analysis. Rows of `reading`, `links` and `values` are rows of `recent`. */
export interface Frame {
  all: Talk;
  recent: Talk;
  calendar: Calendar;
  now: number;
  /** The local day after the last message, on whose midnight all windows end. */
  endDay: number;
  windowEnd: string;
  /** -1 when the log does not tell. */
  owner: number;
  capabilities: Capabilities;
  reading: Reading;
  links: Links;
  values: Values;
  /** The first row of `recent` in the last so many days. */
  rowFrom(days: number): number;
  /** The moment at which a window of so many days begins. */
  since(days: number): number;
}

/** Makes the frame of a group that has at least one message by a person. */
export function makeFrame(
  all: Talk,
  options: { calendar: Calendar; now: number; onProgress?: (rows: number) => void },
): Frame {
  const { calendar, now } = options;
  const endDay = calendar.dayOf(all.at[all.count - 1]!) + 1;
  const since = (days: number): number => calendar.midnight(endDay - days);
  const recent = cutTalk(all, findRow(all.at, since(RECENT_DAYS)));
  const reading = readTalk(recent, options.onProgress);
  const links = linkTalk(recent);
  return {
    all,
    recent,
    calendar,
    now,
    endDay,
    windowEnd: calendar.dayName(endDay),
    owner: all.people.findIndex(({ isOwner }) => isOwner),
    capabilities: readCapabilities(all),
    reading,
    links,
    values: valueTalk(recent, reading, links),
    rowFrom: (days) => findRow(recent.at, since(days)),
    since,
  };
}

/** What a log tells at all; a chat log never tells who read or bought. */
export function readCapabilities(talk: Talk): Capabilities {
  return {
    replyTo: talk.quotes > 0,
    mentions: talk.hasMentions,
    reactions: talk.hasReactions,
    reads: false,
    joins: talk.events.some(({ kind }) => kind === 'join' || kind === 'invite'),
    leaves: talk.events.some(({ kind }) => kind === 'leave' || kind === 'remove'),
    inviter: talk.events.some(({ kind, actor, targets }) => kind === 'invite' && actor >= 0 && targets.length > 0),
    purchases: false,
  };
}
