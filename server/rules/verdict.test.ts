/** Verdicts decided once more from what a case keeps: the very same, for whatever was found and whoever said it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '../../lib/stats/index.ts';
import { checkNames, type Evidence } from './checks/check.ts';
import { trusts } from './trust.ts';
import { decide, decideAgain, type Thresholds } from './verdict.ts';

const rounds = 5000;

test('decided again from the store, a verdict is the very same, whatever was found', () => {
  const numbers = new Random(19);
  const random = () => numbers.uniform();
  const pick = <One>(from: readonly One[]): One => from[Math.floor(random() * from.length)]!;
  const finding = (): Evidence => ({
    check: pick(checkNames),
    // Scores that meet, and scores with all their digits.
    score: random() < 0.3 ? pick([0, 0.3, 0.5, 0.8, 1]) : random(),
    spans: [],
    words: [],
    effect: pick(['hold', 'stop'] as const),
    mode: pick(['on', 'dry'] as const),
    upTo: pick(['new', 'member', 'core'] as const),
    rule: null,
  });
  const seen = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const found = Array.from({ length: Math.floor(random() * 6) }, finding);
    const [low, middle, high] = [random(), random(), random()].sort((one, other) => one - other);
    const thresholds: Thresholds = { new: low!, member: middle!, core: high! };
    const verdict = decide(found, pick(trusts), thresholds);
    const { evidence, trust } = verdict;
    const stored = JSON.parse(JSON.stringify({ evidence, trust, thresholds })) as Parameters<typeof decideAgain>[0];
    if (evidence.length > 0) assert.deepEqual(decideAgain(stored), verdict, JSON.stringify(stored));
    seen.add(`${verdict.action} ${verdict.dry}`);
  }
  assert.deepEqual([...seen].sort(), ['hold null', 'pass hold', 'pass null', 'pass stop', 'stop null']);
});

test('what a person brought before the team, or was decided before thresholds were kept, is not decided again', () => {
  assert.equal(decideAgain({ evidence: [], trust: 'new', thresholds: { new: 0.5, member: 0.6, core: 0.7 } }), null);
  const [one] = decide(
    [
      {
        check: 'ads',
        score: 0.9,
        spans: [],
        words: [],
        effect: 'hold',
        mode: 'on',
        upTo: 'core',
        rule: null,
      },
    ],
    'new',
  ).evidence;
  assert.equal(decideAgain({ evidence: [one!], trust: 'new', thresholds: null }), null);
});
