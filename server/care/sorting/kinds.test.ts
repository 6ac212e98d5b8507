import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAdvertiser, judgeLeader, judgeZombie } from './kinds.ts';

const leader = {
  person: '甲',
  holds: true,
  enough: true,
  score: 1,
  ci95: [0.7, 1] as [number, number],
  replies: 40,
  repliers: 9,
  estimated: false,
};

test('who is answered by many is likely to lead; guessed links make it less sure, too few answers a hint', () => {
  assert.equal(judgeLeader(leader)?.confidence, 'high');
  assert.equal(judgeLeader({ ...leader, estimated: true })?.confidence, 'medium');
  assert.equal(judgeLeader({ ...leader, holds: false, enough: false })?.confidence, 'few');
  assert.equal(judgeLeader({ ...leader, holds: false, enough: false, score: 0.4 }), null);
  assert.equal(judgeLeader({ ...leader, holds: false }), null, 'enough evidence, and not among the first');
});

const talk = {
  person: '乙',
  score: 0.8,
  signs: 2,
  messages: 6,
  ads: 5,
  repeated: 3,
  contacts: 4,
  unanswered: 5,
  isNew: false,
  share: 0.7,
  interval: [0.4, 0.9] as [number, number],
};

test('an advertiser needs two independent signs and three messages; what was upheld is a sign of its own', () => {
  assert.equal(judgeAdvertiser(talk, 0)?.confidence, 'medium');
  assert.equal(judgeAdvertiser(talk, 1)?.confidence, 'high');
  assert.equal(judgeAdvertiser({ ...talk, signs: 1 }, 0)?.confidence, 'few');
  assert.equal(judgeAdvertiser({ ...talk, score: 0.2 }, 0), null, 'mostly ordinary talk');
  assert.deepEqual(judgeAdvertiser(undefined, 1)?.evidence, { signs: 1, upheld: 1 });
  assert.equal(judgeAdvertiser(undefined, 3)?.confidence, 'medium', 'what never came through counts as upheld');
  assert.equal(judgeAdvertiser(undefined, 0), null);
});

test('a zombie gives no sign at all for longer than their own pauses; reading is a sign, and newcomers are not judged', () => {
  const gone = { tenure: 200, spoke: 90, read: 80, pause: undefined };
  assert.deepEqual(judgeZombie(gone), {
    kind: 'zombie',
    confidence: 'high',
    weight: 80,
    n: 200,
    evidence: { quiet: 80, tenure: 200, spoke: 90, read: 80 },
  });
  assert.equal(judgeZombie({ ...gone, read: 35 })?.confidence, 'medium');
  assert.equal(judgeZombie({ ...gone, read: 3 }), null, 'reads along');
  assert.equal(judgeZombie({ ...gone, read: 80, pause: 40.2 })?.evidence.usual, 41);
  assert.equal(judgeZombie({ ...gone, read: 35, pause: 40 }), null, 'pauses like this are usual for them');
  assert.equal(judgeZombie({ tenure: 59, spoke: null, read: null, pause: undefined }), null, 'too new to say');
  assert.equal(judgeZombie({ tenure: 61, spoke: null, read: null, pause: undefined })?.weight, 61);
});
