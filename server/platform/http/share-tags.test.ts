import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dressPage, escapeHtml } from './share-tags.ts';

test('patterns of String.replace in a name stay text', () => {
  const name = "$& $` $' $$ $1";
  const html = dressPage('<html lang="zh-CN"><head><!--share--></head>', {
    locale: 'en',
    tags: `<title>${escapeHtml(name)}</title>`,
  });
  assert.equal(html, `<html lang="en"><head><title>${escapeHtml(name)}</title></head>`);
  assert.equal(html.match(/<head>/g)!.length, 1);
});
