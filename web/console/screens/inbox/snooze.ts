/** Until when something is put off, in words. */
export type SnoozeKey = 'half' | 'two' | 'evening' | 'tomorrow';

/** The moments that are offered now, by the clock of whoever looks: in half an hour, in two, this evening, tomorrow morning. */
export function snoozeChoices(now: Date): { key: SnoozeKey; at: Date }[] {
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const clock = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  const all = [
    { key: 'half' as const, at: later(30) },
    { key: 'two' as const, at: later(120) },
    { key: 'evening' as const, at: clock(0, 19) },
    { key: 'tomorrow' as const, at: clock(1, 9) },
  ];
  // This evening is no choice once it has begun.
  return all.filter(({ key, at }) => key !== 'evening' || at > later(120));
}
