/** Tags and texts of an XML document that comes in pieces; just enough for the parts of a workbook, and no entities but the five known ones. */
import { UnreadableTable } from './table.ts';

/** A tag without its prefix, or a text between tags. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

/** No tag and no text of a cell is longer. */
const longest = 1_048_576;

/** Tokens in their order; comments and declarations are left out. */
export function* readTokens(pieces: Iterable<string>): Generator<XmlToken> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    let at = 0;
    for (;;) {
      const found = nextToken(waiting, at);
      if (!found) break;
      at = found.end;
      if (found.token) yield found.token;
    }
    waiting = waiting.slice(at);
    if (waiting.length > longest * 2) throw new UnreadableTable('broken');
  }
  if (waiting.trim() !== '') throw new UnreadableTable('broken');
}

/** The token that begins at `at`, once it is whole. */
function nextToken(text: string, at: number): { token: XmlToken | null; end: number } | undefined {
  if (at >= text.length) return undefined;
  if (text[at] !== '<') {
    const end = text.indexOf('<', at);
    return end < 0 ? undefined : { token: { kind: 'text', text: unescape(text.slice(at, end)) }, end };
  }
  if (text.startsWith('<!--', at)) return skipTo(text, at, '-->');
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at);
    return end < 0 ? undefined : { token: { kind: 'text', text: text.slice(at + 9, end) }, end: end + 3 };
  }
  // A piece may end inside of these beginnings.
  if (text.length - at < 9 && ('<![CDATA['.startsWith(text.slice(at)) || '<!--'.startsWith(text.slice(at))))
    return undefined;
  const end = text.indexOf('>', at);
  if (end < 0) return undefined;
  const tag = text.slice(at + 1, end);
  if (tag.startsWith('?') || tag.startsWith('!')) return { token: null, end: end + 1 };
  if (tag.startsWith('/')) return { token: { kind: 'close', name: bare(tag.slice(1).trim()) }, end: end + 1 };
  const empty = tag.endsWith('/');
  const inside = empty ? tag.slice(0, -1) : tag;
  const [name] = /^\S+/.exec(inside) ?? [''];
  return { token: { kind: 'open', name: bare(name), attributes: inside.slice(name.length), empty }, end: end + 1 };
}

function skipTo(text: string, at: number, mark: string): { token: null; end: number } | undefined {
  const end = text.indexOf(mark, at);
  return end < 0 ? undefined : { token: null, end: end + mark.length };
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name, prefix included; undefined when there is none. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match ? unescape(match[1] ?? match[2] ?? '') : undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g, (whole, inside: string) => {
    if (!inside.startsWith('#')) return named[inside]!;
    const code = inside[1] === 'x' ? Number.parseInt(inside.slice(2), 16) : Number(inside.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
