/** What a letter says; plain text throughout. */
export interface Letter {
  /** BCP 47 tag for the reader's screen reader and fonts. */
  language: string;
  heading: string;
  lines: readonly string[];
  /** Things to look at, each with its address. */
  items?: readonly { text: string; link: string }[];
  /** Shown large, for a code to type off. */
  code?: string;
  /** An address to open, shown as it is. */
  link?: string;
  /** Who sends this and what to do if it was not asked for. */
  footer: readonly string[];
}

/** Writes a letter as plain text and as plain HTML: no picture and nothing else that would tell that it was opened. */
export function writeLetter(letter: Letter): { text: string; html: string } {
  const { heading, lines, items = [], code, link, footer } = letter;
  const text = [
    heading,
    ...lines,
    ...items.map((item) => `· ${item.text}\n  ${item.link}`),
    ...(code === undefined ? [] : [`    ${code}`]),
    ...(link === undefined ? [] : [link]),
    '-- ',
    ...footer,
  ].join('\n\n');
  const paragraph = (style: string) => (line: string) => `<p style="${style}">${escapeHtml(line)}</p>`;
  const html = [
    `<!doctype html><html lang="${escapeHtml(letter.language)}"><meta charset="utf-8">`,
    `<body style="margin:0;padding:32px 20px;font:16px/1.7 sans-serif;color:#2b2320;background:#fff">`,
    `<div style="max-width:32em;margin:0 auto">`,
    `<h1 style="font-size:20px;margin:0 0 16px">${escapeHtml(heading)}</h1>`,
    ...lines.map(paragraph('margin:0 0 12px')),
    ...items.map(
      (item) =>
        `<p style="margin:0 0 12px"><a href="${escapeHtml(item.link)}" style="color:#b83227">${escapeHtml(item.text)}</a></p>`,
    ),
    ...(code === undefined ? [] : [paragraph('margin:20px 0;font:600 32px/1.2 monospace;letter-spacing:6px')(code)]),
    ...(link === undefined
      ? []
      : [`<p style="margin:20px 0"><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`]),
    ...footer.map(paragraph('margin:8px 0 0;font-size:13px;color:#766a64')),
    `</div></body></html>`,
  ].join('\n');
  return { text: `${text}\n`, html };
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
