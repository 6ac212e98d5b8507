import { readdir, readFile } from 'node:fs/promises';
import i18next from 'i18next';
import type { Catalog } from './catalog.ts';

/** Languages of the product, first the default. */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;

/** One language of the product. */
export type Locale = (typeof locales)[number];

/** `module:path.to.text`, checked against the zh-CN catalogue by the compiler. */
export type TextKey = { [Module in keyof Catalog & string]: `${Module}:${Paths<Catalog[Module]>}` }[keyof Catalog &
  string];

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Plural<Key> : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

/** English plurals are kept as `key_one` and `key_other` and asked for as `key`. */
type Plural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key;

/** Gives the text of a key with its placeholders filled. Text is plain: whoever puts it into HTML escapes it. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, unknown>>) => string;

/** The texts of all languages. */
export interface I18n {
  translator(locale: Locale): Translate;
  /** The text of an error code, undefined when the catalogue lacks it. */
  errorText(locale: Locale, code: string, values: Readonly<Record<string, unknown>>): string | undefined;
}

const folder = new URL('../locales/', import.meta.url);

/** Reads `server/locales/<language>/<module>.json`. A key that a language lacks is an error in tests, zh-CN in production. */
export async function loadI18n(): Promise<I18n> {
  const instance = i18next.createInstance();
  await instance.init({
    lng: locales[0],
    fallbackLng: locales[0],
    supportedLngs: [...locales],
    resources: Object.fromEntries(
      await Promise.all(locales.map(async (locale) => [locale, await readCatalog(locale)])),
    ),
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0]);
  const fixed = Object.fromEntries(locales.map((locale) => [locale, instance.getFixedT(locale)])) as Record<
    Locale,
    ReturnType<typeof instance.getFixedT>
  >;
  return {
    translator: (locale) => (key, values) => fixed[locale](key, values as Record<string, unknown>),
    errorText: (locale, code, values) => {
      const [module, ...rest] = code.split('.');
      const key = `${module}:errors.${rest.join('.')}`;
      return instance.exists(key) ? fixed[locale](key, values as Record<string, unknown>) : undefined;
    },
  };
}

/** All texts of one language, by module. */
export async function readCatalog(locale: Locale): Promise<Record<string, unknown>> {
  const at = new URL(`${locale}/`, folder);
  const names = (await readdir(at)).filter((name) => name.endsWith('.json'));
  const entries = await Promise.all(
    names.map(async (name) => [name.slice(0, -5), JSON.parse(await readFile(new URL(name, at), 'utf8')) as unknown]),
  );
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const picked = new Map<string, Locale>();

/** The best language for an explicit wish or an Accept-Language header. */
export function pickLocale(wish: string | undefined, header: string | undefined): Locale {
  // Browsers send the same few headers with every request.
  const key = `${wish ?? ''}\n${header ?? ''}`;
  const known = picked.get(key);
  if (known) return known;
  const locale = chooseLocale(wish, header);
  if (key.length < 200 && picked.size < 1000) picked.set(key, locale);
  return locale;
}

function chooseLocale(wish: string | undefined, header: string | undefined): Locale {
  const asked = [wish, ...(header ?? '').split(',').map((part) => part.split(';')[0]?.trim())];
  for (const tag of asked) {
    if (!tag) continue;
    const found = locales.find((locale) => locale.toLowerCase() === tag.toLowerCase());
    if (found) return found;
    if (/^zh\b.*(hant|tw|hk|mo)\b/i.test(tag)) return 'zh-TW';
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return locales[0];
}
