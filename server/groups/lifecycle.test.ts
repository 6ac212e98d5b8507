import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canMove, checkTransitions, lifeOfGroup, possibleMoves, type Transition } from './lifecycle.ts';

test('a group grows, ripens, fades and ends; only the team revives and dissolves', () => {
  assert.deepEqual(possibleMoves('new', 'team'), ['growing', 'dead', 'dissolved']);
  assert.deepEqual(possibleMoves('dead', 'team'), ['growing', 'dissolved']);
  assert.deepEqual(possibleMoves('dead', 'program'), []);
  assert.deepEqual(possibleMoves('dissolved', 'team'), []);
  assert.equal(canMove('growing', 'mature', 'program'), true);
  assert.equal(canMove('mature', 'dissolved', 'program'), false);
  assert.equal(canMove('new', 'mature', 'team'), false);
});

const both = ['team', 'program'] as const;
const broken: [string, (table: readonly Transition[]) => Transition[], RegExp][] = [
  ['a step twice', (table) => [...table, table[0]!], /declared twice/],
  ['a step to itself', (table) => [...table, { from: 'new', to: 'new', by: both }], /leads nowhere/],
  ['a step for nobody', (table) => [...table, { from: 'mature', to: 'dead', by: [] }], /nobody may take/],
  ['a way back from the end', (table) => [...table, { from: 'dissolved', to: 'new', by: both }], /is the end/],
  ['a state out of reach', (table) => table.filter(({ to }) => to !== 'dead'), /dead can't be reached/],
  [
    'a state without an end',
    (table) => table.filter(({ from, to }) => !(from === 'dead' && to === 'dissolved')),
    /dead can't be dissolved/,
  ],
];
for (const [what, change, message] of broken) {
  test(`a table with ${what} is refused at start`, () => {
    assert.throws(() => checkTransitions(change(lifeOfGroup)), message);
  });
}
