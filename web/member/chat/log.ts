// What a chat shows, as pure functions: messages merged by their last change, and cut into rows (days, times, "new from
// here", bubbles grouped by author). The screen only draws rows; every rule about order and doubling stands here.
import { dayKey } from '../../kit/format.ts';
import type { Message, ReactionKey } from '../../kit/message.ts';

/** The part of the talk that is on the page. */
export interface Log {
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  /** False while an older part is shown (a search hit): new messages are then not added at the end. */
  readonly isLatest: boolean;
}

/** A message on its way: shown at once, dashed until the server has it. */
export interface Pending {
  clientId: string;
  at: string;
  kind: 'text' | 'image';
  text: string;
  replyTo: Message['replyTo'];
  mentions: Message['mentions'];
  state: 'sending' | 'failed' | 'refused';
  /** The network swallowed it: it may leave again by itself once that is back. */
  isLost?: boolean;
  /** What the server said when it refused. */
  problem?: string | undefined;
  /** Code of the refusal. */
  code?: string | undefined;
  picture?: { url: string; width: number; height: number; id?: string; progress?: number };
}

/** One line of the chat. */
export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'time'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'system' | 'recalled'; key: string; message: Message }
  | { kind: 'message'; key: string; message: Message; isMine: boolean; isFirst: boolean }
  | { kind: 'pending'; key: string; pending: Pending; isFirst: boolean };

const quietMs = 10 * 60_000;
const groupMs = 5 * 60_000;

/** An empty page of talk. */
export const emptyLog: Log = { messages: [], hasOlder: false, isLatest: true };

/**
 * Merges messages into the page: a known one is replaced only by a later change of it, a new one finds its place by time.
 * While an older part is shown, messages after its end stay out, or the page would hide a hole.
 */
export function mergeMessages(log: Log, incoming: readonly Message[], options: { extend?: boolean } = {}): Log {
  const byId = new Map(log.messages.map((message) => [message.id, message]));
  const end = log.messages[log.messages.length - 1];
  const start = log.messages[0];
  for (const message of incoming) {
    const known = byId.get(message.id);
    if (known) {
      if (known.changedSeq <= message.changedSeq) byId.set(message.id, keepOwn(known, message));
      continue;
    }
    const isAfterEnd = end !== undefined && compare(message, end) > 0;
    const isBeforeStart = start !== undefined && compare(message, start) < 0;
    if (!options.extend && ((isAfterEnd && !log.isLatest) || (isBeforeStart && log.hasOlder))) continue;
    byId.set(message.id, message);
  }
  return { ...log, messages: [...byId.values()].sort(compare) };
}

/**
 * Live frames are the same for everybody and so cannot say which response is mine: what this page knows stays, as long as
 * somebody still gives that word.
 */
function keepOwn(known: Message, next: Message): Message {
  const mine = new Set(known.reactions.filter((reaction) => reaction.mine).map((reaction) => reaction.key));
  if (mine.size === 0) return next;
  return {
    ...next,
    reactions: next.reactions.map((reaction) => (mine.has(reaction.key) ? { ...reaction, mine: true } : reaction)),
  };
}

/** Shows my own word at once; the server's answer corrects the count. */
export function markReaction(log: Log, messageId: string, mark: { key: ReactionKey; isOn: boolean }): Log {
  const messages = log.messages.map((message) =>
    message.id === messageId ? { ...message, reactions: countReaction(message.reactions, mark) } : message,
  );
  return { ...log, messages };
}

function countReaction(
  reactions: Message['reactions'],
  { key, isOn }: { key: ReactionKey; isOn: boolean },
): Message['reactions'] {
  const known = reactions.find((reaction) => reaction.key === key);
  if ((known?.mine ?? false) === isOn) return reactions;
  if (!known) return [...reactions, { key, count: 1, mine: true }];
  return reactions
    .map((reaction) => (reaction === known ? { ...known, count: known.count + (isOn ? 1 : -1), mine: isOn } : reaction))
    .filter((reaction) => reaction.count > 0);
}

/** Keeps at most `most` messages by letting go of one end; `from` says which end is being read. */
export function trimLog(log: Log, from: 'start' | 'end', most: number): Log {
  if (log.messages.length <= most) return log;
  return from === 'start'
    ? { ...log, messages: log.messages.slice(0, most), isLatest: false }
    : { ...log, messages: log.messages.slice(-most), hasOlder: true };
}

/** What `toRows` must know beside the messages. */
export interface Viewing {
  /** My identity in this group. */
  me: string;
  /** Messages after this number of others are new to me; undefined = no divider. */
  readUpTo: number | undefined;
  pending: readonly Pending[];
  zone?: string;
}

/** Cuts the page into rows. */
export function toRows(log: Log, { me, readUpTo, pending, zone }: Viewing): Row[] {
  const rows: Row[] = [];
  let before: Message | undefined;
  let hasDivider = readUpTo === undefined;
  for (const message of log.messages) {
    addTime(rows, { at: message.at, before: before?.at, zone });
    if (!hasDivider && message.seq > (readUpTo ?? 0) && message.author.identityId !== me) {
      hasDivider = true;
      // With nothing read before it, the whole page is new and a line would say nothing.
      if (before) rows.push({ kind: 'unread', key: 'unread' });
    }
    const last = rows[rows.length - 1];
    if (message.recalledAt !== null) rows.push({ kind: 'recalled', key: message.id, message });
    else if (message.kind === 'system') rows.push({ kind: 'system', key: message.id, message });
    else {
      const isSame = last?.kind === 'message' && last.message.author.identityId === message.author.identityId;
      const isFirst = !isSame || Date.parse(message.at) - Date.parse(last.message.at) > groupMs;
      rows.push({ kind: 'message', key: message.id, message, isMine: message.author.identityId === me, isFirst });
    }
    before = message;
  }
  const known = new Set(log.messages.map((message) => message.clientId).filter(Boolean));
  for (const [index, one] of pending.filter(({ clientId }) => !known.has(clientId)).entries()) {
    if (index === 0) addTime(rows, { at: one.at, before: before?.at, zone });
    const last = rows[rows.length - 1];
    const isAfterMine = last?.kind === 'pending' || (last?.kind === 'message' && last.isMine);
    rows.push({ kind: 'pending', key: one.clientId, pending: one, isFirst: !isAfterMine });
  }
  return rows;
}

function addTime(
  rows: Row[],
  { at, before, zone }: { at: string; before: string | undefined; zone: string | undefined },
): void {
  if (before === undefined || dayKey(before, zone) !== dayKey(at, zone))
    rows.push({ kind: 'day', key: `day ${dayKey(at, zone)}`, at });
  else if (Date.parse(at) - Date.parse(before) > quietMs) rows.push({ kind: 'time', key: `time ${at}`, at });
}

function compare(a: Message, b: Message): number {
  return Date.parse(a.at) - Date.parse(b.at) || a.seq - b.seq;
}
