/** Words of advertisements in groups of what they are about; each group that is met adds its weight. */
import { createRequire } from 'node:module';
import type { AdCue } from './ad-cues.ts';
import type { AdView } from './ad-view.ts';
import { openSearch } from './automaton.ts';
import { kind } from './kinds.ts';
import { isWordUnit } from './nature.ts';

interface LexiconFile {
  groups: Record<string, { weight: number; words: string[] }>;
}

interface Lexicon {
  /** The groups with a word in a bare text or, where it is Latin, in the folded one. */
  read(bare: string, folded: string): AdCue[];
}

const latin = /^[a-z0-9 ]+$/;
const moreShare = 0.4;
const mostMore = 3;

let lexicon: Lexicon | undefined;

/** The groups of words that a text shows; purely Latin words must stand alone in the folded text, others anywhere in the bare one. */
export function readWords({ bare, kinds, bareKinds }: AdView, folded: string): AdCue[] {
  return (lexicon ??= openLexicon()).read(bareKinds & kind.han ? bare : '', kinds & kind.latin ? folded : '');
}

/** The same for a text without Chinese. */
export function readLatinWords(folded: string, kinds: number): AdCue[] {
  return kinds & kind.latin ? (lexicon ??= openLexicon()).read('', folded) : [];
}

function openLexicon(): Lexicon {
  const { groups } = createRequire(import.meta.url)('./ad-lexicon.json') as LexiconFile;
  const names = Object.keys(groups);
  const words = names.flatMap((name, group) => groups[name]!.words.map((word) => ({ word, group })));
  const dense = openSearch(words.map(({ word }) => (latin.test(word) ? '' : word)));
  const alone = openSearch(words.map(({ word }) => (latin.test(word) ? word : '')));
  let found: Map<number, Set<number>> | undefined;
  const note = (word: number) => {
    const { group } = words[word]!;
    found ??= new Map();
    const seen = found.get(group);
    if (seen) seen.add(word);
    else found.set(group, new Set([word]));
  };
  return {
    read(bare, folded) {
      found = undefined;
      if (bare !== '') dense.run(bare, note);
      if (folded !== '')
        alone.run(folded, (word, from, to) => {
          if (!isWordAt(folded, from - 1) && !isWordAt(folded, to)) note(word);
        });
      if (!found) return [];
      return Array.from(found as Map<number, Set<number>>, ([group, seen]) => {
        const { weight } = groups[names[group]!]!;
        return { cue: names[group]!, weight: weight * (1 + moreShare * Math.min(mostMore, seen.size - 1)) };
      });
    },
  };
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWordUnit(text.charCodeAt(at));
}
