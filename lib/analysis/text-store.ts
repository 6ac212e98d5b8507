/** Very many short texts outside the heap of the engine, where a million of them cost their bytes and no more. */
import { detachText } from '../history/report.ts';

const CHUNK = 4 << 20;
/** Marks a text kept apart because of its length. */
const LONG = 0x7fff;
/** Set in the length of a text of two bytes per unit, which is shorter for Chinese than UTF-8. */
const WIDE = 0x8000;

/** Appends texts and reads them back by number; none can change. */
export class TextStore {
  #chunks: Buffer[] = [];
  #used = 0;
  /** Chunk and place in it as one number: chunk × 4 MiB + place. */
  #start = new Uint32Array(1024);
  #bytes = new Uint16Array(1024);
  /** Texts too long for a chunk or for 16 bits of length; their start is their place here. */
  #long: string[] = [];
  #count = 0;

  /** Keeps a text and returns its number. */
  add(text: string): number {
    const number = this.#count;
    if (number === this.#bytes.length) this.#grow();
    if (text.length * 3 >= LONG) {
      this.#start[number] = this.#long.push(detachText(text)) - 1;
      this.#bytes[number] = LONG;
    } else if (text.length > 0) this.#write(number, text);
    this.#count += 1;
    return number;
  }

  /** The text with this number; empty when there is none. */
  get(number: number): string {
    const bytes = number < this.#count ? this.#bytes[number] : 0;
    if (!bytes) return '';
    const start = this.#start[number] ?? 0;
    if (bytes === LONG) return this.#long[start] ?? '';
    const place = start % CHUNK;
    const end = place + (bytes & ~WIDE);
    return this.#chunks[Math.floor(start / CHUNK)]?.toString(bytes & WIDE ? 'utf16le' : 'utf8', place, end) ?? '';
  }

  #write(number: number, text: string): void {
    let chunk = this.#chunks.at(-1);
    if (!chunk || this.#used + text.length * 3 > CHUNK) {
      chunk = Buffer.allocUnsafeSlow(CHUNK);
      this.#chunks.push(chunk);
      this.#used = 0;
    }
    const isWide = text.charCodeAt(0) >= 0x800;
    const bytes = chunk.write(text, this.#used, isWide ? 'utf16le' : 'utf8');
    this.#start[number] = (this.#chunks.length - 1) * CHUNK + this.#used;
    this.#bytes[number] = isWide ? bytes | WIDE : bytes;
    this.#used += bytes;
  }

  #grow(): void {
    const size = this.#bytes.length * 2;
    const start = new Uint32Array(size);
    start.set(this.#start);
    this.#start = start;
    const bytes = new Uint16Array(size);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}
