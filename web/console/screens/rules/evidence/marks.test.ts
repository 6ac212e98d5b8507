import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markText } from './marks.ts';

const at = (start: number, end: number) => ({ spans: [{ start, end }] });
const shown = (text: string, findings: Parameters<typeof markText>[1]) =>
  markText(text, findings)
    .map(({ text: part, finding }) => (finding === null ? part : `[${finding}${part}]`))
    .join('');

test('a text is cut where findings begin and end, and nothing of it is lost', () => {
  assert.equal(shown('加微信领券', []), '加微信领券');
  assert.equal(shown('加微信领券', [at(0, 3)]), '[0加微信]领券');
  assert.equal(shown('加微信领券', [at(3, 5), at(0, 3)]), '[1加微信][0领券]');
  assert.equal(shown('加微信领券', [at(1, 4), at(0, 5)]), '[1加][0微信领][1券]');
  assert.equal(shown('加微信', [at(1, 99), at(5, 2)]), '加[0微信]');
  assert.equal(shown('', [at(0, 1)]), '');
});
