import { foldWithOrigins, linkPattern } from '../../../lib/text/index.ts';
import { mostSpans, type Check } from './check.ts';

const mightLink = /:\/\/|\.[a-z]/;

/** Links to other places than the allowed ones; they count for newcomers only. */
export const linksCheck: Check = {
  name: 'links',
  look: ({ text }, { settings, allowedHosts }) => {
    const mode = settings.checks.links;
    if (mode === 'off') return [];
    const folded = foldWithOrigins(dotted(text));
    if (!mightLink.test(folded.text)) return [];
    const spans: { start: number; end: number }[] = [];
    const words = new Set<string>();
    for (const { 0: link, index } of folded.text.matchAll(linkPattern)) {
      const host = hostOf(link);
      if (host === '' || isAllowed(host, allowedHosts)) continue;
      if (spans.length === mostSpans) break;
      spans.push({ start: folded.starts[index]!, end: folded.ends[index + link.length - 1]! });
      words.add(host);
    }
    if (spans.length === 0) return [];
    return [
      { check: 'links', score: 0.7, spans, words: [...words], effect: 'hold', mode, upTo: 'new', rule: null } as const,
    ];
  },
};

/** Other dots between Latin letters are read as the dots that they stand for; each stays one character, so places stay. */
function dotted(text: string): string {
  return /[。·•‧∙⋅｡]/.test(text) ? text.replace(/(?<=[A-Za-z0-9])[。·•‧∙⋅｡](?=[A-Za-z]{2})/g, '.') : text;
}

function hostOf(link: string): string {
  const bare = link.replace(/^[a-z]+:\/\//, '').replace(/^[^/?#]*@/, '');
  return bare.replace(/[:/?#].*$/s, '').replace(/\.+$/, '');
}

function isAllowed(host: string, allowed: ReadonlySet<string>): boolean {
  for (let rest = host; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (allowed.has(rest)) return true;
    if (!rest.includes('.')) return false;
  }
}
