import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../../data/messages.ts';
import { findDayRow, hasDay, toRows } from './log.ts';

const spoken = (at: string) => ({ id: at, at, kind: 'text', author: { identityId: 'lan' } }) as Message;

test('a day of the zone begins where its first message stands; a silent one where the talk goes on', () => {
  const rows = toRows(
    ['2026-11-18T15:59:00Z', '2026-11-18T16:00:00Z', '2026-11-18T16:01:00Z', '2026-11-20T03:00:00Z'].map(spoken),
    'Asia/Shanghai',
  );
  const beginning = (day: string) => rows.findIndex(({ key }) => key === findDayRow(rows, day));
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['day', 'message', 'day', 'message', 'message', 'day', 'message'],
  );
  assert.deepEqual([beginning('2026-11-18'), beginning('2026-11-19'), beginning('2026-11-20')], [0, 2, 5]);
  assert.deepEqual([hasDay(rows, '2026-11-19'), hasDay(rows, '2026-11-21')], [true, false]);
  const withHole = rows.slice(0, 2).concat(rows.slice(5));
  assert.equal(hasDay(withHole, '2026-11-19'), false);
  assert.equal(findDayRow(withHole, '2026-11-19'), findDayRow(rows, '2026-11-20'));
  assert.equal(findDayRow(rows, '2026-11-21'), undefined);
  assert.equal(findDayRow(rows, undefined), undefined);
});
