import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitMentions } from '../../kit/spoken.ts';
import { findCall, insertName, keepCalled } from './mention.ts';

test('an @ before the caret asks for a name, until a space or another sign ends it', () => {
  assert.deepEqual(findCall('@', 1), { from: 0, query: '' });
  assert.deepEqual(findCall('问一下@老', 5), { from: 3, query: '老' });
  assert.equal(findCall('@老谭 好', 5), undefined);
  assert.equal(findCall('mail me a@b', 11), undefined);
  assert.equal(findCall('no sign', 4), undefined);
  assert.deepEqual(findCall('@老谭', 2), { from: 0, query: '老' }, 'only what stands before the caret');
});

test('a picked name replaces what was typed and leaves the rest', () => {
  assert.deepEqual(insertName('问@老 粥', { from: 1, query: '老' }, '老谭'), { text: '问@老谭 粥', caret: 5 });
});

test('names deleted from the text are not called', () => {
  const picked = [
    { identityId: 'a', name: '老谭' },
    { identityId: 'b', name: '阮阮' },
    { identityId: 'a', name: '老谭' },
  ];
  assert.deepEqual(keepCalled('@老谭 来', picked), [{ identityId: 'a', name: '老谭' }]);
});

test('names are cut out longest first; markup stays text; everybody includes me', () => {
  const mentions = [
    { identityId: 'a', name: '阮阮' },
    { identityId: 'b', name: '阮阮妈妈' },
    { identityId: 'all', name: '' },
  ];
  assert.deepEqual(splitMentions('@阮阮妈妈 @阮阮 <b>@所有人', mentions, { me: 'a', all: '所有人' }), [
    { kind: 'mention', text: '@阮阮妈妈', isMe: false },
    { kind: 'text', text: ' ' },
    { kind: 'mention', text: '@阮阮', isMe: true },
    { kind: 'text', text: ' <b>' },
    { kind: 'mention', text: '@所有人', isMe: true },
  ]);
});
