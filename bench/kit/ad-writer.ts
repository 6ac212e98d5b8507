/**
 * Writes labelled texts from the grammars in bench/grammar: advertisements, plain and disguised in many ways, and ordinary talk. All
 * words are our own and all accounts made up, so what is trained on them may be shipped. The same seed writes the same texts.
 */
import { readFileSync } from 'node:fs';
import { openDisguises } from '../../lib/text/disguised-words.ts';

/** A number from 0 to 1, without 1. */
export type Random = () => number;

type Write = (random: Random) => string;

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyz';
const names =
  '琳慧染冉影爽菲婷娜雅倩欣怡静雪瑶萱蓉薇芸莉娟艳丽红燕霞玲芳秀梅兰竹菊月晗熙嘉宁洁莹莎妮佳晴岚舒淑君恩可心悦宣';

/** A generator of numbers from a seed. */
export function seedRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
}

/** Opens one of the grammars. */
export function openGrammar(name: 'ads' | 'talk'): Write {
  const lines = readFileSync(new URL(`../grammar/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const lists = new Map<string, string[]>();
  const sentences: string[] = [];
  for (const line of lines) {
    const list = /^([^\s=]+) = (.+)$/.exec(line);
    if (list) lists.set(list[1]!, list[2]!.split('|'));
    else sentences.push(line);
  }
  const write = (template: string, random: Random): string =>
    template.replace(/\{([^{}]+)\}/g, (_, slot: string) => {
      const list = lists.get(slot);
      if (list) return write(pick(list, random), random);
      const make = makers[slot];
      if (!make) throw new Error(`bench/grammar/${name}.txt: nothing is called ${slot}`);
      return make(random);
    });
  return (random) => write(pick(sentences, random), random);
}

const makers: Record<string, Write> = {
  n: (random) => (random() < 0.9 ? String(1 + Math.floor(random() * 9)) : pick(['一', '二', '三', '五', '八'], random)),
  qq: (random) =>
    group(String(1 + Math.floor(random() * 3)) + draw(digits, 7 + Math.floor(random() * 3), random), random),
  phone: (random) => group(`1${pick(['3', '5', '7', '8', '9'], random)}${draw(digits, 9, random)}`, random),
  wx: (random) =>
    draw(letters, 2 + Math.floor(random() * 6), random) +
    pick(['', '', '_', '-'], random) +
    draw(digits, 2 + Math.floor(random() * 5), random),
  code: (random) => {
    const code =
      draw(letters, 1 + Math.floor(random() * 4), random) + draw(digits, 3 + Math.floor(random() * 3), random);
    return random() < 0.8 ? code.toUpperCase() : code;
  },
  at: (random) =>
    `@${draw(letters, 4 + Math.floor(random() * 5), random)}${random() < 0.7 ? draw(digits, 1 + Math.floor(random() * 5), random) : ''}`,
  tme: (random) =>
    `${pick(['https://', '', 'http://'], random)}t.me/${random() < 0.5 ? '+' : ''}${draw(letters + letters.toUpperCase() + digits, 6 + Math.floor(random() * 10), random)}`,
  site: (random) =>
    `${pick(['', 'www.', 'https://', 'http://www.'], random)}${draw(letters + digits, 3 + Math.floor(random() * 5), random)}.${pick(['com', 'com', 'vip', 'top', 'cc', 'xyz', 'net', 'shop', 'icu'], random)}${random() < 0.2 ? `/${draw(letters, 4, random)}` : ''}`,
  track: (random) => pick(['SF', 'YT', 'JD', 'ZT', ''], random) + draw(digits, 12 + Math.floor(random() * 3), random),
  rare: (random) => String.fromCharCode(0x4e00 + Math.floor(random() * 0x51a0)),
  name: (random) => draw(names, 1 + Math.floor(random() * 1.3), random),
};

/** Numbers are often written in groups. */
function group(number: string, random: Random): string {
  if (random() < 0.6) return number;
  const gap = pick([' ', '  ', '-', '.'], random);
  const at = 3 + Math.floor(random() * 3);
  return random() < 0.7 ? number.slice(0, at) + gap + number.slice(at) : [...number].join(gap);
}

function draw(from: string, count: number, random: Random): string {
  return Array.from({ length: count }, () => from[Math.floor(random() * from.length)]).join('');
}

function pick<One>(list: readonly One[], random: Random): One {
  return list[Math.floor(random() * list.length)]!;
}

const gb2312 = readGb2312();
const twins = readTwins();
const readings = readReadings();
const stylish = [0x1d400, 0x1d434, 0x1d468, 0x1d49c, 0x1d4d0, 0x1d5a0, 0x1d5d4, 0x1d608, 0x1d63c, 0x1d670];

const tricks: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => swap(text, random, 0.5, (char) => readings.get(char)),
  (text, random) => swap(text, random, 0.25, (char) => readings.get(char)),
  (text, random) => swap(text, random, 0.6, (char) => twins.get(char)),
  (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  (text, random) => style(text, pick(stylish, random)),
  (text, random) => [...text].join(pick([' ', '.', '-', '丶', '☆', '~', '+', '😀', '❤'], random)),
  (text, random) => swap(text, random, 0.3, () => [pick(['', ' ', '+', '-', '.', '，'], random)], true),
  (text, random) => swap(text, random, 0.5, () => ['\u200b', '\u200d', '\ufeff'], true),
  (text, random) => text.replace(/[a-z0-9]{5,}/gi, (run) => [...run].join(pick([' ', '-', '.'], random))),
  (text, random) =>
    `${text}${pick(['☎☎', '❤❤', '。', '++', '！！', '🔥', '💰💰', draw(letters, 3, random), draw(digits, 2, random)], random)}`,
  (text, random) =>
    `${pick(['❤', '█', '🔥', '★', '\ufeff', draw(letters, 2, random), draw(digits, 2, random)], random)}${text}`,
];

/** Disguises a text in one to three ways. */
export function disguise(text: string, random: Random): string {
  let disguised = text;
  for (let times = 1 + Math.floor(random() * 2.4); times > 0; times--)
    disguised = pick(tricks, random)(disguised, random);
  return disguised;
}

function swap(
  text: string,
  random: Random,
  share: number,
  others: (char: string) => readonly string[] | undefined,
  adds = false,
): string {
  return Array.from(text, (char) => {
    const list = random() < share ? others(char) : undefined;
    return list === undefined || list.length === 0 ? char : (adds ? char : '') + pick(list, random);
  }).join('');
}

function style(text: string, from: number): string {
  return text.replace(/[A-Za-z0-9]/g, (char) => {
    const code = char.charCodeAt(0);
    if (code < 58) return String.fromCodePoint(0x1d7ce + code - 48);
    return String.fromCodePoint(from + (code < 91 ? code - 65 : code - 97 + 26)).normalize('NFC');
  });
}

function readTwins(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [twin, chars] of Object.entries(openDisguises().twins))
    for (const char of chars) found.set(char, [...(found.get(char) ?? []), twin]);
  return found;
}

/** For each character those that sound the same; common ones, as input methods offer them first, several times. */
function readReadings(): Map<string, string[]> {
  const file = new URL('../../lib/text/readings.json', import.meta.url);
  const { readings: lists } = JSON.parse(readFileSync(file, 'utf8')) as { readings: Record<string, string> };
  const found = new Map<string, string[]>();
  for (const chars of Object.values(lists)) {
    const same = [...chars].filter((char) => gb2312.has(char));
    for (const char of same) found.set(char, same);
  }
  return found;
}

/** Characters of GB 2312 are those that people type. */
function readGb2312(): Set<string> {
  const bytes = new Uint8Array(72 * 94 * 2);
  for (let row = 0; row < 72; row++)
    for (let cell = 0; cell < 94; cell++) bytes.set([0xb0 + row, 0xa1 + cell], 2 * (row * 94 + cell));
  return new Set(new TextDecoder('gbk').decode(bytes));
}
