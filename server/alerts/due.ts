import { quietUntil } from '../platform/quiet.ts';
import type { Wish } from './wish.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What happens together is told together. */
export const gatherMs = 2 * minute;
/** Between two mails to one operator. */
export const windowMs = hour;
/** So many mails a day: who has not looked after the sixth does not look after the seventh. */
export const mostMails = 6;
export const dayMs = 24 * hour;

/** When news are mailed: gathered, not in quiet hours, not too often; a digest at the end of the quiet hours. Pure. */
export function dueAt(wish: Wish, state: { oldest: Date; mailed: readonly Date[]; zone: string; now: Date }): Date {
  const { oldest, mailed, zone, now } = state;
  const [latest] = mailed;
  const blocking = mailed[mostMails - 1];
  const times = [
    wish.level === 'digest' ? morningAfter(wish, zone, oldest) : oldest.getTime() + gatherMs,
    ...(latest ? [latest.getTime() + windowMs] : []),
    ...(blocking ? [blocking.getTime() + dayMs] : []),
  ];
  const due = new Date(Math.max(...times));
  const from = due > now ? due : now;
  return quietUntil(wish.quiet, zone, from) ?? due;
}

/** The next end of the quiet hours; who has none is told at that minute all the same. */
function morningAfter({ quiet }: Wish, zone: string, at: Date): number {
  return (quietUntil({ from: (quiet.to + 1) % 1440, to: quiet.to }, zone, at) ?? at).getTime();
}
