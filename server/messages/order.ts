import { newId } from '../platform/ids.ts';

/**
 * Ids for messages in the order in which they were heard. Messages are shown by (at, id); of those with the same millisecond the
 * later must have the greater id, so ids of one millisecond are given out in order, over batches too.
 */
export function orderedIds(moments: readonly Date[]): string[] {
  return moments.map((at) => {
    const ms = at.getTime();
    const before = latest.get(ms);
    const id = before === undefined ? startOf(newId(at)) : increase(before, newId(at));
    // Re-inserting keeps the map ordered by last use, so the oldest are forgotten first.
    latest.delete(ms);
    latest.set(ms, id);
    if (latest.size > mostMoments) latest.delete(latest.keys().next().value!);
    return id;
  });
}

/** The last id of each of the latest milliseconds; live talk needs a few, histories with coarse clocks some more. */
const latest = new Map<number, string>();
const mostMoments = 1000;

/** The counter is 26 bits behind the time; its top bit starts at 0, so a millisecond has room for 2^25 more. */
function startOf(fresh: string): string {
  return `${fresh.slice(0, 15)}${(Number.parseInt(fresh[15]!, 16) & 7).toString(16)}${fresh.slice(16)}`;
}

function increase(before: string, fresh: string): string {
  const count =
    ((Number.parseInt(before.slice(15, 18), 16) << 14) | (Number.parseInt(before.slice(19, 23), 16) & 0x3fff)) + 1;
  const high = ((count >>> 14) & 0xfff).toString(16).padStart(3, '0');
  const low = (0x8000 | (count & 0x3fff)).toString(16);
  return `${before.slice(0, 15)}${high}-${low}${fresh.slice(23)}`;
}
