import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsOfName, formsOfText, readTyped } from './typed-forms.ts';

function isName(typed: string, name: string): boolean {
  const forms = new Set(formsOfName(name));
  const terms = readTyped(typed);
  return terms.length > 0 && terms.every(({ whole }) => forms.has(whole));
}

function isIn(typed: string, text: string): boolean {
  const forms = new Set(formsOfText(text));
  const terms = readTyped(typed);
  return terms.length > 0 && terms.every(({ parts }) => parts.every((part) => forms.has(part)));
}

const all = (is: (typed: string, text: string) => boolean, text: string, typed: string[], wanted = true) => {
  for (const one of typed) assert.equal(is(one, text), wanted, `${one} in ${text}`);
};

test('a name is found by its characters, by its sound in full, by initials and by all of them mixed', () => {
  all(isName, '张三丰', [
    '张三丰',
    '張三',
    '三丰',
    '丰',
    'zhangsanfeng',
    'zhangsan',
    'zhang',
    'zs',
    'zsf',
    'sf',
    'zhangs',
    'zhsan',
  ]);
  all(isName, '张三丰', ['张san', '张s', 'zhang三', 'z三丰', 'ZS', 'zhang san', 'sanf', '张三f', 'zsanfe', 'z', 's']);
  all(isName, '张三丰', ['李三', 'zl', 'ang', 'zhangfeng', '三张', 'szf', '张feng', 'zf', 'f张'], false);
});

test('a long name is found from any of its characters on', () => {
  all(isName, '爱吃火锅的小张老师', [
    '爱吃火锅的',
    '小张',
    'xiaozhanglaoshi',
    'xzls',
    'achgdxzls',
    'aichihuoguodexiao',
    '火guo',
    'laos',
  ]);
  all(isName, 'Kevin 刘', ['kevin', 'ke', 'kl', 'kevinliu', 'Kevin刘', '刘', 'liu', 'Кevin', 'Ｋｅｖｉｎ']);
  all(isName, '阿 K', ['k', 'ak', '阿k']);
  all(isName, '曾丽', ['zengli', 'zl', 'cengli']);
});

test('a text is found by its characters and by the sound of its words', () => {
  all(isIn, '上海律师，做跨境电商', [
    '上海',
    '律师',
    '海律',
    '跨境电商',
    'shanghai',
    'lvshi',
    'lushi',
    'ls',
    'kuajing',
    'shls',
    '上海 律师',
    'dians',
  ]);
  all(isIn, '上海律师，做跨境电商', ['师做', '北京', 'hailv', 'zs', 'beijing'], false);
  all(isIn, '会 Python 和 SQL', ['python', 'py', 'sql', 'Python sql']);
  all(isIn, '重慶火鍋', ['重庆', 'chongqing', 'cq', 'huoguo']);
});

test('what cannot be looked for asks for nothing, and a hostile text is only letters', () => {
  assert.deepEqual(readTyped(' ，。!? '), []);
  assert.deepEqual(formsOfName('，。'), []);
  assert.deepEqual(formsOfText(''), []);
  assert.equal(isName('%_', '张三'), false);
  assert.ok(formsOfName('张'.repeat(300)).length < 900 && formsOfName('zhuang '.repeat(60)).length < 900);
  assert.ok(readTyped('词 '.repeat(500)).length === 6);
});
