/** Longest term that a list takes; a pattern between slashes may be longer. */
export const longestTerm = 60;

/** Longest pattern, with its slashes. */
export const longestPattern = 200;

/** What a pasted text brings: terms each once, and those that are too long to be one. */
export interface Pasted {
  terms: string[];
  tooLong: string[];
}

/** Whether a term is a pattern: `/…/`. */
export const isPattern = (term: string) => term.length > 2 && term.startsWith('/') && term.endsWith('/');

const isTooLong = (term: string) => term.length > (isPattern(term) ? longestPattern : longestTerm);

/**
 * Reads terms out of what was pasted: one on each line, or separated by commas, semicolons, tabs or the enumeration comma.
 * Numbers and dots of a list before a term are taken off; a pattern is left as it is.
 */
export function readPasted(text: string): Pasted {
  const each = [...new Set(text.split(/[\n\r]+/u).flatMap(splitLine))];
  return { terms: each.filter((term) => !isTooLong(term)), tooLong: each.filter(isTooLong) };
}

/** The terms of one line. */
export function splitLine(line: string): string[] {
  if (isPattern(line.trim())) return [line.trim()];
  return line
    .replace(/^\s*(?:[-*•]\s+|\d{1,4}[.)、]\s*)/u, '')
    .split(/[\t,，;；、|]+/u)
    .map((term) =>
      term
        .replaceAll(/\s+/gu, ' ')
        .trim()
        .replace(/^["'“”「『]+|["'“”」』]+$/gu, '')
        .trim(),
    )
    .filter((term) => term !== '');
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
