import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  daysBetween,
  formatClock,
  formatCount,
  formatCountdown,
  formatDate,
  formatDay,
  formatMoment,
} from './format.ts';

const zone = 'Asia/Shanghai';
const now = new Date('2026-11-19T11:42:00Z'); // 19:42 in Shanghai, a Thursday
const zh = { language: 'zh-CN', zone, now };

test('clock and days as people say them', () => {
  assert.equal(formatClock('2026-11-19T11:42:00Z', zh), '19:42');
  assert.equal(formatClock('2026-11-18T16:05:00Z', zh), '00:05');
  assert.equal(formatDay('2026-11-19T01:00:00Z', zh), '今天');
  assert.equal(formatDay('2026-11-18T15:59:59Z', zh), '昨天', 'one second before midnight');
  assert.equal(formatDay('2026-11-18T16:00:00Z', zh), '今天', 'midnight in the zone, not in UTC');
  assert.equal(formatDay('2026-11-15T04:00:00Z', zh), '周日');
  assert.equal(formatDay('2026-11-12T04:00:00Z', zh), '11月12日');
  assert.equal(formatDay('2025-12-31T20:00:00Z', zh), '1月1日', 'already this year in the zone');
  assert.equal(formatDay('2025-12-31T04:00:00Z', zh), '2025年12月31日');
  assert.equal(formatDay('2026-11-18T04:00:00Z', { ...zh, language: 'en' }), 'yesterday');
});

test('a moment names its day only when it is not today', () => {
  assert.equal(formatMoment('2026-11-19T02:00:00Z', zh), '10:00');
  assert.equal(formatMoment('2026-11-18T02:00:00Z', zh), '昨天 10:00');
});

test('heading date', () => {
  assert.equal(formatDate(now, zh), '11月19日 周四');
});

test('time left', () => {
  assert.deepEqual([0, 400, 7_000, 750_000, 3_723_000, -5].map(formatCountdown), [
    '0:00',
    '0:01',
    '0:07',
    '12:30',
    '1:02:03',
    '0:00',
  ]);
});

test('counts: 万 in Simplified, 萬 in Traditional, K in English', () => {
  assert.deepEqual(
    ['zh-CN', 'zh-TW', 'en'].map((language) => formatCount(12_345, language)),
    ['1.2万', '1.2萬', '12.3K'],
  );
  assert.equal(formatCount(1284, 'zh-CN'), '1,284');
});

test('days between two moments are calendar days of the zone', () => {
  assert.equal(daysBetween('2026-11-18T15:59:00Z', '2026-11-18T16:01:00Z', zone), 1);
  assert.equal(daysBetween('2026-09-16T04:00:00Z', now, zone), 64);
});
