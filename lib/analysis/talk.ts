/**
 * The talk of one group in columns: row i of every column is the i-th message by a person, oldest first. People and texts are
 * numbers; bots and rows that nobody said are left out here and counted beside.
 */
import type { MessageKind, SystemKind } from '../history/index.ts';

/** Somebody of the group, whether they spoke or only came. */
export interface TalkPerson {
  name: string;
  otherNames: string[];
  bot?: 'marked' | 'looks_like';
  isSelf?: true;
  isOwner?: true;
  /** All messages, bots' too. */
  messages: number;
}

/** A row of the log that nobody said, about people. */
export interface TalkEvent {
  at: number;
  kind: SystemKind;
  actor: number;
  targets: number[];
}

/** One group, ready for counting. */
export interface Talk {
  name: string;
  kind: 'group' | 'private' | 'channel' | 'unknown';
  people: TalkPerson[];
  count: number;
  at: Float64Array;
  author: Int32Array;
  /** Index into `MESSAGE_KINDS`. */
  kindOf: Uint8Array;
  /** The message that this one quotes, -1 when the log names none. */
  parent: Int32Array;
  reactions: Uint16Array;
  line: Int32Array;
  text(row: number): string;
  /** The platform's id, else a name made from the place in the log. */
  id(row: number): string;
  /** People named by the export's own marks. */
  marked(row: number): readonly number[];
  /** People who left a reaction, as far as the export names them. */
  reactors(row: number): readonly number[];
  events: TalkEvent[];
  systemRows: number;
  botMessages: number;
  /** Rows with a quote, also where the quoted message is not in the log. */
  quotes: number;
  hasReactions: boolean;
  hasMentions: boolean;
}

/** The kinds of message, in the order of their numbers. */
export const MESSAGE_KINDS: readonly MessageKind[] = [
  'text',
  'image',
  'video',
  'voice',
  'audio',
  'file',
  'sticker',
  'link',
  'location',
  'contact',
  'red_packet',
  'transfer',
  'call',
  'poke',
  'poll',
  'forward',
  'share',
  'other',
];

/** The number of a kind. */
export const KIND_NUMBER: ReadonlyMap<string, number> = new Map(MESSAGE_KINDS.map((kind, number) => [kind, number]));

/** The rows from `from` on, as a talk of its own that shares people and texts; quotes of older rows are lost. */
export function cutTalk(talk: Talk, from: number): Talk {
  if (from === 0) return talk;
  const parent = talk.parent.slice(from);
  for (let row = 0; row < parent.length; row += 1) parent[row] = Math.max(-1, (parent[row] ?? -1) - from);
  return {
    ...talk,
    count: talk.count - from,
    at: talk.at.subarray(from),
    author: talk.author.subarray(from),
    kindOf: talk.kindOf.subarray(from),
    parent,
    reactions: talk.reactions.subarray(from),
    line: talk.line.subarray(from),
    text: (row) => talk.text(row + from),
    id: (row) => talk.id(row + from),
    marked: (row) => talk.marked(row + from),
    reactors: (row) => talk.reactors(row + from),
  };
}

/** The first row at or after a moment. */
export function findRow(at: Float64Array, moment: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
