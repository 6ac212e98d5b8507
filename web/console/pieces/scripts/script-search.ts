import type { Script } from '../../data/scripts.ts';

const brace = /\{[^{}\n]{1,12}\}/gu;
const known = /^\{(昵称|暱稱|name|群名|group|社群|社群名|社群名稱|community|今天|today|星期|weekday|我的名字|me)\}$/u;

/** What stands after a slash that begins a word, right at the end of what was written; undefined when nobody asks for a script. */
export function readSlash(text: string): string | undefined {
  return /(?:^|\s)\/([^\s/]{0,20})$/u.exec(text)?.[1];
}

/** What was written, with the slash and its letters replaced by the words of a script. */
export function replaceSlash(text: string, words: string): string {
  return text.replace(/\/[^\s/]{0,20}$/u, '') + words;
}

/** Scripts that fit some letters: the one with this shortcut first, then titles, then everything else; the order stays otherwise. */
export function findScripts(scripts: readonly Script[], typed: string): Script[] {
  const q = typed.trim().toLowerCase();
  if (q === '') return [...scripts];
  const rank = ({ shortcut, title, letters, folder, text }: Script) => {
    if (shortcut === q) return 0;
    if (shortcut.startsWith(q) || title.toLowerCase().startsWith(q) || letters.startsWith(q)) return 1;
    if (title.toLowerCase().includes(q) || letters.includes(q) || folder.toLowerCase().includes(q)) return 2;
    return text.toLowerCase().includes(q) ? 3 : 4;
  };
  return scripts
    .map((script) => ({ script, at: rank(script) }))
    .filter(({ at }) => at < 4)
    .sort((one, other) => one.at - other.at)
    .map(({ script }) => script);
}

/** Variables that still wait for a value; a text with one of them is not sent. */
export function findGaps(text: string): string[] {
  return [...new Set((text.match(brace) ?? []).filter((one) => known.test(one)))];
}
