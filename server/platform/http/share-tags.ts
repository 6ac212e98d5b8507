import type { Ctx } from '../context.ts';

/**
 * Gives the `<title>` and `<meta property="og:…">` tags of a member page, so that a link shared in a chat shows what it
 * leads to. Returns '' for pages that have none; escapes what it puts into HTML.
 */
export type ShareTags = (ctx: Ctx, path: string) => Promise<string>;

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => names[character]!);
}

/** Puts language and tags into a built page. Names in the tags may hold `$&` and the like, which mean nothing here. */
export function dressPage(html: string, page: { locale: string; tags: string }): string {
  return html
    .replace('<html lang="zh-CN"', () => `<html lang="${page.locale}"`)
    .replace('<!--share-->', () => page.tags);
}
