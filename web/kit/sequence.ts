/**
 * What of a group's numbered stream is here: everything up to `upTo`, and single numbers `ahead` of a gap. Each message
 * takes a number, and each later change of it takes the next one, so a missing number means something was missed.
 */
export interface Sequence {
  readonly upTo: number;
  readonly ahead: readonly number[];
}

/** Nothing missing up to `upTo`. */
export function startSequence(upTo: number): Sequence {
  return { upTo, ahead: [] };
}

/** Adds numbers that arrived, in any order and any number of times. */
export function noteNumbers(sequence: Sequence, numbers: readonly number[]): Sequence {
  const waiting = new Set([...sequence.ahead, ...numbers].filter((number) => number > sequence.upTo));
  let upTo = sequence.upTo;
  while (waiting.delete(upTo + 1)) upTo += 1;
  return { upTo, ahead: [...waiting].sort((a, b) => a - b) };
}

/** The server answered completely up to `lastSeq`: numbers below it that never came are contained in later ones. */
export function noteCaughtUp(sequence: Sequence, lastSeq: number): Sequence {
  return noteNumbers({ upTo: Math.max(sequence.upTo, lastSeq), ahead: [] }, sequence.ahead);
}

/** Whether something between `upTo` and the newest number is missing. */
export function hasGap(sequence: Sequence): boolean {
  return sequence.ahead.length > 0;
}
