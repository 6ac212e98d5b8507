/** Short lists of numbers for some rows of a talk (who is mentioned, who reacted), in two columns instead of a list per row. */
import { Column } from './column.ts';

const NONE: readonly number[] = [];

/** Lists by row; rows are added in ascending order. */
export interface RowLists {
  get(row: number): readonly number[];
  /** Whether any row has a list. */
  readonly any: boolean;
}

/** Collects the lists. */
export class RowListMaker {
  #rows = new Column((size) => new Int32Array(size));
  #values = new Column((size) => new Int32Array(size));

  add(row: number, value: number): void {
    this.#rows.push(row);
    this.#values.push(value);
  }

  /** The lists, each value changed by `change`; what becomes −1 is left out. The maker is empty after. */
  finish(change: (value: number) => number = (value) => value): RowLists {
    const rows = this.#rows.take();
    const values = this.#values.take().map(change);
    return {
      any: values.some((value) => value >= 0),
      get(row) {
        let at = findFirst(rows, row);
        if (rows[at] !== row) return NONE;
        const list: number[] = [];
        for (; rows[at] === row; at += 1) if (values[at]! >= 0) list.push(values[at]!);
        return list;
      },
    };
  }
}

function findFirst(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
