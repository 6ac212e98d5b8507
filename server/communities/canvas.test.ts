import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canvasSchema, changedAnswers, emptyCanvas, fillCanvas, missingAnswers, writtenAnswers } from './canvas.ts';
import { purposeChecks, scoreCompleteness, type PurposeFacts } from './completeness.ts';
import { checkFit, type FitVerdict } from './fit.ts';
import type { FitAnswers } from './canvas.ts';

const full = canvasSchema.parse({
  fit: { frequency: 'daily', privacy: 'open', service: 'ongoing' },
  whyCreate: '一起学',
  whyJoin: { reasons: ['mutual_push'], text: '有人等' },
  pains: ['断', '乱', '孤单'],
  sharedValues: ['完成比完美重要', '回来就好', '接一句话'],
  value: { original: '学习单', exclusive: '答疑', fresh: '周主题' },
  targetPerson: '上班族',
  goals: [
    { layer: 'community', text: '走完一期', figure: 60 },
    { layer: 'tier', subject: '打卡群', text: '每天来' },
  ],
  manifesto: '我们是晨读会',
  vision: '老朋友',
});

test('a canvas keeps half-written drafts and refuses what does not fit', () => {
  assert.deepEqual(canvasSchema.parse({ pains: ['断'] }).pains, ['断']);
  const bad: unknown[] = [
    { pains: ['1', '2', '3', '4'] },
    { pains: [''] },
    { manifesto: 'x'.repeat(2001) },
    { whyCreate: 'a\u0000b' },
    { goals: [{ layer: 'planet', text: 'x' }] },
    { goals: [{ layer: 'role', text: 'x', figure: -1 }] },
    { slogan: 'unknown field' },
    { fit: { frequency: 'sometimes' } },
  ];
  for (const value of bad)
    assert.equal(canvasSchema.safeParse(value).success, false, JSON.stringify(value).slice(0, 80));
});

test('missing answers are named in the order of the form', () => {
  assert.deepEqual(missingAnswers(full), []);
  assert.equal(missingAnswers(emptyCanvas).length, 9);
  assert.deepEqual(missingAnswers({ ...full, pains: [], manifesto: '' }), ['pains', 'manifesto']);
  assert.deepEqual(missingAnswers({ ...full, fit: { ...full.fit, privacy: null } }), ['fit']);
});

test('a proposal fills gaps and never overwrites own words', () => {
  const own = canvasSchema.parse({ whyCreate: '自己写的', value: { fresh: '自己的新鲜' } });
  const merged = fillCanvas(own, full);
  assert.equal(merged.whyCreate, '自己写的');
  assert.deepEqual(merged.value, { original: '学习单', exclusive: '答疑', fresh: '自己的新鲜' });
  assert.deepEqual(merged.pains, full.pains);
  assert.deepEqual(changedAnswers(merged, full), ['whyCreate', 'value']);
});

test('only written answers go into a file, and they read back to the same canvas', () => {
  assert.deepEqual(writtenAnswers(emptyCanvas), {});
  assert.deepEqual(canvasSchema.parse(writtenAnswers(full)), full);
});

const verdicts: [FitAnswers['frequency'], FitAnswers['privacy'], FitAnswers['service'], FitVerdict][] = [
  ['daily', 'open', 'ongoing', 'fits'],
  ['weekly', 'open', 'months', 'fits'],
  ['monthly', 'open', 'ongoing', 'with_care'],
  ['daily', 'careful', 'ongoing', 'with_care'],
  ['daily', 'open', 'once', 'with_care'],
  ['yearly', 'open', 'once', 'does_not_fit'],
  ['monthly', 'careful', 'ongoing', 'does_not_fit'],
  ['daily', 'private', 'ongoing', 'does_not_fit'],
  [null, 'private', null, 'does_not_fit'],
  ['daily', null, 'ongoing', 'open'],
  [null, null, null, 'open'],
];
for (const [frequency, privacy, service, verdict] of verdicts) {
  test(`fit: ${frequency}, ${privacy}, ${service} → ${verdict}`, () => {
    assert.equal(checkFit({ frequency, privacy, service }).verdict, verdict);
  });
}

test('the fit check says what led to it and what to do instead', () => {
  const fit = checkFit({ frequency: 'yearly', privacy: 'open', service: 'once' });
  assert.deepEqual(
    fit.reasons.map(({ factor, pull }) => `${factor} ${pull}`),
    ['frequency against', 'privacy for', 'service against'],
  );
  assert.deepEqual(fit.instead, ['campaign_group', 'reminder_channel', 'service_group', 'alumni_circle']);
  assert.deepEqual(checkFit({ frequency: 'daily', privacy: 'open', service: 'ongoing' }).instead, []);
});

const facts: PurposeFacts = {
  canvas: full,
  verdict: 'fits',
  adopted: true,
  playbooks: 1,
  assumptions: { untested: 1, confirmed: 1, refuted: 0 },
};

test('completeness: everything there gives 100 for every letter, nothing gives 0', () => {
  assert.deepEqual(
    scoreCompleteness(purposeChecks(facts)).map(({ letter, score, next }) => [letter, score, next]),
    [
      ['interest', 100, null],
      ['structure', 100, null],
      ['output', 100, null],
      ['operation', 100, null],
      ['copy', 100, null],
    ],
  );
  const none = { ...facts, canvas: emptyCanvas, verdict: 'open', adopted: false, playbooks: 0 } as const;
  const scores = scoreCompleteness(purposeChecks({ ...none, assumptions: { untested: 0, confirmed: 0, refuted: 0 } }));
  assert.deepEqual(
    scores.map(({ score }) => score),
    [0, 0, 0, 0, 0],
  );
  assert.equal(scores[0]!.next, 'communities:completeness.target_person');
});

test('completeness: the next step is the first unmet check, and weights count', () => {
  const scores = scoreCompleteness(purposeChecks({ ...facts, canvas: { ...full, pains: ['断'] } }));
  assert.deepEqual([scores[0]!.score, scores[0]!.next], [75, 'communities:completeness.three_pains']);
  const [letter] = scoreCompleteness([
    { letter: 'interest', key: 'a', weight: 3, met: true },
    { letter: 'interest', key: 'b', weight: 1, met: false },
  ]);
  assert.deepEqual([letter!.score, letter!.next], [75, 'b']);
});
