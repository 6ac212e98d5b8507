import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPeople } from './people.ts';
import { readText } from './testing.ts';

test('one id under two names is one person, the name used most first', async () => {
  const { report } = await readText(
    '2026-01-02 17:00:00 小陶(10001)\na\n2026-01-02 17:00:01 小陶(10001)\nb\n2026-01-03 17:00:00 陶陶不绝(10001)\nc\n2026-01-03 17:00:01 小陶(10002)\nd\n',
  );
  const { people, suggestions } = listPeople(report);
  assert.deepEqual(
    people.map(({ externalId, name, otherNames, messages }) => [externalId, name, otherNames, messages]),
    [
      ['10001', '小陶', ['陶陶不绝'], 3],
      ['10002', '小陶', [], 1],
    ],
  );
  assert.deepEqual(suggestions, []);
});

test('without ids likeness suggests and never merges; bots are told by mark or name', async () => {
  const { report } = await readText(
    '25/12/2025, 18:05 - Milo 🪁: a\n26/12/2025, 18:05 - milo: b\n26/12/2025, 18:06 - 群机器人: c\n26/12/2025, 18:07 - Abbott: d\n',
  );
  const { people, suggestions } = listPeople(report);
  assert.equal(people.length, 4);
  assert.deepEqual(suggestions, [{ keys: ['name:Milo 🪁', 'name:milo'], reason: 'similar_name' }]);
  assert.deepEqual(
    people.filter(({ bot }) => bot).map(({ name, bot }) => [name, bot]),
    [['群机器人', 'looks_like']],
  );
});
