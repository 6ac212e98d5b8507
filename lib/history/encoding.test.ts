import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { detectEncoding } from './encoding.ts';
import { makeSource } from './sources.ts';
import { readInput, readText } from './testing.ts';

const CHAT = '25/12/2025, 18:05 - 小陶: 你好，世界\n25/12/2025, 18:06 - 老穆: 走吧\n';
/** 小陶: 你好 / 老穆: 走吧 in GB18030, written out by hand. */
const GB = Buffer.from(
  Buffer.concat([
    Buffer.from('25/12/2025, 18:05 - '),
    Buffer.from('d0a1ccd5', 'hex'),
    Buffer.from(': '),
    Buffer.from('c4e3bac3', 'hex'),
    Buffer.from('\n25/12/2025, 18:06 - '),
    Buffer.from('c0cfc4c2', 'hex'),
    Buffer.from(': '),
    Buffer.from('d7dfb0c9', 'hex'),
    Buffer.from('\n'),
  ]),
);

function wide(text: string, big: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

const FORMS: [string, Uint8Array, string][] = [
  ['UTF-8', Buffer.from(CHAT), 'utf-8'],
  ['UTF-8 with mark', Buffer.from(`\ufeff${CHAT}`), 'utf-8'],
  ['UTF-16 little endian with mark', wide(CHAT, false, true), 'utf-16le'],
  ['UTF-16 big endian with mark', wide(CHAT, true, true), 'utf-16be'],
  ['UTF-16 little endian without mark', wide(CHAT, false, false), 'utf-16le'],
  ['UTF-16 big endian without mark', wide(CHAT, true, false), 'utf-16be'],
  ['GB18030', GB, 'gb18030'],
  ['gzip', gzipSync(CHAT), 'utf-8'],
];

for (const [name, bytes, encoding] of FORMS) {
  test(`a chat in ${name}`, async () => {
    const { messages, report } = await readText(bytes);
    assert.deepEqual(
      messages.map(({ author }) => author.name),
      ['小陶', '老穆'],
    );
    assert.equal(messages[1]?.text, '走吧');
    assert.equal(report.encoding, encoding);
    assert.deepEqual(report.problems, []);
  });
}

test('characters and lines cut anywhere between two pieces', async () => {
  const bytes = Buffer.from(CHAT);
  for (const size of [1, 2, 3, 7, 50]) {
    const source = {
      name: 'pieces',
      async *bytes() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      },
    };
    const { messages } = await readInput(source);
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['你好，世界', '走吧'],
    );
  }
});

test('a source that can be read once only', async () => {
  let reads = 0;
  const source = {
    name: 'pipe',
    once: true as const,
    async *bytes() {
      reads += 1;
      yield Buffer.from(CHAT);
    },
  };
  const { messages, report } = await readInput(source);
  assert.equal(messages.length, 2);
  assert.equal(reads, 1);
  assert.deepEqual(report.assumptions, [{ code: 'zone_missing' }]);
});

test('a gzip cut in the middle gives what was in it and says so', async () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `25/12/2025, 18:05 - Jo: ${index} ${index * 7919}\n`).join(
    '',
  );
  const packed = gzipSync(long);
  const { messages, report } = await readText(packed.subarray(0, packed.length >> 1));
  assert.ok(messages.length > 5000 && messages.length < 20_000);
  assert.equal(report.truncated, true);
});

test('empty, binary, page and unknown files are refused with a cure', async () => {
  const cases: [string | Uint8Array, string, string][] = [
    ['', 'empty', 'export_again'],
    ['  \n ', 'empty', 'export_again'],
    [Buffer.from('SQLite format 3\0\u0010\0\u0001'), 'binary', 'export_as_text'],
    [Buffer.from([1, 2, 0, 3, 0, 0, 9, 8, 0, 0, 0, 0]), 'binary', 'export_as_text'],
    ['<!DOCTYPE html><html><body>chat</body></html>', 'html_export', 'export_as_json'],
    ['just some words\nand more of them\n', 'unknown_format', 'choose_format'],
    [Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7]), 'gzip_broken', 'export_again'],
  ];
  for (const [content, code, cure] of cases) await assert.rejects(readText(content), { code, cure });
});

test('text with few bytes beyond ASCII is not taken for GB18030', () => {
  assert.equal(detectEncoding(Buffer.from('caf\u00e9 na\u00efve')), 'utf-8');
  assert.equal(detectEncoding(Buffer.from('broken \u4f60\u597d then '.repeat(3)).subarray(0, 20)), 'utf-8');
  assert.equal(makeSource('x', 'abc').size, 3);
});
