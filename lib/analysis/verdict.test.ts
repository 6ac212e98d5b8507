/** The sentences of a verdict never contradict each other, the forecast or the steps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HistoryItem } from '../history/index.ts';
import type { GroupDiagnosis } from './diagnosis.ts';
import { diagnoseOne, inventGroup, TEST_START } from './testing.ts';

const DAY = 86_400_000;

function codes({ verdict }: GroupDiagnosis): string[] {
  return verdict.map(({ code }) => code);
}

/** What must hold of every diagnosis. */
function check(group: GroupDiagnosis): void {
  const said = codes(group);
  const quiet = group.lifecycle.quietWithin30.value ?? 0;
  const has = (code: string): boolean => said.includes(code);
  const told = said.join(' ');
  if (has('direction.steady') || has('direction.growing')) assert.ok(quiet < 0.5, `${told} beside ${quiet}`);
  if (has('kind.community')) assert.ok(!has('people.one_pillar'), told);
  if (has('direction.steady')) assert.ok(!group.advice.some(({ code }) => code === 'turn_decline'), told);
  assert.equal(has('kind.gone_quiet'), has('direction.dead'), told);
  assert.equal(
    has('direction.dead'),
    group.advice.some(({ code }) => code === 'close_or_wake'),
    told,
  );
}

/** A lively hour on single days, far apart: what a folder of chosen days looks like. */
function inventDays(days: readonly number[]): HistoryItem[] {
  return days.flatMap((day, at) =>
    inventGroup({ people: 20, days: 1, perDay: 200, start: TEST_START + day * DAY, seed: `day${at}` }),
  );
}

test('days far apart are neither steady nor growing', async () => {
  const far = await diagnoseOne(inventDays([0, 400, 700, 1100, 1500, 2000]));
  check(far);
  assert.equal(far.lifecycle.stage, 'unclear');
  assert.ok(codes(far).includes('direction.broken'));
  const near = await diagnoseOne(inventDays([0, 7, 14, 21, 28, 35, 49, 56]));
  check(near);
  assert.ok(codes(near).includes('direction.broken'));
});

test('verdicts of many shapes agree with themselves', async () => {
  const shapes = [
    inventGroup({ people: 20, days: 84, perDay: 30 }),
    inventGroup({ people: 20, days: 84, perDay: 30, shape: 'star' }),
    inventGroup({ people: 24, days: 84, perDay: (day) => 30 - day * 0.35, present: (day) => 24 * Math.exp(-day / 25) }),
    inventGroup({ people: 24, days: 84, perDay: (day) => 4 + day / 3, present: (day) => 4 + day / 4 }),
    inventGroup({ people: 20, days: 84, perDay: 20, present: (day) => (day < 70 ? 20 : 7) }),
    inventGroup({ people: 6, days: 60, perDay: (day) => (day % 10 === 0 ? 12 : 0) }),
    inventGroup({ people: 2, days: 30, perDay: 9 }),
    inventGroup({ people: 5, days: 3, perDay: 9 }),
    inventGroup({ people: 3, days: 400, perDay: (day) => (day % 30 === 0 ? 30 : 0) }),
  ];
  for (const shape of shapes) {
    check(await diagnoseOne(shape));
    check(await diagnoseOne(shape, { now: new Date(shape.at(-1)!.at + 200 * DAY) }));
  }
});

test('a large log with little talk lately is not said to talk much', async () => {
  const faded = await diagnoseOne(inventGroup({ people: 20, days: 84, perDay: (day) => (day < 56 ? 40 : day % 2) }));
  check(faded);
  assert.equal(codes(faded)[0], 'kind.little_lately');
});

test('fewer speakers since two weeks ago are said, not called steady', async () => {
  const dip = await diagnoseOne(
    inventGroup({ people: 20, days: 84, perDay: 20, present: (day) => (day < 70 ? 20 : 7) }),
  );
  assert.ok(!codes(dip).includes('direction.steady'), codes(dip).join(' '));
});
