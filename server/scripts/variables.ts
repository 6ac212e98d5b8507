/** What a script may leave open for the moment at which it is said; nothing here knows who says it. */

/** The variables, by what fills them. */
export const variables = ['name', 'group', 'community', 'today', 'weekday', 'me'] as const;

/** One of them. */
export type Variable = (typeof variables)[number];

/** What is known at the moment; absent = not known here. */
export type VariableValues = Partial<Record<Variable, string>>;

/** How a team writes them: every language's words are understood in every language. */
const words: Readonly<Record<string, Variable>> = {
  昵称: 'name',
  暱稱: 'name',
  name: 'name',
  群名: 'group',
  group: 'group',
  社群: 'community',
  社群名: 'community',
  社群名稱: 'community',
  community: 'community',
  今天: 'today',
  today: 'today',
  星期: 'weekday',
  weekday: 'weekday',
  我的名字: 'me',
  me: 'me',
};

const braces = /\{([^{}\n]{1,12})\}/gu;

/** Puts values in; what is not known stays as it was written and is named. */
export function fillVariables(text: string, values: VariableValues): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replace(braces, (all, word: string) => {
    const variable = words[word.trim()];
    const value = variable && values[variable];
    if (variable && !value) missing.add(all);
    return value || all;
  });
  return { text: filled, missing: [...missing] };
}

/** Variables that still stand in a text which is about to be said. */
export function findUnfilled(text: string): string[] {
  return fillVariables(text, {}).missing;
}

/** Words in braces that nothing fills. */
export function findUnknown(text: string): string[] {
  return [...new Set([...text.matchAll(braces)].filter(([, word]) => !words[word!.trim()]).map(([all]) => all))];
}
