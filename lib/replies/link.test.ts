import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { edgeSources, linkerNames, linkReplies } from './index.ts';
import { listParents, makeTalk } from './testing.ts';
import type { Row } from './testing.ts';
import { buyingGroup, helpChannel, pair } from './talks.fixture.ts';

test('follows two topics at once by names, in Chinese and English', () => {
  for (const talk of [buyingGroup, helpChannel]) {
    for (const linker of ['rule', 'logistic'] as const) {
      assert.deepEqual([...linkReplies(makeTalk(talk), { linker }).parents], listParents(talk), linker);
    }
  }
});

test('a talk of two without quotes is linked message by message', () => {
  const { parents, linker, reason, explicitShare } = linkReplies(makeTalk(pair));
  assert.deepEqual([...parents], listParents(pair));
  assert.deepEqual([linker, reason, explicitShare], ['previous', 'too_few_quotes', 0]);
  assert.deepEqual([...linkReplies(makeTalk(pair), { linker: 'logistic' }).parents], listParents(pair));
});

test('a quote always wins, keeps its source and counts', () => {
  for (const linker of linkerNames) {
    const { parents, edges, explicitShare } = linkReplies(makeTalk(buyingGroup, { 9: 1 }), { linker });
    assert.equal(parents[9], 1);
    const at = edges.child.indexOf(9);
    assert.equal(edgeSources[edges.source[at]!], 'explicit');
    assert.equal(edges.p[at], 1);
    assert.equal(explicitShare, 1 / edges.child.length);
  }
});

test('a quote of a later message, or of itself, is no quote', () => {
  const { parents, explicitShare } = linkReplies(makeTalk(buyingGroup, { 3: 5, 4: 4 }), { linker: 'rule' });
  assert.deepEqual([...parents], listParents(buyingGroup));
  assert.equal(explicitShare, 0);
});

test('the marks of the platform name people, also where the text does not', () => {
  const rows: Row[] = [
    [0, '小满', '图片'],
    [1, '老周', '图片'],
    [2, '阿珍', '图片', 0],
  ];
  const input = { ...makeTalk(rows), mentions: (message: number) => (message === 2 ? [0] : []) };
  for (const linker of ['rule', 'logistic'] as const) {
    const { parents, edges } = linkReplies(input, { linker });
    assert.equal(parents[2], 0);
    assert.equal(edgeSources[edges.source[edges.child.indexOf(2)]!], 'mention');
  }
});

test('system rows neither answer nor are answered', () => {
  const rows: Row[] = [
    [0, '*', '老周加入了群聊'],
    [1, '老周', '大家好'],
    [2, '*', '小满加入了群聊'],
    [3, '小满', '@老周 你好', 1],
  ];
  for (const linker of linkerNames) {
    assert.deepEqual([...linkReplies(makeTalk(rows), { linker }).parents], [0, 1, 2, 1], linker);
  }
});

test('an empty talk and one of a single message have no edges', () => {
  for (const linker of [...linkerNames, 'auto'] as const) {
    assert.equal(linkReplies(makeTalk([]), { linker }).edges.child.length, 0);
    assert.deepEqual([...linkReplies(makeTalk([[0, '小满', '有人吗?']]), { linker }).parents], [0]);
  }
});

const person = fc.constantFrom('小满', '老周', 'mia', '*');
const text = fc.constantFrom(
  '@小满 好的',
  'mia: yes',
  '几点?',
  '谢谢',
  '',
  'hello',
  '😀',
  'see https://example.org',
  '老周说停水',
);
const row = fc.tuple(fc.integer({ min: 0, max: 90 }), person, text, fc.integer({ min: -5, max: 60 }));

test('whatever is said: no parent is later, quotes win, probabilities are between 0 and 1, the same again', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom(...linkerNames), (drawn, linker) => {
      let now = 0;
      const rows = drawn.map(([gap, author, words]): Row => [(now += gap), author, words]);
      const quotes = Object.fromEntries(drawn.map(([, , , quote], message) => [message, quote]));
      const input = makeTalk(rows, quotes);
      const { edges, parents } = linkReplies(input, { linker });
      for (let message = 0; message < rows.length; message++) {
        const quoted = quotes[message]!;
        if (input.isSystem(message)) assert.equal(parents[message], message);
        else if (quoted >= 0 && quoted < message) assert.equal(parents[message], quoted);
        else
          assert.ok(
            parents[message]! <= message && !(parents[message]! < message && input.isSystem(parents[message]!)),
          );
      }
      edges.child.forEach((child, at) => {
        assert.ok(edges.parent[at]! < child);
        assert.ok(edges.p[at]! > 0 && edges.p[at]! <= 1);
        assert.equal(edges.source[at] === 0, quotes[child]! >= 0 && quotes[child]! < child);
      });
      assert.deepEqual(linkReplies(input, { linker }).parents, parents);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('after a long talk of others a new question starts and its answer is found', () => {
  const filler: Row[] = Array.from({ length: 400 }, (_, at) => [at * 5, `p${at % 7}`, `消息 ${at % 13} 号`]);
  const tail: Row[] = [
    [2100, '小满', '请问几点截单?'],
    [2101, '老周', '@小满 十二点'],
  ];
  const { parents } = linkReplies(makeTalk([...filler, ...tail]), { linker: 'logistic' });
  assert.deepEqual([...parents.subarray(400)], [400, 400]);
});

test('a talk knows nothing of the one before it', () => {
  const talks = [buyingGroup, helpChannel, pair];
  const alone = talks.map((talk) => [...linkReplies(makeTalk(talk), { linker: 'logistic' }).edges.p]);
  // A talk of more words than are cleaned up, and one that is broken off, leave nothing behind either.
  const long: Row[] = Array.from({ length: 3000 }, (_, at) => [
    at,
    at % 2 ? '小满' : '老周',
    `第${at}次说起柴火和面粉的事`,
  ]);
  linkReplies(makeTalk(long), { linker: 'logistic' });
  const broken = makeTalk(helpChannel);
  const readOrFail = (message: number): string => {
    if (message === 3) throw new Error('unreadable');
    return broken.text(message);
  };
  assert.throws(() => linkReplies({ ...broken, text: readOrFail }, { linker: 'logistic' }), /unreadable/);
  for (const [at, talk] of [...talks, ...talks].entries()) {
    assert.deepEqual([...linkReplies(makeTalk(talk), { linker: 'logistic' }).edges.p], alone[at % 3]);
  }
});
