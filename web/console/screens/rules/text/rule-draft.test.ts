import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareRules, findFault, isChanged, moveRule, newRule, setGuard } from './rule-draft.ts';

const rule = (key: string, name: string, more: object = {}) => ({ ...newRule, key, name, ...more });
const before = { tone: '', items: [rule('a', '先问好'), rule('b', '不卖东西'), rule('c', '说事不说人')] };

test('versions are compared by keys: what is new, changed, gone, moved', () => {
  const after = {
    tone: '',
    items: [rule('c', '说事不说人'), rule('a', '先打招呼'), { ...newRule, name: '有问有答' }],
  };
  const changes = compareRules(before, after);
  assert.deepEqual(changes, {
    added: ['有问有答'],
    changed: ['先打招呼'],
    removed: ['不卖东西'],
    isMoved: true,
    isToneChanged: false,
  });
  assert.ok(isChanged(changes));
  assert.ok(!isChanged(compareRules(before, { tone: '', items: [...before.items] })));
  assert.ok(isChanged(compareRules(before, { tone: '像邻居一样', items: before.items })));
  const guarded = { tone: '', items: setGuard(before.items, 1, 'ads') };
  assert.deepEqual(compareRules(before, guarded).changed, ['不卖东西']);
});

test('a check guards one rule at most, and none when it is pressed again', () => {
  const first = setGuard(before.items, 0, 'ads');
  assert.deepEqual(
    first.map(({ watchedBy }) => watchedBy.length),
    [1, 0, 0],
  );
  const second = setGuard(first, 2, 'ads');
  assert.deepEqual(
    second.map(({ watchedBy }) => watchedBy.length),
    [0, 0, 1],
  );
  assert.deepEqual(
    setGuard(second, 2, 'ads').flatMap(({ watchedBy }) => watchedBy),
    [],
  );
});

test('rules are moved one place; faults are named before anything is sent', () => {
  assert.deepEqual(
    moveRule(before.items, 2, -1).map(({ key }) => key),
    ['a', 'c', 'b'],
  );
  assert.equal(findFault([]), 'noRules');
  assert.equal(findFault([newRule]), 'noName');
  assert.equal(findFault([rule('a', '同名'), rule('b', ' 同名')]), 'sameName');
  assert.equal(findFault(before.items), undefined);
});
