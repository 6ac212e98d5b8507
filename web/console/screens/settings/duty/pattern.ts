// The pattern of a week as a form shows it: a row for the same people at the same hours, on several weekdays at once.
import type { Shift, WeekShift } from '../../../data/duty.ts';
import { clockOf, minutesOf } from '../../../pieces/clock-minutes.ts';

/** A row of the form. */
export interface ShiftRow {
  weekdays?: number[];
  from: string;
  to: string;
  operatorIds: string[];
}

/** The rows of a pattern. Whoever is no longer on the team is left out: they can't be put on duty any more. */
export function rowsOf(shifts: readonly WeekShift[], team: ReadonlySet<string>): ShiftRow[] {
  const rows = new Map<string, ShiftRow & { weekdays: number[] }>();
  for (const { weekday, ...shift } of shifts) {
    const row = rowOf(shift, team);
    const key = [row.from, row.to, ...row.operatorIds].join();
    const known = rows.get(key);
    if (known) known.weekdays.push(weekday);
    else rows.set(key, { ...row, weekdays: [weekday] });
  }
  return [...rows.values()];
}

/** A shift as a row. */
export function rowOf({ from, to, operatorIds }: Shift, team: ReadonlySet<string>): ShiftRow {
  return { from: clockOf(from), to: clockOf(to), operatorIds: operatorIds.filter((userId) => team.has(userId)) };
}

/** The shift that a row says. */
export function shiftOf({ from, to, operatorIds }: ShiftRow): Shift {
  return { from: minutesOf(from), to: minutesOf(to), operatorIds };
}

/** The shifts that rows say. */
export function shiftsOf(rows: readonly ShiftRow[]): WeekShift[] {
  return rows.flatMap((row) => (row.weekdays ?? []).map((weekday) => ({ weekday, ...shiftOf(row) })));
}
