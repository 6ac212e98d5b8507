/** The page of an archive that people read: everything in it as plain lists, in their language, without scripts and without a network. */
import type { Ctx } from '../platform/context.ts';
import type { TextKey } from '../platform/i18n.ts';

/** Entries of one list that the page shows; all of them are in the file beside it. */
const most = 500;

const style = `body{font:16px/1.6 system-ui,sans-serif;max-width:860px;margin:2em auto;padding:0 1em;color:#231f1c}
h1{font-size:1.6em}details{border-top:1px solid #ddd;padding:.5em 0}summary{font-weight:700;cursor:pointer}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em;margin:.3em 0}dt{color:#756e66}dd{margin:0;overflow-wrap:anywhere}
li{margin:.4em 0}.q{color:#756e66}`;

/** Writes the page. */
export function writePage(ctx: Ctx, data: Record<string, unknown>): string {
  const { name } = data.community as { name: string };
  const title = ctx.t('people:archive.title', { community: name });
  const parts = Object.entries(data)
    .filter(([key]) => key !== 'exportedAt' && key !== 'community')
    .map(
      ([key, part]) =>
        `<details><summary>${escape(partName(ctx, key))}${countOf(part)}</summary>${show(ctx, part)}</details>`,
    );
  return `<!doctype html><html lang="${ctx.locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${style}</style><h1>${escape(title)}</h1><p>${escape(ctx.t('people:archive.intro', { when: String(data.exportedAt) }))}</p>${parts.join('')}</html>\n`;
}

/** What a part is called; one that has no words yet keeps its own name. */
function partName(ctx: Ctx, key: string): string {
  const text = ctx.t(`people:archive.part.${key}` as TextKey);
  return text.endsWith(`part.${key}`) ? key : text;
}

function countOf(part: unknown): string {
  return Array.isArray(part) ? ` <span class="q">${part.length}</span>` : '';
}

function show(ctx: Ctx, value: unknown): string {
  if (value === null || value === undefined || value === '') return '<span class="q">—</span>';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    if (value.length === 0) return '<span class="q">—</span>';
    const rest =
      value.length > most
        ? `<p class="q">${escape(ctx.t('people:archive.more', { count: value.length - most }))}</p>`
        : '';
    return `<ul>${value
      .slice(0, most)
      .map((one) => `<li>${show(ctx, one)}</li>`)
      .join('')}</ul>${rest}`;
  }
  if (typeof value === 'object') {
    const lines = Object.entries(value).map(([key, one]) => `<dt>${escape(key)}</dt><dd>${show(ctx, one)}</dd>`);
    return `<dl>${lines.join('')}</dl>`;
  }
  return escape(String(value as string | number | boolean));
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (char) => named[char]!);
}
