import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHost, readPasted } from './pasted-terms.ts';

test('a pasted text brings each term once, however it was written down', () => {
  const { terms, tooLong } = readPasted(
    '1. 加微信\n2、 刷单返利，加微信\r\n- “兼职日结”\t宝妈;日赚|free  gift\n\n' + '长'.repeat(61),
  );
  assert.deepEqual(terms, ['加微信', '刷单返利', '兼职日结', '宝妈', '日赚', 'free gift']);
  assert.equal(tooLong.length, 1);
  assert.deepEqual(readPasted(' \n，'), { terms: [], tooLong: [] });
  assert.deepEqual(readPasted('3M胶\n58同城').terms, ['3M胶', '58同城']);
});

test('an address becomes the host that is kept', () => {
  assert.equal(readHost(' https://www.Example.com/a?b=1 '), 'example.com');
  assert.equal(readHost('mp.weixin.qq.com'), 'mp.weixin.qq.com');
  assert.equal(readHost('例子.中国'), '例子.中国');
  assert.equal(readHost('not a host'), undefined);
  assert.equal(readHost('localhost'), undefined);
});

test('a pattern is one term, whatever stands in it', () => {
  const long = `/${'加'.repeat(100)}/`;
  assert.deepEqual(readPasted(`/加.{0,3}微|V信/\n刷单，返利\n${long}`).terms, [
    '/加.{0,3}微|V信/',
    '刷单',
    '返利',
    long,
  ]);
});
