/** Waiting times in milliseconds: doubling from `first`, never above `most`, spread so that many clients do not return at once. */
export interface Backoff {
  first: number;
  most: number;
  /** 0…1; by default the machine's own dice. */
  random?: () => number;
}

/** How long to wait before the try number `tries` (0 = first repeat): between half of and the whole doubled time. */
export function waitBefore(tries: number, { first, most, random = Math.random }: Backoff): number {
  const full = Math.min(most, first * 2 ** Math.min(tries, 30));
  return Math.round(full / 2 + (full / 2) * random());
}
