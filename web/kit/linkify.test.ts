import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkify } from './linkify.ts';

const cases: [text: string, links: string[]][] = [
  ['没有链接', []],
  ['看 https://fair.example/a?b=1#c 这里', ['https://fair.example/a?b=1#c']],
  ['看https://fair.example/粥，很好', ['https://fair.example/粥']],
  ['(https://fair.example/a_(b))', ['https://fair.example/a_(b)']],
  ['https://fair.example/a. 完', ['https://fair.example/a']],
  ['http://a.example http://b.example', ['http://a.example', 'http://b.example']],
  ['javascript:alert(1) data:text/html,x ftp://a.example', []],
  ['https://bank.example@evil.example/', []],
  ['<a href="https://fair.example">x</a>', ['https://fair.example']],
  ['https://', []],
];

for (const [text, links] of cases) {
  test(`links of: ${text}`, () => {
    const parts = linkify(text);
    assert.deepEqual(
      parts.filter((part) => part.kind === 'link').map((part) => part.text),
      links,
    );
    assert.equal(parts.map((part) => part.text).join(''), text, 'no character is lost');
  });
}

test('every link is http or https', () => {
  for (const [text] of cases) {
    for (const part of linkify(text)) if (part.kind === 'link') assert.match(part.href, /^https?:\/\//);
  }
});
