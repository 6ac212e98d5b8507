import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastQuotes } from './choice.ts';
import { linkReplies } from './index.ts';
import { makeTalk } from './testing.ts';
import type { Row } from './testing.ts';

/** Everybody quotes the message before. */
function makeChain(quotes: number): { rows: Row[]; quotes: Record<number, number> } {
  const rows: Row[] = [[0, '小满', '开始接龙']];
  const known: Record<number, number> = {};
  for (let at = 1; at <= quotes; at++) {
    rows.push([at, ['老周', '阿珍', '木木', '大刘'][at % 4]!, `${at} 号报名?`]);
    known[at] = at - 1;
  }
  return { rows, quotes: known };
}

/** Two conversations at once; everybody names and quotes the partner, never the message before. */
function makeTwoTopics(rounds: number): { rows: Row[]; quotes: Record<number, number> } {
  const rows: Row[] = [];
  const quotes: Record<number, number> = {};
  for (let at = 0; at < rounds * 4; at++) {
    const [me, you] = [
      ['小满', '老周'],
      ['mia', 'jun'],
      ['老周', '小满'],
      ['jun', 'mia'],
    ][at % 4]!;
    rows.push([at, me!, `@${you} 第 ${at} 句`]);
    if (at >= 2) quotes[at] = at - 2;
  }
  return { rows, quotes };
}

test('fewer than a hundred quotes choose nothing', () => {
  const { rows, quotes } = makeTwoTopics(20);
  const { linker, reason, scores } = linkReplies(makeTalk(rows, quotes));
  assert.deepEqual([linker, reason, scores], ['previous', 'too_few_quotes', undefined]);
});

test('a group whose quotes go to the message before keeps "previous"', () => {
  const { rows, quotes } = makeChain(leastQuotes + 20);
  const { linker, reason, scores } = linkReplies(makeTalk(rows, quotes));
  assert.deepEqual([linker, reason], ['previous', 'own_quotes']);
  assert.equal(scores!.right.previous, 1);
  assert.equal(scores!.quotes, leastQuotes + 20);
});

test('a group that talks by names gets a linker that understands names', () => {
  const { rows, quotes } = makeTwoTopics(40);
  const { linker, reason, scores } = linkReplies(makeTalk(rows, quotes));
  assert.equal(reason, 'own_quotes');
  assert.notEqual(linker, 'previous');
  assert.equal(scores!.right.previous, 0);
  assert.ok(scores!.right[linker] > 0.9);
});

test('the linkers guess without seeing the quotes', () => {
  // The quotes say what no linker can guess: always the very first message.
  const { rows } = makeChain(leastQuotes + 20);
  const quotes = Object.fromEntries(rows.slice(1).map((_, at) => [at + 1, 0]));
  const { scores } = linkReplies(makeTalk(rows, quotes));
  for (const share of Object.values(scores!.right)) assert.ok(share < 0.2, String(share));
});
