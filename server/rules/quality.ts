/** How well the checks do: what each has stopped, how often people found it right, and how long somebody had to wait. */
import { wilsonInterval } from '../../lib/stats/index.ts';
import type { Ctx } from '../platform/context.ts';
import { newId } from '../platform/ids.ts';
import { checkNames, type CheckName } from './checks/check.ts';
import { tallyStopped, type StoppedTally } from './store/quality.ts';

/** The periods that are looked at, in days. */
export const qualityDays = [7, 30, 90] as const;

/** With fewer decisions a share says nothing. */
export const fewestDecided = 10;

/** A share with the interval in which it lies, 19 times of 20. */
export interface Precision {
  share: number;
  low: number;
  high: number;
}

/** One check, or all of them, in one period. */
export interface PeriodQuality {
  days: number;
  stopped: number;
  right: number;
  wrong: number;
  /** Nobody has decided, or an appeal waits. */
  waiting: number;
  overturned: number;
  /** Null while too few were decided to say. */
  precision: Precision | null;
  decided: number;
  medianSeconds: number | null;
  /** What would have been stopped in dry mode. */
  dry: { noted: number; right: number; wrong: number; precision: Precision | null };
}

/** All periods of one check. */
export interface CheckQuality<Check extends string = CheckName> {
  check: Check;
  periods: PeriodQuality[];
}

/** Every check, and all of them together; a case counts for each check that took part in it. */
export async function readQuality(
  ctx: Ctx,
  communityId: string,
): Promise<{ all: CheckQuality<'all'>; checks: CheckQuality[] }> {
  const longest = Math.max(...qualityDays);
  const from = newId(new Date(ctx.now().getTime() - longest * 86_400_000));
  const rows = await tallyStopped(ctx, communityId, { days: qualityDays, from });
  const read = <Check extends CheckName | 'all'>(check: Check): CheckQuality<Check> => ({
    check,
    periods: qualityDays.map((days) =>
      qualityOf(
        days,
        rows.find((row) => row.check === check && row.days === days),
      ),
    ),
  });
  return { all: read('all'), checks: checkNames.map((check) => read(check)) };
}

function qualityOf(days: number, row: StoppedTally | undefined): PeriodQuality {
  const { stopped = 0, right = 0, wrong = 0, overturned = 0, decided = 0, medianSeconds = null } = row ?? {};
  const { dryNoted: noted = 0, dryRight = 0, dryWrong = 0 } = row ?? {};
  return {
    days,
    stopped,
    right,
    wrong,
    waiting: stopped - right - wrong,
    overturned,
    precision: precisionOf(right, wrong),
    decided,
    medianSeconds,
    dry: { noted, right: dryRight, wrong: dryWrong, precision: precisionOf(dryRight, dryWrong) },
  };
}

/** The share of right ones among those that were decided. */
export function precisionOf(right: number, wrong: number): Precision | null {
  const decided = right + wrong;
  const interval = wilsonInterval(right, decided);
  if (decided < fewestDecided || !interval) return null;
  return { share: right / decided, low: interval[0], high: interval[1] };
}
