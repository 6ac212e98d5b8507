/**
 * The quotes of a talk while it is collected, and what they point at once all rows are known: messages that may come later in the
 * file, or, where a platform names no id, the newest earlier message of that author with those words.
 */
import type { Quote } from '../history/index.ts';
import { Column } from './column.ts';
import { hashId, IdIndex } from './id-index.ts';
import type { IdStore } from './id-store.ts';
import type { TextStore } from './text-store.ts';

/** So many characters of a quoted text decide which message it was. */
const QUOTE_PREFIX = 10;

/** What quotes are resolved against. */
export interface QuotableRows {
  ids: IdStore;
  texts: TextStore;
  /** Number of rows in the file, bots' too. */
  count: number;
  /** Rows in the order of the talk, null when that is the file as it is. */
  rows: Int32Array | null;
  /** Key and last name of the author of a row. */
  author(row: number): { key: string; lastName: string } | undefined;
}

/** Collects quotes in the order of rows. */
export class QuoteCollector {
  #rows = new Column((size) => new Int32Array(size));
  /** Hashes of the quoted id, or of the quoted author and words. */
  #low = new Column((size) => new Uint32Array(size));
  #high = new Column((size) => new Uint32Array(size));
  #byText = new Column((size) => new Uint8Array(size));
  #anyByText = false;

  /** Messages that quote. */
  get count(): number {
    return this.#rows.length;
  }

  add(row: number, quote: Quote): void {
    const byText = quote.externalId === undefined && Boolean(quote.text);
    const named = byText ? nameQuote(quote) : (quote.externalId ?? '');
    const [low, high] = named === '' ? [0, 0] : hashId(named);
    this.#rows.push(row);
    this.#low.push(low);
    this.#high.push(high);
    this.#byText.push(byText ? 1 : 0);
    this.#anyByText ||= byText;
  }

  /** The quoted message of each row of the talk, −1 for none. */
  resolve(among: QuotableRows): Int32Array {
    const { ids, rows, count } = among;
    const size = rows?.length ?? count;
    const parent = new Int32Array(size).fill(-1);
    if (this.count === 0) return parent;
    const byId = new IdIndex(size);
    for (let at = 0; at < size; at += 1) {
      const id = ids.get(rows?.[at] ?? at);
      if (id !== '') byId.set(...hashId(id), at);
    }
    const place = invert(rows, count);
    for (let quote = 0; quote < this.count; quote += 1) {
      const at = place(this.#rows.get(quote));
      const [low, high] = [this.#low.get(quote), this.#high.get(quote)];
      if (at < 0 || (low === 0 && high === 0) || this.#byText.get(quote) === 1) continue;
      const found = byId.get(low, high);
      // A message cannot answer a later one; edits and clocks of phones make such pairs.
      if (found >= 0 && found < at) parent[at] = found;
    }
    if (this.#anyByText) this.#resolveTexts(among, parent);
    return parent;
  }

  #resolveTexts({ rows, count, texts, author }: QuotableRows, parent: Int32Array): void {
    const quoteOf = new Int32Array(count).fill(-1);
    for (let quote = 0; quote < this.count; quote += 1) {
      if (this.#byText.get(quote) === 1) quoteOf[this.#rows.get(quote)] = quote;
    }
    const newest = new IdIndex(parent.length * 3);
    for (let at = 0; at < parent.length; at += 1) {
      const row = rows?.[at] ?? at;
      const quote = quoteOf[row]!;
      if (quote >= 0) parent[at] = newest.get(this.#low.get(quote), this.#high.get(quote));
      const begin = beginOf(texts.get(row));
      if (begin === '') continue;
      const person = author(row);
      newest.set(...hashId(`${person?.key}\n${begin}`), at);
      if (person?.key.startsWith('id:')) newest.set(...hashId(`name:${person.lastName}\n${begin}`), at);
      newest.set(...hashId(`*\n${begin}`), at);
    }
  }
}

/** From a row of the file to its place in the talk, −1 for bots. */
function invert(rows: Int32Array | null, count: number): (row: number) => number {
  if (!rows) return (row) => row;
  const places = new Int32Array(count).fill(-1);
  for (let at = 0; at < rows.length; at += 1) places[rows[at]!] = at;
  return (row) => places[row]!;
}

function nameQuote({ authorId, authorName, text = '' }: Quote): string {
  const author = authorId === undefined ? (authorName === undefined ? '*' : `name:${authorName}`) : `id:${authorId}`;
  return `${author}\n${beginOf(text)}`;
}

function beginOf(text: string): string {
  return text.slice(0, 60).replaceAll(/\s+/gu, '').slice(0, QUOTE_PREFIX);
}
