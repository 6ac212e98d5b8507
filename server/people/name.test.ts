import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkName, foldName, isTeamName, tidyForeignName } from './name.ts';

const good: [string, string][] = [
  ['阿May', '阿May'],
  ['  小   满  ', '小 满'],
  ['José', 'José'],
  ['👨‍👩‍👧 一家', '👨‍👩‍👧 一家'],
  ['❤️‍🔥', '❤️‍🔥'],
  ['<b>小明</b><script>', '<b>小明</b><script>'],
  ['一'.repeat(30), '一'.repeat(30)],
];

for (const [raw, name] of good) {
  test(`a name: ${JSON.stringify(raw)}`, () => {
    const result = checkName(raw);
    assert.ok(result.ok);
    assert.equal(result.name, name);
  });
}

const bad: [string, string, string][] = [
  ['nothing', '', 'empty'],
  ['only spaces', ' \u3000 ', 'empty'],
  ['a zero-width space', '小\u200B明', 'invisible'],
  ['a joiner between letters', '小\u200D明', 'invisible'],
  ['right-to-left override', 'abc\u202Etxt', 'invisible'],
  ['a Hangul filler', '\u3164', 'invisible'],
  ['a Braille blank', '\u2800', 'invisible'],
  ['a line break', '小\n明', 'invisible'],
  ['a NUL', '小\u0000明', 'invisible'],
  ['a private character', '\uE000', 'invisible'],
  ['half of a pair', '\uD83D', 'invisible'],
  ['31 characters', '一'.repeat(31), 'too_long'],
  ['10,000 characters', 'x'.repeat(10_000), 'too_long'],
  ['a tower of marks', 'z\u0300\u0301\u0302\u0303\u0304', 'stacked_marks'],
];

for (const [what, raw, problem] of bad) {
  test(`not a name: ${what}`, () => assert.deepEqual(checkName(raw), { ok: false, problem }));
}

test('look-alikes fold to the same key', () => {
  for (const twin of ['Аlice', 'ＡＬＩＣＥ', 'a l i c e', 'Al1ce', 'álice', '𝐀lice'])
    assert.equal(foldName(twin), foldName('Alice'), twin);
  assert.notEqual(foldName('Alina'), foldName('Alice'));
});

test('nobody passes for the team', () => {
  const team = [foldName('望舒'), foldName('Alice')];
  for (const name of ['望舒', '望 舒', 'Аlice', 'Admin', 'ad-min', '小王管理员', '官方小助手', 'οfficial']) {
    assert.ok(isTeamName(name, team), name);
  }
  for (const name of ['望舒荷', '阿May', 'Alicia', 'Administration fan']) assert.ok(!isTeamName(name, team), name);
});

test('a name from elsewhere is cut and cleaned, never refused', () => {
  assert.equal(tidyForeignName('小\u200B明\u0000'), '小明');
  assert.equal([...tidyForeignName('长'.repeat(500))].length, 60);
  assert.equal(tidyForeignName('\u200B'), '');
});
