/** Forms as the numbers that are stored and asked for, each with the place in which it stands: a name, a short line, an offer, a need. */
import { formsOfName, formsOfText, type TypedTerm } from '../../lib/text/index.ts';
import { hashGram } from '../../lib/text/tokens.ts';
import type { Card } from '../people/index.ts';

/** Places in which something is found, the one that counts most first. */
export const places = ['start', 'name', 'words', 'offers', 'needs'] as const;

/** One of them. */
export type Place = (typeof places)[number];

/** The tokens that a person must all have for a term to be found in a place. */
export type Asked = Readonly<Record<Place, number[]>>;

/** The number of a form in a place: 32 bits, so a stranger stands for another one about once in four thousand million times. */
function tokenOf(place: Place, form: string): number {
  return hashGram(`${place} ${form}`, 0) | 0;
}

/** Tokens of the names of somebody; how a name begins stands beside them. */
export function tokensOfNames(names: readonly string[]): number[] {
  const tokens = new Set<number>();
  for (const name of names) {
    for (const form of formsOfName(name)) tokens.add(tokenOf('name', form));
    for (const form of formsOfName(name, { onlyStart: true })) tokens.add(tokenOf('start', form));
  }
  return [...tokens];
}

/** Tokens of the lines of a card. */
export function tokensOfCard(card: Card): number[] {
  const { profession, city, industry, tags, offers, needs } = card;
  const words = [profession?.text, city?.text, industry?.text, ...(tags?.items ?? [])].filter(Boolean).join('，');
  const texts: [Place, string][] = [
    ['words', words],
    ['offers', offers?.text ?? ''],
    ['needs', needs?.text ?? ''],
  ];
  return [...new Set(texts.flatMap(([place, text]) => formsOfText(text).map((form) => tokenOf(place, form))))];
}

/** What is asked for a term in each place. */
export function askFor({ whole, parts }: TypedTerm): Asked {
  const of = (place: Place) => parts.map((part) => tokenOf(place, part));
  return {
    start: [tokenOf('start', whole)],
    name: [tokenOf('name', whole)],
    words: of('words'),
    offers: of('offers'),
    needs: of('needs'),
  };
}
