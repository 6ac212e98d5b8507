/**
 * Cuts text into words: Chinese by jieba, whose dictionary (5 MB) is read when words are first asked for; words of letters and
 * digits as they stand. Where jieba has no native part for the machine, the word breaker of the JavaScript engine serves.
 */
import { createRequire } from 'node:module';
import { foldText } from './normalise.ts';

type Cut = (text: string) => string[];

let cutOnce: Cut | undefined;
const wordy = /[\p{L}\p{N}]/u;

/** The words of a text in order: folded (lower case, simplified), stop words kept, punctuation and emoji left out. */
export function segment(text: string): string[] {
  cutOnce ??= openJieba() ?? openBreaker();
  return cutOnce(foldText(text)).filter((word) => wordy.test(word));
}

function openJieba(): Cut | undefined {
  const require = createRequire(import.meta.url);
  try {
    const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict') as { dict: Uint8Array };
    const jieba = Jieba.withDict(dict);
    return (text) => jieba.cut(text, true);
  } catch {
    return undefined;
  }
}

function openBreaker(): Cut {
  const breaker = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => Array.from(breaker.segment(text), (piece) => piece.segment);
}
