import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addNamed, makeNamed, NameFinder, namedHow } from './names.ts';

function find(names: string[], text: string, lastSpoke: number[] = names.map((_, at) => at)): [string, number][] {
  const named = makeNamed();
  new NameFinder(names, Int32Array.from(lastSpoke)).find(text, named);
  return Array.from({ length: named.count }, (_, at) => [names[named.who[at]!]!, named.how[at]!]);
}

test('tells being addressed from standing at the start and from being named in passing', () => {
  assert.deepEqual(find(['mia', 'tomas'], 'mia: look'), [['mia', namedHow.addressed]]);
  assert.deepEqual(find(['mia', 'tomas'], 'Mia, look'), [['mia', namedHow.addressed]]);
  assert.deepEqual(find(['mia', 'tomas'], 'mia look'), [['mia', namedHow.atStart]]);
  assert.deepEqual(find(['mia', 'tomas'], 'as tomas said'), [['tomas', namedHow.inPassing]]);
});

test('finds Chinese names by @ and without', () => {
  assert.deepEqual(find(['小满', '老周'], '好的 @小满\u2005中午截单'), [['小满', namedHow.addressed]]);
  assert.deepEqual(find(['小满', '老周'], '听老周说今晚停水'), [['老周', namedHow.inPassing]]);
  assert.deepEqual(find(['鱼', '老周'], '@鱼 在吗'), [['鱼', namedHow.addressed]]);
  assert.deepEqual(find(['鱼', '老周'], '今天吃鱼'), []);
});

test('a name inside a longer word is not a name, and the longest name wins', () => {
  assert.deepEqual(find(['mia', 'tom'], 'tomorrow at miami'), []);
  assert.deepEqual(
    find(['anna', 'annabel'], 'annabel: yes').map(([name]) => name),
    ['annabel'],
  );
});

test('understands short forms and beginnings of names', () => {
  assert.deepEqual(find(['小满-上海-产品', '老周'], '@小满 看一下'), [['小满-上海-产品', namedHow.addressed]]);
  assert.deepEqual(find(['|trey|', 'mia'], 'trey: hi'), [['|trey|', namedHow.addressed]]);
  assert.deepEqual(find(['thoreauputic', 'mia'], 'thor: hi'), [['thoreauputic', namedHow.addressed]]);
  assert.deepEqual(find(['thoreauputic', 'mia'], 'thor: hi', [-1, 3]), [], 'only people who have spoken');
});

test('of two people with the same name the one who spoke last is meant', () => {
  const named = makeNamed();
  new NameFinder(['小李', '小李'], Int32Array.from([4, 9])).find('@小李 在吗', named);
  assert.equal(named.who[0], 1);
});

test('a name that is also a common word stops counting in passing, but not when addressed', () => {
  const finder = new NameFinder(['老师', '小满'], Int32Array.from([0, 1]));
  const named = makeNamed();
  for (let text = 0; text < 60; text++) {
    named.count = 0;
    finder.find('谢谢老师', named);
  }
  assert.equal(named.count, 0);
  finder.find('@老师 请看', named);
  assert.equal(named.count, 1);
});

test('a stronger way of naming replaces a weaker one, and there is a limit', () => {
  const named = makeNamed();
  addNamed(named, 3, namedHow.inPassing);
  addNamed(named, 3, namedHow.addressed);
  assert.deepEqual([named.count, named.how[0]], [1, namedHow.addressed]);
  for (let who = 10; who < 30; who++) addNamed(named, who, namedHow.inPassing);
  assert.equal(named.count, named.who.length);
});
