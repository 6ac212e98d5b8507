import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLife, lifeOfCase, stateAfter, type CaseAct, type CaseState } from './case-state.ts';
import { decayOf, ladderOf, nextStep, type PastStep, type SanctionStep } from './ladder.ts';

const now = new Date('2026-11-19T12:00:00Z');
const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
const past = (step: SanctionStep, more: Partial<PastStep> = {}): PastStep => ({
  step,
  state: 'applied',
  givenAt: day(-5),
  decaysAt: day(5),
  ...more,
});

const table: [string, SanctionStep, PastStep[], SanctionStep | null][] = [
  ['nothing before', 'remind', [], 'remind'],
  ['nothing before, a stricter rule', 'talk', [], 'talk'],
  ['one before', 'remind', [past('remind')], 'warn'],
  ['two before', 'remind', [past('remind'), past('warn')], 'talk'],
  ['the highest counts, whatever the order', 'remind', [past('talk'), past('remind')], 'mute'],
  ['a milder one before than the rule starts with', 'talk', [past('remind')], 'talk'],
  ['a proposal counts', 'remind', [past('mute', { state: 'proposed' })], 'remove'],
  ['removed before', 'remind', [past('remove')], 'ban'],
  ['nothing above keeping out', 'remind', [past('ban')], 'ban'],
  ['decayed', 'remind', [past('talk', { decaysAt: day(0) })], 'remind'],
  ['partly decayed', 'remind', [past('talk', { decaysAt: day(-1) }), past('remind')], 'warn'],
  ['undone', 'remind', [past('talk', { state: 'undone' })], 'remind'],
  ['declined', 'remind', [past('remove', { state: 'declined' })], 'remind'],
  ['only noted', 'remind', [past('mute', { state: 'dry' })], 'remind'],
  ['told after it was said', 'remind', [past('remind', { givenAt: day(0) })], null],
  [
    'told after it was said, but that counts no more',
    'remind',
    [past('warn', { givenAt: day(0), decaysAt: day(0) })],
    'remind',
  ],
  ['told after it was said, but taken back', 'remind', [past('warn', { givenAt: day(0), state: 'undone' })], 'remind'],
];

for (const [name, start, steps, expected] of table) {
  test(`the ladder: ${name}`, () => {
    assert.equal(nextStep({ start, days: 30 }, steps, { saidAt: day(-1), now }), expected);
  });
}

test('a rule may have its own start and decay', () => {
  const settings = { start: 'remind', days: 60, rules: { ads: { start: 'warn' }, tone: { days: 7 } } } as const;
  assert.deepEqual(ladderOf(settings, 'ads'), { start: 'warn', days: 60 });
  assert.deepEqual(ladderOf(settings, 'tone'), { start: 'remind', days: 7 });
  assert.deepEqual(ladderOf(settings, 'else'), { start: 'remind', days: 60 });
  assert.equal(decayOf(ladderOf(settings, 'tone'), now).toISOString(), '2026-11-26T12:00:00.000Z');
});

const lives: [CaseState, CaseAct, CaseState | undefined][] = [
  ['waiting', 'release', 'released'],
  ['waiting', 'uphold', 'upheld'],
  ['waiting', 'appeal', undefined],
  ['waiting', 'undo', undefined],
  ['refused', 'appeal', 'appealed'],
  ['refused', 'release', 'released'],
  ['released', 'uphold', undefined],
  ['released', 'appeal', undefined],
  ['released', 'undo', 'waiting'],
  ['upheld', 'appeal', 'appealed'],
  ['upheld', 'release', undefined],
  ['appealed', 'release', 'overturned'],
  ['appealed', 'uphold', 'confirmed'],
  ['appealed', 'appeal', undefined],
  ['overturned', 'undo', 'appealed'],
  ['confirmed', 'appeal', undefined],
  ['confirmed', 'close', 'closed'],
  ['closed', 'undo', undefined],
];

for (const [from, act, to] of lives) {
  test(`a case: ${act} of ${from} ${to ? `is ${to}` : 'cannot be'}`, () => assert.equal(stateAfter(from, act), to));
}

test('the table of a case’s life refuses what contradicts itself', () => {
  assert.throws(() => checkLife([...lifeOfCase, lifeOfCase[0]!]), /twice/);
  assert.throws(() => checkLife(lifeOfCase.filter(({ to }) => to !== 'overturned')), /overturned can't be reached/);
});
