import { newId } from '../platform/ids.ts';

/**
 * Ids for messages in the order in which they were heard. Messages are shown by (at, id); of those with the same millisecond the
 * later must have the greater id, so ids of one millisecond are given out in order, over batches too.
 */
export function orderedIds(moments: readonly Date[]): string[] {
  return moments.map((at) => {
    const ms = at.getTime();
    const fresh = newId(at);
    if (ms !== latest.ms) {
      // The counter is 26 bits behind the time; its top bit starts at 0, so a millisecond has room for 2^25 more.
      latest = {
        ms,
        id: `${fresh.slice(0, 15)}${(Number.parseInt(fresh[15]!, 16) & 7).toString(16)}${fresh.slice(16)}`,
      };
      return latest.id;
    }
    latest = { ms, id: increase(latest.id, fresh) };
    return latest.id;
  });
}

let latest = { ms: -1, id: '' };

function increase(before: string, fresh: string): string {
  const count =
    ((Number.parseInt(before.slice(15, 18), 16) << 14) | (Number.parseInt(before.slice(19, 23), 16) & 0x3fff)) + 1;
  const high = ((count >>> 14) & 0xfff).toString(16).padStart(3, '0');
  const low = (0x8000 | (count & 0x3fff)).toString(16);
  return `${before.slice(0, 15)}${high}-${low}${fresh.slice(23)}`;
}
