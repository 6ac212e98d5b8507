import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { makeSource } from './sources.ts';
import { readInput } from './testing.ts';
import { openZip } from './zip.ts';

interface Packed {
  name: string | Buffer;
  content: string;
  /** Bytes instead of the text. */
  raw?: Uint8Array;
  stored?: boolean;
  flags?: number;
  crc?: number;
}

/** Writes a zip by the letter of the specification, so that the reader has something to disagree with. */
function makeZip(files: Packed[], comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name as string);
    const plain = Buffer.from(file.raw ?? file.content);
    const data = file.stored ? plain : deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(file.flags ?? 0, 2);
    fields.writeUInt16LE(file.stored ? 0 : 8, 4);
    fields.writeUInt32LE(file.crc ?? crc32(plain), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, tail, name]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment)]);
}

const CHAT = '25/12/2025, 18:05 - Jo: hello\n';

test('the chat inside a WhatsApp zip, beside its pictures, named by the zip', async () => {
  const zip = makeZip(
    [
      { name: 'IMG-1.jpg', content: 'xx', stored: true },
      { name: '_chat.txt', content: CHAT },
    ],
    'note',
  );
  const { messages, report, format } = await readInput(makeSource('WhatsApp Chat - Kites.zip', zip));
  assert.equal(format, 'whatsapp');
  assert.equal(messages[0]?.text, 'hello');
  assert.equal(messages[0]?.group?.name, 'Kites');
  assert.deepEqual(report.files, [{ name: '_chat.txt', format: 'whatsapp', messages: 1 }]);
});

/** The same zip with every size and place moved into the wide fields that zips beyond 4 GB use. */
function widenZip(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const directory = zip.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = directory; at < end;) {
    const nameLength = zip.readUInt16LE(at + 28);
    const entry = Buffer.from(zip.subarray(at, at + 46 + nameLength));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [24, 20, 42].forEach((field, index) => {
      extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + index * 8);
      entry.writeUInt32LE(0xffffffff, field);
    });
    entry.writeUInt16LE(extra.length, 30);
    entries.push(entry, extra);
    at += 46 + nameLength;
  }
  const list = Buffer.concat(entries);
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 0, 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(list.length), 40);
  record.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(directory + list.length), 8);
  const last = Buffer.from(zip.subarray(end));
  last.fill(0xff, 8, 20);
  return Buffer.concat([zip.subarray(0, directory), list, record, locator, last]);
}

test('the wide fields of ZIP64 are read; a wide end that leads nowhere is refused', async () => {
  const zip = makeZip([
    { name: 'pic.jpg', content: 'xx', stored: true },
    { name: '_chat.txt', content: CHAT },
  ]);
  const wide = widenZip(zip);
  assert.notEqual(wide.length, zip.length);
  const { messages, report } = await readInput(makeSource('Kites.zip', wide));
  assert.equal(messages[0]?.text, 'hello');
  assert.deepEqual(report.files, [{ name: '_chat.txt', format: 'whatsapp', messages: 1 }]);
  const lost = Buffer.from(wide);
  lost.writeBigUInt64LE(BigInt(wide.length), wide.length - 22 - 20 + 8);
  await assert.rejects(readInput(makeSource('Kites.zip', lost)), { code: 'archive_broken' });
});

test('names in the code page of an old Chinese Windows', async () => {
  const zip = makeZip([{ name: Buffer.from('c4e3bac32e747874', 'hex'), content: CHAT }]);
  assert.deepEqual(
    (await openZip(makeSource('a.zip', zip)).list()).map(({ name }) => name),
    ['你好.txt'],
  );
});

test('encrypted, damaged, lying and cut zips are refused with the entry named', async () => {
  const open = (zip: Buffer): Promise<unknown> => readInput(makeSource('a.zip', zip));
  await assert.rejects(open(makeZip([{ name: 'a.txt', content: CHAT, flags: 1 }])), {
    code: 'archive_encrypted',
    cure: 'unpack_first',
    data: { file: 'a.txt' },
  });
  await assert.rejects(open(makeZip([{ name: 'a.txt', content: CHAT, crc: 7 }])), { code: 'archive_broken' });
  const good = makeZip([{ name: 'a.txt', content: CHAT }]);
  await assert.rejects(open(good.subarray(0, good.length - 30)), { code: 'archive_broken', cure: 'export_again' });
  await assert.rejects(open(makeZip([{ name: 'a.jpg', content: 'xx' }])), { code: 'no_history_inside' });
});

test('two formats and a stranger in one archive: both read, the stranger named', async () => {
  const zip = makeZip([
    { name: 'a/1.txt', content: CHAT },
    { name: 'a/2.txt', content: 'nothing to see\n' },
    { name: 'b.txt', content: '25/12/2025, 18:05 - Jo: bye\n' },
  ]);
  const { messages, report } = await readInput(makeSource('a.zip', zip));
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['hello', 'bye'],
  );
  assert.deepEqual(
    report.problems.map(({ code, file, detail }) => [code, file, detail]),
    [['skipped_file', 'a/2.txt', 'unknown_format']],
  );
});

test('zips inside a folder and inside a zip are read like folders; a broken one is named', async () => {
  const chat = (who: string) => `25/12/2025, 18:05 - ${who}: hello\n25/12/2025, 18:06 - Li: hi\n`;
  const inner = makeZip([
    { name: '_chat.txt', content: chat('Jo') },
    { name: 'PHOTO-1.jpg', content: 'x' },
  ]);
  const folder: Record<string, Uint8Array> = {
    'WhatsApp Chat - Tea.zip': inner,
    'WhatsApp Chat - Walks.zip': makeZip([{ name: '_chat.txt', content: chat('Mo') }]),
    'broken.zip': inner.subarray(0, 60),
  };
  const names = Object.keys(folder);
  const read = await readInput({
    name: 'downloads',
    list: async () => names.map((name) => ({ name })),
    open: (name) => makeSource(name, folder[name]!),
  });
  assert.deepEqual(
    read.messages.map(({ group, author }) => [group?.name, author.name]),
    ['Tea', 'Walks'].flatMap((name) => [
      [name, name === 'Tea' ? 'Jo' : 'Mo'],
      [name, 'Li'],
    ]),
  );
  assert.deepEqual(
    read.report.problems.map(({ code, file }) => [code, file]),
    [['skipped_file', 'broken.zip']],
  );
  const outer = makeZip([{ name: 'all/WhatsApp Chat - Tea.zip', content: '', raw: inner }]);
  const nested = await readInput(makeSource('all.zip', outer));
  assert.deepEqual(
    nested.messages.map(({ group, text }) => [group?.name, text]),
    [
      ['Tea', 'hello'],
      ['Tea', 'hi'],
    ],
  );
});
