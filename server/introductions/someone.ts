/** "Find me someone who …": people whose offers, profession and city fit free words, the best first, each with the lines that fit. */
import { formsOfText, readTyped } from '../../lib/text/index.ts';
import type { CardLine } from '../people/index.ts';
import type { Ctx } from '../platform/context.ts';
import type { Asker } from './asker.ts';
import { eyesOf, showPersons, type Seen } from './directory.ts';
import { selectFitting } from './store/directory.ts';
import { askFor } from './tokens.ts';
import { readWords } from './words.ts';

/** Somebody who fits, with the reason in their own words. */
export interface Fitting extends Seen {
  reasons: { line: CardLine | 'tags'; text: string; words: string[] }[];
}

const most = 10;

/** People who fit, for the eyes of a member; also the words that were looked for. */
export async function findSomeone(
  ctx: Ctx,
  asker: Asker,
  text: string,
): Promise<{ words: string[]; items: Fitting[] }> {
  const words = readWords(text);
  const terms = words.flatMap((word) => readTyped(word)[0] ?? []);
  if (terms.length === 0) return { words, items: [] };
  const personIds = await selectFitting(ctx, await eyesOf(ctx, asker), { terms: terms.map(askFor), limit: most });
  const seen = await showPersons(ctx, asker, personIds);
  return { words, items: seen.map((one) => ({ ...one, reasons: reasonsOf(one, words) })) };
}

function reasonsOf({ card }: Seen, words: readonly string[]): Fitting['reasons'] {
  const lines: [CardLine | 'tags', string | undefined][] = [
    ['offers', card.offers?.text],
    ['profession', card.profession?.text],
    ['city', card.city?.text],
    ['industry', card.industry?.text],
    ['tags', card.tags?.items.join('，')],
  ];
  return lines.flatMap(([line, text]) => {
    if (text === undefined) return [];
    const forms = new Set(formsOfText(text));
    const here = words.filter((word) => readTyped(word)[0]?.parts.every((part) => forms.has(part)));
    return here.length > 0 ? [{ line, text, words: here }] : [];
  });
}
