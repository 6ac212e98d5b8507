// Texts of the web pages in zh-CN, zh-TW and en, through i18next with keys checked by the compiler. A missing key throws
// in development and tests; in the built pages it marks <html data-missing-key> so that the browser journeys can fail.
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';

/** Languages of the product, first the default. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const;

/** One language of the product. */
export type Language = (typeof languages)[number];

/** `namespace:path.to.text` for every text of a catalogue. */
export type TextKey<Catalog> = {
  [Space in keyof Catalog & string]: `${Space}:${Paths<Catalog[Space]>}`;
}[keyof Catalog & string];

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Stem<Key> : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** English plurals are kept as `key_one` and `key_other` and asked for as `key`. */
type Stem<Key extends string> = Key extends `${infer Name}_${'one' | 'other'}` ? Name : Key;

/** Gives the text of a key with its placeholders filled. Text is plain: React escapes it. */
export type Translate<Catalog> = (key: TextKey<Catalog>, values?: Readonly<Record<string, unknown>>) => string;

/** Loads the texts of one language, by namespace. */
export type LoadTexts = (language: Language) => Promise<Record<string, unknown>>;

const storageKey = 'mh-language';
let loadTexts: LoadTexts | undefined;

/** Starts the texts in the reader's language; call once before the first render. */
export async function startTexts(load: LoadTexts): Promise<void> {
  loadTexts = load;
  const language = pickLanguage(readChoice(), typeof navigator === 'undefined' ? [] : navigator.languages);
  await i18next.init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...languages],
    resources: { [language]: (await load(language)) as Record<string, Record<string, string>> },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
    parseMissingKeyHandler: reportMissingKey,
  } as Parameters<typeof i18next.init>[0]);
  markDocument(language);
}

/** The language the page speaks now. */
export function currentLanguage(): Language {
  return (i18next.language as Language | undefined) ?? languages[0];
}

/** Switches the language, remembers it on this device and re-renders everything that shows text. */
export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, firstSpace()) && loadTexts) {
    const catalog = await loadTexts(language);
    for (const [space, texts] of Object.entries(catalog)) i18next.addResourceBundle(language, space, texts);
  }
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A locked-down web view keeps no choices; the switch still holds for this visit.
  }
  await i18next.changeLanguage(language);
  markDocument(language);
}

/** Re-renders on a language switch and gives the language. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage);
}

/** The typed door to the texts of one app: `t` anywhere, `useT` in components. */
export function textsOf<Catalog>(): { t: Translate<Catalog>; useT: () => Translate<Catalog> } {
  // The compiler knows our keys; i18next's own key types would only say "string".
  const tell = i18next.t as unknown as (key: string, values?: Readonly<Record<string, unknown>>) => string;
  const t: Translate<Catalog> = (key, values) => tell.call(i18next, key, values);
  return {
    t,
    useT: () => {
      useLanguage();
      return t;
    },
  };
}

/** The best of our languages for an explicit wish, then for what the browser asks for. */
export function pickLanguage(wish: string | null, asked: readonly string[]): Language {
  for (const tag of [wish, ...asked]) {
    if (!tag) continue;
    const found = languages.find((language) => language.toLowerCase() === tag.toLowerCase());
    if (found) return found;
    if (/^zh\b.*(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return languages[0];
}

function onLanguageChange(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

function firstSpace(): string {
  const loaded = i18next.getDataByLanguage(currentLanguage());
  return Object.keys(loaded ?? {})[0] ?? 'kit';
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function reportMissingKey(key: string): string {
  const inBuiltPage = (import.meta as { env?: { PROD?: boolean } }).env?.PROD === true;
  if (!inBuiltPage) throw new Error(`No text for “${key}” in ${currentLanguage()}; add it to web/locales`);
  if (typeof document !== 'undefined') document.documentElement.dataset.missingKey = key;
  return key;
}

function markDocument(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
