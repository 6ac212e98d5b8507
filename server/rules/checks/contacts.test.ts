import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contactsCheck } from './contacts.ts';
import { judge, look, openBook, spokenOf } from './testing.ts';

const kindOf = (text: string) => contactsCheck.look(spokenOf(text), openBook(), null)[0]?.kinds?.[0];

test('an invitation to write elsewhere is seen whatever the wording, also in disguise', () => {
  const baits: Record<string, string> = {
    '想看完整版的加我 wx：lanlan_5566': 'account',
    '感兴趣的可以私聊我，vx hk889900': 'account',
    '详情咨询 QQ：3388221100': 'account',
    '群里不方便说，进群 t.me/dianzan88': 'account',
    '＋Ｖ：ｌｕｌｕ６６８８ 私我': 'account',
    '需要的联系我，一三八一二三四五六七八': 'phone',
    'dm me on telegram @sunny_2020 for details': 'account',
    '我的微信号 abc123456': 'named',
  };
  for (const [text, kind] of Object.entries(baits)) assert.equal(kindOf(text), kind, text);
  assert.equal(judge('想看完整版的加我 wx：lanlan_5566'), 'hold');
  assert.equal(judge('我的微信号 abc123456'), 'pass', 'an account and nothing more');
});

test('members may say how to reach them', () => {
  assert.deepEqual(
    contactsCheck.look(spokenOf('加我 wx：lanlan_5566'), openBook(), null).map(({ score }) => score < 0.65),
    [true],
  );
});

test('numbers of every day are no bait', () => {
  for (const text of [
    '快递小哥电话 13712345678，找不到就联系我',
    '物业电话 0571-88886666，水管爆了快打',
    '加我一个，我也去',
    '有空的话私聊我，问你个事',
    '谁捡到一把钥匙，麻烦联系我 13800000000',
    '领队电话 13800000000，集合找不到人直接打',
    '加微信的时候备注一下名字',
  ])
    assert.equal(kindOf(text), undefined, text);
});

test('of the innocent look-alikes at most one of fifty is stopped, newcomers’ links apart', () => {
  const fixture = new URL('../../../lib/text/fixtures/innocent-lookalikes.txt', import.meta.url);
  const texts = readFileSync(fixture, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  assert.ok(texts.length > 400);
  const stopped = texts.filter((text) => judge(text) !== 'pass' && look(text).every(({ check }) => check !== 'links'));
  assert.ok(stopped.length <= 0.02 * texts.length, stopped.join('\n'));
  assert.deepEqual(
    texts.filter((text) => judge(text, 'member') !== 'pass'),
    [],
  );
});
