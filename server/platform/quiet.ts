/** Quiet hours: minutes of the local day in which nobody is disturbed. */

/** A span of the local day; it may lie across midnight. From = to means never. */
export interface QuietHours {
  /** Minutes since local midnight. */
  from: number;
  to: number;
}

/** What holds when nobody has said anything else. */
export const usualQuiet: QuietHours = { from: 22 * 60 + 30, to: 7 * 60 + 30 };

/** When the quiet hours that hold at `now` end; null when it is not quiet. */
export function quietUntil(quiet: QuietHours, zone: string, now: Date): Date | null {
  if (quiet.from === quiet.to) return null;
  const minute = minuteOfDay(zone, now);
  const isQuiet =
    quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to;
  if (!isQuiet) return null;
  const left = (quiet.to - minute + 1440) % 1440;
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000 + left * 60_000);
}

function minuteOfDay(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hour, minute] = parts.format(at).split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
