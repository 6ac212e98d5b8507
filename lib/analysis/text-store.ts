/** Very many short texts outside the heap of the engine, where a million of them cost their bytes and no more. */

const CHUNK = 4 << 20;

/** Appends texts and reads them back by number; only the newest can be appended to, none can change. */
export class TextStore {
  #chunks: Buffer[] = [];
  #used = CHUNK;
  #chunk = new Uint32Array(1024);
  #offset = new Uint32Array(1024);
  #bytes = new Uint32Array(1024);
  #count = 0;

  /** Keeps a text and returns its number. */
  add(text: string): number {
    const number = this.#count;
    if (number === this.#chunk.length) this.#grow();
    const most = text.length * 3;
    let chunk = this.#chunks.at(-1);
    if (!chunk || this.#used + most > chunk.length) {
      chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, most));
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    const bytes = text.length === 0 ? 0 : chunk.write(text, this.#used, 'utf8');
    this.#chunk[number] = this.#chunks.length - 1;
    this.#offset[number] = this.#used;
    this.#bytes[number] = bytes;
    this.#used += bytes;
    this.#count += 1;
    return number;
  }

  /** The text with this number; empty when there is none. */
  get(number: number): string {
    const bytes = this.#bytes[number];
    if (!bytes || number >= this.#count) return '';
    const start = this.#offset[number] ?? 0;
    return this.#chunks[this.#chunk[number] ?? 0]?.toString('utf8', start, start + bytes) ?? '';
  }

  #grow(): void {
    const size = this.#chunk.length * 2;
    this.#chunk = growUint32(this.#chunk, size);
    this.#offset = growUint32(this.#offset, size);
    this.#bytes = growUint32(this.#bytes, size);
  }
}

function growUint32(old: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(size);
  grown.set(old);
  return grown;
}
