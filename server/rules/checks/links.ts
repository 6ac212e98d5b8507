import { foldText, foldWithOrigins, linkPattern } from '../../../lib/text/index.ts';
import { mostSpans, type Check, type Evidence } from './check.ts';
import { hostOf, isHostIn, isShortener } from './hosts.ts';

const mightLink = /:\/\/|\.[a-z]|#小程序/;

/** A card of a mini-program as it is pasted, and short addresses whose ending is no well-known one. */
const card = /#小程序:\/\/[^\s/，。]{1,40}(?:\/[a-z0-9_-]{1,40})?/g;
const shortLink =
  /(?<![a-z0-9@_.-])(?:suo\.(?:im|nz|yt)|mrw\.so|985\.so|dwz\.(?:mk|win)|is\.gd|v\.gd|goo\.gl|rb\.gy|t\.hk|u\.nu|shorturl\.at)\/[a-z0-9]{2,20}/g;

/** A link in a text, at its place in the folded text. */
interface Link {
  index: number;
  length: number;
  host: string;
  kind: 'host' | 'short' | 'card';
}

/**
 * Links to other places than the allowed ones: those of newcomers by themselves; short addresses and cards of mini-programs, which hide
 * where they lead, beside something else for members too.
 */
export const linksCheck: Check = {
  name: 'links',
  look: ({ text }, { settings, allowedHosts }) => {
    const mode = settings.checks.links;
    if (mode === 'off') return [];
    const written = dotted(text);
    if (!mightLink.test(foldText(written))) return [];
    const folded = foldWithOrigins(written);
    const links = listLinks(folded.text, allowedHosts);
    if (links.length === 0) return [];
    const evidence = (some: readonly Link[], score: number, upTo: Evidence['upTo']): Evidence => {
      const named = new Map(some.map(({ host, kind }) => [host, kind]));
      const spans = some.map(({ index, length }) => ({
        start: folded.starts[index]!,
        end: folded.ends[index + length - 1]!,
      }));
      const words = { words: [...named.keys()], kinds: [...named.values()] };
      return { check: 'links', score, spans, ...words, effect: 'hold', mode, upTo, rule: null };
    };
    const hiding = links.filter(({ kind }) => kind !== 'host');
    return [evidence(links, 0.7, 'new'), ...(hiding.length > 0 ? [evidence(hiding, 0.35, 'member')] : [])];
  },
};

function listLinks(folded: string, allowed: ReadonlySet<string>): Link[] {
  const links: Link[] = [];
  const add = (link: Link) => {
    const isSeen = links.some(({ index, length }) => link.index < index + length && index < link.index + link.length);
    if (!isSeen && links.length < mostSpans) links.push(link);
  };
  for (const { 0: found, index } of folded.matchAll(linkPattern)) {
    const host = hostOf(found);
    if (host === '' || isHostIn(host, allowed)) continue;
    add({ index, length: found.length, host, kind: isShortener(host) ? 'short' : 'host' });
    if (links.length === mostSpans) return links;
  }
  for (const { 0: found, index } of folded.matchAll(shortLink)) {
    const host = hostOf(found);
    if (!isHostIn(host, allowed)) add({ index, length: found.length, host, kind: 'short' });
  }
  for (const { 0: found, index } of folded.matchAll(card)) {
    const name = found.slice('#小程序://'.length).replace(/\/.*$/s, '');
    add({ index, length: found.length, host: name, kind: 'card' });
  }
  return links.sort((one, other) => one.index - other.index);
}

/** Other dots between Latin letters are read as the dots that they stand for; each stays one character, so places stay. */
function dotted(text: string): string {
  return /[。·•‧∙⋅｡]/.test(text) ? text.replace(/(?<=[A-Za-z0-9])[。·•‧∙⋅｡](?=[A-Za-z]{2})/g, '.') : text;
}
