import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followTalk, type Said, type UnderWay } from './path.ts';

const at = (day: number, minute: number) => new Date(Date.UTC(2026, 9, day, 2, minute));
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const lin: UnderWay = {
  identityId: 'lin',
  joinedAt: at(1, 0),
  welcomedAt: null,
  spokeAt: null,
  answeredAt: null,
  backOn: null,
};
const line = (more: Partial<Said> & Pick<Said, 'at'>): Said => ({
  authorId: 'lin',
  repliesTo: null,
  names: [],
  isAutomatic: false,
  ...more,
});

test('the welcome of the program welcomes and answers nobody; own words answer nobody; a human who names or replies does', () => {
  const welcome = line({ at: at(1, 2), authorId: 'official', names: ['lin'], isAutomatic: true });
  const own = line({ at: at(1, 3), repliesTo: 'lin', names: ['lin'] });
  const [waits] = followTalk([lin], [line({ at: at(1, 1) }), welcome, own], dayOf);
  assert.deepEqual(waits, { ...lin, spokeAt: at(1, 1), welcomedAt: at(1, 2) });
  const reply = line({ at: at(1, 9), authorId: 'tan', repliesTo: 'lin' });
  assert.deepEqual(followTalk([waits!], [reply], dayOf), [{ ...waits, answeredAt: at(1, 9) }]);
  const before = line({ at: at(1, 0), authorId: 'tan', names: ['lin'] });
  const [named] = followTalk([lin], [before, line({ at: at(1, 1) })], dayOf);
  assert.deepEqual(
    [named!.welcomedAt, named!.answeredAt],
    [at(1, 0), null],
    'a hello before the first word is no answer',
  );
});

test('another day counts until five days are over, and what changes nothing is not given', () => {
  const [back] = followTalk([lin], [line({ at: at(2, 0) })], dayOf);
  assert.deepEqual([back!.spokeAt, back!.backOn], [at(2, 0), '2026-10-02']);
  assert.deepEqual(followTalk([back!], [line({ at: at(3, 0) })], dayOf), []);
  assert.deepEqual(followTalk([lin], [line({ at: at(6, 0) })], dayOf), [], 'the sixth day is too late');
});
