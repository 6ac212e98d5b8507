/** Columns, ids and lists by row give back what was put in, also past the ends of their pieces. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Column } from './column.ts';
import { IdStore } from './id-store.ts';
import { RowListMaker } from './row-lists.ts';

test('a column keeps its numbers over many pieces and gives them in any order', () => {
  for (const count of [0, 1, 64, 65, 32_768, 32_769, 100_000]) {
    const column = new Column((size) => new Int32Array(size));
    for (let at = 0; at < count; at += 1) column.push(at * 3);
    assert.equal(column.length, count);
    if (count > 0) assert.equal(column.get(count - 1), (count - 1) * 3);
    const copy = new Column((size) => new Int32Array(size));
    for (let at = 0; at < count; at += 1) copy.push(at * 3);
    const taken = column.take();
    assert.equal(taken.length, count);
    assert.ok(taken.every((value, at) => value === at * 3));
    assert.equal(column.length, 0);
    const turned = copy.take(Int32Array.from({ length: count }, (_, at) => count - 1 - at));
    assert.ok(turned.every((value, at) => value === (count - 1 - at) * 3));
  }
});

test('ids come back letter by letter, whether they are numbers or not', () => {
  const ids = ['1', '', '0', '007', '999999999999999', '1234567890123456789', 'wamid.A==', '-5', '1e3', '', '١٢', '42'];
  const store = new IdStore();
  for (const id of ids) store.add(id);
  assert.deepEqual(
    ids.map((_, at) => store.get(at)),
    ids,
  );
});

test('lists by row: what becomes −1 is left out', () => {
  const maker = new RowListMaker();
  for (const [row, value] of [
    [2, 7],
    [2, 8],
    [5, 9],
    [100_000, 7],
  ] as const)
    maker.add(row, value);
  const lists = maker.finish((value) => (value === 8 ? -1 : value * 2));
  assert.ok(lists.any);
  assert.deepEqual(
    [0, 2, 3, 5, 99_999, 100_000, 100_001].map((row) => lists.get(row)),
    [[], [14], [], [18], [], [14], []],
  );
  assert.equal(new RowListMaker().finish().any, false);
});
