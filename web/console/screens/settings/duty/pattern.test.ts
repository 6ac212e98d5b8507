import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, shiftsOf } from './pattern.ts';

test('the same people at the same hours are one row, and rows say the same shifts again', () => {
  const night = { from: 1320, to: 0, operatorIds: ['tan'] };
  const shifts = [
    { weekday: 1, ...night },
    { weekday: 3, ...night },
    { weekday: 3, from: 540, to: 1320, operatorIds: ['lan', 'tan'] },
  ];
  const rows = rowsOf(shifts, new Set(['tan', 'lan']));
  assert.deepEqual(rows, [
    { weekdays: [1, 3], from: '22:00', to: '00:00', operatorIds: ['tan'] },
    { weekdays: [3], from: '09:00', to: '22:00', operatorIds: ['lan', 'tan'] },
  ]);
  assert.deepEqual(shiftsOf(rows), shifts);
  assert.deepEqual(rowsOf(shifts, new Set(['lan']))[1]!.operatorIds, ['lan'], 'who has left is left out');
});
