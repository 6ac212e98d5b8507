import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId } from '../platform/ids.ts';
import { orderedIds } from './order.ts';

test('ids of one millisecond rise, also when other moments come between them', () => {
  const at = new Date('2026-11-19T12:00:00.123Z');
  const ids: string[] = [];
  for (let turn = 0; turn < 200; turn++) {
    const moments = [at, new Date(at.getTime() - turn * 1000 - 1), at];
    const [first, , third] = orderedIds(moments);
    ids.push(first!, third!);
  }
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => isId(id) && id[14] === '7' && /[89ab]/.test(id[19]!)));
});

test('more than the lower 14 bits of ids in one millisecond still rise', () => {
  const ids = orderedIds(Array.from({ length: 40_000 }, () => new Date(1_700_000_000_000)));
  assert.deepEqual(ids, ids.toSorted());
  assert.equal(new Set(ids).size, ids.length);
});
