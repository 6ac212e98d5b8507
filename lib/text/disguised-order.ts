/**
 * Texts that say something else when they are read in another order: backwards, in columns, the first characters of the lines,
 * every second character, each character once.
 */
import { isHiddenPair } from './disguised-words.ts';
import { isClauseUnit, isSpokenUnit, isWordUnit } from './nature.ts';
import { isOrdinaryPair } from './ordinary-pairs.ts';
import { pickUnits, type TextView } from './view.ts';

const fewestHidden = 2;
const mostUnits = 400;
/** So many pairs that nobody writes, and no more than this share of them in the other order. */
const fewestStrange = 4;
const strangeLeft = 0.5;
/** So many lines of so few characters on average are columns rather than lines. */
const fewestRows = 5;
const mostInRow = 4;
const strokes = new Set('丶丨丿乀乁亅灬彡乛乚丷亠冖乄〃');

/**
 * The order in which a text says most of what people hide, if that is more than it says as it stands; or the one in which it is
 * ordinary Chinese, if it is none as it stands.
 */
export function findOrder(view: TextView): TextView | undefined {
  if (view.text.length > mostUnits) return undefined;
  const words = listWords(view.text);
  const now = countPairs(view.text, words, true);
  const isNoChinese = now.strange >= fewestStrange;
  let best: number[] | undefined;
  let most = Math.max(fewestHidden - 1, now.hidden);
  let plainest: number[] | undefined;
  let least = now.strange * strangeLeft;
  for (const order of listOrders(view.text, words)) {
    const { hidden, strange, ordinary } = countPairs(view.text, order, isNoChinese);
    if (hidden > most || (best && hidden === most && order.length > best.length)) {
      most = hidden;
      best = order;
    }
    if (isNoChinese && strange <= least && ordinary >= fewestStrange) {
      least = strange;
      plainest = order;
    }
  }
  const order = best ?? plainest;
  return order && pickUnits(view, order);
}

/** Whether a text stands in lines so short that it may be meant to be read downwards. */
export function hasShortLines(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines >= fewestRows && text.length <= lines * (mostInRow + 1);
}

function* listOrders(text: string, words: readonly number[]): Generator<number[]> {
  yield words.toReversed();
  const filled = dropFillers(text, words);
  if (filled.length < words.length) yield filled;
  const once = words.filter((at, place) => place === 0 || text[at] !== text[words[place - 1]!] || isLatin(text, at));
  if (once.length <= (2 / 3) * words.length) yield once;
  const places = splitLines(text);
  const isSaid = (at: number) => isSpokenUnit(text.charCodeAt(at));
  const lines = places.map((line) => line.filter(isSaid)).filter((line) => line.length > 0);
  if (lines.length < 3) return;
  yield lines.map((line) => line[0]!);
  yield lines.map((line) => line.at(-1)!);
  const longest = Math.max(...places.map((line) => line.length));
  if (longest > 12) return;
  for (const rows of [places, lines]) {
    const columns = Array.from({ length: longest }, (_, column) => rows.flatMap((line) => line[column] ?? []));
    yield columns.flat().filter(isSaid);
    yield columns.toReversed().flat().filter(isSaid);
  }
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

/** Pairs of neighbours in an order: of hidden words, and, if wanted, what else of Chinese characters people write or don't. */
function countPairs(
  text: string,
  order: readonly number[],
  withOthers: boolean,
): { hidden: number; strange: number; ordinary: number } {
  let [hidden, strange, ordinary] = [0, 0, 0];
  for (let at = 1; at < order.length; at++) {
    const [first, second] = [text.charCodeAt(order[at - 1]!), text.charCodeAt(order[at]!)];
    if (isHiddenPair(first, second)) hidden++;
    else if (!withOthers || !isHan(first) || !isHan(second) || isParted(text, order[at - 1]!, order[at]!)) continue;
    else if (isOrdinaryPair(first, second)) ordinary++;
    else strange++;
  }
  return { hidden, strange, ordinary: ordinary + hidden };
}

/** A clause ends between two neighbouring places. */
function isParted(text: string, one: number, other: number): boolean {
  if (Math.abs(one - other) > 3) return false;
  for (let at = Math.min(one, other) + 1; at < Math.max(one, other); at++)
    if (isClauseUnit(text.charCodeAt(at))) return true;
  return false;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** The places of each line as it stands, so that columns stay columns. */
function splitLines(text: string): number[][] {
  const lines: number[][] = [[]];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') lines.push([]);
    else lines.at(-1)!.push(at);
  }
  return lines.filter((line) => line.length > 0);
}

function isLatin(text: string, at: number): boolean {
  return isWordUnit(text.charCodeAt(at));
}
