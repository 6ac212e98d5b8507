/**
 * Reads one text for the linkers: numbers for its words, a few cues (question, greeting, thanks, …) and its length.
 * One pass over the characters without making strings. Chinese counts by pairs of characters, so no dictionary is needed.
 */

/** Bits of `Reading.cues`. */
export const cue = {
  questionMark: 1,
  questionWord: 2,
  greeting: 4,
  thanks: 8,
  acknowledgement: 16,
  link: 32,
  command: 64,
} as const;

/** What was read; the object is used again for the next text. */
export interface Reading {
  cues: number;
  /** Words, or half of the Chinese characters. */
  length: number;
  /** How many entries of `words` hold. */
  count: number;
  /** Word numbers below `wordRange`, without repeats. */
  words: Int32Array;
}

export const wordRange = 1 << 17;
const mostWords = 24;
const longestText = 600;
const seed = 0x811c9dc5;

const cueWords: Record<'questionWord' | 'greeting' | 'thanks' | 'acknowledgement', string> = {
  questionWord:
    'how what why where who which when anyone anybody someone can could does do is are any whats hows ' +
    '怎么 怎样 什么 为何 请问 有没 多少 哪里 哪个 哪儿 谁有 谁知 如何 吗 呢 咋 怎麼 什麼 請問 嗎 有沒 何时 求助 可否 能否',
  greeting: 'hi hello hey hiya morning evening greetings yo sup 大家 早上 早安 晚上 你好 您好 哈喽 嗨 早 晚安 各位',
  thanks: 'thanks thank thx ty tnx cheers 谢谢 感谢 多谢 谢了 谢啦 謝謝 感謝 辛苦',
  acknowledgement:
    'ok okay yes yeah yep no nope right sure lol haha hehe cool nice great ah oh hmm k good true exactly ' +
    '好的 嗯 哦 喔 收到 明白 知道 了解 是的 对的 对 不是 没有 哈哈 行 可以 好吧 确实 赞 同意 對 嗯嗯 好',
};

const cueSize = 1024;
const cueKeys = new Int32Array(cueSize);
const cueBits = new Uint8Array(cueSize);
for (const [name, words] of Object.entries(cueWords)) {
  for (const word of words.split(' ')) rememberCue(hashWord(word), cue[name as keyof typeof cueWords]);
}

/** Room for what is read out of one text. */
export function makeReading(): Reading {
  return { cues: 0, length: 0, count: 0, words: new Int32Array(mostWords) };
}

/** Reads a text into `reading`. */
export function readInto(text: string, reading: Reading): void {
  reading.cues = 0;
  reading.count = 0;
  let letters = 0;
  let dense = 0;
  let words = 0;
  let hash = seed;
  let before = 0;
  const end = Math.min(text.length, longestText);
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    const letter = foldLetter(unit);
    if (letter > 0) {
      hash = Math.imul(hash ^ letter, 0x01000193);
      letters++;
      before = 0;
      continue;
    }
    if (letters > 0) {
      takeWord(reading, hash, words++);
      if (unit === 0x3a && text.startsWith('//', at + 1)) reading.cues |= cue.link;
      letters = 0;
      hash = seed;
    }
    if (unit >= 0x2e80 && !isDensePunctuation(unit)) {
      dense++;
      readDense(reading, before, unit);
      before = unit;
    } else {
      before = 0;
      readPunctuation(reading, unit, at);
    }
  }
  if (letters > 0) takeWord(reading, hash, words++);
  reading.length = words + (dense >> 1) + (dense & 1);
}

function readPunctuation(reading: Reading, unit: number, at: number): void {
  if (unit === 0x3f || unit === 0xff1f) reading.cues |= cue.questionMark;
  else if (at === 0 && (unit === 0x21 || unit === 0x2f)) reading.cues |= cue.command;
}

function readDense(reading: Reading, before: number, unit: number): void {
  const alone = Math.imul(seed ^ unit, 0x01000193);
  reading.cues |= findCue(alone);
  if (before === 0) return;
  const pair = Math.imul(Math.imul(seed ^ before, 0x01000193) ^ unit, 0x01000193);
  reading.cues |= findCue(pair);
  addWord(reading, pair);
}

function takeWord(reading: Reading, hash: number, place: number): void {
  const bits = findCue(hash);
  // "what" and "hi" say something at the beginning, perhaps behind a name; thanks say it anywhere.
  if (bits !== 0 && (place < 3 || bits === cue.thanks)) reading.cues |= bits;
  addWord(reading, hash);
}

function addWord(reading: Reading, hash: number): void {
  if (reading.count === mostWords) return;
  const word = (hash ^ (hash >>> 15)) & (wordRange - 1);
  for (let at = 0; at < reading.count; at++) if (reading.words[at] === word) return;
  reading.words[reading.count++] = word;
}

/** Letters and digits of alphabets, lower case; 0 for all else. */
function foldLetter(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit;
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
  if (unit >= 0x30 && unit <= 0x39) return unit;
  return unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7 ? unit : 0;
}

function isDensePunctuation(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x3004) || (unit >= 0x3008 && unit <= 0x3020) || (unit >= 0xff00 && unit <= 0xff65);
}

function hashWord(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function rememberCue(hash: number, bits: number): void {
  let slot = (hash ^ (hash >>> 15)) & (cueSize - 1);
  while (cueKeys[slot] !== 0 && cueKeys[slot] !== hash) slot = (slot + 1) & (cueSize - 1);
  cueKeys[slot] = hash;
  cueBits[slot] = cueBits[slot]! | bits;
}

function findCue(hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & (cueSize - 1);
  while (cueKeys[slot] !== 0) {
    if (cueKeys[slot] === hash) return cueBits[slot]!;
    slot = (slot + 1) & (cueSize - 1);
  }
  return 0;
}
