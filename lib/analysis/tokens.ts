/** Words of a text as bucket numbers: pairs of Chinese characters and whole Latin words, hashed; no dictionary, no strings. */

/** So many buckets; a power of two. */
export const BUCKETS = 1 << 17;
const MOST = 256;

/** Fills `into` with at most 256 bucket numbers of the text and returns how many. */
export function hashTokens(text: string, into: Uint32Array): number {
  let count = 0;
  let word = 0;
  let letters = 0;
  let before = 0;
  for (let at = 0; at <= text.length && count < MOST; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    if ((lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) || (lower >= 0xc0 && lower < 0x2000)) {
      word = Math.imul(word ^ lower, 0x01000193);
      letters += 1;
    } else if (letters > 0) {
      if (letters > 2) into[count++] = mix(word);
      word = 0;
      letters = 0;
    }
    const ideograph = code >= 0x3040 && code <= 0xd7ff;
    if (ideograph && before > 0) into[count++] = mix(Math.imul(before, 0x9e3779b1) ^ code);
    before = ideograph ? code : 0;
  }
  return count;
}

/** A place for the tokens of one text. */
export function makeTokens(): Uint32Array {
  return new Uint32Array(MOST + 2);
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & (BUCKETS - 1);
}
