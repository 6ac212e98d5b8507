/**
 * Finds names inside texts: whole names in any case, their parts as they are written, Chinese given names. Latin names must stand
 * alone, because `Al` is also in `also`; Chinese ones are found anywhere, because nothing stands between Chinese words.
 */

/** Somebody or something by all names. */
export interface Named {
  names: readonly string[];
  alias: string;
}

interface Entry {
  written: string;
  folded: string;
  alias: string;
  exact: boolean;
  latin: boolean;
}

/** A part of a text, with the alias when it is a name. */
export interface Piece {
  text: string;
  alias?: string;
}

const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
const SEPARATORS = /[^\p{Letter}\p{Number}\p{Mark}]+/u;
const WORD = /[\p{Letter}\p{Number}]/u;
const HAN = /^\p{Script=Han}{3}$/u;
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯',
);
/** Parts of names that say what somebody is, or that every text is full of. */
const COMMON = new Set(
  'the and bot admin group chat team user official service of for group-owner 群主 管理员 管理員 机器人 機器人 客服 助手 老师 老師 先生 女士 小姐 同学 同學 妈妈 媽媽 爸爸 北京 上海 广州 深圳 杭州 成都 南京 武汉 官方 会员 會員'.split(
    ' ',
  ),
);

/** Makes the finder of many names. */
export function makeNameFinder(named: readonly Named[]): (text: string) => Piece[] {
  const byFirst = new Map<string, Entry[]>();
  const seen = new Set<string>();
  const add = (written: string, alias: string, exact: boolean): void => {
    const folded = written.toLowerCase();
    if (written === '' || seen.has(folded)) return;
    seen.add(folded);
    const entry = { written, folded, alias, exact, latin: !DENSE.test(written) };
    const list = byFirst.get(folded[0]!);
    if (list) list.push(entry);
    else byFirst.set(folded[0]!, [entry]);
  };
  // Whole names first: what is a whole name of one is not a part of another.
  for (const { names, alias } of named) for (const name of names) if (isWhole(name)) add(name, alias, false);
  for (const { names, alias } of named)
    for (const name of names) for (const part of listParts(name)) add(part, alias, true);
  for (const list of byFirst.values()) list.sort((one, other) => other.written.length - one.written.length);
  return (text) => findNames(text, byFirst);
}

/** One Chinese sign is a word of its own in every other sentence; such names are only hidden where they stand alone. */
function isWhole(name: string): boolean {
  return [...name].length >= 2;
}

function listParts(name: string): string[] {
  const parts = name.split(SEPARATORS).filter((part) => part !== '' && part !== name);
  const telling = parts.filter(
    (part) =>
      (DENSE.test(part) ? [...part].length >= 2 : part.length >= 3) &&
      !COMMON.has(part.toLowerCase()) &&
      !/^\d+$/u.test(part),
  );
  const given = [name, ...parts]
    .filter((part) => HAN.test(part) && SURNAMES.has(part[0]!))
    .map((part) => part.slice(1));
  return [...telling, ...given.filter((part) => !COMMON.has(part))];
}

function findNames(text: string, byFirst: ReadonlyMap<string, readonly Entry[]>): Piece[] {
  const folded = text.toLowerCase();
  // Some signs change their length with their case; then only the writing itself is compared.
  const same = folded.length === text.length;
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 0; at < text.length;) {
    const list = byFirst.get((same ? folded : text.toLowerCase())[at] ?? '');
    const entry = list?.find((one) => matches(one, { text, folded: same ? folded : text, at }));
    if (!entry) {
      at += 1;
      continue;
    }
    if (at > from) pieces.push({ text: text.slice(from, at) });
    pieces.push({ text: text.slice(at, at + entry.written.length), alias: entry.alias });
    at += entry.written.length;
    from = at;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function matches(entry: Entry, { text, folded, at }: { text: string; folded: string; at: number }): boolean {
  const found = entry.exact ? text.startsWith(entry.written, at) : folded.startsWith(entry.folded, at);
  if (!found || !entry.latin) return found;
  const { written } = entry;
  const before = text[at - 1] ?? '';
  const after = text[at + written.length] ?? '';
  const joined = (inner: string, outer: string) => isLatinWord(inner) && isLatinWord(outer);
  return !joined(written[0]!, before) && !joined(written.at(-1)!, after);
}

/** Letters and figures that run on into their neighbours; Chinese signs do not. */
function isLatinWord(sign: string): boolean {
  return WORD.test(sign) && !DENSE.test(sign);
}
