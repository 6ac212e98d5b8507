/** A piece of a text: plain, or an address that may become a link. */
export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; text: string; href: string };

const address = /https?:\/\/[^\s<>"'，。！？；：、（）「」『』【】《》“”‘’\u3000]+/gi;
const trailing = /[.,!?;:'"）)\]}>*_~…]+$/;

/**
 * Cuts a text into plain parts and http(s) links. Only these two schemes ever become links; the text itself is never
 * interpreted as markup. Closing punctuation stays outside, a bracket inside when it has its partner in the address.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const found = trimAddress(match[0]);
    const href = toSafeHref(found);
    if (!href) continue;
    const start = match.index;
    if (start > from) parts.push({ kind: 'text', text: text.slice(from, start) });
    parts.push({ kind: 'link', text: found, href });
    from = start + found.length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

/** The address as the browser reads it, or undefined when it is not a plain http(s) address. */
export function toSafeHref(found: string): string | undefined {
  try {
    const url = new URL(found);
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    // user:password@host only serves to dress one host up as another.
    return isWeb && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function trimAddress(found: string): string {
  const tail = trailing.exec(found)?.[0] ?? '';
  let kept = found.slice(0, found.length - tail.length);
  for (const sign of tail) {
    const isPartner = sign === ')' && count(kept, '(') > count(kept, ')');
    if (!isPartner) break;
    kept += sign;
  }
  return kept;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
