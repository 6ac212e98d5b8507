/** Entry of the thread that reads QR codes: pixels come in, what the codes hold goes out. It blocks nobody but itself. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { CodeAnswer, CodeTask } from './reader.ts';

/** Tilted, inverted and small ones too; no other kinds of codes, which people do not follow. */
const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: false,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 8,
};

async function serve(): Promise<void> {
  const binary = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const wasmBinary = binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  parentPort!.on('message', (task: CodeTask) => void answer(task));
}

async function answer({ number, data, width, height }: CodeTask): Promise<void> {
  const found = await readBarcodes(toGreyFile({ data, width, height }), options).catch(() => []);
  const codes = found.filter(({ isValid }) => isValid).map(({ text }) => text.slice(0, 4000));
  parentPort!.postMessage({ number, codes: [...new Set(codes)] } satisfies CodeAnswer);
}

/** A picture without colours, in the plainest format (PGM): raw pixels the reader takes with colours only, four times as many bytes. */
function toGreyFile({ data, width, height }: Omit<CodeTask, 'number'>): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file;
}

await serve();
