/** The words of a welcome: which variables they may have, and how they are filled. Pure. */

/** Variables of a welcome, written as `{{nickname}}`. */
export const welcomeVariables = ['nickname', 'group', 'community', 'members'] as const;

/** What fills the variables. */
export type WelcomeFacts = Readonly<Record<(typeof welcomeVariables)[number], string>>;

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What is wrong with a text; null = nothing. Half a bracket is taken as words. */
export function findTextProblem(text: string): { unknown: string } | { nicknameMissing: true } | null {
  const names = [...text.matchAll(placeholder)].map((match) => match[1]!);
  const unknown = names.find((name) => !(welcomeVariables as readonly string[]).includes(name));
  if (unknown !== undefined) return { unknown: `{{${unknown}}}` };
  return names.includes('nickname') ? null : { nicknameMissing: true };
}

/** Fills a text. Values are put in as they are: a name with brackets in it is not filled again. */
export function fillWelcome(text: string, facts: WelcomeFacts): string {
  return text.replace(placeholder, (all, name: string) =>
    Object.hasOwn(facts, name) ? facts[name as keyof WelcomeFacts] : all,
  );
}

/** One of the texts, by the id of the first newcomer: by chance, yet a repeat takes the same. */
export function pickText(texts: readonly string[], id: string): string {
  return texts[Number.parseInt(id.slice(-6), 16) % texts.length]!;
}
