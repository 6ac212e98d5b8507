import { textsOf } from '../kit/i18n.ts';
import type { LoadTexts, TextKey } from '../kit/i18n.ts';

type Catalog = { console: typeof import('../locales/zh-CN/console.json') };
type KeyOf<Full> = Full extends `console:${infer Key}` ? Key : never;

/** A text of the console, checked by the compiler. */
export type ConsoleKey = KeyOf<TextKey<Catalog>>;

/** Gives the words of the console for a key. */
export type Say = (key: ConsoleKey, values?: Readonly<Record<string, unknown>>) => string;

const texts = textsOf<Catalog>();

/** The words for a key, outside of components. */
export const say: Say = (key, values) => texts.t(`console:${key}`, values);

/** The words for a key; re-renders when the language changes. */
export function useText(): Say {
  texts.useT();
  return say;
}

/** Loads one language of the console. */
export const loadConsoleTexts: LoadTexts = async (language) => {
  const modules = {
    'zh-CN': () => import('../locales/zh-CN/console.json'),
    'zh-TW': () => import('../locales/zh-TW/console.json'),
    en: () => import('../locales/en/console.json'),
  };
  return { console: (await modules[language]()).default };
};
