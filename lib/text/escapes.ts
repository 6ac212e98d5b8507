/** Characters that are written as code: &#21152; \u52a0 %E5%8A%A0, tags between characters, base64. */
import type { Edit } from './view.ts';

const mightEscape = /&[#a-z]|\\[ux]|%[0-9a-f]{2}|<\/?[a-z]|[a-z0-9+/]{16}/i;
const entity = /&#(?:x([0-9a-f]{2,6})|(\d{2,7}));?|&(nbsp|amp|lt|gt|quot|zwnj|zwj|shy);/gi;
const escape = /\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})/gi;
const percent = /(?:%[0-9a-f]{2}){3,}/gi;
const tag = /<\/?(?:b|i|u|s|a|p|em|strong|span|font|div|br|del|sup|sub)(?:\s[^<>]{0,80})?\/?>/gi;
const coded = /(?<![a-z0-9+/])[a-z0-9+/]{16,400}={0,2}(?![a-z0-9+/=])/gi;
const named: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', zwnj: '', zwj: '', shy: '' };
const han = /[\u4e00-\u9fff]/g;
const leastHan = 3;
const shortestCoded = 16;

/** What is written as code in a text as it was sent (base64 depends on case), and what it says. */
export function findEscapes(text: string): Edit[] {
  if (!mayEscape(text) || !mightEscape.test(text)) return [];
  const edits: Edit[] = [];
  const note = (pattern: RegExp, decode: (match: RegExpExecArray) => string | undefined) => {
    for (const match of text.matchAll(pattern)) {
      const said = decode(match as RegExpExecArray);
      if (said !== undefined) edits.push({ from: match.index, to: match.index + match[0].length, text: said });
    }
  };
  note(entity, ([, hex, decimal, name]) =>
    name ? named[name.toLowerCase()] : charOf(hex ? parseInt(hex, 16) : Number(decimal)),
  );
  note(escape, ([, unicode, byte]) => charOf(parseInt((unicode ?? byte)!, 16)));
  note(percent, ([bytes]) => decodePercent(bytes));
  note(tag, () => '');
  note(coded, ([letters]) => decodeBase64(letters));
  edits.sort((one, other) => one.from - other.from);
  return edits.filter((edit, at) => at === 0 || edit.from >= edits[at - 1]!.to);
}

/** Whether a text has a sign that codes begin with, or letters as long as one; nearly none has. */
function mayEscape(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f || unit === 0x20) run = 0;
    else if (unit === 0x26 || unit === 0x5c || unit === 0x25 || unit === 0x3c) return true;
    else if (isCoded(unit)) {
      if (++run === shortestCoded) return true;
    } else run = 0;
  }
  return false;
}

/** Letters, digits, + and /. */
function isCoded(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x2f && unit <= 0x39) || unit === 0x2b
  );
}

function charOf(code: number): string | undefined {
  return code > 0x1f && code <= 0x10ffff && (code & 0xfff800) !== 0xd800 ? String.fromCodePoint(code) : undefined;
}

function decodePercent(bytes: string): string | undefined {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return undefined;
  }
}

function decodeBase64(letters: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(letters), (char) => char.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return (text.match(han)?.length ?? 0) >= leastHan ? text : undefined;
  } catch {
    return undefined;
  }
}
