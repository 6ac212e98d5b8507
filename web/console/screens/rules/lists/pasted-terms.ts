/** Longest term that a list takes. */
export const longestTerm = 60;

/** What a pasted text brings: terms each once, and those that are too long to be one. */
export interface Pasted {
  terms: string[];
  tooLong: string[];
}

/**
 * Reads terms out of what was pasted: one on each line, or separated by commas, semicolons, tabs or the enumeration comma.
 * Numbers and dots of a list before a term are taken off.
 */
export function readPasted(text: string): Pasted {
  const found = text
    .split(/[\n\r]+/u)
    .map((line) => line.replace(/^\s*(?:[-*•]\s+|\d{1,4}[.)、]\s*)/u, ''))
    .flatMap((line) => line.split(/[\t,，;；、|]+/u))
    .map((term) =>
      term
        .replaceAll(/\s+/gu, ' ')
        .trim()
        .replace(/^["'“”「『]+|["'“”」』]+$/gu, '')
        .trim(),
    )
    .filter((term) => term !== '');
  const each = [...new Set(found)];
  return {
    terms: each.filter((term) => term.length <= longestTerm),
    tooLong: each.filter((term) => term.length > longestTerm),
  };
}

/** A host as it is kept: without scheme, path and letters in upper case; undefined when it is none. */
export function readHost(text: string): string | undefined {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, '')
    .replace(/[/?#:].*$/su, '')
    .replace(/^www\./u, '')
    .replace(/\.$/u, '');
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u.test(host) ? host : undefined;
}
