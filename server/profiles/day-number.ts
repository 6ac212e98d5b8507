/** Days as numbers, so that they stand beside other facts and can be compared. */

const dayMs = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumberOf(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}

/** The day of a number. */
export function dayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}
