/** The platform's ids of messages. Most are whole numbers, which cost eight bytes; the others are kept as texts. */
import { Column } from './column.ts';
import { TextStore } from './text-store.ts';

const NO_ID = -1;
const NUMBER = /^(?:0|[1-9]\d{0,14})$/;

/** Appends ids and reads them back by number. */
export class IdStore {
  /** The id itself, −1 for none, −2 − n for text n. */
  #numbers = new Column((size) => new Float64Array(size));
  #texts = new TextStore();

  add(id: string): void {
    if (id === '') this.#numbers.push(NO_ID);
    else this.#numbers.push(NUMBER.test(id) ? Number(id) : -2 - this.#texts.add(id));
  }

  /** The id with this number, empty for none. */
  get(number: number): string {
    const value = this.#numbers.get(number);
    if (value === NO_ID) return '';
    return value >= 0 ? String(value) : this.#texts.get(-2 - value);
  }
}
