import { dayKey } from '../../../kit/format.ts';
import type { Message } from '../../data/messages.ts';

/** The part of a talk that is on the page. */
export interface Log {
  /** Oldest first. */
  messages: readonly Message[];
  hasOlder: boolean;
  /** False while an older part is shown (a search hit, a day): new messages then wait for "back to now". */
  isLatest: boolean;
}

/** One line of the talk. */
export type Row =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'message'; key: string; message: Message; isFirst: boolean };

const sameBreathMs = 5 * 60_000;

/** Merges messages by their last change; while an older part is shown, unknown later ones stay out, or a hole would hide. */
export function mergeMessages(log: Log, incoming: readonly Message[], extend = false): Log {
  const byId = new Map(log.messages.map((message) => [message.id, message]));
  const end = log.messages.at(-1);
  const start = log.messages[0];
  for (const message of incoming) {
    const known = byId.get(message.id);
    if (known) {
      if (known.changedSeq <= message.changedSeq) byId.set(message.id, { ...message, ...deliveryOf(known, message) });
      continue;
    }
    const later = end !== undefined && compare(message, end) > 0;
    const earlier = start !== undefined && compare(message, start) < 0;
    if (!extend && ((later && !log.isLatest) || (earlier && log.hasOlder))) continue;
    byId.set(message.id, message);
  }
  return { ...log, messages: [...byId.values()].sort(compare) };
}

/** Live frames are the same for everybody and carry no fate of a relayed message: what is known stays. */
function deliveryOf(known: Message, next: Message): Partial<Message> {
  return next.delivery === undefined && known.delivery !== undefined ? { delivery: known.delivery } : {};
}

/** Cuts messages into days, and marks where another author or another breath begins. */
export function toRows(messages: readonly Message[], zone: string | undefined): Row[] {
  const rows: Row[] = [];
  let before: Message | undefined;
  for (const message of messages) {
    const day = dayKey(message.at, zone);
    if (!before || dayKey(before.at, zone) !== day) rows.push({ kind: 'day', key: dayRowKey(day), at: message.at });
    if (message.kind === 'system') rows.push({ kind: 'system', key: message.id, message });
    else rows.push({ kind: 'message', key: message.id, message, isFirst: !isSameBreath(before, message, zone) });
    before = message;
  }
  return rows;
}

/** The key of the line with which a day begins, or the next day on which somebody spoke; undefined when nobody did since. */
export function findDayRow(rows: readonly Row[], day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  return rows.find((row) => row.kind === 'day' && row.key >= dayRowKey(day))?.key;
}

/** Whether somebody spoke on a day, as far as these lines tell. */
export function hasDay(rows: readonly Row[], day: string): boolean {
  return rows.some((row) => row.key === dayRowKey(day));
}

function dayRowKey(day: string): string {
  return `day ${day}`;
}

function isSameBreath(before: Message | undefined, message: Message, zone: string | undefined): boolean {
  return (
    before !== undefined &&
    before.kind !== 'system' &&
    before.kind !== 'announcement' &&
    message.kind !== 'announcement' &&
    before.author.identityId === message.author.identityId &&
    dayKey(before.at, zone) === dayKey(message.at, zone) &&
    Date.parse(message.at) - Date.parse(before.at) < sameBreathMs
  );
}

function compare(one: Message, other: Message): number {
  return one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1;
}
