/** Text to HTML without a way to forget the escaping: whatever is put into a template is escaped unless it is markup already. */

/** A piece of a page that is safe as it stands. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template; nothing stands for the last three. */
export type Value = Markup | string | number | readonly Value[] | undefined | null | false;

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// Control characters have no place in HTML; direction marks of one text must not turn the page around it.
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/** Makes text harmless inside an element or an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(UNWANTED, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

/** A template whose values are escaped. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  let whole = parts[0]!;
  values.forEach((value, at) => {
    whole += render(value) + parts[at + 1]!;
  });
  return { markup: whole };
}

/** Joins pieces with markup between them. */
export function join(pieces: readonly Value[], between: string): Markup {
  return { markup: pieces.map(render).join(between) };
}

/** What came from ourselves and is markup already, such as the style sheet. */
export function trusted(text: string): Markup {
  return { markup: text };
}

function render(value: Value): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return isList(value) ? value.map(render).join('') : value.markup;
}

function isList(value: Markup | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}
