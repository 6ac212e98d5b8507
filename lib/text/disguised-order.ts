/**
 * Texts that say something else when they are read in another order: backwards, in columns, the first characters of the lines,
 * every second character, each character once.
 */
import { isHiddenPair } from './disguised-words.ts';
import { isSpokenUnit, isWordUnit, natureOf } from './nature.ts';
import { pickUnits, type TextView } from './view.ts';

const fewestHidden = 2;
const mostUnits = 400;
const strokes = new Set('丶丨丿乀乁亅灬彡乛乚丷亠冖乄〃');

/** The order in which a text says most of what people hide, if that is more than it says as it stands. */
export function findOrder(view: TextView): TextView | undefined {
  if (view.text.length > mostUnits) return undefined;
  const words = listWords(view.text);
  const now = countHidden(view.text, words);
  let best: number[] | undefined;
  let most = Math.max(fewestHidden - 1, now);
  for (const order of listOrders(view.text, words)) {
    const hidden = countHidden(view.text, order);
    if (hidden <= most) continue;
    most = hidden;
    best = order;
  }
  return best && pickUnits(view, best);
}

function* listOrders(text: string, words: readonly number[]): Generator<number[]> {
  yield words.toReversed();
  const filled = dropFillers(text, words);
  if (filled.length < words.length) yield filled;
  const once = words.filter((at, place) => place === 0 || text[at] !== text[words[place - 1]!] || isLatin(text, at));
  if (once.length <= (2 / 3) * words.length) yield once;
  const lines = splitLines(text);
  if (lines.length < 3) return;
  yield lines.map((line) => line[0]!);
  yield lines.map((line) => line.at(-1)!);
  const longest = Math.max(...lines.map((line) => line.length));
  if (longest > 12) return;
  const columns = Array.from({ length: longest }, (_, column) => lines.flatMap((line) => line[column] ?? []));
  yield columns.flat();
  yield columns.toReversed().flat();
}

/** Places of characters and letters. */
function listWords(text: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isSpokenUnit(text.charCodeAt(at))) places.push(at);
  }
  return places;
}

/** Without strokes and without a character that stands at every second place. */
function dropFillers(text: string, words: readonly number[]): number[] {
  const fillers = new Set(strokes);
  for (let at = 0; at + 6 < words.length; at++) {
    const [char, next] = [text[words[at]!]!, text[words[at + 1]!]];
    if (
      char !== next &&
      char === text[words[at + 2]!] &&
      char === text[words[at + 4]!] &&
      char === text[words[at + 6]!]
    )
      fillers.add(char);
  }
  return words.filter((at) => !fillers.has(text[at]!));
}

function countHidden(text: string, order: readonly number[]): number {
  let count = 0;
  for (let at = 1; at < order.length; at++)
    if (isHiddenPair(text.charCodeAt(order[at - 1]!), text.charCodeAt(order[at]!))) count++;
  return count;
}

function splitLines(text: string): number[][] {
  const lines: number[][] = [[]];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') lines.push([]);
    else if (natureOf(text.charCodeAt(at)) !== 'noise') lines.at(-1)!.push(at);
  }
  return lines.filter((line) => line.length > 0);
}

function isLatin(text: string, at: number): boolean {
  return isWordUnit(text.charCodeAt(at));
}
