/** The simplest linker, and a strong one in quiet groups: everything answers the message before it. */
import { Crowd } from './crowd.ts';
import type { Decision, Linker, LinkInput } from './links.ts';

/** How often the message before is the parent: `p[crowd][gap]`, gaps by minutes up to and including each limit. */
export interface PreviousCalibration {
  minutes: readonly number[];
  p: readonly (readonly number[])[];
}

/** Place of a gap in a row of the table. */
export function findGapClass(minutes: readonly number[], gapMs: number): number {
  const gap = Math.round(gapMs / 60_000);
  for (let at = 0; at < minutes.length; at++) if (gap <= minutes[at]!) return at;
  return minutes.length;
}

/** Links every message to the one before it; only the first starts a conversation. */
export function createPreviousLinker(input: LinkInput, calibration: PreviousCalibration): Linker {
  const decision: Decision = { parent: -1, p: 1, source: 'previous' };
  const { minutes, p } = calibration;
  const people = new Crowd(input);
  let before = -1;
  return {
    name: 'previous',
    link(message, known) {
      const crowd = people.add(message);
      const parent = known >= 0 ? known : before;
      decision.source = known >= 0 ? 'explicit' : 'previous';
      decision.parent = parent >= 0 ? parent : message;
      decision.p =
        known >= 0 || parent < 0 ? 1 : p[crowd]![findGapClass(minutes, input.at[message]! - input.at[before]!)]!;
      before = message;
      return decision;
    },
  };
}
