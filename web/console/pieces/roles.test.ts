import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoleMatrix } from '../data/team.ts';
import { chooseRoles, compareRoles } from './roles.ts';

test('a role that stands for several is chosen alone, the others together', () => {
  assert.deepEqual(chooseRoles(['steward'], ['steward', 'planner']), ['planner', 'steward']);
  assert.deepEqual(chooseRoles(['steward', 'planner'], ['steward', 'planner', 'operator']), ['operator']);
  assert.deepEqual(chooseRoles(['operator'], ['operator', 'editor']), ['editor']);
  assert.deepEqual(chooseRoles(['operator'], ['operator', 'business']), ['operator', 'business']);
  assert.deepEqual(chooseRoles(['editor', 'business'], ['editor', 'business', 'operator']), ['operator', 'business']);
  assert.deepEqual(chooseRoles(['operator', 'business'], ['operator']), ['operator']);
  assert.deepEqual(chooseRoles(['editor'], ['editor', 'viewer']), ['viewer']);
  assert.deepEqual(chooseRoles(['viewer'], ['viewer', 'trainer']), ['trainer']);
  assert.deepEqual(chooseRoles(['editor', 'steward'], ['steward']), ['steward']);
});

test('what is lost and gained is told by what the roles together allow', () => {
  const line = (permission: string, ...roles: string[]) => ({ permission, area: '', words: permission, roles });
  const matrix = {
    roles: [],
    permissions: [
      line('a', 'editor', 'steward'),
      line('b', 'steward'),
      line('c', 'business'),
      line('d', 'editor', 'business'),
    ],
  } as unknown as RoleMatrix;
  const { gained, lost } = compareRoles(matrix, ['editor', 'steward'], ['editor', 'business']);
  assert.deepEqual([gained.map(({ words }) => words), lost.map(({ words }) => words)], [['c'], ['b']]);
});
