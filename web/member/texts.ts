import type kit from '../locales/zh-CN/kit.json';
import type member from '../locales/zh-CN/member.json';
import { textsOf, type Language, type TextKey } from '../kit/i18n.ts';

interface Catalog {
  kit: typeof kit;
  member: typeof member;
}

/** A text of the members' app. */
export type MemberKey = TextKey<Catalog>;

/** Texts of the members' app: `t` anywhere, `useT` in components. */
export const { t, useT } = textsOf<Catalog>();

/** Loads the texts of one language; each language is its own small file. */
export async function loadMemberTexts(language: Language): Promise<Record<string, unknown>> {
  const [kitTexts, memberTexts] = await Promise.all([kitOf(language), memberOf(language)]);
  return { kit: kitTexts.default, member: memberTexts.default };
}

function kitOf(language: Language): Promise<{ default: unknown }> {
  if (language === 'zh-TW') return import('../locales/zh-TW/kit.json');
  return language === 'en' ? import('../locales/en/kit.json') : import('../locales/zh-CN/kit.json');
}

function memberOf(language: Language): Promise<{ default: unknown }> {
  if (language === 'zh-TW') return import('../locales/zh-TW/member.json');
  return language === 'en' ? import('../locales/en/member.json') : import('../locales/zh-CN/member.json');
}
