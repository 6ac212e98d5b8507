/** Tables from hand-made bytes: every encoding, separator and kind of cell that people's files really have, and files made to do harm. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { writeCsv } from './csv.ts';
import { findSeparator } from './read-csv.ts';
import { readTable } from './read-table.ts';
import { UnreadableTable, usualLimits } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16());
const cellsOf = (bytes: Uint8Array, wish = {}) => readTable(bytes, wish).rows.map(({ cells }) => cells);
const problemOf = (bytes: Uint8Array, wish = {}): string => {
  try {
    readTable(bytes, wish);
  } catch (error) {
    assert.ok(error instanceof UnreadableTable, String(error));
    return error.problem;
  }
  return 'none';
};

const text = '姓名,城市\r\n阮阮,杭州\r\n';
const wanted = [
  ['姓名', '城市'],
  ['阮阮', '杭州'],
];

test('a text is read in every encoding that spreadsheets write', () => {
  // "姓名,城市\r\n阮阮,杭州\r\n" as GB18030, written by hand: Node can't write it.
  const gb = Uint8Array.from(Buffer.from('d0d5c3fb2cb3c7cad00d0ac8eec8ee2cbabcd6dd0d0a', 'hex'));
  const files = {
    utf8: utf8(text),
    'utf8 with a mark': utf8(`\uFEFF${text}`),
    gb18030: gb,
    'utf16 with a mark': utf16(`\uFEFF${text}`),
    'utf16 big end first': swapped(utf16(`\uFEFF${text}`)),
    'utf16 without a mark': utf16(text),
  };
  for (const [name, bytes] of Object.entries(files)) assert.deepEqual(cellsOf(bytes), wanted, name);
});

test('separators are found, quotes may hold them, breaks and quotes', () => {
  for (const separator of [',', ';', '\t', '，'])
    assert.deepEqual(cellsOf(utf8(text.replaceAll(',', separator))), wanted, separator);
  assert.equal(findSeparator('a;b;"c,d,e,f,g"\n1;2;3'), ';');
  assert.deepEqual(cellsOf(utf8('sep=;\na;b\n')), [['a', 'b']]);
  assert.deepEqual(cellsOf(utf8('a,b\r\n"1\n2, ""x""", y \n,\n\n3,\rlast,"open')), [
    ['a', 'b'],
    ['1\n2, "x"', 'y'],
    ['3', ''],
    ['last', 'open'],
  ]);
  assert.deepEqual(
    readTable(utf8('a,b\n\n1,2\n')).rows.map(({ number }) => number),
    [1, 3],
    'an empty line counts',
  );
});

const sheet = (rows: string, more = '') =>
  `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData>${more}</x:worksheet>`.replaceAll(
    /<(\/?)(row|c|v|is|t|r|mergeCells|mergeCell)\b/g,
    '<$1x:$2',
  );

function workbook(parts: Record<string, string>, sheets = '<sheet name="一" sheetId="1" r:id="r1"/>'): Uint8Array {
  const all = {
    'xl/workbook.xml': `<workbook><!-- c --><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/two.xml"/></Relationships>',
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, strToU8(part)])));
}

test('cells of a workbook: shared and inline texts, numbers, dates, truth, gaps, merged downwards', () => {
  const bytes = workbook({
    'xl/sharedStrings.xml':
      '<sst><si><t>姓名 &amp; 昵称</t></si><si><r><t>阮</t></r><r><t xml:space="preserve">阮</t></r><rPh><t>ruan</t></rPh></si><si/></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>&#30005;&#x8bdd;</t></is></c></row>
       <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45853</v></c><c r="C3"><v>1.3800001111E10</v></c><c r="D3" t="b"><v>1</v></c></row>
       <row r="4"><c r="B4" s="2"><v>45853.5</v></c><c r="C4" s="3"><v>0.30000000000000004</v></c><c r="D4" t="e"><v>#N/A</v></c><c r="E4" t="str"><v><![CDATA[a<b]]></v></c></row>
       <row r="5"><c r="A5" t="s"><v>2</v></c></row>`,
      '<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="C1:D1"/></mergeCells>',
    ),
  });
  assert.deepEqual(readTable(bytes).rows, [
    { number: 1, cells: ['姓名 & 昵称', '', '电话'] },
    { number: 3, cells: ['阮阮', '2025-07-15', '13800001111', 'TRUE'] },
    { number: 4, cells: ['阮阮', '2025-07-15 12:00:00', '0.3', '#N/A', 'a<b'] },
  ]);
});

test('the first visible sheet with rows is read, or the one that is named', () => {
  const row = (cell: string) => sheet(`<row><c t="inlineStr"><is><t>${cell}</t></is></c></row>`);
  const bytes = workbook(
    { 'xl/worksheets/sheet1.xml': row('hidden'), 'xl/worksheets/two.xml': row('seen') },
    '<sheet name="藏" state="hidden" r:id="r1"/><sheet name="二" r:id="r2"/>',
  );
  assert.deepEqual(readTable(bytes), { sheet: '二', sheets: ['二'], rows: [{ number: 1, cells: ['seen'] }] });
  assert.equal(problemOf(bytes, { sheet: '藏' }), 'empty');
});

test('what is written here is read again, piece by piece', async () => {
  const rows = [
    ['名字', '备注'],
    ...Array.from({ length: 3000 }, (_, at) => [`成员${at}`, `第 ${at} 位 <&> "引"\n换行`]),
  ];
  for (const write of [() => writeCsv(rows), () => writeXlsx('名单', rows)]) {
    const pieces: Uint8Array[] = [];
    for await (const piece of write()) pieces.push(piece);
    assert.deepEqual(cellsOf(new Uint8Array(Buffer.concat(pieces))), rows);
  }
});

test('files that do harm, are damaged or no tables end with their reason', () => {
  const bomb = workbook({ 'xl/worksheets/sheet1.xml': sheet('<row></row>'.repeat(200_000)) });
  assert.ok(bomb.length < 30_000);
  assert.equal(problemOf(bomb, { limits: { ...usualLimits, unpacked: 1_000_000 } }), 'too_much_text');
  const endless = workbook({ 'xl/worksheets/sheet1.xml': ' '.repeat(8_000_000) });
  assert.equal(problemOf(endless), 'broken', 'no text of a cell is that long');
  const repeated = workbook({
    'xl/sharedStrings.xml': `<sst><si><t>${'长'.repeat(2000)}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': sheet('<row><c t="s"><v>0</v></c></row>'.repeat(9000)),
  });
  assert.equal(problemOf(repeated), 'too_much_text', 'one long text named by many cells');
  const good = workbook({ 'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c></row>') });
  for (const cut of [4, 100, good.length - 30]) assert.equal(problemOf(good.slice(0, cut)), 'broken', String(cut));
  assert.equal(problemOf(workbook({ 'xl/worksheets/sheet1.xml': '<sheetData><row' })), 'broken');
  assert.equal(problemOf(zipSync({ 'word/document.xml': strToU8('x') })), 'not_a_table');
  assert.equal(problemOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])), 'old_or_locked');
  assert.equal(problemOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])), 'not_a_table');
  assert.equal(problemOf(utf8(' \n,,\n')), 'empty');
  const tight = { limits: { ...usualLimits, rows: 2, columns: 3 } };
  assert.equal(problemOf(utf8('a\nb\nc\n'), tight), 'too_many_rows');
  assert.equal(problemOf(utf8('a,b,c,d\n'), tight), 'too_many_columns');
});
