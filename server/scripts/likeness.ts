/** How alike two short texts are by their characters and pairs of neighbours: questions are short, words in them are few. */
import { foldText } from '../../lib/text/index.ts';

const idle = /[\s\p{P}\p{S}]|[吗呢吧啊呀哦的了么]/gu;

/** The grams of a text. */
export function readGrams(text: string): ReadonlySet<string> {
  const characters = [...foldText(text).replace(idle, '')];
  const pairs = characters.slice(1).map((character, index) => characters[index]! + character);
  return new Set([...characters, ...pairs]);
}

/** Shared grams against all (Dice), pairs counted double as they say more; 0 to 1. */
export function compareGrams(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const weigh = (grams: Iterable<string>) => {
    let sum = 0;
    for (const gram of grams) sum += [...gram].length;
    return sum;
  };
  const all = weigh(one) + weigh(other);
  return all === 0 ? 0 : (2 * weigh([...one].filter((gram) => other.has(gram)))) / all;
}
