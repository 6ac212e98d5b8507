const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\s\S]?)/g;

function mendEscape(escape: string): string {
  const mark = escape.charAt(1);
  if (/["\\/bfnrt]/u.test(mark) || (mark === 'u' && escape.length === 6)) return escape;
  return mark === 'x' && escape.length === 4 ? `\\u00${escape.slice(2)}` : mark;
}

function mendControl(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Parses JSON that has `\xNN` or other foreign escapes or raw control characters; nothing when that is not all. */
export function repairJson(raw: string): unknown {
  const mended = raw.replaceAll(ESCAPE, mendEscape);
  const attempts = [
    mended,
    mended.replaceAll(/"(?:[^"\\]|\\[\s\S])*"/g, (text) => text.replaceAll(/[\0-\x1f]/g, mendControl)),
  ];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // the next attempt mends more
    }
  }
  return undefined;
}
