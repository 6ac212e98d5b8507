import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findHead, plainTargets, recogniseColumns } from './column.ts';

const none = { fields: [], last: new Map() };

test('headings are recognised in Chinese of both scripts and in English, whatever their case, marks and brackets', () => {
  const row = ['*姓名（必填）', '暱稱', 'WeChat ID', 'qq号码', '所在群', 'Joined at', '标签', '爱好', '', '备注'];
  const wanted = ['name', null, 'account.wechat', 'account.qq', 'groups', 'joined', 'tags', null, 'ignore', 'note'];
  assert.deepEqual(recogniseColumns(row, none), wanted, 'the surer of two names is the name');
});

test('own fields and what was said earlier come before what a heading usually means', () => {
  const fields = [{ id: 'f1', name: '城市' }];
  const last = new Map([['爱好', 'tags' as const]]);
  assert.deepEqual(recogniseColumns(['城市', '爱好', '标签'], { fields, last }), ['field.f1', 'tags', null]);
});

test('the template of every language is recognised whole', () => {
  for (const locale of ['zh-CN', 'zh-TW', 'en']) {
    const { column } = JSON.parse(
      readFileSync(new URL(`../locales/${locale}/imports.json`, import.meta.url), 'utf8'),
    ) as {
      column: Record<string, string>;
    };
    const names = plainTargets.map((target) => column[target.replace('.', '_')]!);
    assert.deepEqual(recogniseColumns(names, none), plainTargets, locale);
    assert.deepEqual(recogniseColumns([column.row!, column.problem!], none), ['ignore', 'ignore'], locale);
  }
});

test('a title above the headings is no heading', () => {
  const rows = [['灶边成员名单'], ['导出时间', '2026-11-22'], ['昵称', '微信号', '城市'], ['阮阮', 'rr', '杭州']];
  assert.equal(
    findHead(
      rows.map((cells) => ({ cells })),
      [],
    ),
    2,
  );
});
