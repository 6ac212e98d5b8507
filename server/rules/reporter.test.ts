import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupWitnesses, weighVoices, type Accusation, type Witness } from './independence.ts';
import { describeReporter, pauseUntil, weighReporter, type RecordWord } from './reporter.ts';

const now = new Date('2026-11-19T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

const weights: [right: number, wrong: number, weight: number, word: RecordWord][] = [
  [0, 0, 0.5, 'new'],
  [2, 0, 0.75, 'new'],
  [3, 0, 0.8, 'sure'],
  [9, 1, 10 / 12, 'sure'],
  [2, 2, 0.5, 'mixed'],
  [0, 3, 0.2, 'seldom'],
];
for (const [right, wrong, weight, word] of weights)
  test(`${right} right and ${wrong} wrong weigh ${weight.toFixed(2)}, in words: ${word}`, () => {
    assert.equal(weighReporter({ right, wrong }), weight);
    assert.equal(describeReporter({ right, wrong }), word);
  });

const pauses: [name: string, right: number, wrong: number, lastWrong: number | null, days: number | null][] = [
  ['nothing yet', 0, 0, null, null],
  ['five wrong are too few', 0, 5, 1, null],
  ['six wrong', 0, 6, 24, 6],
  ['six wrong, one right', 1, 6, 24, 6],
  ['six wrong, two right', 2, 6, 24, null],
  ['six wrong, a week ago', 0, 6, 24 * 7, null],
];
for (const [name, right, wrong, lastWrong, days] of pauses)
  test(`asked to wait: ${name}`, () => {
    const until = pauseUntil({ right, wrong, lastWrongAt: lastWrong === null ? null : ago(lastWrong) }, now);
    assert.equal(until && (until.getTime() - now.getTime()) / 86_400_000, days);
  });

const one = (id: string, more: Partial<NonNullable<Witness['arrival']>> = {}, weight = 0.5): Witness => ({
  id,
  weight,
  arrival: { code: null, inviterId: null, at: ago(500), ...more },
});

const crowds: [name: string, people: Witness[], accusations: Accusation[], voices: string[]][] = [
  ['strangers are each their own voice', [one('a'), one('b'), one('c')], [], ['a', 'b', 'c']],
  [
    'through one entrance within a day',
    [one('a', { code: 'K', at: ago(30) }), one('b', { code: 'K', at: ago(10) }), one('c')],
    [],
    ['ab', 'c'],
  ],
  [
    'through one entrance, days apart',
    [one('a', { code: 'K', at: ago(60) }), one('b', { code: 'K', at: ago(10) })],
    [],
    ['a', 'b'],
  ],
  [
    'brought along by one inviter, each a few hours after the last',
    [0, 20, 40].map((hours, at) => one('abc'[at]!, { inviterId: 'i', at: ago(hours) })),
    [],
    ['abc'],
  ],
  ['one reports the other', [one('a'), one('b')], [['a', 'b']], ['a', 'b']],
  ['they report each other', [one('a'), one('b')], [['a', 'b'], ['b', 'a']], ['ab']], // prettier-ignore
  ['a ring of three', [one('a'), one('b'), one('c')], [['a', 'b'], ['b', 'c'], ['c', 'a']], ['abc']], // prettier-ignore
  ['a ring through the author', [one('a'), one('b')], [['a', 'x'], ['x', 'b'], ['b', 'a']], ['ab']], // prettier-ignore
  ['all report the author', [one('a'), one('b'), one('c')], [['a', 'x'], ['b', 'x'], ['c', 'x']], ['a', 'b', 'c']], // prettier-ignore
];
for (const [name, people, accusations, voices] of crowds)
  test(`who counts once: ${name}`, () => {
    const found = groupWitnesses(people, accusations).map((voice) => voice.map(({ id }) => id).sort().join('')); // prettier-ignore
    assert.deepEqual(found.sort(), voices);
  });

test('a voice weighs as much as its heaviest; newcomers add nothing', () => {
  const people = [one('a', { code: 'K' }, 0.5), one('b', { code: 'K' }, 0.9), one('c', {}, 0.5), one('d', {}, 0)];
  assert.deepEqual(weighVoices(people, []), { voices: 2, weight: 1.4 });
});
