import assert from 'node:assert/strict';
import test from 'node:test';
import { findNearPairs, hamming, openNearIndex, simHash, type SimHash } from './simhash.ts';

const base =
  '本周六下午两点在人民公园北门集合，大家记得带水和帽子，活动大约三个小时，结束以后一起吃火锅，费用平摊，想来的在下面接龙';

test('the same said with other marks, spaces, width or script is the same', () => {
  const other = base.replaceAll('，', ' ! ').replace('两点', '兩點') + '🎉🎉';
  assert.equal(hamming(simHash(base), simHash(other)), 0);
  assert.deepEqual(simHash('ＡＢＣ'), simHash('abc'));
  assert.notDeepEqual(simHash('好'), simHash('坏'));
  assert.deepEqual(simHash('。。。'), { high: 0, low: 0 });
});

test('a small change stays near, another text is far', () => {
  assert.ok(hamming(simHash(base), simHash(base.replace('两点', '三点'))) <= 8);
  assert.ok(hamming(simHash(base), simHash('今天的会改到三楼会议室，请各位组长把周报提前发给小林，谢谢配合')) >= 16);
});

test('the halves are unsigned and the distance is counted over both', () => {
  assert.equal(hamming({ high: 0xffffffff, low: 0 }, { high: 0, low: 1 }), 33);
  const { high, low } = simHash(base);
  assert.ok(high >= 0 && high < 2 ** 32 && low >= 0 && low < 2 ** 32);
});

test('near pairs are exactly those of comparing all with all, at every distance', () => {
  const hashes = makeHashes(300);
  for (let distance = 0; distance <= 7; distance++) {
    const found = findNearPairs(hashes, distance).map(({ first, second }) => `${first} ${second}`);
    const expected = hashes.flatMap((hash, second) =>
      hashes
        .slice(0, second)
        .flatMap((earlier, first) => (hamming(earlier, hash) <= distance ? [`${first} ${second}`] : [])),
    );
    assert.deepEqual(found.toSorted(), expected.toSorted());
    assert.ok(expected.length > 0);
  }
  assert.throws(() => openNearIndex(8), RangeError);
});

test('an index that grows answers nearest first', () => {
  const index = openNearIndex();
  assert.deepEqual(index.add({ high: 0, low: 0b111 }), []);
  index.add({ high: 0, low: 0b1 });
  assert.deepEqual(index.add({ high: 0, low: 0 }), [
    { first: 1, second: 2, distance: 1 },
    { first: 0, second: 2, distance: 3 },
  ]);
  assert.equal(index.size, 3);
});

/** Random hashes, two thirds of which are earlier ones with a few bits turned. */
function makeHashes(count: number): SimHash[] {
  let seed = 7;
  const next = () => (seed = Math.imul(seed ^ (seed >>> 13), 0x5bd1e995) + 0x9e3779b9) >>> 0;
  const hashes: SimHash[] = [];
  for (let at = 0; at < count; at++) {
    if (at % 3 === 0) hashes.push({ high: next(), low: next() });
    else {
      let { high, low } = hashes[at - 1]!;
      for (let turn = 0; turn < at % 5; turn++) {
        if (next() % 2) high = (high ^ (1 << (next() % 32))) >>> 0;
        else low = (low ^ (1 << (next() % 32))) >>> 0;
      }
      hashes.push({ high, low });
    }
  }
  return hashes;
}
