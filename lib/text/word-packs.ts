/** Lists of terms to begin with, one for each kind of advertisement. */
import { createRequire } from 'node:module';

/** The kinds of advertisements that have a pack. */
export const wordPackKeys = ['contact', 'finance', 'adult', 'gambling', 'loans', 'jobs'] as const;

/** The key of a pack. */
export type WordPackKey = (typeof wordPackKeys)[number];

/** A pack; what it is called is told by the product in each language. */
export interface WordPack {
  key: WordPackKey;
  terms: readonly string[];
  /** Spellings and words of Taiwan, Hong Kong and abroad. */
  regional: readonly string[];
}

/** Reads all packs; nothing of them is kept here. */
export function readWordPacks(): WordPack[] {
  return (createRequire(import.meta.url)('./word-packs.json') as { packs: WordPack[] }).packs;
}
