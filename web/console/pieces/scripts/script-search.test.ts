import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Script } from '../../data/scripts.ts';
import { findGaps, findScripts, readSlash, replaceSlash } from './script-search.ts';

const script = (title: string, letters: string, shortcut = '') =>
  ({ title, letters, shortcut, folder: '', text: `${title}的话` }) as Script;

test('a slash asks for a script only where a word begins, at the end of what was written', () => {
  assert.equal(readSlash('/'), '');
  assert.equal(readSlash('你好 /xj'), 'xj');
  assert.equal(readSlash('1/2'), undefined);
  assert.equal(readSlash('/xj 好'), undefined);
  assert.equal(replaceSlash('你好 /xj', '先接住。'), '你好 先接住。');
});

test('the shortcut comes first, then titles and initials', () => {
  const all = [script('说会再回', 'shzh '), script('先接住', 'xjz ', 'j'), script('接龙', 'jl ')];
  assert.deepEqual(
    findScripts(all, 'j').map(({ title }) => title),
    ['先接住', '接龙'],
  );
  assert.deepEqual(
    findScripts(all, 'shz').map(({ title }) => title),
    ['说会再回'],
  );
  assert.equal(findScripts(all, '').length, 3);
  assert.deepEqual(findScripts(all, '没有'), []);
});

test('gaps are what a variable left open, not every brace', () => {
  assert.deepEqual(findGaps('{昵称}，{今天}见 {a: 1} {昵称}'), ['{昵称}', '{今天}']);
});
