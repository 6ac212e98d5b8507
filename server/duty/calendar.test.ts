/** The roster's calendar, pure: nights over midnight and clock changes, leave with chains of deputies, gaps, overlaps, readers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findGaps, findOverlaps, findStandIn, layOutWatches, whoIsOn, whoMustRead, type Plan } from './calendar.ts';

const hour = 60;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const plan = (more: Partial<Plan>): Plan => ({
  zone: 'Asia/Shanghai',
  shifts: [],
  days: [],
  absences: [],
  cover: { from: 9 * hour, to: 22 * hour },
  team: new Set(['tan', 'lan', 'man']),
  ...more,
});
const daily = (from: number, to: number, ...operatorIds: string[]) =>
  everyDay.map((weekday) => ({ weekday, from: from * hour, to: to * hour, operatorIds }));
const at = (moment: string) => Date.parse(moment);
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 16);
const spans = (found: readonly { start: number; end: number }[]) =>
  found.map(({ start, end }) => `${iso(start)} ${iso(end)}`);

test('a night begins on its weekday, ends on the next, and reaches into the first day', () => {
  // 2026-11-16 is a Monday.
  const night = plan({ shifts: [{ weekday: 7, from: 22 * hour, to: 6 * hour, operatorIds: ['tan'] }] });
  const watches = layOutWatches(night, { day: '2026-11-16', days: 7 });
  assert.deepEqual(spans(watches), ['2026-11-15T14:00 2026-11-15T22:00', '2026-11-22T14:00 2026-11-22T22:00']);
  assert.deepEqual(whoIsOn(watches, at('2026-11-15T21:59:00Z')), ['tan']);
  assert.deepEqual(whoIsOn(watches, at('2026-11-15T22:00:00Z')), [], 'the end is over');
});

test('nights in which the clocks change are as long as they are', () => {
  const berlin = plan({ zone: 'Europe/Berlin', shifts: daily(22, 6, 'tan') });
  const lengthOf = (day: string) => {
    const [, watch] = layOutWatches(berlin, { day, days: 1 });
    return (watch!.end - watch!.start) / 3_600_000;
  };
  assert.deepEqual(['2026-03-27', '2026-03-28', '2026-10-24'].map(lengthOf), [8, 7, 9]);
});

test('leave cuts a night at midnight; a deputy who is away has a deputy; a circle has nobody', () => {
  const absences = [
    { userId: 'tan', from: '2026-11-17', to: '2026-11-17', deputyId: 'lan' },
    { userId: 'lan', from: '2026-11-17', to: '2026-11-18', deputyId: 'man' },
  ];
  const away = plan({ shifts: daily(22, 6, 'tan'), absences });
  const watches = layOutWatches(away, { day: '2026-11-17', days: 1 });
  assert.deepEqual(
    watches.map(({ start, on }) => [iso(start), ...on]),
    [
      ['2026-11-16T16:00', 'man'],
      ['2026-11-17T14:00', 'man'],
    ],
  );
  assert.equal(findStandIn(away, 'tan', '2026-11-18'), null, 'they are there themselves');
  const circle = plan({ absences: [absences[0]!, { ...absences[1]!, deputyId: 'tan' }] });
  assert.equal(findStandIn(circle, 'tan', '2026-11-17'), null);
  assert.equal(
    findStandIn(plan({ absences, team: new Set(['tan', 'lan']) }), 'tan', '2026-11-17'),
    null,
    'man has left',
  );
});

test('gaps are the hours to be covered in which nobody is there, and say who is away', () => {
  const span = { day: '2026-11-16', days: 2, now: at('2026-11-16T04:00:00Z') };
  const absences = [{ userId: 'lan', from: '2026-11-17', to: '2026-11-17', deputyId: null }];
  const shifts = [...daily(9, 18, 'tan'), ...daily(18, 22, 'lan')];
  const gaps = findGaps(plan({ shifts, absences }), span);
  assert.deepEqual(spans(gaps), ['2026-11-17T10:00 2026-11-17T14:00']);
  assert.deepEqual(gaps[0]!.away, ['lan']);
  assert.deepEqual(findGaps(plan({}), span), [], 'who has no roster has no gaps');
  const closed = { day: '2026-11-17', shifts: [], note: '团建' };
  assert.deepEqual(findGaps(plan({ shifts, absences, days: [closed] }), span), [], 'a day off is no gap');
  const gone = findGaps(plan({ shifts, team: new Set(['lan']) }), span);
  assert.deepEqual(spans(gone), ['2026-11-16T04:00 2026-11-16T10:00', '2026-11-17T01:00 2026-11-17T10:00']);
  const allDay = findGaps(plan({ shifts: daily(9, 18, 'tan'), cover: { from: 0, to: 0 } }), span);
  assert.deepEqual(spans(allDay), ['2026-11-16T10:00 2026-11-17T01:00', '2026-11-17T10:00 2026-11-17T16:00']);
});

test('two shifts at once are an overlap, half an hour of handing over is not', () => {
  const span = { day: '2026-11-16', days: 1 };
  const both = (from: number) => plan({ shifts: [...daily(9, 18, 'tan'), ...daily(from, 22, 'lan', 'tan')] });
  assert.deepEqual(findOverlaps(layOutWatches(both(17.5), span)), []);
  const [overlap] = findOverlaps(layOutWatches(both(16), span));
  assert.deepEqual([iso(overlap!.start), iso(overlap!.end)], ['2026-11-16T08:00', '2026-11-16T10:00']);
  assert.deepEqual(overlap!.userIds, ['tan', 'lan']);
});

test('a note is for whoever is on duty besides its author, else for the next who come', () => {
  const watches = layOutWatches(plan({ shifts: [...daily(9, 18, 'tan', 'man'), ...daily(18, 22, 'lan')] }), {
    day: '2026-11-16',
    days: 2,
  });
  const noon = at('2026-11-16T04:00:00Z');
  assert.deepEqual(whoMustRead(watches, 'tan', noon), ['man']);
  assert.deepEqual(whoMustRead(watches, 'lan', at('2026-11-16T12:00:00Z')), ['tan', 'man']);
  assert.deepEqual(whoMustRead([], 'tan', noon), []);
});
