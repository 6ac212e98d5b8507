/** By what a guest is found: name, field, words of the introduction, public accounts, each as typed in characters or pinyin. */
import { formsOfName, formsOfText, readTyped } from '../../lib/text/index.ts';
import { hashGram } from '../../lib/text/tokens.ts';
import type { GuestWords } from './store/guests.ts';

const tokenOf = (place: 'name' | 'words', form: string) => hashGram(`${place} ${form}`, 0) | 0;

/** What is written down so that a guest is found; never what is private. */
export function tokensOf({
  name,
  field,
  intro,
  platforms,
}: Pick<GuestWords, 'name' | 'field' | 'intro' | 'platforms'>) {
  const names = [name, ...platforms.map((one) => one.name)].flatMap((one) => formsOfName(one));
  const words = formsOfText([field, intro, ...platforms.map(({ place }) => place)].filter(Boolean).join('，'));
  return [...new Set([...names.map((form) => tokenOf('name', form)), ...words.map((form) => tokenOf('words', form))])];
}

/** What somebody typed: each term is found in a name or (all its parts) in the words. */
export function readAsked(typed: string): { name: number[]; words: number[] }[] {
  return readTyped(typed).map(({ whole, parts }) => ({
    name: [tokenOf('name', whole)],
    words: parts.map((part) => tokenOf('words', part)),
  }));
}
