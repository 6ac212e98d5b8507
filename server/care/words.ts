import type { Ctx } from '../platform/context.ts';

/** What a team says in a round; `{{group}}`, `{{format}}`, `{{until}}` and, in the farewell, `{{link}}` are filled in. */
export interface RoundTexts {
  announcement: string;
  reminder: string;
  farewell: string;
}

/** What stands in the place of variables. */
export type RoundFacts = Readonly<Record<'group' | 'format' | 'until' | 'link', string>>;

/** Texts to begin with, in the reader's language, variables as they are. */
export function suggestTexts(ctx: Ctx): RoundTexts {
  const names = { group: '{{group}}', format: '{{format}}', until: '{{until}}', link: '{{link}}' };
  return {
    announcement: ctx.t('care:round.announcement', names),
    reminder: ctx.t('care:round.reminder', names),
    farewell: ctx.t('care:round.farewell', names),
  };
}

/** Puts facts in the place of variables; what it does not know stays as it is. */
export function fillText(text: string, facts: RoundFacts): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => facts[name as keyof RoundFacts] ?? whole);
}

const separators = /[-_·.|/｜－—、，,\s]+/u;

/** Whether a name has as many parts as the format: 小林-杭州-厨师 fits 名字-城市-职业. */
export function fitsFormat(name: string, format: string): boolean {
  const parts = (text: string) => text.split(separators).filter((part) => part !== '').length;
  return parts(name) >= parts(format);
}
