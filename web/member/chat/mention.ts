import type { Mention } from '../../kit/message.ts';

/** The name being typed behind an @ just before the caret, and where the @ stands. */
export interface Call {
  from: number;
  query: string;
}

/** Finds an unfinished @name before the caret; an @ inside a word (an e-mail address) is none. */
export function findCall(text: string, caret: number): Call | undefined {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0) return undefined;
  const query = text.slice(from + 1, caret);
  const isInWord = from > 0 && /[a-z0-9._-]/i.test(text[from - 1] ?? '');
  return isInWord || /[\s@]/.test(query) || query.length > 20 ? undefined : { from, query };
}

/** Puts a name in place of the unfinished one; gives the text and the new caret. */
export function insertName(text: string, call: Call, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, call.from)}@${name} `;
  return { text: before + text.slice(call.from + 1 + call.query.length).replace(/^ /, ''), caret: before.length };
}

/** The people picked whose names still stand in the text, each once. */
export function keepCalled(text: string, picked: readonly Mention[]): Mention[] {
  const kept = new Map(
    picked.filter(({ name }) => text.includes(`@${name}`)).map((mention) => [mention.identityId, mention]),
  );
  return [...kept.values()];
}
