/**
 * Texts built unit by unit. Strings put together from pieces are slower to read ever after than those that were made in one, and the
 * folded form of a text is read a dozen times.
 */

const mostAtOnce = 4096;
const mostKept = 0x1_0000;
let units = new Uint16Array(mostAtOnce);

/** Room for a text of this length; whoever asks next gets the same room. */
export function openUnits(length: number): Uint16Array {
  if (units.length < length || units.length > mostKept) units = new Uint16Array(Math.max(mostAtOnce, length));
  return units;
}

/** The text of the first `length` units of a list. */
export function textOf(list: Uint16Array, length: number): string {
  if (length <= mostAtOnce)
    return String.fromCharCode.apply(undefined, list.subarray(0, length) as unknown as number[]);
  let text = '';
  for (let at = 0; at < length; at += mostAtOnce)
    text += String.fromCharCode(...list.subarray(at, Math.min(length, at + mostAtOnce)));
  return text;
}
