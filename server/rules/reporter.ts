/** How much somebody's report weighs, from what became of their earlier ones. Pure; a number is never shown, to nobody. */

/** What became of somebody's reports. */
export interface ReporterRecord {
  right: number;
  wrong: number;
}

/** How somebody's reports have turned out, in one word for the team. */
export const recordWords = ['new', 'sure', 'mixed', 'seldom'] as const;

/** One of them. */
export type RecordWord = (typeof recordWords)[number];

/** For how long a settled report counts for the weight, and for how long it can bring a pause. */
export const rememberedDays = { weight: 180, pause: 30 } as const;

/** For how long somebody whose reports were nearly all wrong is asked to wait. */
export const pauseDays = 7;

const fewestForWord = 3;
const fewestForPause = 6;

/** The share of true reports, as if one true and one wrong had come before: who is unknown weighs a half. */
export function weighReporter({ right, wrong }: ReporterRecord): number {
  return (right + 1) / (right + wrong + 2);
}

/** How somebody's reports have turned out. */
export function describeReporter(record: ReporterRecord): RecordWord {
  if (record.right + record.wrong < fewestForWord) return 'new';
  const share = weighReporter(record);
  return share >= 0.7 ? 'sure' : share < 0.3 ? 'seldom' : 'mixed';
}

/** Until when somebody is asked to wait with further reports; null when not. */
export function pauseUntil(lately: ReporterRecord & { lastWrongAt: Date | null }, now: Date): Date | null {
  const { right, wrong, lastWrongAt } = lately;
  if (lastWrongAt === null || right + wrong < fewestForPause || weighReporter(lately) >= 0.25) return null;
  const until = new Date(lastWrongAt.getTime() + pauseDays * 86_400_000);
  return until > now ? until : null;
}
